import type { Issue } from '../kernel/issue.ts';
import { readText } from '../kernel/parse.ts';
import { readElements, readSaid, type Said } from './said.ts';

/** Why the vendor's service refuses, in its own code and words. */
export interface PolicyError {
  readonly code: string;
  readonly message: string;
}

/** Reads the errors of a policy; none where the body has none, or `null`. */
export function readPolicyErrors(errors: Said, issues: Issue[]): PolicyError[] {
  return readElements(errors, issues).map((error) => {
    const { code, message } = readSaid(error, ['code', 'message'], issues);
    return {
      code: readText(code.value, code.path, issues),
      message: readText(message.value, message.path, issues),
    };
  });
}
