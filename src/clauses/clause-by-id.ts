import { InputError, type Issue } from '../kernel/issue.ts';
import { readWord } from '../kernel/read.ts';
import type { Clause, ClauseId } from '../vocabulary/clauses.ts';
import { clauses } from './catalogue.ts';

const byId: ReadonlyMap<ClauseId, Clause> = new Map(clauses.map((clause) => [clause.id, clause]));
const ids = [...byId.keys()] as [ClauseId, ...ClauseId[]];

/**
 * The clause of an id, as answers name it in `because`.
 *
 * @throws InputError if no clause has exactly this id.
 *
 * @example
 * clauseById('RES-5').section; //=> 'How cancellations work, text and last column of the table'
 * clauseById('SOF-12').status; //=> 'modelled'
 */
export function clauseById(id: ClauseId): Clause {
  const issues: Issue[] = [];
  const known = readWord(id, ids, ['id'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return byId.get(known) as Clause;
}
