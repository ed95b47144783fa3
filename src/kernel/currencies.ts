import { type Issue, issue, missing } from './issue.ts';
import { UNREADABLE_TEXT } from './read.ts';

/** The date of the ISO 4217 list that {@link currencyDigits} uses. */
export const currencyListDate = '2026-01-01';

/**
 * The active currencies of ISO 4217 (list one) that have a minor unit, by its number of decimals.
 * Precious metals, drawing rights and test codes have none and are left out.
 */
const codesByDigits = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `
    AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
    CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK
    LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO
    NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
    SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST
    XAD XCD XCG YER ZAR ZMW ZWG
  `,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

const digitsByCode: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByDigits).flatMap(([digits, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** Any ISO 4217 code; editors suggest the most common ones. */
export type CurrencyCode = 'USD' | 'EUR' | 'GBP' | 'JPY' | 'KRW' | 'AUD' | 'CAD' | (string & {});

/** Every code that {@link currencyDigits} supports, ordered by number of decimals. */
export const currencyCodes: readonly string[] = Object.freeze([...digitsByCode.keys()]);

/** The most decimals that any currency has. */
export const mostCurrencyDigits: number = Math.max(...digitsByCode.values());

/**
 * Returns the number of decimals of a currency, or `undefined` if ISO 4217 lists no active currency
 * with exactly this code.
 *
 * @example
 * currencyDigits('USD'); //=> 2
 * currencyDigits('JPY'); //=> 0
 * currencyDigits('usd'); //=> undefined
 */
export function currencyDigits(code: string): number | undefined {
  return digitsByCode.get(code);
}

/** Reads the code of a currency, or adds an issue and returns an empty text. */
export function readCurrency(value: unknown, path: Issue['path'], issues: Issue[]): string {
  if (typeof value === 'string' && currencyDigits(value) !== undefined) return value;
  const upper =
    typeof value === 'string' && value.length === 3 ? value.toUpperCase() : UNREADABLE_TEXT;
  const hint = currencyDigits(upper) === undefined ? '' : ` (did you mean "${upper}"?)`;
  const expected = `the code of an active ISO 4217 currency, such as USD${hint}`;
  issues.push(issue(path, missing(value, 'unknown-currency'), expected, value));
  return UNREADABLE_TEXT;
}
