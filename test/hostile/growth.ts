import { performance } from 'node:perf_hooks';
import { commandReaders } from './commands.ts';
import { functionReaders } from './functions.ts';
import type { Reader } from './reader.ts';
import { type Place, placesIn, replaced, validOf } from './template.ts';
import { deepArray, deepObject } from './values.ts';

// Whether any reader takes longer than its input grows. Times are never the same twice, so that this is a
// report and no test.

/** Hostile input of a size. */
type Grown = (size: number) => unknown;

interface Growth {
  readonly name: string;
  readonly read: (args: readonly unknown[]) => void;
  readonly input: (size: number) => readonly unknown[];
  /** What is long: a text, or the number of elements, fields or levels. */
  readonly largest: number;
}

const LONGEST_TEXT = 2 ** 18;
const MOST_PARTS = 2 ** 11;
const STEP = 16;
/** What takes less than this at its largest takes no time to speak of, however it grows. */
const IN_NO_TIME_MS = 3;
/** How often as long sixteen times the input may take: the square of it would take 256 times as long. */
const MOST_TIMES = 64;
/** Where that was more, as collecting garbage is not of the reader: the same for four times the largest. */
const MOST_TIMES_BEYOND = 10;
const BEYOND = 4;
const ATTEMPTS = 4;

/** The same text or value for the same size: to make it takes longer than to read it. */
function kept(grown: Grown): Grown {
  const made = new Map<number, unknown>();
  return (size) => {
    if (!made.has(size)) made.set(size, grown(size));
    return made.get(size);
  };
}

const deepArrays = kept(deepArray);
const deepObjects = kept(deepObject);

const texts: Readonly<Record<string, Grown>> = {
  letters: kept((size) => 'a'.repeat(size)),
  digits: kept((size) => '9'.repeat(size)),
  'digits and an x': kept((size) => `${'1'.repeat(size)}x`),
  decimals: kept((size) => `1.${'0'.repeat(size)}x`),
  spaces: kept((size) => `${' '.repeat(size)}x`),
  dashes: kept((size) => `${'-'.repeat(size)}x`),
  'line ends': kept((size) => `${'\n'.repeat(size)}x`),
  'halves of characters': kept((size) => '\ud800'.repeat(size)),
  'bidi controls': kept((size) => '\u202e'.repeat(size)),
  'combining marks': kept((size) => `a${'\u0301'.repeat(size)}`),
  brackets: kept((size) => '['.repeat(size)),
};

const fieldsMore =
  (valid: unknown): Grown =>
  (size) => ({
    ...(valid as object),
    ...Object.fromEntries(Array.from({ length: size }, (_, at) => [`field ${at}`, at] as const)),
  });
const manyTimes =
  (valid: unknown): Grown =>
  (size) =>
    Array.from({ length: size }, () => (valid as unknown[])[0]);
const manyObjects: Grown = (size) => Array.from({ length: size }, () => ({}));

function growthsAt(reader: Reader, { path, valid, kind, allowed }: Place): Growth[] {
  const args = validOf(reader.args);
  const growth = (what: string, largest: number, grown: Grown): Growth => ({
    name: `${reader.name} ${path.join('.')}: ${what}`,
    read: readOf(reader),
    input: (size) => replaced(args, path, grown(size)) as unknown[],
    largest,
  });
  const growths: Growth[] = [];
  if (kind === 'text') {
    for (const [what, grown] of Object.entries(texts))
      growths.push(growth(what, LONGEST_TEXT, grown));
  }
  if (kind === 'object') growths.push(growth('fields more', MOST_PARTS, fieldsMore(valid)));
  if (kind === 'array' || allowed.list) {
    growths.push(growth('objects', MOST_PARTS, manyObjects));
    const one = kind === 'array' ? valid : [valid];
    growths.push(growth('the same many times', MOST_PARTS, manyTimes(one)));
  }
  growths.push(growth('arrays in arrays', MOST_PARTS, deepArrays));
  growths.push(growth('objects in objects', MOST_PARTS, deepObjects));
  return growths;
}

/** Every text at once. */
function growthsOfAll(reader: Reader, places: readonly Place[]): Growth[] {
  const args = validOf(reader.args);
  const ofText = places.filter(({ kind }) => kind === 'text');
  if (ofText.length === 0) return [];
  return Object.entries(texts).map(([what, grown]) => ({
    name: `${reader.name}, every text: ${what}`,
    read: readOf(reader),
    input: (size) => {
      const text = grown(Math.ceil(size / ofText.length));
      return ofText.reduce<unknown>(
        (all, { path }) => replaced(all, path, text),
        args,
      ) as unknown[];
    },
    largest: LONGEST_TEXT,
  }));
}

function readOf({ read }: Reader): Growth['read'] {
  return (args) => {
    try {
      read(...(args as never[]));
    } catch {
      // What it answers is looked at elsewhere.
    }
  };
}

/** A link that is nearly everywhere in the text. */
const almostEverywhere: readonly Growth[] = functionReaders
  .filter(({ name }) => name === 'advancePartnership')
  .map((reader) => ({
    name: `${reader.name}: a link that is nearly everywhere in the text`,
    read: readOf(reader),
    input: (size) => {
      const event = {
        kind: 'send-request',
        text: 'a'.repeat(size),
        link: `b${'a'.repeat(size / 2)}`,
      };
      return [{ enrolled: false, hasAccount: false, stage: 'none' }, event];
    },
    largest: LONGEST_TEXT,
  }));

function growthsOf(reader: Reader): Growth[] {
  const places = placesIn(reader.args);
  const ofAll = growthsOfAll(reader, places);
  // What reads as another reader does is given all places at once, and not each by itself.
  if (reader.only !== undefined || /^explain |standard/.test(reader.name)) return ofAll;
  return [...ofAll, ...places.flatMap((place) => growthsAt(reader, place))];
}

export interface Grew {
  readonly checks: number;
  readonly slowestMs: number;
  readonly faults: readonly string[];
}

/** Gives every reader inputs of growing size. */
export function watchGrowth(): Grew {
  const readers = [...functionReaders, ...commandReaders];
  const growths = [...almostEverywhere, ...readers.flatMap(growthsOf)];
  const faults: string[] = [];
  let slowestMs = 0;
  for (const growth of growths) {
    const ms = timeOf(growth, growth.largest, 1);
    slowestMs = Math.max(slowestMs, ms);
    if (ms > IN_NO_TIME_MS && isFaster(growth)) faults.push(`${growth.name}: ${ms.toFixed(0)} ms`);
  }
  return { checks: growths.length, slowestMs, faults };
}

/** Whether the time grows faster than the input, each time that it is taken. */
function isFaster(growth: Growth): boolean {
  return Array.from({ length: ATTEMPTS }).every(() => seemsFaster(growth));
}

function seemsFaster(growth: Growth): boolean {
  const { largest } = growth;
  const ms = timeOf(growth, largest, 3);
  if (ms < MOST_TIMES * timeOf(growth, largest / STEP, 5)) return false;
  return timeOf(growth, largest * BEYOND, 3) > MOST_TIMES_BEYOND * timeOf(growth, largest, 5);
}

/** The shortest of some runs: what else the machine does only adds to it. */
function timeOf({ read, input }: Growth, size: number, runs: number): number {
  const args = input(size);
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    read(args);
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}
