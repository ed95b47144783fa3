import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as customers from '../../src/customers/index.ts';
import * as library from '../../src/index.ts';
import { missing, refused, tasks, whileOn } from './rulebook.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Customers\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';

  it('shows answers that are given', () => {
    const lines = [...section.matchAll(/^const \{ (.*) \} = (\w+\(.*\)); \/\/ (.*)$/gm)];
    expect(lines).toHaveLength(3);
    for (const [, names = '', call, shown] of lines) {
      const ask = new Function(...Object.keys(library), `return ${call}`);
      const answer = ask(...Object.values(library)) as Record<string, unknown>;
      const want = new Function(`return [${shown}]`)() as unknown[];
      expect(names.split(', ').map((name) => answer[name])).toEqual(want);
    }
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');
  const section = /\n## Customers\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

  it('lists every clause', () => {
    for (const { id } of library.customerClauses) {
      expect(guide).toMatch(new RegExp(`^\\| (?:.*, )?${id}\\b`, 'm'));
    }
  });

  it('lists every reason with its next step', () => {
    const rows = [
      ...Object.values({ ...missing, ...refused }),
      { reason: 'through-the-partner', nextStep: 'ask-the-partner' },
      { reason: 'out-of-scope', nextStep: 'check-the-other-agreement' },
    ];
    for (const { reason, nextStep } of rows) {
      expect(guide).toContain(`\n| \`${reason}\` | \`${nextStep}\` | `);
    }
  });

  it('has the tasks', () => {
    const rows = section.matchAll(
      /^\| (`[a-z`, -]+`) \| `([a-z-]+)`[^|]* \| ((?:CUS|SOF)-\d+) \|$/gm,
    );
    const told = [...rows].flatMap(([, what = '', how, clause]) =>
      [...what.matchAll(/`([^`]+)`/g)].map(([, task]) => [task, how, clause]),
    );
    expect(told.filter(([task]) => tasks.some(([known]) => known === task))).toEqual(
      tasks.map(([task, , how, clause]) => [task, how, clause]),
    );
  });

  it('names the effects, the facts and what the answers hold', () => {
    const change = library.decidePermissionChange({ roles: [], current: 'on', wanted: 'on' });
    const words = [
      ...Object.entries(whileOn).flatMap(([name, value]) => [name, ...[value].flat()]),
      ...Object.keys(change),
      ...Object.keys(library.decideCustomerTask('manage', { subscriptionBoughtBy: 'other' })),
      ...['subscription', 'permission', 'subscriptionId', 'subscriptionIds', 'shared', 'single'],
      ...['azure-plan', 'azure-global', 'other', 'boughtBy', 'userRole', 'owner', 'on', 'off'],
      ...['Create Customer Purchase Permissions', 'Delete Customer Purchase Permissions'],
    ];
    for (const word of words.filter((name) => name !== 'allowed')) {
      expect(section).toMatch(new RegExp(`\`${word}\`|[{ ]${word}[,? ][^\`]*\\}\\)\``));
    }
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(customers);
  });
});
