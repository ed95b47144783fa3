import type { ExplainOptions } from '../explain/index.ts';
import { tryExplain } from '../explain/index.ts';
import { isName, issue } from '../kernel/parse.ts';
import { type Answered, type Run, reject } from './results.ts';

export interface Explained extends Answered {
  /** Whether the record was settled before, and was not paid again. */
  readonly repeated?: true | undefined;
  readonly text: string;
}

/** Starts the command that explains what the other commands wrote: results, or answers alone. */
export function startExplanations(options: ExplainOptions): Run<Explained> {
  return {
    answer(record, index, line) {
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        return reject(index, line, issue([], 'not-an-object', 'a result', record));
      }
      const { ok, id, customerId, repeated, quote, answer } = record as ResultRecord;
      const names = {
        id: isName(id) ? id : undefined,
        customerId: isName(customerId) ? customerId : undefined,
      };
      if (ok === false) {
        const expected = 'the result of a record that was answered, not of a malformed one';
        return { ...reject(index, line, issue(['ok'], 'unsupported', expected, ok)), ...names };
      }
      const parsed = tryExplain(quote ?? answer ?? record, options);
      if (!parsed.ok) return { ok: false, index, line, ...names, issues: parsed.issues };
      const isRepeat = repeated === true ? repeated : undefined;
      return { ok: true, index, ...names, repeated: isRepeat, text: parsed.value };
    },
  };
}

type ResultRecord = Readonly<
  Partial<Record<'ok' | 'id' | 'customerId' | 'repeated' | 'quote' | 'answer', unknown>>
>;
