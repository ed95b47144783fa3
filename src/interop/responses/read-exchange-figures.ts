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

/** Microsoft's figures of an exchange. Amounts are in `currency`. */
export interface VendorExchangeFigures {
  readonly currency: string;
  /** The credit toward the purchase: Microsoft's `refundsTotal`. */
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
 * Amounts are decimal strings in the currency's major units. Microsoft's numbers are read
 * exactly, or refused if a number with so many digits could have been rounded. Microsoft's
 * `ProratedAmount` is `kept`.
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
