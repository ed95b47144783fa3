import { type Issue, issue, shortName } from '../../kernel/issue.ts';

/** JSON that was read, and the first key that an object of it has twice, if any. */
export interface ParsedJson {
  readonly value: unknown;
  readonly repeated?: Issue | undefined;
}

/**
 * Parses JSON and notices a repeated key, of which `JSON.parse` silently takes the last.
 *
 * @throws SyntaxError for text that is not JSON.
 */
export function parseJson(text: string): ParsedJson {
  const value: unknown = JSON.parse(text);
  // Counting keys costs little; only a text that has more of them than its value is walked through.
  if (keysIn(text) === keysOf(value)) return { value };
  return { value, repeated: firstRepeated(text) };
}

const COLON = 58;
const BACKSLASH = 92;
const SPACE = 32;

/** Counts the keys that a JSON text names. */
function keysIn(text: string): number {
  let keys = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at)) {
    at = afterBlanks(text, afterString(text, at));
    if (text.charCodeAt(at) === COLON) keys += 1;
  }
  return keys;
}

/** Counts the keys of all objects in a value, at any depth. */
function keysOf(value: unknown): number {
  let keys = 0;
  const open = [value];
  for (let outer = open.pop(); typeof outer === 'object' && outer !== null; outer = open.pop()) {
    const inner = Object.values(outer);
    if (!Array.isArray(outer)) keys += inner.length;
    for (const one of inner) if (typeof one === 'object' && one !== null) open.push(one);
  }
  return keys;
}

/** The position after the string that begins at a quote. */
function afterString(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === BACKSLASH) at -= 1;
  return (quote - at) % 2 === 1;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= SPACE) at += 1;
  return at;
}

/** An object or array that is still open, and the place in it. */
interface Open {
  readonly keys: Set<string> | null;
  step: string | number;
}

/** Walks through JSON that is well formed up to the first key that its object has already. */
function firstRepeated(text: string): Issue | undefined {
  const open: Open[] = [];
  for (let at = afterBlanks(text, 0); at < text.length; at = afterBlanks(text, at)) {
    const character = text.charAt(at);
    const inner = open.at(-1);
    if (character === '"') {
      const end = afterString(text, at);
      if (inner?.keys && text.charCodeAt(afterBlanks(text, end)) === COLON) {
        const key = JSON.parse(text.slice(at, end)) as string;
        const path = [...open.slice(0, -1).map(({ step }) => step), shortName(key)];
        if (inner.keys.has(key)) return issue(path, 'duplicate', 'a key that is named once', key);
        inner.keys.add(key);
        inner.step = shortName(key);
      }
      at = end;
      continue;
    }
    if (character === '{') open.push({ keys: new Set(), step: '' });
    else if (character === '[') open.push({ keys: null, step: 0 });
    else if (character === '}' || character === ']') open.pop();
    else if (character === ',' && typeof inner?.step === 'number') inner.step += 1;
    at += 1;
  }
  return undefined;
}
