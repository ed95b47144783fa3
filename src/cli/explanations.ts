import { type ExplainFormat, type ExplainLocale, tryExplain } from '../explain/index.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import { isName, readOptional } from '../kernel/parse.ts';
import { readIssues } from './read-issues.ts';
import { type Answered, type Run, reject } from './results.ts';

interface ExplainStyle {
  readonly locale: ExplainLocale;
  readonly as: ExplainFormat;
}

export interface Explained extends Answered {
  readonly text: string;
}

/** What is told before the explanation of a record that was settled before. */
const repeats: { readonly [L in ExplainLocale]: string } = {
  en: 'This record was answered before, and is not paid again.',
  ko: '이미 처리된 기록이며, 다시 지급되지 않습니다.',
};

const between: { readonly [F in ExplainFormat]: string } = { text: '\n', markdown: '\n\n' };

/** An explanation, which says first where the record was settled before. */
export function withRepeat(
  explanation: string,
  repeated: boolean | undefined,
  { locale, as }: ExplainStyle,
): string {
  return repeated ? `${repeats[locale]}${between[as]}${explanation}` : explanation;
}

/** Starts the command that explains what the other commands wrote: results, or answers alone. */
export function startExplanations({ locale, as }: ExplainStyle): Run<Explained> {
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
        const { line: rejected, issues: told } = record as ResultRecord;
        const issues: Issue[] = [];
        const where = readOptional(rejected, ['line'], issues, readLine) ?? line;
        const read = readIssues(told, ['issues'], issues);
        return issues.length > 0
          ? { ok: false, index, line, ...names, issues }
          : { ok: false, index, line: where, ...names, issues: read };
      }
      const parsed = tryExplain(quote ?? answer ?? record, { locale, as });
      if (!parsed.ok) return { ok: false, index, line, ...names, issues: parsed.issues };
      const isRepeat = repeated === true ? repeated : undefined;
      const text = withRepeat(parsed.value, isRepeat, { locale, as });
      return { ok: true, index, ...names, repeated: isRepeat, text };
    },
  };
}

type ResultField =
  | ('ok' | 'id' | 'customerId' | 'repeated' | 'quote' | 'answer')
  | ('line' | 'issues');
type ResultRecord = Readonly<Partial<Record<ResultField, unknown>>>;

/** Reads the line of a rejected record; the library's own results tell none. */
function readLine(line: unknown, path: Issue['path'], issues: Issue[]): number {
  if (Number.isSafeInteger(line) && (line as number) >= 1) return line as number;
  issues.push(issue(path, 'malformed-count', 'a whole number from 1', line));
  return 0;
}
