import { describe, expectTypeOf, it } from 'vitest';
import {
  type Clause,
  type ClauseId,
  type ClauseStatus,
  clauseById,
  clauses,
  type InformationalClauseId,
  type ModelledClauseId,
  type SupersededClauseId,
} from '../../src/clauses/index.ts';
import type { ClauseExample } from './examples/example.ts';
import type { examples } from './examples/index.ts';

describe('the catalogue', () => {
  it('cannot be changed', () => {
    // @ts-expect-error it is read-only
    clauses.push(clauses[0]);
    // @ts-expect-error so is a clause
    clauseById('RES-1').statement = '';
  });

  it('takes no id that is none', () => {
    // @ts-expect-error there is no such clause
    clauseById('RES-99');
    expectTypeOf(clauseById).parameter(0).toEqualTypeOf<ClauseId>();
  });

  it('puts each id in exactly one status', () => {
    type Parts = ModelledClauseId | InformationalClauseId | SupersededClauseId;
    expectTypeOf<Parts>().toEqualTypeOf<ClauseId>();
    expectTypeOf<InformationalClauseId & SupersededClauseId>().toEqualTypeOf<never>();
    expectTypeOf<Clause['id']>().toEqualTypeOf<ClauseId>();
    expectTypeOf<Extract<Clause, { status: 'modelled' }>['id']>().toEqualTypeOf<ModelledClauseId>();
    expectTypeOf<ClauseStatus>().toEqualTypeOf<'modelled' | 'informational' | 'superseded'>();
  });

  it('says why of what no rule of today computes, and of nothing else', () => {
    const told = { document: 'software', revision: '2020-06-18', section: 'A', statement: 'B.' };
    // @ts-expect-error no reason
    const clause: Clause = { ...told, document: 'software', id: 'SOF-11', status: 'informational' };
    // @ts-expect-error another status than that of its id
    const other: Clause = { ...told, document: 'software', id: 'SOF-11', status: 'modelled' };
    expectTypeOf(clause).toExtend<Clause>();
    expectTypeOf(other).toExtend<Clause>();
  });
});

describe('the examples', () => {
  it('lack none, and have none for what is informational', () => {
    type Followed = ModelledClauseId | SupersededClauseId;
    expectTypeOf<typeof examples>().toEqualTypeOf<{ readonly [Id in Followed]: ClauseExample }>();
    const { 'RES-1': _, ...others } = {} as typeof examples;
    // @ts-expect-error one is missing
    const table: typeof examples = others;
    expectTypeOf(table).toEqualTypeOf<typeof examples>();
  });
});
