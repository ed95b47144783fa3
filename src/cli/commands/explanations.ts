import { type ExplainFormat, type ExplainLocale, tryExplain } from '../../explain/index.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import { readBoolean, readName, readOptional } from '../../kernel/read.ts';
import { namesIn } from '../../reservations/ledger/create-settlement.ts';
import { MOST_DEPTH_OF_RESULT } from '../io/is-too-deep.ts';
import { readIssues } from '../io/read-issues.ts';
import { type Answered, type Names, type Run, reject } from '../io/results.ts';

interface ExplainStyle {
  readonly locale: ExplainLocale;
  readonly as: ExplainFormat;
}

export interface Explained extends Answered {
  readonly text: string;
}

/** The first line of the explanation of a record that was already settled. */
const repeats: { readonly [L in ExplainLocale]: string } = {
  en: 'This record was already settled and is not paid again.',
  ko: '이미 처리된 기록이며, 다시 지급되지 않습니다.',
};

const between: { readonly [F in ExplainFormat]: string } = { text: '\n', markdown: '\n\n' };

/** Adds a first line to an explanation if the record was already settled. */
export function withRepeat(
  explanation: string,
  repeated: boolean | undefined,
  { locale, as }: ExplainStyle,
): string {
  return repeated ? `${repeats[locale]}${between[as]}${explanation}` : explanation;
}

/** Starts the command that explains the results of other commands, or answers alone. */
export function startExplanations({ locale, as }: ExplainStyle): Run<Explained> {
  return {
    mostDepth: MOST_DEPTH_OF_RESULT,
    answer(record, index, line) {
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        return reject(index, line, issue([], 'not-an-object', 'a result', record));
      }
      const result = record as ResultRecord;
      const { ok, id, customerId, repeated, quote, answer } = result;
      const issues: Issue[] = [];
      readOptional(ok, ['ok'], issues, readBoolean);
      readOptional(id, ['id'], issues, readName);
      readOptional(customerId, ['customerId'], issues, readName);
      const isRepeated = readOptional(repeated, ['repeated'], issues, readBoolean) || undefined;
      const names = namesIn(record);
      if (ok === false) {
        const where = readOptional(result.line, ['line'], issues, readLine) ?? line;
        const read = readIssues(result.issues, ['issues'], issues);
        return issues.length > 0
          ? { ok: false, index, line, ...names, issues }
          : { ok: false, index, line: where, ...names, issues: read };
      }
      checkNames(names, quote, issues);
      const parsed = tryExplain(quote ?? answer ?? record, { locale, as });
      if (!parsed.ok) issues.push(...parsed.issues);
      if (!parsed.ok || issues.length > 0) return { ok: false, index, line, ...names, issues };
      const text = withRepeat(parsed.value, isRepeated, { locale, as });
      return { ok: true, index, ...names, repeated: isRepeated, text };
    },
  };
}

type ResultField =
  | ('ok' | 'id' | 'customerId' | 'repeated' | 'quote' | 'answer')
  | ('line' | 'issues');
type ResultRecord = Readonly<Partial<Record<ResultField, unknown>>>;

/** Checks that the ids of a result are those of its quote. */
function checkNames(names: Names, quote: unknown, issues: Issue[]): void {
  const asked = namesIn((quote as { readonly request?: unknown } | null | undefined)?.request);
  for (const name of ['id', 'customerId'] as const) {
    if (names[name] === undefined || asked[name] === undefined) continue;
    if (names[name] === asked[name]) continue;
    const expected = `${asked[name]}, as in the request of the quote`;
    issues.push(issue([name], 'contradiction', expected, names[name]));
  }
}

/** Reads the line of a rejected record; results of the library have none. */
function readLine(line: unknown, path: Issue['path'], issues: Issue[]): number {
  if (Number.isSafeInteger(line) && (line as number) >= 1) return line as number;
  issues.push(issue(path, 'malformed-count', 'a whole number from 1', line));
  return 0;
}
