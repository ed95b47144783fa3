import { type CurrencyCode, readCurrency } from '../../kernel/currencies.ts';
import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { readRate } from '../../kernel/money.ts';
import { isGiven, readText, UNREADABLE_TEXT } from '../../kernel/read.ts';
import { type BodyValue, readBodyFields, wholeBody } from '../body/body-fields.ts';
import { optionalDay, optionalText, optionalValue } from '../body/optional-values.ts';
import { currencyOf } from '../body/price.ts';
import { readSignedAmount, withoutZeros } from './cells.ts';

/** A line of a reconciliation file of the new commerce. Texts that the line leaves empty are `null`. */
export interface ReconciliationLine {
  /** The vendor's word, such as `New`, `addQuantity`, `removeQuantity` or `cancelImmediate`. */
  readonly chargeType: string;
  readonly orderId: string | null;
  /** The order of an Azure reservation. */
  readonly reservationOrderId: string | null;
  readonly subscriptionId: string | null;
  readonly productId: string | null;
  readonly skuId: string | null;
  readonly customerId: string | null;
  /** The UTC day of the event that the line is about. */
  readonly on: string | null;
  /** The first and last UTC day that the line charges or credits. */
  readonly chargedFrom: string | null;
  readonly chargedUntil: string | null;
  /** The billable quantity; with a minus in a credit. */
  readonly quantity: string;
  /** The price of a unit for these days, in the currency of the price list. */
  readonly effectiveUnitPrice: string;
  /** The worth of a unit of that currency in `currency`; `null` if the line does not state it. */
  readonly exchangeRate: string | null;
  /** Without tax, in `currency`; with a minus in a credit. */
  readonly subtotal: string;
  readonly currency: CurrencyCode;
}

/**
 * Reads one line of a Partner Center reconciliation file of the new commerce, or of its API. Cells may be text;
 * days are written as YYYY-MM-DD or instants, and zeros after the last decimal are dropped. Other columns are not
 * read.
 *
 * The vendor defines the subtotal of licences and seats as the effective unit price, converted and rounded
 * down to the cent, times the billable quantity.
 *
 * @returns the line, or every issue. Never throws.
 *
 * @example
 * readReconciliationLine({
 *   ChargeType: 'removeQuantity', SubscriptionId: 'S-1', OrderDate: '2023-05-03', ChargeStartDate: '2023-05-03',
 *   ChargeEndDate: '2023-05-31', EffectiveUnitPrice: '9.429677', BillableQuantity: '-10', Subtotal: '-94.20',
 *   Currency: 'USD', PricingCurrency: 'USD',
 * });
 * //=> { ok: true, value: { chargeType: 'removeQuantity', …, quantity: '-10', …, subtotal: '-94.20', … } }
 */
export function readReconciliationLine(line: unknown): Parsed<ReconciliationLine> {
  const issues: Issue[] = [];
  const fields = readBodyFields(wholeBody(line), reconciliationFields, issues);
  const currency = currencyOf(readCurrency(fields.currency.value, fields.currency.path, issues));
  const { pcToBCExchangeRate, pCToBCExchangeRate } = fields;
  const rate = pcToBCExchangeRate.value === undefined ? pCToBCExchangeRate : pcToBCExchangeRate;
  const value: ReconciliationLine = {
    chargeType: readText(fields.chargeType.value, fields.chargeType.path, issues),
    orderId: optionalText(fields.orderId, issues),
    reservationOrderId: optionalText(fields.reservationOrderId, issues),
    subscriptionId: optionalText(fields.subscriptionId, issues),
    productId: optionalText(fields.productId, issues),
    skuId: optionalText(fields.skuId, issues),
    customerId: optionalText(fields.customerId, issues),
    on: optionalDay(fields.orderDate, issues),
    chargedFrom: optionalDay(fields.chargeStartDate, issues),
    chargedUntil: optionalDay(fields.chargeEndDate, issues),
    quantity: readDecimal(fields.billableQuantity, issues),
    effectiveUnitPrice: readDecimal(fields.effectiveUnitPrice, issues),
    exchangeRate: readExchangeRate(rate, fields.pricingCurrency, currency.code, issues),
    subtotal: readSignedAmount(fields.subtotal, currency, issues),
    currency: currency.code as CurrencyCode,
  };
  if (issues.length === 0) checkPeriod(value, fields.chargeEndDate, issues);
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

/** The columns of reconciliation files that are read. */
export const reconciliationFields = [
  'chargeType',
  'orderId',
  'orderDate',
  'reservationOrderId',
  'subscriptionId',
  'productId',
  'skuId',
  'customerId',
  'chargeStartDate',
  'chargeEndDate',
  'billableQuantity',
  'effectiveUnitPrice',
  'pcToBCExchangeRate',
  // In files, which have two capitals there.
  'pCToBCExchangeRate',
  'pricingCurrency',
  'subtotal',
  'currency',
] as const;

/** More decimals than the vendor writes. */
export const UNIT_DECIMALS = 12;

/** Reads a decimal that is no amount of a currency, without the zeros at its end. */
function readDecimal(stated: BodyValue, issues: Issue[]): string {
  const read = readSignedAmount(stated, { code: UNREADABLE_TEXT, digits: UNIT_DECIMALS }, issues);
  return read.replace(/\.?0+$/, '');
}

/** Prices in the currency of the bill need no rate. */
function readExchangeRate(
  rate: BodyValue,
  pricing: BodyValue,
  currency: string,
  issues: Issue[],
): string | null {
  const priced = optionalValue(pricing, issues, readCurrency);
  if (isGiven(rate.value) && rate.value !== '') {
    return readRate(withoutZeros(rate.value), rate.path, issues).text;
  }
  return priced === currency ? '1' : null;
}

function checkPeriod(
  { chargedFrom, chargedUntil }: ReconciliationLine,
  { path, value }: BodyValue,
  issues: Issue[],
): void {
  if (chargedFrom === null || chargedUntil === null || chargedFrom <= chargedUntil) return;
  issues.push(issue(path, 'contradiction', `a day from ${chargedFrom} on`, value));
}
