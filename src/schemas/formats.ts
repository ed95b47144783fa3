import { currencyCodes } from '../kernel/currencies.ts';

export type JsonSchema = { readonly [keyword: string]: unknown };

const LARGEST = Number.MAX_SAFE_INTEGER;
const whole = (maximum: number, minimum = 0) => ({ type: 'integer', minimum, maximum });

/** Text that matches, or a number from 0 that would print as such text. */
const textOrNumber = (description: string, pattern: string, bounds: JsonSchema): JsonSchema => ({
  description,
  anyOf: [
    { type: 'string', pattern },
    { type: 'number', minimum: 0, ...bounds },
  ],
});

const MONTH_AND_DAY = '(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const DAY = `[0-9]{4}-${MONTH_AND_DAY}`;
const HOURS = '([01][0-9]|2[0-3]):[0-5][0-9]';
const INSTANT = `${DAY}T${HOURS}(:[0-5][0-9](\\.[0-9]{1,9})?)?(Z|[+-]${HOURS})`;
const FEWER_THAN_16_DIGITS = { exclusiveMaximum: 1e15 };
const AMOUNT = '[0-9]{1,15}(\\.[0-9]{1,4})?';
const SUM = '[0-9]{1,40}\\.[0-9]{2}';
const COUNT = '[0-9]{1,16}';
const RETURNED = `[A-Z]{3} P[135]Y -?[0-9]{1,7} (used|new) [0-9]{1,6}(\\.[0-9]{1,12})? ([A-Za-z0-9_]{1,40}|-)`;
const PAYMENT = `${DAY}/(${AMOUNT})?/[A-Z][a-z]{5,10}`;
const PLAN = `(Upfront|Monthly) ${COUNT} ${COUNT} (${COUNT}|-) (${AMOUNT}|-) (${AMOUNT}|-) (${PAYMENT}(;${PAYMENT})*|-)`;
const NAME = { type: 'string', minLength: 1, maxLength: 256 };

/** The formats that callers may write in more than one way. */
type Lenient = 'Amount' | 'Usd' | 'UsdSum' | 'Rate' | 'Share' | 'Day' | 'Instant';

/** The format of a text or number. `…Input` is what callers may write; the format without it is canonical. */
export type Format =
  | Lenient
  | `${Lenient}Input`
  | 'LargeAmount'
  | 'SignedAmount'
  | 'SignedUsd'
  | 'Currency'
  | 'Alpha3'
  | 'Name'
  | 'Text'
  | 'LongText'
  | 'Words'
  | 'PolicyKey'
  | 'LedgerFacts'
  | 'Count'
  | 'CountFromOne'
  | 'RefundWindow'
  | 'SoftwareWindow'
  | 'FullCreditHours'
  | 'LinkDays'
  | 'LinkDownloads'
  | 'Answer';

export const formats: Readonly<Record<Format, JsonSchema>> = {
  Amount: {
    description:
      'An amount in major units of its currency, with exactly the decimals of that currency.',
    type: 'string',
    pattern: '^(0|[1-9][0-9]{0,14})(\\.[0-9]{2,4})?$',
  },
  AmountInput: textOrNumber(
    'An amount in major units of its currency: text of at most 15 whole digits and at most the decimals of that currency, or the same as a number.',
    '^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,4})?$',
    FEWER_THAN_16_DIGITS,
  ),
  LargeAmount: {
    description:
      'An amount in major units of its currency, with exactly its decimals. A limit converted at a small rate can have up to 27 whole digits.',
    type: 'string',
    pattern: '^(0|[1-9][0-9]{0,26})(\\.[0-9]{2,4})?$',
  },
  SignedAmount: {
    description:
      'A difference in major units of its currency, with exactly the decimals of that currency.',
    type: 'string',
    pattern: '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{2,4})?$',
  },
  Usd: {
    description: 'An amount in US dollars, with two decimals.',
    type: 'string',
    pattern: '^(0|[1-9][0-9]{0,14})\\.[0-9]{2}$',
  },
  UsdInput: textOrNumber(
    'An amount in US dollars: text of at most 15 whole digits and 2 decimals, or the same as a number.',
    '^(0|[1-9][0-9]{0,14})(\\.[0-9]{1,2})?$',
    FEWER_THAN_16_DIGITS,
  ),
  SignedUsd: {
    description: 'A sum of amounts in US dollars, which may be below zero, with two decimals.',
    type: 'string',
    pattern: '^-?(0|[1-9][0-9]{0,39})\\.[0-9]{2}$',
  },
  UsdSum: {
    description: 'A sum of amounts in US dollars, with two decimals.',
    type: 'string',
    pattern: '^(0|[1-9][0-9]{0,39})\\.[0-9]{2}$',
  },
  UsdSumInput: textOrNumber(
    'A sum of amounts in US dollars: text of at most 40 whole digits and 2 decimals, or the same as a number.',
    '^(0|[1-9][0-9]{0,39})(\\.[0-9]{1,2})?$',
    FEWER_THAN_16_DIGITS,
  ),
  Rate: {
    description: 'US dollars for one unit of the currency, without trailing zeros.',
    type: 'string',
    pattern: '^(0\\.[0-9]{0,11}[1-9]|[1-9][0-9]{0,5}(\\.[0-9]{0,11}[1-9])?)$',
  },
  RateInput: {
    description:
      'US dollars for one unit of the currency: text of at most 6 whole digits and 12 decimals, above 0, or the same as a number.',
    anyOf: [
      {
        type: 'string',
        pattern: '^(0|[1-9][0-9]{0,5})(\\.[0-9]{1,12})?$',
        not: { pattern: '^0(\\.0+)?$' },
      },
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1e6 },
    ],
  },
  Share: {
    description: 'A share from 0 to 1, without trailing zeros.',
    type: 'string',
    pattern: '^(0(\\.[0-9]{0,11}[1-9])?|1)$',
  },
  ShareInput: textOrNumber(
    'A share from 0 to 1: text of at most 12 decimals, or the same as a number.',
    '^(0(\\.[0-9]{1,12})?|1(\\.0{1,12})?)$',
    { maximum: 1 },
  ),
  Day: {
    description: 'A UTC calendar day, as YYYY-MM-DD.',
    type: 'string',
    pattern: `^${DAY}$`,
  },
  DayInput: {
    description:
      'A UTC calendar day as YYYY-MM-DD, or an instant with Z or an offset, whose UTC date counts. Years 0001 to 9999.',
    type: 'string',
    pattern: `^(${DAY}|${INSTANT})$`,
  },
  Instant: {
    description: 'An instant in UTC, to the millisecond or to the nanosecond.',
    type: 'string',
    pattern: `^${DAY}T${HOURS}:[0-5][0-9]\\.[0-9]{3}([0-9]{6})?Z$`,
  },
  InstantInput: {
    description:
      'An instant with Z or an offset and up to nine decimals of a second. Its year in UTC is from 0001 to 9999.',
    type: 'string',
    pattern: `^${INSTANT}$`,
  },
  Currency: { description: 'An active ISO 4217 currency.', enum: currencyCodes },
  Name: { ...NAME, description: 'A name of 1 to 256 characters, used unchanged.' },
  Text: {
    ...NAME,
    description: 'A text of 1 to 256 characters that is not blank.',
    pattern: '\\S',
  },
  LongText: { description: 'A text that is not blank.', type: 'string', pattern: '\\S' },
  Words: { description: 'Any text.', type: 'string' },
  PolicyKey: {
    description: 'The id of a policy; for a policy of your own, also a checksum of its fields.',
    type: 'string',
    minLength: 1,
    maxLength: 273,
  },
  LedgerFacts: {
    description: 'The facts of an answered cancellation, as a ledger writes them.',
    type: 'string',
    // Version 0.1.0 wrote the first kind.
    pattern: `^-?[0-9]{1,7} (${SUM} ${AMOUNT} ${RETURNED}|v2 (paid|refused) ${SUM} ${SUM} ${SUM} (${AMOUNT}|-) ${RETURNED} ${PLAN})$`,
  },
  Alpha3: { description: 'ISO 3166-1 alpha-3.', type: 'string', pattern: '^[A-Z]{3}$' },
  Count: { description: 'A whole number from 0.', ...whole(LARGEST) },
  CountFromOne: { description: 'A whole number from 1.', ...whole(LARGEST, 1) },
  RefundWindow: { description: 'Whole days from 0 to 366.', ...whole(366) },
  SoftwareWindow: { description: 'Whole days from 0 to 365.', ...whole(365) },
  FullCreditHours: { description: 'Hours, from 1 to 8,760.', ...whole(8_760, 1) },
  LinkDays: { description: 'Days of 24 hours, from 1 to 366.', ...whole(366, 1) },
  Answer: {
    description:
      'An answer of this library, also after a JSON round trip. It has a schema of its own; only the fields that are needed are read.',
    type: 'object',
  },
  LinkDownloads: { description: 'Downloads, from 1 to 1,000,000.', ...whole(1_000_000, 1) },
};
