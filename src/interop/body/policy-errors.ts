import { type Issue, issue } from '../../kernel/issue.ts';
import { readText, UNREADABLE_TEXT } from '../../kernel/read.ts';
import { type BodyValue, readBodyFields, readElements } from './body-fields.ts';

/** An error of Microsoft's service: why it refuses. */
export interface PolicyError {
  readonly code: string;
  /** Empty where it says none. */
  readonly message: string;
}

/** Reads the errors of a policy; none if the body has none, or `null`. */
export function readPolicyErrors(errors: BodyValue, issues: Issue[]): PolicyError[] {
  return readElements(errors, issues).map((error) => {
    const { code, message } = readBodyFields(error, ['code', 'message'], issues);
    return {
      code: readText(code.value, code.path, issues),
      message: readMessage(message, issues),
    };
  });
}

const LONGEST_MESSAGE = 10_000;

/** Words for people: more than a name has, and perhaps none. */
function readMessage({ value, path }: BodyValue, issues: Issue[]): string {
  if (value === undefined) return '';
  if (typeof value === 'string' && value.length <= LONGEST_MESSAGE) return value;
  const code = typeof value === 'string' ? 'too-long' : 'wrong-type';
  issues.push(issue(path, code, `a text of at most ${LONGEST_MESSAGE} characters`, value));
  return UNREADABLE_TEXT;
}
