export type { CurrencyCode } from './currencies.ts';
export type { DayInput } from './day.ts';
export type { InstantInput } from './instant.ts';
export { InputError, type Issue, type IssueCode, isInputError, type Parsed } from './issue.ts';
export type { AmountInput } from './money.ts';
export type { Parser, StandardProps, StandardResult } from './standard-schema.ts';
