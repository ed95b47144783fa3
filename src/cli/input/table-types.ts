import { reconciliationFields } from '../../interop/exports/read-reconciliation-line.ts';
import { transactionFields } from '../../interop/exports/read-reservation-transaction.ts';
import type { InputType } from './types.ts';

/** A type that comes as a table. */
export interface TableType {
  readonly type: InputType;
  /** The columns that are read, in the spelling of the facts. */
  readonly columns: readonly string[];
  /** The columns that every such table has. */
  readonly required: readonly string[];
  /** Columns by which the table is recognised: all of the vendor's, any of ours. */
  readonly marks: readonly string[];
}

const factColumns = [
  ...['paid', 'instalment', 'currency', 'term', 'purchasedOn', 'canceledOn', 'used'],
  ...['quantity', 'quantityToReturn', 'completedTransactions', 'billingPlan', 'product'],
  ...['currentPrice', 'consumedRefunds', 'usdRate', 'pricingRefund', 'id', 'customerId'],
  ...['exchangedOn', 'newPrice', 'newCurrency', 'orderId', 'reservationOrderId'],
];

export const tableTypes: readonly TableType[] = [
  {
    type: 'reservation-transactions',
    columns: transactionFields,
    required: [
      ...['amount', 'billingFrequency', 'currency', 'eventDate', 'eventType'],
      ...['quantity', 'reservationOrderId', 'term'],
    ],
    marks: ['eventType', 'reservationOrderId'],
  },
  {
    type: 'reconciliation',
    columns: reconciliationFields,
    required: [
      ...['chargeType', 'chargeStartDate', 'chargeEndDate', 'effectiveUnitPrice'],
      ...['billableQuantity', 'subtotal', 'currency'],
    ],
    marks: ['chargeType', 'subtotal', 'effectiveUnitPrice'],
  },
  {
    type: 'facts',
    columns: factColumns,
    required: [],
    marks: ['paid', 'instalment', 'purchasedOn', 'canceledOn', 'exchangedOn', 'used'],
  },
];
