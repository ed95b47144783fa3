import type { ExplainLocale } from '../../explain/index.ts';
import type { PolicyOption } from '../commands/policy-option.ts';
import { readSource, type Source } from '../commands/question.ts';
import type { Facts } from '../commands/rule.ts';
import { countFields, countIn } from '../input/counts.ts';
import { type InputType, inputTypes } from '../input/types.ts';
import { Problem } from '../io/problem.ts';

/** The options for reading files. */
export interface ReadingOptions {
  /** Facts for all records. */
  readonly set: Facts;
  /** The type of the files, in place of the recognised one. */
  readonly as: InputType | undefined;
}

/** The command that checks the vendor's refunds. */
export interface CheckInvocation extends ReadingOptions, PolicyOption {
  readonly kind: 'check';
  readonly source: Source;
  readonly format: 'ndjson' | 'table' | 'csv';
  readonly bom: boolean;
  /** The language of the reasons. */
  readonly locale: ExplainLocale;
}

/** The command that prints the facts of files. */
export interface ReadInvocation extends ReadingOptions {
  readonly kind: 'read';
  readonly source: Source;
}

/** Reads `--set` and `--as`. Throws a `Problem` if they are not valid, or there is no file to read. */
export function readReadingOptions(
  set: readonly string[] | undefined,
  as: string | undefined,
  source: Source,
): ReadingOptions {
  if ('question' in source && (set !== undefined || as !== undefined)) {
    throw new Problem('--set and --as can be used only with files, not with a question');
  }
  const type = inputTypes.find((known) => known === as);
  if (as !== undefined && type === undefined) {
    throw new Problem(`--as: expected one of ${inputTypes.join(', ')}, got "${as}"`);
  }
  if (set === undefined) return { set: {}, as: type };
  const facts = readSource(set, []);
  if ('question' in facts) return { set: withCounts(facts.question as Facts), as: type };
  throw new Problem(`--set: expected FIELD=VALUE, got "${facts.file}"`);
}

/** `--set quantity=10` is a number, as it is in a cell of a table. */
function withCounts(set: Facts): Facts {
  const entries = Object.entries(set).map(([name, value]) => [
    name,
    countFields.some((one) => one === name) ? countIn(value) : value,
  ]);
  return Object.fromEntries(entries) as Facts;
}
