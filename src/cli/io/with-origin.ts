import { escapeText, InputError, type Issue, isInputError, issueAt } from '../../kernel/issue.ts';

/** The option or the line of a file by which something malformed came, and where it stands in that. */
export interface Origin {
  readonly name: string;
  readonly path: Issue['path'];
}

/** Reads what the command was given; of what is malformed in it, the messages name the origin. */
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
