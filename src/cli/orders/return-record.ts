import { type Issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import type { Source } from '../input/records.ts';
import type { FactRecord } from './order-book.ts';

/** The facts of one return, not yet checked by its rule, or why there are none. */
export interface ReturnRecord {
  readonly source: Source;
  readonly id?: string | undefined;
  readonly facts?: FactRecord;
  readonly issues?: readonly Issue[];
  /** Issues about missing facts, with more detail than the rule gives. */
  readonly hints?: readonly Issue[];
}

/** A reader of a body, with the facts that the caller adds. */
export type Reader = (body: unknown, known: never) => Parsed<object>;

/** The facts of an exchange that no cancellation has. */
export const factsOfExchange: readonly string[] = [
  ...['exchangedOn', 'newPrice', 'newCurrency', 'newProduct', 'newSku', 'newRegion', 'newTerm'],
  ...['sku', 'region', 'savingsPlanEligible'],
];

/** Makes a record of a body that was read; `kind` are the SKU and the region that it states. */
export function recordOf(
  parsed: Parsed<object>,
  source: Source,
  id: string,
  given: FactRecord,
  kind: FactRecord = {},
): ReturnRecord {
  if (!parsed.ok) {
    // Facts that the caller adds stand at the top of a record.
    const issues = parsed.issues.map((one) =>
      one.path[0] === 'known' ? issueAt(one.path.slice(1), one) : one,
    );
    return { source, id, issues };
  }
  const labels = { id, ...('meta' in given ? { meta: given['meta'] } : {}) };
  if (given['exchangedOn'] === undefined) {
    return { source, id, facts: { ...parsed.value, ...labels } };
  }
  const { canceledOn, used, ...facts } = parsed.value as FactRecord;
  const ofCaller = ['used', ...factsOfExchange].filter((name) => given[name] !== undefined);
  const others = Object.fromEntries(ofCaller.map((name) => [name, given[name]]));
  return { source, id, facts: { ...kind, ...facts, ...labels, ...others } };
}
