import { posix } from 'node:path';
import {
  type Clause,
  clauses,
  type DocumentKey,
  documents as sources,
} from '../../src/clauses/index.ts';
import * as library from '../../src/index.ts';
import { directionsOf } from '../../src/places/directions.ts';
import { citations } from '../../src/reservations/policy/citations.ts';
import { softwareCitations } from '../../src/software/policy/citations.ts';
import { filesOf, read } from '../docs/blocks.ts';
import { declarations } from './declared.ts';
import { type ClauseExample, literal } from './examples/example.ts';
import { examples } from './examples/index.ts';
import type { RulebookWords } from './rulebook-words.ts';

// The text of docs/rulebook.md, in English and Korean.

const rooms = [/^(?:RES|AZR|PAY|AZS)-/, /^ROL-/, /^MKT-/, /^SOF-/, /^CUS-/, /^RSL-/, /^SUP-/];

/** The rulebook as it follows from the catalogue, the policies, the doc comments and the examples. */
export function rulebook(words: RulebookWords): string {
  return `${[
    `# ${words.title}`,
    ...words.intro,
    words.kinds(counts(), clauses.length),
    ...words.after,
    table(words.versions, versions(words)),
    table(words.documents, documents(words)),
    ...rooms.flatMap((ids, at) => [
      `## ${words.rooms[at]}`,
      ...clauses.filter(({ id }) => ids.test(id)).map((clause) => entry(clause, words)),
    ]),
  ].join('\n\n')}\n`;
}

function counts(): Readonly<Record<Clause['status'], number>> {
  const count = (status: Clause['status']) =>
    clauses.filter((clause) => clause.status === status).length;
  return {
    ...{ modelled: count('modelled'), informational: count('informational') },
    superseded: count('superseded'),
  };
}

/** A row for every published version of refund and software rules, permissions and lists of markets. */
function versions({ rules }: RulebookWords): string[][] {
  const refund = library.refundPolicyVersions.map((version) => {
    const cites = refundFields(version.policy).map(([clause]) => clause);
    return [
      rules.refunds,
      ...versionRow(version.policy.id, version, version.policy.document, cites),
    ];
  });
  const software = library.softwarePolicyVersions.map((version) => {
    const cites = softwareFields(version.policy).map(([clause]) => clause);
    return [
      rules.software,
      ...versionRow(version.policy.id, version, version.policy.document, cites),
    ];
  });
  const roles = library.permissionMatrixVersions.map((version, at, all) => {
    const before = Object.values(all[at - 1]?.matrix ?? {});
    const cites = Object.values(version.matrix)
      .filter((row) => !before.includes(row) && Object.values(row.granted).includes(true))
      .map(({ clause }) => clause);
    return [rules.roles, ...versionRow(version.id, version, undefined, cites)];
  });
  const markets = library.marketListVersions.map((list) => [
    rules.markets,
    ...versionRow(list.id, list, undefined, [list.clause]),
  ]);
  return [...refund, ...software, ...roles, ...markets];
}

function versionRow(
  id: string,
  { from, until }: { readonly from: string; readonly until: string | null },
  document: DocumentKey | undefined,
  cited: readonly string[],
): string[] {
  const ids = [...new Set(cited)].filter((clause) => clause !== '');
  const keys = document === undefined ? ids.map((clause) => documentOf(clause)) : [document];
  const sourced = [...new Set(keys)].map((key) => `[\`${key}\`](${sources[key].url})`);
  const links = ids.map((clause) => `[${clause}](#${clause.toLowerCase()})`);
  return [`\`${id}\``, from, until ?? '', sourced.join(', '), links.join(', ')];
}

function documentOf(id: string): DocumentKey {
  return (clauses.find((clause) => clause.id === id) as Clause).document;
}

function documents({ documentTitle }: RulebookWords): string[][] {
  const keys = Object.keys(sources) as DocumentKey[];
  return keys.map((key) => {
    const revisions = clauses.filter(({ document }) => document === key);
    const dates = [...new Set(revisions.map(({ revision }) => revision))];
    const ways = Object.values(directionsOf).filter((way) => way?.document === key);
    const dated = library.refundPolicyVersions.filter(({ policy }) => policy.document === key);
    const others = [...ways.map((way) => way?.revision), ...dated.map(({ from }) => from)];
    const cited = dates.length > 0 ? dates : [...new Set(others)];
    const { url } = sources[key];
    return [`\`${key}\``, `[${documentTitle(key)}](${url})`, cited.join(', ')];
  });
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function entry(clause: Clause, words: RulebookWords): string {
  const { id, document, revision, section, status } = clause;
  const why = words.whyOf(clause);
  const computed = declarations.filter((one) => one.clauses.includes(id));
  const pages = interpretations.filter(([, text]) =>
    text.includes(`rulebook.md#${id.toLowerCase()})`),
  );
  const { labels } = words;
  const up = posix.relative(posix.dirname(words.page), '.');
  const lines = [
    [labels.source, `\`${document}\`, ${revision}, ${section}`],
    [labels.status, `${words.statuses[status]}${why === undefined ? '' : `. ${why}`}`],
    [labels.numbers, numbersOf(id, words).join('; ')],
    [
      labels.computedBy,
      computed.map(({ name, file }) => `[\`${name}\`](${up}/${file})`).join(', '),
    ],
    [
      labels.interpretations,
      pages.map(([name]) => `[${name}](interpretations/${name}.md)`).join(', '),
    ],
  ];
  const told = lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `- **${name}:** ${text}`);
  const example = (examples as Readonly<Record<string, ClauseExample | undefined>>)[id];
  const shown = example === undefined ? [] : [program(example)];
  return [`### ${id}`, words.statementOf(clause), told.join('\n'), ...shown].join('\n\n');
}

/** The pages of the interpretations. */
const interpretations = filesOf('docs/interpretations', '.md')
  .map((file) => [file.slice('docs/interpretations/'.length, -'.md'.length), read(file)] as const)
  .filter(([name]) => name.startsWith('R-'));

/** An example that meets a clause and one that does not, as a program. */
function program({ meets, doesNot }: ClauseExample): string {
  const shown = [
    ['Meets it:', meets],
    ['Does not meet it:', doesNot],
  ] as const;
  const names = new Set(shown.flatMap(([, [{ written }]]) => written.match(/\w+(?=\()/g) ?? []));
  const known = [...names].filter((name) => name in library).sort();
  const code = shown.map(([title, [{ written }, shows]]) => {
    return `// ${title}\n${written};\n//=> ${open(shows)}\n`;
  });
  return `\`\`\`ts\nimport { ${known.join(', ')} } from 'partner-rules';\n\n${code.join('\n')}\`\`\``;
}

/** What an answer shows, of which every object has further fields. */
function open(shows: object): string {
  return literal(shows).replace(/\{ /g, '{ …, ');
}

type Field<Policy> = Exclude<keyof Policy, 'id' | 'document'>;
type Cites<Policy> = readonly (readonly [clause: string, fields: readonly Field<Policy>[]])[];

/** The fields of a refund policy, by the clause that gives them. */
function refundFields({
  document,
  priceBasis,
  exchangeEnd,
}: library.RefundPolicy): Cites<library.RefundPolicy> {
  const cites = citations[document];
  return [
    [cites.inWindow.unused, ['windowDays', 'dayWithoutRow', 'fullCreditWhenUnused']],
    [cites.inWindow.used, ['windowDays', 'dayWithoutRow']],
    [cites.afterWindow.unused, ['windowDays', 'feeRate']],
    [cites.afterWindow.used, ['windowDays', 'feeRate']],
    [cites.limit, ['limitUsd', 'limitWindow', 'limitCounts', 'overLimit']],
    [cites.exchange, ['exchangeMinimum', 'exchangeWindow']],
    [cites.nonReturnable, ['nonReturnable', 'nonExchangeable']],
    [priceBasis === 'lower' ? 'PAY-8' : '', ['priceBasis']],
    [exchangeEnd === null ? '' : 'AZR-10', ['exchangeEnd']],
    [cites.payee, ['payee']],
  ];
}

/** The fields of a policy for software, by the clause that gives them. */
function softwareFields(policy: library.SoftwarePolicy): Cites<library.SoftwarePolicy> {
  const cites = softwareCitations[policy.document];
  return [
    [cites.window, ['perpetualDays', 'subscriptionDays']],
    [cites.credit, ['perpetualCredit', 'subscriptionCredit']],
    [cites.nonCancellable, ['nonCancellable']],
    [cites.link, ['linkDays', 'linkDaysFrom', 'linkDownloads']],
    [cites.particulars, ['subscriptionNamedBy']],
    ['SOF-20', policy.creditPeriod === 'charge-cycle' ? ['creditPeriod'] : []],
    ['SOF-21', policy.fullCreditHours === null ? [] : ['fullCreditHours']],
    ['SOF-24', policy.rounding === 'unit-down' ? ['rounding'] : []],
  ];
}

/** The numbers and choices that a clause gives: fields of policies, rows of the matrix, the length of a list. */
function numbersOf(id: string, words: RulebookWords): string[] {
  const refund = Object.values(library.refundPolicies).map(
    (policy) => [policy.id, valuesOf(policy, refundFields(policy), id, words)] as const,
  );
  const software = Object.values(library.softwarePolicies).map(
    (policy) => [policy.id, valuesOf(policy, softwareFields(policy), id, words)] as const,
  );
  const byValues = new Map<string, string[]>();
  for (const [policy, values] of [...refund, ...software]) {
    if (values !== '') byValues.set(values, [...(byValues.get(values) ?? []), `\`${policy}\``]);
  }
  return [
    ...[...byValues].map(([values, policies]) => `${values} (${policies.join(', ')})`),
    ...library.marketListVersions
      .filter(({ clause }) => clause === id)
      .map(({ count, from }) => words.count(count, from)),
    ...Object.entries(library.permissionMatrix)
      .filter(([, { clause }]) => clause === id)
      .map(
        ([action]) => `\`${action}\`: ${library.rolesAllowed(action as library.Action).join(', ')}`,
      ),
  ];
}

function valuesOf<Policy extends object>(
  policy: Policy,
  cites: Cites<Policy>,
  id: string,
  words: RulebookWords,
): string {
  const fields = new Set(cites.flatMap(([clause, names]) => (clause === id ? names : [])));
  const stated = [...fields].filter((field) => field !== 'dayWithoutRow' || policy[field] !== null);
  return stated.map((field) => `\`${String(field)}\` ${textOf(policy[field], words)}`).join(', ');
}

function textOf(value: unknown, { none, and }: RulebookWords): string {
  if (value === null) return none;
  if (Array.isArray(value)) return value.length === 0 ? none : value.join(and);
  return String(value);
}
