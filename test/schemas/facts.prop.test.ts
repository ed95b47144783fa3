import { readFileSync } from 'node:fs';
import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/index.ts';
import type { FactSchemas } from '../../src/schemas/catalogue.ts';
import { acceptedFacts, examplesOfDifferences } from './differences.ts';
import { readFacts } from './read-facts.ts';
import { readSchema, validatorOf } from './read-schema.ts';
import { nearlyValuesOf } from './values-of.ts';

const page = readFileSync(new URL('../../docs/apps/schemas.md', import.meta.url), 'utf8');

/** What the page lists as rules that a schema cannot say, each as `code field`. */
const listed = new Set(
  [...page.matchAll(/^\| `([a-z-]+)` \| ((?:`[\w.[\]]+`(?:, )?)+) \| [^`|]/gm)].flatMap(
    ([, code, fields = '']) =>
      [...fields.matchAll(/`([^`]+)`/g)].map(([, field]) => `${code} ${field}`),
  ),
);

/** Within answers, which have schemas of their own, anything may be amiss. */
const ruleOf = (issue: Issue): string =>
  listed.has(`any ${issue.path[0]}`) ? `any ${issue.path[0]}` : `${issue.code} ${fieldOf(issue)}`;

/**
 * `days[].on` for the path of any day's `on`. A reservation that is exchanged or a candidate has the rules of one by
 * itself, a ledger and a policy theirs, and the amount in an object those of the amount by itself.
 */
const fieldOf = ({ path }: Issue): string =>
  path
    .reduce<string>(
      (text, step) => (typeof step === 'number' ? `${text}[]` : `${text}${text && '.'}${step}`),
      '',
    )
    .replace(/^(reservationsToExchange\[\]|candidates\[\]|ledger|policy)\./, '')
    .replace(/(currentPrice|pricingRefund|billingCurrencyTotal)\.amount$/, '$1');

/** The facts without their fields that are `null`, with each choice of the outermost, as some of those are required. */
function withoutNulls(facts: object): object[] {
  const plain: object = JSON.parse(JSON.stringify(facts, (_, value) => value ?? undefined));
  const nulls = Object.entries(facts).filter(([, value]) => value === null);
  return nulls.reduce<object[]>(
    (choices, [name]) => choices.flatMap((one) => [one, { ...one, [name]: null }]),
    [plain],
  );
}

const names = Object.keys(readFacts) as (keyof FactSchemas)[];

describe.each(names)('%s.json', (name) => {
  const validate = validatorOf(name);
  const read = readFacts[name];

  it('accepts an example, as the library does', () => {
    const facts: unknown = JSON.parse(JSON.stringify(acceptedFacts[name]));
    expect(read(facts)).toEqual([]);
    expect(validate(facts)).toBe(true);
  });

  test.prop([nearlyValuesOf(readSchema(name))])(
    'accepts what the library accepts, and refuses what it refuses but for the listed rules',
    (facts) => {
      const issues = read(facts);
      const isAccepted = validate(facts);
      // To the library `null` is an optional field that is not given.
      if (issues.length === 0 && !isAccepted) {
        const isValid = withoutNulls(facts as object).some((one) => validate(one));
        expect(isValid || validate.errors).toBe(true);
      }
      if (!isAccepted) return;
      expect(issues.map(ruleOf).filter((rule) => !listed.has(rule))).toEqual([]);
    },
  );
});

describe('the listed rules', () => {
  it('are those of the examples', () => {
    expect([...listed].sort()).toEqual(
      [...new Set(examplesOfDifferences.map(({ code, field }) => `${code} ${field}`))].sort(),
    );
  });

  it.each(examplesOfDifferences)('differ: %o', ({ schema, field, code, facts }) => {
    const validate = validatorOf(schema);
    const given: unknown = JSON.parse(JSON.stringify(facts));
    validate(given);
    expect(validate.errors ?? []).toEqual([]);
    const rules = new Set(readFacts[schema](given).map(ruleOf));
    expect([...rules]).toEqual([`${code} ${field}`]);
  });
});
