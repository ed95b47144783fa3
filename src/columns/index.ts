export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export * from '../vocabulary/index.ts';
export type {
  MonthlyColumnsRequest,
  RefundColumns,
  RefundColumnsOptions,
  RefundColumnsRequest,
  RefundFigureColumns,
  UpfrontColumnsRequest,
} from './columns.ts';
export { refundColumns } from './refund-columns.ts';
export { type RefundStatus, refundStatuses } from './refund-status.ts';
