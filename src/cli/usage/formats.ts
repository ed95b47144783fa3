import { nearest } from '../../kernel/read.ts';
import { Problem } from '../io/problem.ts';
import type { Format } from './usage.ts';

/** Reads a form of output; the first is the default. Throws a `Problem` if the command does not have it. */
export function knownFormat<F extends Format>(given: string | undefined, formats: readonly F[]): F {
  const wanted = given ?? formats[0];
  const format = formats.find((known) => known === wanted);
  if (format !== undefined) return format;
  const near = nearest(`${wanted}`, formats);
  const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
  throw new Problem(`unknown format "${wanted}"${hint}: expected one of ${formats.join(', ')}`);
}

/** Only CSV has a byte order mark. */
export function refuseMark(bom: boolean, format: Format): void {
  if (!bom || format === 'csv') return;
  throw new Problem(`--bom can be used only with --format csv, not with ${format}`);
}

/** Only explanations are translated. */
export function refuseLocale(given: string | undefined, format: Format): void {
  if (given === undefined || format === 'text') return;
  throw new Problem(`--locale can be used only with explain or --format text, not with ${format}`);
}
