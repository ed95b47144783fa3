import { type Issue, issue, type Parsed } from '../../kernel/issue.ts';
import { formatAmount } from '../../kernel/money.ts';
import {
  readElements,
  readSaid,
  readSaidOptional,
  type Said,
  wholeBody,
} from '../body/body-fields.ts';
import { type PolicyError, readPolicyErrors } from '../body/policy-errors.ts';
import { readCurrencyOf, readPriceIn } from '../body/price.ts';
import { type ReturnedFigures, readReturnedFigures, returnedParts } from './returned-figures.ts';

/** What the vendor's answer to an exchange says. Amounts are in `currency`. */
export interface VendorExchangeFigures {
  readonly currency: string;
  /** What goes toward the purchase: the vendor's `refundsTotal`. */
  readonly credit: string;
  /** The price of all that is bought, savings plans too: the vendor's `purchasesTotal`. */
  readonly newPrice: string;
  /** What is left to pay; with a minus where the credit is more. */
  readonly netPayable: string;
  /** Each reservation that is given back. */
  readonly returned: readonly ReturnedFigures[];
  /** Why it is refused; empty where it is not. */
  readonly policyErrors: readonly PolicyError[];
}

/**
 * Reads what the vendor itself would credit, from what `calculateExchange` and `exchange` respond:
 * figures to hold a quote of `quoteExchange` against.
 *
 * Amounts are decimal strings in the currency's major units. The vendor's numbers are read exactly, or
 * refused where a number of so many digits may have been rounded. The vendor's `ProratedAmount` is the
 * part that is `kept`.
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
  const body = readSaid(wholeBody(response), ['properties', 'error'], issues);
  if (body.error.value !== undefined) {
    const expected = 'no error together with figures';
    issues.push(issue(body.error.path, 'contradiction', expected, body.error.value));
  }
  const properties = readSaid(body.properties, names, issues);
  const currency = readCurrencyOf(properties.refundsTotal, issues);
  const read = (price: Said, sign?: 'signed'): string =>
    formatAmount(readPriceIn(price, currency, issues, sign), currency.digits);
  // Here the errors of the policy stand right in its result, in refunds one level down.
  const { policyErrors, properties: below } = readSaidOptional(
    properties.policyResult,
    ['policyErrors', 'properties'],
    issues,
  );
  const { policyErrors: errorsBelow } = readSaidOptional(below, ['policyErrors'], issues);
  const value: VendorExchangeFigures = {
    currency: currency.code,
    credit: read(properties.refundsTotal),
    newPrice: read(properties.purchasesTotal),
    netPayable: read(properties.netPayable, 'signed'),
    returned: readElements(properties.reservationsToExchange, issues).map(
      (one) => readReturnedFigures(readSaid(one, returnedParts, issues), currency, issues).figures,
    ),
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
