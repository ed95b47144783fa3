import { escapeText, InputError, type Issue, isInputError, issueAt } from '../../kernel/issue.ts';

/** The option, or file and line, that an issue comes from, and the path in it. */
export interface Origin {
  readonly name: string;
  readonly path: Issue['path'];
}

/** Reads an option or file; the messages of its issues name the origin. */
export function withOrigin<T>(read: () => T, originOf: (issue: Issue) => Origin): T {
  try {
    return read();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new InputError(error.issues.map((one) => issueFrom(originOf(one), one)));
  }
}

function issueFrom({ name, path }: Origin, one: Issue): Issue {
  const there = issueAt(path, one);
  return { ...there, message: `${escapeText(name)}: ${there.message}` };
}
