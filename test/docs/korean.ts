import { posix } from 'node:path';
import { anchorsOf, filesOf, read } from './blocks.ts';
import { koreanTables } from './korean-tables.ts';

// Each English page has its Korean page at the same place below docs/ko.

/** Pages outside docs that have a Korean page. */
const outside: Readonly<Record<string, string>> = {
  'README.md': 'docs/ko/README.md',
  '.github/CONTRIBUTING.md': 'docs/ko/contributing.md',
  '.github/SECURITY.md': 'docs/ko/security.md',
  '.github/CODE_OF_CONDUCT.md': 'docs/ko/code-of-conduct.md',
};

export const koreanPageOf = (file: string): string =>
  outside[file] ?? file.replace(/^docs\//, 'docs/ko/');

/** The English pages that have a Korean one. */
export const translated: readonly string[] = [
  ...Object.keys(outside),
  ...filesOf('docs', '.md').filter((file) => !file.startsWith('docs/ko/')),
];

const CODE = /^```.*?^```$/gms;

/** After this, a command writes the page. */
const WRITTEN = /<!-- (climbed|measured) -->\n/;

/** A Korean page with what follows from its English page: the blocks of code, in their order, and what a command wrote. */
export function withCodeOf(english: string, korean: string): string {
  const blocks = english.match(CODE) ?? [];
  let at = 0;
  const text = korean.replace(CODE, (block) => blocks[at++] ?? block);
  const [, , tables] = english.split(WRITTEN);
  if (tables === undefined) return text;
  const [prose, mark] = text.split(WRITTEN);
  return `${prose}<!-- ${mark} -->\n${koreanTables(tables)}`;
}

/** What must be the same on a page and its translation. */
export interface Outline {
  readonly headings: readonly number[];
  readonly code: readonly string[];
  /** Of each table: the number of columns of each row, or the first cell if it is code alone. */
  readonly tables: readonly (readonly (string | number)[])[];
  readonly items: number;
  readonly links: readonly string[];
}

export function outlineOf(file: string, text: string): Outline {
  const prose = text.replace(CODE, '');
  const lines = prose.split('\n');
  const tables: (string | number)[][] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.startsWith('|')) continue;
    if (!lines[at - 1]?.startsWith('|')) tables.push([]);
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    const first = cells[0]?.trim() ?? '';
    tables.at(-1)?.push(cells.length, ...(/^(`[^`]+`(, )?)+$/.test(first) ? [first] : []));
  }
  return {
    headings: [...prose.matchAll(/^(#+) /gm)].map(([, marks = '']) => marks.length),
    code: text.match(CODE) ?? [],
    tables,
    items: lines.filter((line) => /^\s*(-|\d+\.) /.test(line)).length,
    links: linksOf(file, prose),
  };
}

/** Where the links of a page lead: to a file by its path, a heading by its number. */
function linksOf(file: string, prose: string): string[] {
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => {
    if (/^https?:/.test(link)) return link;
    const [path = '', anchor] = link.split('#', 2);
    const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path));
    const heading = anchor === undefined ? '' : `#${anchorsOf(read(target)).indexOf(anchor)}`;
    return `${englishOf(target)}${heading}`;
  });
  return links.sort();
}

const englishOf = (file: string): string => {
  const [source] = Object.entries(outside).find(([, page]) => page === file) ?? [];
  return source ?? file.replace(/^docs\/ko\//, 'docs/');
};

/** The numbers of a page that could be a figure: of two digits or more. */
export function figuresOf(text: string): Set<string> {
  const prose = text.replace(CODE, '').replace(/\]\([^)]*\)/g, ']');
  return new Set(prose.match(/\d[\d.,]*\d/g) ?? []);
}
