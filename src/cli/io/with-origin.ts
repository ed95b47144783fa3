import { attempt, escapeText, InputError, type Issue, issueAt } from '../../kernel/issue.ts';

/** The option, or file and line, that an issue comes from, and the path in it. */
export interface Origin {
  readonly name: string;
  readonly path: Issue['path'];
}

/** Reads an option or file; the messages of its issues name the origin. */
export function withOrigin<T>(read: () => T, originOf: (issue: Issue) => Origin): T {
  const found = attempt(read);
  if (found.ok) return found.value;
  throw new InputError(found.issues.map((one) => issueFrom(originOf(one), one)));
}

function issueFrom({ name, path }: Origin, one: Issue): Issue {
  const there = issueAt(path, one);
  return { ...there, message: `${escapeText(name)}: ${there.message}` };
}
