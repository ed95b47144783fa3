import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { formatAmount, plus, type Whole } from '../../kernel/money.ts';
import {
  type BodyValue,
  readBodyFields,
  readElements,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';
import { isOfKind } from '../body/body-type.ts';
import { type PolicyError, readPolicyErrors } from '../body/policy-errors.ts';
import { isSame, readCurrencyOf, readPrice, readPriceIn } from '../body/price.ts';
import { isDone } from '../body/states.ts';
import { type ReturnedFigures, readReturnedFigures, returnedParts } from './returned-figures.ts';

/** Microsoft's figures of an exchange. Amounts are in `currency`. */
export interface VendorExchangeFigures {
  readonly currency: string;
  /** The amount that goes toward the purchase, with cancelled commitments: the vendor's `refundsTotal`. */
  readonly credit: string;
  /** The price of all purchases, including savings plans: Microsoft's `purchasesTotal`. */
  readonly newPrice: string;
  /** The amount due; negative if the credit is larger. */
  readonly netPayable: string;
  /** Each returned reservation. */
  readonly returned: readonly ReturnedFigures[];
  /** The reasons of a refusal; empty if it is not refused. */
  readonly policyErrors: readonly PolicyError[];
}

/**
 * Reads the amounts that Microsoft would credit from the response of `calculateExchange` or
 * `exchange`, to compare them with a quote of `quoteExchange`.
 *
 * Amounts are decimal strings in the currency's major units. The vendor's numbers are read exactly, or
 * refused if a number of so many digits may have been rounded. It is a `contradiction` if a `refund` is not
 * what was paid less what is `kept`, or `refundsTotal` not the sum of the refunds and the remaining
 * commitments. An operation that is not done, or a body of another type, is one issue.
 *
 * @returns the figures, or every issue. Never throws.
 *
 * @example
 * const price = (amount: number) => ({ amount, currencyCode: 'USD' });
 * const parsed = readExchangeFigures({
 *   properties: { refundsTotal: price(3960), purchasesTotal: price(19800), netPayable: price(15840) },
 * });
 * if (parsed.ok) parsed.value.credit; //=> '3960.00'
 */
export function readExchangeFigures(response: unknown): Parsed<VendorExchangeFigures> {
  const issues: Issue[] = [];
  const whole = wholeBody(response);
  if (!isOfKind(whole, 'answer', issues) || !isDone(whole, issues)) return { ok: false, issues };
  const body = readBodyFields(whole, ['properties', 'error'], issues);
  if (body.error.value !== undefined) {
    const expected = 'no error together with figures';
    issues.push(issue(body.error.path, 'contradiction', expected, body.error.value));
  }
  const properties = readBodyFields(body.properties, names, issues);
  const currency = readCurrencyOf(properties.refundsTotal, issues);
  const read = (price: BodyValue, sign?: 'signed'): string =>
    formatAmount(readPriceIn(price, currency, issues, sign), currency.digits);
  // Here the errors of the policy stand right in its result, in refunds one level down.
  const { policyErrors, properties: below } = readOptionalBodyFields(
    properties.policyResult,
    ['policyErrors', 'properties'],
    issues,
  );
  const { policyErrors: errorsBelow } = readOptionalBodyFields(below, ['policyErrors'], issues);
  const before = issues.length;
  const returned = readElements(properties.reservationsToExchange, issues).map((one) =>
    readReturnedFigures(readBodyFields(one, returnedParts, issues), currency, issues),
  );
  const refundsTotal = readPriceIn(properties.refundsTotal, currency, issues);
  const sum = returned
    .flatMap(({ parts }) => parts)
    .reduce<Whole>((all, part) => plus(all, part), 0);
  if (issues.length === before && returned.length > 0 && !isSame(sum, refundsTotal)) {
    const expected = `the sum of the refunds and remaining commitments, ${formatAmount(sum, currency.digits)}`;
    const { value, path } = readPrice(properties.refundsTotal, []).amount;
    issues.push(issue(path, 'contradiction', expected, value));
  }
  const value: VendorExchangeFigures = {
    currency: currency.code,
    credit: formatAmount(refundsTotal, currency.digits),
    newPrice: read(properties.purchasesTotal),
    netPayable: read(properties.netPayable, 'signed'),
    returned: returned.map(({ figures }) => figures),
    // No refusal is passed over that stands where the other answer has it.
    policyErrors: [policyErrors, errorsBelow].flatMap((errors) => readPolicyErrors(errors, issues)),
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

const names = [
  'refundsTotal',
  'purchasesTotal',
  'netPayable',
  'reservationsToExchange',
  'policyResult',
] as const;
