import { type Day, formatDay } from '../../kernel/day.ts';
import { type Issue, issue, issueAt } from '../../kernel/issue.ts';
import {
  formatAmount,
  isLess,
  plus,
  readAmount,
  timesOver,
  type Whole,
} from '../../kernel/money.ts';
import {
  isGiven,
  readBoolean,
  readName,
  readOptional,
  readSome,
  readWord,
} from '../../kernel/read.ts';
import { termEndOf } from '../../reservations/facts/days.ts';
import { billOf } from '../../reservations/facts/payment.ts';
import { type RefundFacts, readRefundFacts } from '../../reservations/facts/refund-facts.ts';
import type { PlanCandidate } from './plan-request.ts';

type Path = Issue['path'];

/** A reservation that a plan may return, with the numbers read. */
export interface CandidateFacts {
  /** The facts of a return of all units on `asOf`. */
  readonly refund: RefundFacts;
  readonly id: string;
  /** True if any number of units may be returned. */
  readonly isAny: boolean;
  /** US cents that a day with all units is worth. */
  readonly valuePerDay: number;
  /** The day after the last one that the term covers. */
  readonly termEnd: Day;
  /** True if savings plans cover the service; `undefined` if that was not stated. */
  readonly savingsPlanEligible: boolean | undefined;
  readonly request: PlanCandidate;
}

/** US cents. Sums over all candidates stay exact whole numbers. */
const MOST_CENTS = 100_000_000_000;
const MOST_CENTS_PER_DAY = 50_000_000;
const LONGEST_ID = 240;

const decided = {
  canceledOn: 'no day, as the plan chooses it',
  quantityToReturn:
    'no number of units, as the plan chooses it (see units; of an order of which some were returned, state those left and their share of the payments)',
  consumedRefunds: 'no figure, as the ledger of the plan knows what is consumed',
  pricingRefund: 'no figure, as it holds for one day only',
} as const;

/** Reads a candidate; `asOf` is `undefined` if it was malformed itself. */
export function readCandidate(
  input: unknown,
  asOf: Day | undefined,
  path: Path,
  issues: Issue[],
): CandidateFacts | undefined {
  const before = issues.length;
  const given = readSome<string>(input, path, issues);
  if (given === undefined) return undefined;
  const { units, valuePerDay, savingsPlanEligible, ...others } = given;
  const fields: Record<string, unknown> = Object.assign(Object.create(null), others);
  const id = readName(fields['id'], [...path, 'id'], issues);
  if (id.length > LONGEST_ID) {
    const expected = `a text of at most ${LONGEST_ID} characters, as the parts of a return are numbered`;
    issues.push(issue([...path, 'id'], 'too-long', expected, id));
  }
  const isAny =
    readOptional(units, [...path, 'units'], issues, (value, at) =>
      readWord(value, ['whole', 'any'], at, issues),
    ) === 'any';
  const perDay = readOptional(valuePerDay, [...path, 'valuePerDay'], issues, readPerDay);
  const coverage = readOptional(
    savingsPlanEligible,
    [...path, 'savingsPlanEligible'],
    issues,
    readBoolean,
  );
  for (const [name, expected] of Object.entries(decided)) {
    if (isGiven(fields[name])) {
      issues.push(issue([...path, name], 'contradiction', expected, fields[name]));
    }
    fields[name] = undefined;
  }
  const refund = readOnDay(fields, asOf, path, issues);
  if (refund === undefined || issues.length > before) return undefined;
  if (isLess(MOST_CENTS, worthOf(refund))) {
    const field = refund.billingPlan === 'Upfront' ? 'paid' : 'instalment';
    const expected = 'payments that are worth at most 1,000,000,000.00 USD in total';
    issues.push(issue([...path, field], 'too-large', expected, fields[field]));
    return undefined;
  }
  return {
    refund,
    id,
    isAny,
    valuePerDay: perDay ?? 0,
    termEnd: termEndOf(refund),
    savingsPlanEligible: coverage,
    request: {
      ...requestOf(refund),
      ...(isGiven(units) ? { units: isAny ? 'any' : 'whole' } : {}),
      ...(perDay === undefined ? {} : { valuePerDay: formatAmount(perDay, 2) }),
      ...(coverage === undefined ? {} : { savingsPlanEligible: coverage }),
    } as PlanCandidate,
  };
}

function readPerDay(value: unknown, path: Path, issues: Issue[]): number {
  const cents = readAmount(value, 'USD', 2, path, issues);
  if (isLess(MOST_CENTS_PER_DAY, cents)) {
    issues.push(issue(path, 'too-large', 'at most 500000.00 USD a day', value));
    return 0;
  }
  return cents as number;
}

/** Reads the facts as those of a return on `asOf`, and names the candidate in every issue. */
function readOnDay(
  fields: Readonly<Record<string, unknown>>,
  asOf: Day | undefined,
  path: Path,
  issues: Issue[],
): RefundFacts | undefined {
  const found: Issue[] = [];
  const canceledOn = asOf === undefined ? undefined : formatDay(asOf);
  const facts = readRefundFacts({ ...fields, canceledOn }, 'on-any-day', found);
  for (const one of found) {
    const [first] = one.path;
    if (first === 'id') continue; // reported already
    issues.push(
      one.code === 'before-purchase'
        ? issue(
            [...path, 'purchasedOn'],
            one.code,
            `asOf (${canceledOn}) or an earlier day`,
            fields['purchasedOn'],
          )
        : issueAt([...path, ...one.path], one),
    );
  }
  return facts;
}

/** US cents of all payments of the term. */
function worthOf(facts: RefundFacts): Whole {
  const { paid, toCome } = billOf(facts.payment, facts);
  const { numerator, denominator } = facts.centsPerUnit;
  return timesOver(plus(paid, toCome), numerator, denominator, 'half-even');
}

function requestOf({ request }: RefundFacts): object {
  const { canceledOn: _, ...facts } = request;
  return facts;
}
