import { type Day, formatDay, writtenDay } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { isOwn } from '../../kernel/read.ts';
import type { Obstacle } from '../../vocabulary/decision.ts';
import { obstacleOf } from '../../vocabulary/refusal.ts';
import type { ExchangedFacts, ExchangeFacts } from '../facts/exchange-facts.ts';
import type { PurchaseFacts } from '../facts/purchase-facts.ts';
import { citations } from '../policy/citations.ts';
import { type PublishedRefundPolicyId, refundPolicies } from '../policy/policies.ts';
import type { ReadyPolicy } from '../policy/ready-policy.ts';
import type { RefundPolicy } from '../policy/refund-policy.ts';
import { savingsPlanServices } from '../policy/savings-plans.ts';
import { type ExchangeRefusal, exchangeRefusals } from '../refusals.ts';
import type { ExchangeNote } from './exchange-quote.ts';

// What can be exchanged for what: AZR-10 and RES-17.

/** Returns whether savings plans cover the service: as stated, or as far as it is known; `undefined` if it is not. */
export function isCovered({ savingsPlanEligible, product }: ExchangedFacts): boolean | undefined {
  if (savingsPlanEligible !== undefined || product === undefined) return savingsPlanEligible;
  return isOwn(savingsPlanServices, product) ? savingsPlanServices[product] : undefined;
}

/** AZR-10: returns whether a reservation was bought, and is exchanged, after the end of exchanges. */
export function isBoughtAfterEnd(
  { purchasedOn, returnedOn }: ExchangedFacts,
  policy: RefundPolicy,
): boolean {
  const { exchangeEnd } = policy;
  if (exchangeEnd === null) return false;
  const end = writtenDay(exchangeEnd);
  return purchasedOn >= end && returnedOn >= end;
}

/** Reports reservations for which it decides, and is not known, whether savings plans cover the service. */
export function checkCoverage(
  { returned, isSingle }: ExchangeFacts,
  { policy }: ReadyPolicy,
  issues: Issue[],
): void {
  for (const [position, facts] of returned.entries()) {
    if (!isBoughtAfterEnd(facts, policy) || isCovered(facts) !== undefined) continue;
    const field = 'savingsPlanEligible';
    const path = isSingle ? [field] : ['reservationsToExchange', position, field];
    const expected = `true or false, whether savings plans cover the service, as ${policy.id} then refuses the exchange`;
    issues.push(issue(path, 'missing-field', expected, undefined));
  }
}

/** Returns whether it was decided by what the library knows of a service. */
export function isCoverageAssumed(facts: ExchangedFacts, policy: RefundPolicy): boolean {
  return facts.savingsPlanEligible === undefined && isBoughtAfterEnd(facts, policy);
}

/** AZR-10: why a returned reservation cannot be exchanged any more. */
export function obstaclesAfterEnd(
  facts: ExchangedFacts,
  policy: RefundPolicy,
): Obstacle<ExchangeRefusal>[] {
  if (!isBoughtAfterEnd(facts, policy) || isCovered(facts) !== true) return [];
  return [obstacleOf(exchangeRefusals, 'covered-by-savings-plans', citations[policy.document])];
}

/** RES-17: why what is bought cannot be had for what is returned, as far as all products are given. */
export function obstaclesToFamilies(
  { returned, purchases }: ExchangeFacts,
  policy: RefundPolicy,
): Obstacle<ExchangeRefusal>[] {
  const families = new Set(returned.map(({ product }) => product));
  if (families.has(undefined)) return [];
  const isOther = purchases.some(({ product }) => product !== undefined && !families.has(product));
  if (!isOther) return [];
  return [obstacleOf(exchangeRefusals, 'other-product-family', citations[policy.document])];
}

/** RES-9: why what is bought is no other reservation, as far as SKU, region and term of both are given (R-SWAP). */
export function obstaclesToSame(
  { returned, purchases }: ExchangeFacts,
  policy: RefundPolicy,
): Obstacle<ExchangeRefusal>[] {
  const given = new Set(returned.map(kindOf));
  const isSame = purchases.map(kindOf).some((kind) => kind !== undefined && given.has(kind));
  return isSame
    ? [obstacleOf(exchangeRefusals, 'same-reservation', citations[policy.document])]
    : [];
}

/** The SKU, region and term in one text, whatever their case and spaces; `undefined` if one is not given. */
function kindOf(
  facts: Partial<Pick<PurchaseFacts, 'sku' | 'region' | 'term'>>,
): string | undefined {
  const { sku, region, term } = facts;
  if (sku === undefined || region === undefined || term === undefined) return undefined;
  return JSON.stringify([sku, region, term].map((text) => text.toLowerCase().replace(/ /g, '')));
}

/** The days before the end of exchanges on which an answer says that it comes. */
const NOTICE_DAYS = 90;

/** The day from which the rule for exchanges is another, if that is near and may concern what is returned. */
export function ruleChangeOf({ returned }: ExchangeFacts, ready: ReadyPolicy): string | null {
  const end = endOf(ready);
  const [{ returnedOn }] = returned;
  if (end === null || returned.every((facts) => isCovered(facts) === false)) return null;
  const days = end - returnedOn;
  return days >= 1 && days <= NOTICE_DAYS ? formatDay(end) : null;
}

/** The end of exchanges by the policy, or by a later version of its source. */
function endOf({ policy, successors }: ReadyPolicy): Day | null {
  const policies = successors.map(({ id }) => refundPolicies[id as PublishedRefundPolicyId]);
  const ends = [policy, ...policies].map(({ exchangeEnd }) => exchangeEnd);
  const end = ends.find((day) => day !== null) ?? null;
  return end === null ? null : writtenDay(end);
}

/** AZR-10: returns whether the new reservation cannot be exchanged again. */
export function isLastExchange(facts: ExchangedFacts, { exchangeEnd }: RefundPolicy): boolean {
  if (exchangeEnd === null || isCovered(facts) === false) return false;
  return facts.returnedOn >= writtenDay(exchangeEnd);
}

/** The notes on an exchange. */
export function exchangeNotes(
  supersededBy: string | null,
  changesOn: string | null,
  isLast: boolean,
): readonly ExchangeNote[] {
  return [
    ...(supersededBy === null ? [] : (['superseded'] as const)),
    ...(changesOn === null ? [] : (['exchange-rule-changes'] as const)),
    ...(isLast ? (['last-exchange'] as const) : []),
  ];
}
