import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import * as software from '../../src/software/index.ts';
import { subscription } from './facts.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Software\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';
  const scope = { ...library, order: subscription };

  it('shows answers that are given', () => {
    const lines = [...section.matchAll(/^(?:const .* = )?(\w+\(.*\)[.\w]*); \/\/ (.*)$/gm)];
    const answers = lines.map(([, call, shown]) => {
      const ask = new Function(...Object.keys(scope), `return ${call}`);
      const want = new Function(`return [${shown}]`)() as unknown[];
      return [ask(...Object.values(scope)) as unknown, want] as const;
    });
    const figures = { lastDay: '2025-04-30', daysLeft: 0, credit: { amount: '1002.74' } };
    expect(answers).toMatchObject([
      [figures, Object.values(figures)],
      [['SOF-3'], [['SOF-3']]],
      ['expired', ['expired']],
    ]);
  });

  it('tells of which order', () => {
    const days = { purchasedOn: '2025-03-01', canceledOn: '2025-04-30' };
    expect(subscription).toMatchObject({ paid: '1200.00', term: 'P1Y', ...days });
    expect(section).toContain(
      'one-year subscription of 1,200.00 USD, bought on 2025-03-01 and cancelled on 2025-04-30',
    );
    expect(section).toMatch(/305 of\s365 days remain/);
    expect(library.decideSoftwareCancellation(subscription).credit).toMatchObject({
      days: 305,
      termDays: 365,
    });
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');
  const section = /\n## Software\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

  it('lists every clause', () => {
    for (const { id } of library.softwareClauses) expect(guide).toContain(`\n| ${id} | `);
  });

  it('lists every refusal with its next step', () => {
    const source = ['cancellation/cancellation', 'cancellation/decide-software-exchange']
      .concat(['download-link/renew-download-link', 'download-link/record-download'])
      .map((name) => read(`src/software/${name}.ts`))
      .join('\n');
    const unions = [...source.matchAll(/export type \w+Refusal =([^;]*);/g)];
    expect(unions).toHaveLength(4);
    const reasons = unions.flatMap(([, union = '']) =>
      [...union.matchAll(/'([^']+)'/g)].map(([, word]) => word),
    );
    expect(new Set(reasons).size).toBe(11);
    for (const reason of reasons) expect(guide).toMatch(new RegExp(`\\n\\| \`${reason}\` \\| \``));
  });

  it('names what the facts and the answers hold', () => {
    const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 50, revoked: false };
    const decision = library.decideSoftwareCancellation(subscription);
    const words = [
      ...Object.keys(subscription),
      ...Object.keys(decision),
      ...Object.keys(decision.credit ?? {}),
      ...decision.effects,
      ...Object.keys(library.downloadLinkStatus(link, link.issuedAt)),
      ...Object.keys(library.defaultSoftwarePolicy).filter((name) => name !== 'id'),
      ...Object.keys(library.softwarePolicies),
      ...['firstDownloadedAt', 'unstated', 'credit-unstated', 'first-download', 'issue'],
      ...['name', 'tenantId', 'domain', 'active', 'expired', 'revoked', 'time', 'downloads'],
      ...library.softwareKinds,
      ...library.softwareTerms,
      ...library.cancellationParticulars,
      ...Object.keys(library).filter((name) =>
        /^(?:decideSoft|\w+Download|softwarePolic|parseSoftware|defaultSoftware)/.test(name),
      ),
    ];
    const known = ['allowed', 'because', 'interpretations'];
    for (const word of words) {
      if (!known.includes(word)) expect(section).toMatch(new RegExp(`\`${word}\\b`));
    }
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(software);
  });
});
