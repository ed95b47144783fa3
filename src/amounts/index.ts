export type { CurrencyCode } from '../kernel/currencies.ts';
export {
  InputError,
  type Issue,
  type IssueCode,
  isInputError,
  type Parsed,
} from '../kernel/issue.ts';
export type { AmountInput } from '../kernel/money.ts';
export { compareAmounts } from './compare-amounts.ts';
export { formatMoney } from './format-money.ts';
export { sumAmounts } from './sum-amounts.ts';
