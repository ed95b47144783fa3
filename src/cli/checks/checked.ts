import type { ExplainLocale } from '../../explain/index.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, isLess, minus, type Whole, writtenAmount } from '../../kernel/money.ts';
import type { Source } from '../input/records.ts';
import type { FactRecord } from '../orders/order-book.ts';
import type { PolicyOnDay } from '../orders/policy-on-day.ts';
import { type ReasonWords, reasonWords } from './reason-words.ts';

/** The amount under one policy. Amounts in the currency of the vendor's. */
interface PolicyAmount {
  readonly policy: string;
  readonly refund: string;
  /** Our figure less theirs. */
  readonly difference: string;
}

/** An amount of the vendor, next to the one by the rules. */
export interface Checked {
  readonly ok: true;
  readonly id: string;
  readonly refundedOn: string;
  readonly currency: string;
  readonly ours: string;
  readonly theirs: string;
  /** Ours less theirs: above 0 if money seems to be missing. */
  readonly difference: string;
  readonly agrees: boolean;
  /** The policy, or the rule of rounding, of our figure. */
  readonly policy: string;
  /** The one whose figure is nearest to theirs. */
  readonly explainedBy: PolicyAmount;
  readonly reason: string;
  readonly source: Source;
}

/** An amount that cannot be checked. */
export interface Unchecked {
  readonly ok: false;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
  readonly source: Source;
}

/** The options of a check. */
export interface CheckOptions {
  readonly set: FactRecord;
  /** The policy of our figures. */
  readonly policy: PolicyOnDay;
  /** The language of the reasons. */
  readonly locale: ExplainLocale;
}

/** An amount by one rule. */
export interface Figure {
  readonly policy: string;
  readonly refund: string;
  /** The rule in words. */
  readonly name: string;
  /** Its differences from ours, in words. */
  readonly because?: () => readonly string[];
}

/** Compares an amount of the vendor with ours and, if they differ, with those by other rules. */
export function compared(
  theirs: string,
  own: Figure,
  digits: number,
  locale: ExplainLocale,
  others: () => readonly Figure[],
): Omit<Checked, 'ok' | 'id' | 'refundedOn' | 'currency' | 'source'> {
  const differenceOf = ({ refund }: Figure): Whole =>
    minus(writtenAmount(refund, digits), writtenAmount(theirs, digits));
  const sizeOf = (figure: Figure): Whole => {
    const difference = differenceOf(figure);
    return isLess(difference, 0) ? minus(0, difference) : difference;
  };
  const agrees = sizeOf(own) === 0;
  const best = agrees
    ? own
    : others().reduce((a, b) => (isLess(sizeOf(b), sizeOf(a)) ? b : a), own);
  const write = (figure: Figure): string => formatAmount(differenceOf(figure), digits);
  return {
    ...{ ours: own.refund, theirs, difference: write(own), agrees },
    policy: own.policy,
    explainedBy: { policy: best.policy, refund: best.refund, difference: write(best) },
    reason: reasonOf(own, best, sizeOf(best) === 0, reasonWords[locale]),
  };
}

function reasonOf(own: Figure, best: Figure, isExact: boolean, words: ReasonWords): string {
  const { name, refund } = best;
  const because = words.because(best.because?.() ?? []);
  if (!isExact) return words.nearest({ name, refund, because });
  return best === own ? words.same({ name }) : words.other({ name, own: own.name, because });
}

/** An amount that cannot be checked because a record of its order cannot be read. */
export function unreadOrder(id: string, source: Source, { row, file }: Source): Unchecked {
  const expected = `an order of which every record can be read (see row ${row} of ${file})`;
  return { ok: false, id, issues: [issue([], 'unreadable', expected, undefined)], source };
}
