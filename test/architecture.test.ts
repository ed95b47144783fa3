import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** From low to high. A room imports from lower layers and from itself, never sideways or upward. */
const LAYERS: readonly (readonly string[])[] = [
  ['kernel'],
  ['vocabulary'],
  ['amounts', 'roles', 'markets'],
  ['reservations', 'software', 'customers', 'resellers'],
  ['support', 'columns', 'interop', 'plans'],
  ['clauses', 'places'],
  ['explain'],
  ['index', 'cli'],
  // Runs at build time only: nothing else may import it.
  ['schemas'],
];

/** The folders of a room, from low to high. A file of none of them may import from them all. */
const FLOORS: { readonly [room: string]: readonly (readonly string[])[] } = {
  reservations: [['policy'], ['facts'], ['quote'], ['ledger'], ['what-if']],
  software: [['policy'], ['cancellation', 'download-link', 'hybrid-benefit']],
  plans: [['facts'], ['claims'], ['search'], ['answer']],
  support: [['form'], ['facts']],
  interop: [['body'], ['facts', 'responses'], ['exports']],
  explain: [
    ['words'],
    ['form'],
    ['reservations', 'software', 'customers', 'resellers', 'support', 'plans'],
  ],
  cli: [['io'], ['ledger', 'input'], ['orders'], ['commands', 'listings'], ['report'], ['usage']],
};

/** Packages that are bundled into the command line, each used in one file. */
const bundled: { readonly [specifier: string]: string } = {
  '@date-fns/utc': 'cli/input/export-dates.ts',
  'csv-parse': 'cli/input/csv-rows.ts',
  'date-fns': 'cli/input/export-dates.ts',
  'fast-string-truncated-width': 'cli/report/columns.ts',
  papaparse: 'cli/report/csv-line.ts',
  picocolors: 'cli/report/columns.ts',
};

const MOST_FILES_OF_A_FOLDER = 15;
const MOST_LINES_OF_A_FILE = 320;

interface Import {
  readonly specifier: string;
  readonly isOnlyTypes: boolean;
}

/** A folder of `src`, or a file that stands there alone. */
const roomOf = (path: string): string => path.replace(/(\/.*|\.ts)$/, '');
const floorOf = (path: string): number =>
  (FLOORS[roomOf(path)] ?? []).findIndex((folders) => folders.includes(path.split('/')[1] ?? ''));
const layerOf = (room: string): number => LAYERS.findIndex((rooms) => rooms.includes(room));

function nodesOf(root: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return nodes;
}

function importOf(node: ts.Node): Import | undefined {
  const named = (specifier: ts.Node | undefined, isOnlyTypes: boolean): Import => ({
    specifier:
      specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)',
    isOnlyTypes,
  });
  if (ts.isImportDeclaration(node)) {
    const isOnlyTypes = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return named(node.moduleSpecifier, isOnlyTypes);
  }
  if (ts.isExportDeclaration(node)) {
    const { moduleSpecifier, isTypeOnly } = node;
    return moduleSpecifier === undefined ? undefined : named(moduleSpecifier, isTypeOnly);
  }
  if (ts.isImportTypeNode(node)) {
    return named(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
  }
  if (ts.isExternalModuleReference(node)) return named(node.expression, false);
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const isImport = expression.kind === ts.SyntaxKind.ImportKeyword;
    const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
    return isImport || isRequire ? named(node.arguments[0], false) : undefined;
  }
  return undefined;
}

function faultOfImport(path: string, { specifier, isOnlyTypes }: Import): string | undefined {
  const room = roomOf(path);
  if (specifier.startsWith('node:')) {
    return ['cli', 'schemas'].includes(room) ? undefined : `imports ${specifier} outside the CLI`;
  }
  if (specifier === 'decimal.js') {
    return path === 'kernel/money.ts' ? undefined : 'imports decimal.js outside kernel/money.ts';
  }
  if (specifier === 'typescript' && room === 'schemas') return undefined;
  if (bundled[specifier] === path) return undefined;
  if (specifier === '@photostructure/sqlite' && path === 'cli/ledger/sqlite.ts') return undefined;
  if (!/^\.\.?\//.test(specifier)) return `imports the package ${specifier}`;

  const target = posix.join(posix.dirname(path), specifier);
  if (path === 'cli/main.ts' && target === '../package.json') return undefined;
  if (target.startsWith('../')) return `imports ${target} from outside src`;
  const targetRoom = roomOf(target);
  if (layerOf(targetRoom) === -1) return `imports ${target}, which is in no layer`;
  if (layerOf(targetRoom) > layerOf(room)) return `imports upward from ${targetRoom}`;
  if (targetRoom !== room && layerOf(targetRoom) === layerOf(room)) {
    return `imports sideways from ${targetRoom}`;
  }
  if (targetRoom === room && floorOf(path) !== -1) {
    if (floorOf(target) > floorOf(path)) return `imports upward from ${posix.dirname(target)}`;
    if (floorOf(target) === -1 && target.split('/').length === 2) return undefined;
    if (floorOf(target) === floorOf(path) && posix.dirname(target) !== posix.dirname(path)) {
      return `imports sideways from ${posix.dirname(target)}`;
    }
  }
  if (posix.basename(path) === 'clauses.ts' && room !== 'vocabulary' && !isOnlyTypes) {
    return `imports ${target} at run time`;
  }
  return undefined;
}

const AMBIENT = ['process', 'globalThis', 'Intl', 'console', 'performance', 'crypto'];
const AMBIENT_MEMBERS = ['Date.now', 'Math.random'];
const OF_LOCALE = /^(toLocale|localeCompare)/;
const OF_ZONE = /^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/;

/** What reaches for the clock, chance, the zone, the language or the surroundings of the host. */
function faultOfPurity(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && AMBIENT.includes(node.text)) {
    const { parent } = node;
    const isOnlyName = 'name' in parent && parent.name === node;
    return isOnlyName && !ts.isShorthandPropertyAssignment(parent)
      ? undefined
      : `uses ${node.text}`;
  }
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
    return (node.arguments?.length ?? 0) === 0 ? 'uses new Date()' : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'uses Date()';
  const member = memberOf(node);
  if (member === undefined) return undefined;
  const [owner, name] = member;
  return AMBIENT_MEMBERS.includes(`${owner}.${name}`) || OF_LOCALE.test(name) || OF_ZONE.test(name)
    ? `uses ${owner}.${name}`
    : undefined;
}

function memberOf(node: ts.Node): [owner: string, name: string] | undefined {
  if (ts.isPropertyAccessExpression(node)) return [node.expression.getText(), node.name.text];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return [node.expression.getText(), node.argumentExpression.text];
  }
  return undefined;
}

/** What is wrong with a file, by its path in `src` and its text. */
function faultsOf(path: string, text: string): string[] {
  if (layerOf(roomOf(path)) === -1) return ['is in no layer'];
  const nodes = nodesOf(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  const faults = nodes.flatMap((node) => {
    const found = importOf(node);
    return [
      found === undefined ? undefined : faultOfImport(path, found),
      roomOf(path) === 'cli' ? undefined : faultOfPurity(node),
    ];
  });
  return faults.filter((fault) => fault !== undefined);
}

describe('the sources', () => {
  const root = new URL('../src/', import.meta.url);
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

  it('are found', () => {
    expect(paths).toEqual(expect.arrayContaining(['index.ts', 'cli/main.ts', 'kernel/day.ts']));
  });

  it.each(paths)('%s keeps to its layer, and to pure functions outside the CLI', (path) => {
    expect(faultsOf(path, readFileSync(new URL(path, root), 'utf8'))).toEqual([]);
  });
});

describe('the folders', () => {
  const root = new URL('../src/', import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')] as const);

  it('import in no circle', () => {
    const imports = new Map(
      sources.map(([path, text]) => [
        path,
        nodesOf(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true))
          .map((node) => importOf(node)?.specifier ?? '')
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => posix.join(posix.dirname(path), specifier)),
      ]),
    );
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' '));
      if (settled.has(path) || trail.includes(path)) return;
      for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
      settled.add(path);
    };
    for (const path of imports.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  it(`have at most ${MOST_FILES_OF_A_FOLDER} files at one level`, () => {
    const folders = new Map<string, string[]>();
    for (const [path] of sources) {
      const folder = posix.dirname(path);
      folders.set(folder, [...(folders.get(folder) ?? []), path]);
    }
    const full = [...folders].filter(([, files]) => files.length > MOST_FILES_OF_A_FOLDER);
    expect(full.map(([folder, files]) => `${folder}: ${files.length} files`)).toEqual([]);
  });

  it(`have files of at most ${MOST_LINES_OF_A_FILE} lines, tables of words apart`, () => {
    const long = sources
      .map(([path, text]) => [path, text.trimEnd().split('\n').length] as const)
      .filter(([path, lines]) => lines > MOST_LINES_OF_A_FILE && !path.includes('/words/'));
    expect(long).toEqual([]);
  });
});

describe('the check of imports', () => {
  it.each([
    ['roles/index.ts', "export * from '../kernel/index.ts';"],
    ['reservations/input.ts', "import { readDay } from '../kernel/day.ts';"],
    ['reservations/input.ts', "import { isAllowed } from '../roles/index.ts';"],
    ['support/index.ts', "import { quoteRefund } from '../reservations/index.ts';"],
    ['clauses/catalogue.ts', "import { supportClauses } from '../support/clauses.ts';"],
    ['explain/index.ts', "import { clauseById } from '../clauses/index.ts';"],
    ['index.ts', "export * from './support/index.ts';"],
    ['cli/main.ts', "import { version } from '../../package.json';"],
    ['cli/bin.ts', "import { main } from './main.ts';"],
    ['cli/main.ts', "import { readFileSync } from 'node:fs';"],
    ['kernel/money.ts', "import { Decimal } from 'decimal.js';"],
    ['schemas/generate.ts', "import ts from 'typescript';"],
    ['schemas/generate.ts', "import { writeFileSync } from 'node:fs';"],
    ['schemas/catalogue.ts', "import type * as rules from '../index.ts';"],
    ['roles/clauses.ts', "import type { Clause } from '../vocabulary/clauses.ts';"],
    ['roles/clauses.ts', "export type { Clause } from '../vocabulary/clauses.ts';"],
    ['roles/clauses.ts', "type Clause = import('../vocabulary/clauses.ts').Clause;"],
    ['reservations/quote/facts.ts', "import { policies } from '../policy/policies.ts';"],
    ['reservations/quote/facts.ts', "import { days } from './days.ts';"],
    ['software/cancellation/facts.ts', "import { clauses } from '../clauses.ts';"],
    ['kernel/day.ts', "// import '../cli/main.ts'\nconst text = \"import '../cli/main.ts'\";"],
    ['kernel/day.ts', 'export { readDay };'],
  ])('has nothing against %s: %s', (path, text) => {
    expect(faultsOf(path, text)).toEqual([]);
  });

  it.each([
    ['kernel/day.ts', "import { a } from '../roles/index.ts';", 'imports upward from roles'],
    ['kernel/day.ts', "import type { A } from '../index.ts';", 'imports upward from index'],
    ['kernel/day.ts', "import '../cli/main.ts';", 'imports upward from cli'],
    ['kernel/day.ts', "export * from '../software/a.ts';", 'imports upward from software'],
    ['kernel/day.ts', "export { a } from '../roles/a.ts';", 'imports upward from roles'],
    ['kernel/day.ts', "const a = await import('../roles/a.ts');", 'imports upward from roles'],
    ['kernel/day.ts', "const a = require('../roles/a.ts');", 'imports upward from roles'],
    ['kernel/day.ts', "import a = require('../roles/a.ts');", 'imports upward from roles'],
    ['kernel/day.ts', "type A = import('../roles/a.ts').A;", 'imports upward from roles'],
    ['roles/index.ts', "import '../customers/index.ts';", 'imports upward from customers'],
    ['software/index.ts', "import '../support/index.ts';", 'imports upward from support'],
    ['explain/index.ts', "import '../cli/table.ts';", 'imports upward from cli'],
    ['roles/index.ts', "import '../markets/index.ts';", 'imports sideways from markets'],
    ['reservations/a.ts', "import '../software/b.ts';", 'imports sideways from software'],
    [
      'resellers/a.ts',
      "import type { B } from '../customers/b.ts';",
      'imports sideways from customers',
    ],
    ['support/a.ts', "import '../explain/b.ts';", 'imports upward from explain'],
    ['support/a.ts', "import '../clauses/index.ts';", 'imports upward from clauses'],
    ['cli/main.ts', "import '../index.ts';", 'imports sideways from index'],
    ['index.ts', "import './cli/main.ts';", 'imports sideways from cli'],
    ['index.ts', "import './schemas/generate.ts';", 'imports upward from schemas'],
    ['cli/main.ts', "import '../schemas/generate.ts';", 'imports upward from schemas'],
    ['roles/a.ts', "import '../helpers/b.ts';", 'imports helpers/b.ts, which is in no layer'],
    ['helpers/b.ts', '', 'is in no layer'],
    ['roles/a.ts', "import '../../package.json';", 'imports ../package.json from outside src'],
    ['cli/a.ts', "import '../../test/setup.ts';", 'imports ../test/setup.ts from outside src'],
    ['kernel/day.ts', "import 'decimal.js';", 'imports decimal.js outside kernel/money.ts'],
    ['kernel/day.ts', "import 'date-fns/add';", 'imports the package date-fns/add'],
    ['kernel/day.ts', "import { inspect } from 'node:util';", 'imports node:util outside the CLI'],
    ['index.ts', "import type { A } from 'node:fs';", 'imports node:fs outside the CLI'],
    ['cli/main.ts', "import { readFileSync } from 'fs';", 'imports the package fs'],
    ['roles/a.ts', "import { pick } from 'lodash';", 'imports the package lodash'],
    ['cli/a.ts', "import ts from 'typescript';", 'imports the package typescript'],
    [
      'roles/a.ts',
      "import { b } from 'partner-rules/roles';",
      'imports the package partner-rules/roles',
    ],
    ['roles/a.ts', 'const a = await import(name);', 'imports the package (computed)'],
    [
      'reservations/quote/a.ts',
      "import '../ledger/b.ts';",
      'imports upward from reservations/ledger',
    ],
    [
      'software/cancellation/a.ts',
      "import type { B } from '../download-link/b.ts';",
      'imports sideways from software/download-link',
    ],
    ['roles/clauses.ts', "import { clauseById } from './a.ts';", 'imports roles/a.ts at run time'],
  ])('refuses in %s: %s', (path, text, fault) => {
    expect(faultsOf(path, text)).toEqual([fault]);
  });
});

describe('the check of purity', () => {
  it.each([
    'new Date(0).getTime();',
    'new Date(Date.UTC(2025, 0, 1)).getUTCFullYear();',
    'value instanceof Date;',
    'Math.floor(1.5);',
    "// Date.now() and process\nconst text = 'console.log(Math.random())';",
    'step.process();',
    'const step = { process: 1, console: 2 };',
    'interface Step { process: string }',
    'text.toLowerCase();',
  ])('has nothing against: %s', (text) => {
    expect(faultsOf('kernel/day.ts', text)).toEqual([]);
  });

  it.each([
    ['Date.now();', 'uses Date.now'],
    ["Date['now']();", 'uses Date.now'],
    ['const now = Date.now;', 'uses Date.now'],
    ['new Date();', 'uses new Date()'],
    ['new Date;', 'uses new Date()'],
    ['Date();', 'uses Date()'],
    ['Math.random();', 'uses Math.random'],
    ["process.env['TZ'];", 'uses process'],
    ['read(process);', 'uses process'],
    ['const host = { process };', 'uses process'],
    ['globalThis.Date;', 'uses globalThis'],
    ['new Intl.DateTimeFormat();', 'uses Intl'],
    ["console.log('here');", 'uses console'],
    ['performance.now();', 'uses performance'],
    ['crypto.randomUUID();', 'uses crypto'],
    ['amount.toLocaleString();', 'uses amount.toLocaleString'],
    ["text['toLocaleUpperCase']();", 'uses text.toLocaleUpperCase'],
    ['a.localeCompare(b);', 'uses a.localeCompare'],
    ['date.getFullYear();', 'uses date.getFullYear'],
    ['date.getTimezoneOffset();', 'uses date.getTimezoneOffset'],
  ])('refuses outside the CLI, and not in it: %s', (text, fault) => {
    expect(faultsOf('kernel/day.ts', text)).toEqual([fault]);
    expect(faultsOf('index.ts', text)).toEqual([fault]);
    expect(faultsOf('cli/bin.ts', text)).toEqual([]);
    expect(faultsOf('cli/main.ts', text)).toEqual([]);
  });
});
