import { type Day, formatDay, readDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue, issueAt } from '../../kernel/issue.ts';
import { isGiven, ownField, readArray, readFields, readOptional } from '../../kernel/read.ts';
import { type RefundLedger, readLedger } from '../../reservations/ledger/refund-ledger.ts';
import { type PolicyChoice, refundPolicyOf } from '../../reservations/policy/policy-choice.ts';
import type { ReadyRefundPolicy } from '../../reservations/policy/ready-policy.ts';
import type { PlanRequest, PlanRequestInput } from './plan-request.ts';
import { type PlanRules, planRules } from './plan-rules.ts';
import { type CandidateFacts, readCandidate } from './read-candidate.ts';

/** The facts of a plan, with the numbers read. */
export interface PlanFacts {
  readonly request: PlanRequest;
  readonly rules: PlanRules;
  /** The customer's ledger, or an empty one. */
  readonly ledger: RefundLedger;
  readonly asOf: Day;
  readonly until: Day | undefined;
  readonly candidates: readonly CandidateFacts[];
}

const fieldNames: ReadonlySet<string> = new Set<keyof PlanRequestInput>([
  'asOf',
  'candidates',
  'ledger',
  'policy',
  'until',
]);

const MOST_CANDIDATES = 10_000;

/** Reads the facts of a plan, or reports every issue. */
export function readPlanRequest(input: unknown, issues: Issue[]): PlanFacts | undefined {
  const fields = readFields<keyof PlanRequestInput>(input, fieldNames, [], issues);
  if (fields === undefined) return undefined;
  const choice = readPolicyOf(fields.policy, issues);
  const beforeDay = issues.length;
  const asOf = readDay(fields.asOf, ['asOf'], issues);
  const knownDay = issues.length > beforeDay ? undefined : asOf;
  const rules =
    choice === undefined || knownDay === undefined
      ? undefined
      : planRules(choice, knownDay, issues);
  const beforeUntil = issues.length;
  const until = readOptional(fields.until, ['until'], issues, readDay);
  if (
    issues.length === beforeUntil &&
    until !== undefined &&
    knownDay !== undefined &&
    until < knownDay
  ) {
    const expected = `asOf (${formatDay(asOf)}) or a later day`;
    issues.push(issue(['until'], 'out-of-order', expected, fields.until));
  }
  const ledger = readOptional(fields.ledger, ['ledger'], issues, readLedger);
  checkLastDay(ledger, knownDay, fields.asOf, issues);
  const candidates = readCandidates(fields.candidates, knownDay, issues);
  if (candidates !== undefined) {
    checkIds(candidates, ledger, issues);
    checkCustomer(candidates, ledger, issues);
  }
  if (rules === undefined || candidates === undefined || issues.length > 0) return undefined;
  return {
    request: {
      asOf: formatDay(asOf),
      candidates: candidates.map(({ request }) => request),
      ...(ledger === undefined ? {} : { ledger }),
      ...(until === undefined ? {} : { until: formatDay(until) }),
    },
    rules,
    ledger: ledger ?? noLedger,
    asOf,
    until,
    candidates,
  };
}

/** Its customer is never shown. */
const noLedger: RefundLedger = { customerId: 'customer', lastDay: null, days: [], ids: [] };

function readPolicyOf(
  policy: unknown,
  issues: Issue[],
): PolicyChoice<ReadyRefundPolicy> | undefined {
  const found: Issue[] = [];
  const ready = refundPolicyOf({ policy }, found);
  // The policy stands in the request itself, not in options.
  issues.push(...found.map((one) => issueAt(one.path.slice(1), one)));
  return ready;
}

function checkLastDay(
  ledger: RefundLedger | undefined,
  asOf: Day | undefined,
  given: unknown,
  issues: Issue[],
): void {
  const lastDay = ledger?.lastDay ?? null;
  if (lastDay === null || asOf === undefined || writtenDay(lastDay) <= asOf) return;
  const expected = `${lastDay}, the customer's last settled day, or a later one`;
  issues.push(issue(['asOf'], 'out-of-order', expected, given));
}

function readCandidates(
  input: unknown,
  asOf: Day | undefined,
  issues: Issue[],
): readonly CandidateFacts[] | undefined {
  const before = issues.length;
  const given = readArray(input, ['candidates'], issues, (element, path) => ({ element, path }));
  if (given.length > MOST_CANDIDATES) {
    const expected = `at most ${MOST_CANDIDATES} candidates`;
    issues.push(issue(['candidates'], 'too-long', expected, `${given.length} of them`));
    return undefined;
  }
  const candidates = given.map(({ element, path }) => readCandidate(element, asOf, path, issues));
  if (issues.length === before && candidates.length === 0) {
    issues.push(issue(['candidates'], 'empty', 'at least one candidate', input));
  }
  return issues.length > before ? undefined : (candidates as CandidateFacts[]);
}

/** The id of a part: A#1, A#2. */
const PART = /^(.*)#\d+$/s;

function checkIds(
  candidates: readonly CandidateFacts[],
  ledger: RefundLedger | undefined,
  issues: Issue[],
): void {
  const ids = new Set<string>();
  const inParts = new Set(candidates.filter(({ isAny }) => isAny).map(({ id }) => id));
  const answered = new Set(ledger?.ids.map(({ id }) => id));
  const answeredParts = new Set(
    [...answered].flatMap((id) => PART.exec(id)?.[1] ?? []).filter((id) => inParts.has(id)),
  );
  for (const [position, { id }] of candidates.entries()) {
    const at = ['candidates', position, 'id'];
    if (ids.has(id)) {
      issues.push(issue(at, 'duplicate', 'an id that no other candidate has', id));
    }
    ids.add(id);
    if (inParts.has(PART.exec(id)?.[1] ?? '')) {
      const expected = 'an id that no part of another candidate can have';
      issues.push(issue(at, 'duplicate', expected, id));
    }
    if (answered.has(id) || answeredParts.has(id)) {
      const expected = 'an id that the ledger has not answered yet';
      issues.push(issue(at, 'id-conflict', expected, id));
    }
  }
}

function checkCustomer(
  candidates: readonly CandidateFacts[],
  ledger: RefundLedger | undefined,
  issues: Issue[],
): void {
  let customer = ledger?.customerId;
  for (const [position, { request }] of candidates.entries()) {
    const customerId = ownField(request, 'customerId');
    if (!isGiven(customerId)) continue;
    customer ??= customerId;
    if (customerId !== customer) {
      const whose = ledger === undefined ? 'the other candidates' : 'the ledger';
      const expected = `the customer of ${whose}, ${customer}`;
      const at = ['candidates', position, 'customerId'];
      issues.push(issue(at, 'other-customer', expected, customerId));
    }
  }
}
