import { inspect } from 'node:util';
import type { ClauseId, InformationalClauseId } from '../../../src/clauses/index.ts';

/** A question that can be asked, and written as a program of the library. */
export interface Question {
  (): object;
  readonly written: string;
}

/** The question of a call. */
export function call<Args extends readonly unknown[]>(
  rule: (...args: Args) => object,
  ...args: Args
): Question {
  const texts = args.map((arg) => laidOut(arg)).filter((text) => text !== '{}');
  const line = `${rule.name}(${texts.join(', ')})`;
  const isShort = texts.length === 1 || (line.length <= WIDTH && !line.includes('\n'));
  const lines = texts.map((text) => `  ${text.replaceAll('\n', '\n  ')},\n`);
  return question(isShort ? line : `${rule.name}(\n${lines.join('')})`, () => rule(...args));
}

export function question(written: string, ask: () => object): Question {
  return Object.assign(ask, { written });
}

/** A value as a program writes it on one line, without what is not given. */
export function literal(value: unknown): string {
  const given: unknown = JSON.parse(JSON.stringify(value));
  const text = inspect(given, {
    depth: null,
    breakLength: Number.POSITIVE_INFINITY,
    compact: true,
  });
  return text.replace(/\[ /g, '[').replace(/ \]/g, ']');
}

const WIDTH = 90;

/** The same on as many lines as it needs, each of which holds as many fields as fit. */
function laidOut(value: unknown): string {
  const line = literal(value);
  if (line.length <= WIDTH - 20 || typeof value !== 'object' || value === null) return line;
  if (Array.isArray(value)) {
    return `[\n${value.map((element) => `  ${laidOut(element).replaceAll('\n', '\n  ')},\n`).join('')}]`;
  }
  const lines = [''];
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const text = `${name}: ${laidOut(field).replaceAll('\n', '\n  ')},`;
    if (`${lines.at(-1)} ${text}`.length < WIDTH) lines[lines.length - 1] += ` ${text}`;
    else lines.push(` ${text}`);
  }
  return `{\n${lines
    .filter((text) => text !== '')
    .map((text) => ` ${text}\n`)
    .join('')}}`;
}

/** A question, and what its answer shows. */
type Shown = readonly [ask: Question, shows: object];

/** A step below a bound, on it, and a step above: a day, a cent, a millisecond, a download. */
export type Step = -1 | 0 | 1;

/** A bound of a clause, the question asked at each step, and what the three answers show. */
export interface Boundary {
  readonly of: string;
  readonly ask: (step: Step) => object;
  readonly shows: readonly [below: object, on: object, above: object];
}

/** A question whose answer meets a clause, one whose answer does not, and the bounds of the clause. */
export interface ClauseExample {
  readonly meets: Shown;
  readonly doesNot: Shown;
  readonly boundaries?: readonly Boundary[];
}

/** The clauses that answers follow, today's or those of an older policy. */
export type FollowedClauseId = Exclude<ClauseId, InformationalClauseId>;

/** An example for each clause whose id begins so: one that is missing does not compile. */
export type ExamplesOf<Prefix extends string> = {
  readonly [Id in Extract<FollowedClauseId, `${Prefix}-${number}`>]: ClauseExample;
};
