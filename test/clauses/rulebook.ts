import { type Clause, clauses, type DocumentKey } from '../../src/clauses/index.ts';
import { filesNaming, isStatement } from './naming.ts';

// The text of docs/rulebook.md.

/** The titles of the documents. A key without one does not compile. */
const titles: { readonly [Key in DocumentKey]: string } = {
  reservations: 'Manage, cancel, exchange or refund Azure reservations for customers',
  'reservations-2018': 'Manage Azure reservations on behalf of your customers',
  'reservations-2018-10': 'The same page, October 2018',
  'reservations-2018-11': 'The same page, November 2018',
  'azure-refunds-2020-01': 'Self-service exchanges and refunds for Azure Reservations',
  'azure-refunds-2020-02': 'The same page, February 2020',
  'azure-refunds-2020-07': 'The same page, July 2020',
  'azure-refunds-2022-10': 'The same page, October 2022',
  'azure-refunds-2024-12': 'The same page, December 2024',
  software: 'Sell software subscriptions through the CSP program',
  'software-2018-09': 'The same page, September 2018',
  'software-2019-07': 'The same page, July 2019',
  'software-2019-12': 'The same page, December 2019',
  'software-2020-01': 'The same page, January 2020',
  'software-2021-02': 'The same page, February 2021',
  'software-2021-06': 'The same page, June 2021',
  'software-2022': 'The same page, 2022',
  'customer-permission': 'Give customers permission to buy their own products or services',
  'indirect-resellers': 'Partner with indirect resellers in the CSP program',
};

const rooms: readonly (readonly [title: string, ids: RegExp])[] = [
  ['Reservations', /^(?:RES|AZR)-/],
  ['Roles', /^ROL-/],
  ['Markets', /^MKT-/],
  ['Software', /^SOF-/],
  ['Customers', /^CUS-/],
  ['Resellers', /^RSL-/],
  ['Support', /^SUP-/],
];

const rules = filesNaming('src', (path) => !isStatement(path));
const tests = filesNaming('test', () => true);

/** The rulebook as it follows from the catalogue, the sources and the tests. */
export function rulebook(): string {
  return `${[
    '# Rulebook',
    'Every clause that the answers cite: what it says in this project’s words, where the original stands, which files follow it and which tests hold it. The words of the documents are theirs and are not copied; what the project chose where they are silent is in [the interpretations](interpretations/README.md).',
    '*Written by `npm run docs:rulebook` from the catalogue (`partner-rules/clauses`). Do not edit it by hand.*',
    `A clause is **modelled** (rules compute it), **informational** (none does, and why is said) or **superseded** (an older revision, which only an older policy follows). There are ${clauses.length}: ${counts()}.`,
    table(['document', 'title', 'revision'], documents()),
    ...rooms.flatMap(([title, ids]) => [
      `## ${title}`,
      ...clauses.filter(({ id }) => ids.test(id)).map(entry),
    ]),
  ].join('\n\n')}\n`;
}

function counts(): string {
  const statuses = ['modelled', 'informational', 'superseded'] as const;
  const count = (status: Clause['status']) =>
    clauses.filter((clause) => clause.status === status).length;
  return statuses.map((status) => `${count(status)} ${status}`).join(', ');
}

function documents(): string[][] {
  const keys = Object.keys(titles) as DocumentKey[];
  return keys.map((key) => {
    const revisions = clauses.filter(({ document }) => document === key);
    const dates = [...new Set(revisions.map(({ revision }) => revision))];
    return [`\`${key}\``, titles[key], dates.join(', ')];
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function entry({ id, document, revision, section, statement, status, why }: Clause): string {
  const lines = [
    `**Source:** \`${document}\`, ${revision}, ${section}`,
    `**Status:** ${status}${why === undefined ? '' : `. ${why}`}`,
    `**Followed by:** ${links(rules.get(id), 'src/')}`,
    `**Tested by:** ${links(tests.get(id), 'test/')}`,
  ];
  return [`### ${id}`, statement, lines.map((line) => `- ${line}`).join('\n')].join('\n\n');
}

function links(paths: readonly string[] = [], folder: string): string {
  if (paths.length === 0) return 'no file';
  return paths.map((path) => `[${path.slice(folder.length)}](../${path})`).join(', ');
}
