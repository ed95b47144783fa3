import { describe, expect, it } from 'vitest';
import { clauses } from '../../src/clauses/index.ts';
import * as library from '../../src/index.ts';
import { type Answer, answers } from './answers.ts';
import { clausesOf } from './declared.ts';
import { interpretationIds } from './naming.ts';

const known = new Set(clauses.map(({ id }) => id));
const followed = clauses.filter(({ status }) => status !== 'informational').map(({ id }) => id);

/** What is wrong with what an answer says of why it is so. */
function faultsOf({
  allowed,
  because,
  interpretations,
  obstacles = [],
  lines = [],
}: Answer): string[] {
  const faults: string[] = [];
  if (because.length === 0) faults.push('no clause');
  if (new Set(because).size < because.length) faults.push('a clause twice');
  if (new Set(interpretations).size < interpretations.length)
    faults.push('an interpretation twice');
  for (const id of because) if (!known.has(id)) faults.push(`unknown clause ${id}`);
  for (const id of interpretations)
    if (!interpretationIds.includes(id)) faults.push(`unknown interpretation ${id}`);
  if ((allowed === false) !== obstacles.length > 0) faults.push('no obstacle, or a needless one');
  for (const { reason, clause, interpretation } of obstacles) {
    if (!because.includes(clause)) faults.push(`${reason}: ${clause} is not in because`);
    if (interpretation !== undefined && !interpretations.includes(interpretation)) {
      faults.push(`${reason}: ${interpretation} is not in interpretations`);
    }
  }
  for (const { clause } of lines) {
    if (!because.includes(clause)) faults.push(`a line: ${clause} is not in because`);
  }
  return faults;
}

const sample: readonly (readonly [name: string, answers: readonly Answer[]])[] = Object.entries(
  answers,
).map(([name, ask]) => [name, [...ask()]]);
const everything = sample.flatMap(([, given]) => given);

describe('every answer names its clauses', () => {
  it.each(sample)('of %s', (_, given) => {
    expect(given).not.toEqual([]);
    for (const answer of given) {
      const faults = faultsOf(answer);
      if (faults.length > 0) expect({ faults, answer }).toEqual({ faults: [], answer });
    }
  });

  it.each(sample)('of %s, and its function declares them', (name, given) => {
    const cited = new Set(given.flatMap(({ because }) => because));
    const declared = clausesOf(name);
    expect([...cited].filter((id) => !declared.includes(id))).toEqual([]);
  });

  const good: Answer = {
    ...{ allowed: false, because: ['RES-8'], interpretations: ['R-ENDED'] },
    obstacles: [
      {
        ...{ reason: 'term-ended', clause: 'RES-8', interpretation: 'R-ENDED' },
        nextStep: 'nothing-left-to-return',
      },
    ],
  };

  it.each<[fault: string, change: object]>([
    ['no clause', { because: [] }],
    ['a clause twice', { because: ['RES-8', 'RES-8'] }],
    ['an interpretation twice', { interpretations: ['R-ENDED', 'R-ENDED'] }],
    ['unknown clause RES-0', { because: ['RES-8', 'RES-0'] }],
    ['unknown interpretation R-NONE', { interpretations: ['R-ENDED', 'R-NONE'] }],
    ['no obstacle, or a needless one', { obstacles: [] }],
    ['no obstacle, or a needless one', { allowed: true }],
    ['term-ended: RES-8 is not in because', { because: ['RES-5'] }],
    ['term-ended: R-ENDED is not in interpretations', { interpretations: [] }],
    ['a line: RES-3 is not in because', { lines: [{ clause: 'RES-3' }] }],
  ])('where one does not, that is found: %s', (fault, change) => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf({ ...good, ...change })).toContain(fault);
  });
});

describe('the sample', () => {
  it('has an answer of every exported function that decides, quotes or moves a state', () => {
    const asked = /^(?:decide|quote|plan|settle|renew|record|advance|draft)[A-Z]/;
    const named = Object.keys(library).filter((name) => asked.test(name));
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(named));
  });

  it('has a yes and a no of each, if both exist', () => {
    const verdicts = sample.map(([name, given]) => [
      name,
      new Set(given.map(({ allowed }) => allowed)),
    ]);
    expect(Object.fromEntries(verdicts)).toEqual({
      ...Object.fromEntries(sample.map(([name]) => [name, new Set([true, false])])),
      decideSoftwareExchange: new Set([false]),
      downloadLinkStatus: new Set([undefined]),
      discountedSubscriptions: new Set([undefined]),
      planReturns: new Set([undefined]),
    });
  });

  it('meets every clause that answers follow and no other', () => {
    const cited = new Set(everything.flatMap(({ because }) => because));
    // These are answered by true or false alone.
    const bare = ['MKT-2', 'MKT-7'];
    expect(cited).toEqual(new Set(followed.filter((id) => !bare.includes(id))));
  });

  it('meets every interpretation', () => {
    // Readers of bodies apply R-ORDER: they give facts, which name no interpretation.
    expect(new Set(everything.flatMap(({ interpretations }) => interpretations))).toEqual(
      new Set(interpretationIds.filter((id) => id !== 'R-ORDER')),
    );
  });
});
