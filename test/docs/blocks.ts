import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

// The blocks of code that the documentation shows: those of the pages, and the `@example`s of the doc comments.

/** The folder of the repository. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** A block of code, and its place in a file: the first of its lines, counted from 0, and what stands before the code in each. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly margin: string;
  readonly code: string;
}

/** The text of a file of the repository. */
export const read = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

/** The files of a folder of the repository, and below it, that end so. */
export function filesOf(folder: string, ending: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !/node_modules|^reference\/|^site\//.test(path))
    .map((path) => `${folder}/${path}`)
    .sort();
}

/** The anchors that GitHub gives the headings of a page. */
export function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** The blocks of TypeScript and JavaScript on a page. */
export function blocksOfPage(file: string): Block[] {
  const text = read(file);
  return [...text.matchAll(/^```(?:ts|js)\n(.*?)^```/gms)].map(({ index, 1: code = '' }) => ({
    ...{ file, margin: '', code },
    line: text.slice(0, index).split('\n').length,
  }));
}

/** The `@example`s of a source file. */
export function examplesOf(file: string): Block[] {
  const text = read(file);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const blocks: Block[] = [];
  const visit = (node: ts.Node): void => {
    for (const comment of ts.getJSDocCommentsAndTags(node)) {
      if (!ts.isJSDoc(comment) || comment.parent !== node) continue;
      const tags = comment.tags ?? [];
      for (const [at, tag] of tags.entries()) {
        if (tag.tagName.text !== 'example') continue;
        const lines = text.slice(tag.tagName.end, tags[at + 1]?.pos ?? comment.end).split('\n');
        const [, margin = ''] = /^(\s*\* ?)/.exec(lines[1] ?? '') ?? [];
        const code = lines.slice(1, -1).map((line) => line.slice(margin.length));
        const line = source.getLineAndCharacterOfPosition(tag.tagName.end).line + 1;
        blocks.push({ file, line, margin, code: `${code.join('\n').trimEnd()}\n` });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return blocks;
}

/** The text of a file with other code in its blocks. */
export function withCode(file: string, blocks: readonly (readonly [Block, string])[]): string {
  const lines = read(file).split('\n');
  for (const [{ line, margin, code }, other] of [...blocks].reverse()) {
    const length = code.split('\n').length - 1;
    const written = other.trimEnd().split('\n');
    lines.splice(line, length, ...written.map((text) => `${margin}${text}`.trimEnd()));
  }
  return lines.join('\n');
}
