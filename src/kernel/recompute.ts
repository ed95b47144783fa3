import { attempt, describe, type Issue, issue, issueAt, missing } from './issue.ts';
import { type Fields, readArray, readFields, readSome } from './read.ts';

type Path = Issue['path'];

/** The fields of an answer that is to be computed again; its `request` was copied once. */
export type GivenAnswer = Fields<string> & { readonly request: Fields<string> };

/**
 * Computes an answer again from its `request` and `policy`, and compares it field by field with the
 * answer given. Only `lines` may be absent, and `policy` may be an id, as the command line prints quotes.
 *
 * `compute` may throw an `InputError` whose paths are those of the rule's arguments: its `options` are
 * looked up in the answer. Returns the computed answer, or `undefined` if anything was reported.
 */
export function recompute<Answer extends { readonly kind: string }>(
  kind: Answer['kind'],
  answer: unknown,
  path: Path,
  issues: Issue[],
  compute: (given: GivenAnswer) => Answer | undefined,
): Answer | undefined {
  const before = issues.length;
  const fields = readSome<string>(answer, path, issues);
  if (fields === undefined) return undefined;
  if (fields['kind'] !== kind) {
    const code = missing(fields['kind'], 'unknown-value');
    issues.push(issue([...path, 'kind'], code, `"${kind}"`, fields['kind']));
    return undefined;
  }
  const request = readSome<string>(fields['request'], [...path, 'request'], issues);
  if (request === undefined) return undefined;

  const given: GivenAnswer = Object.assign(Object.create(null), fields, { request });
  const attempted = attempt(() => compute(given));
  if (!attempted.ok) {
    issues.push(
      ...attempted.issues.map((one) => issueAt([...path, ...placeInAnswer(one.path)], one)),
    );
    return undefined;
  }
  const computed = attempted.value;
  if (computed === undefined || issues.length > before) return undefined;

  const expected: Record<string, unknown> = { ...computed };
  if ((given['lines'] ?? undefined) === undefined) expected['lines'] = given['lines'];
  if (typeof given['policy'] === 'string') {
    expected['policy'] = (expected['policy'] as { readonly id: string } | undefined)?.id;
  }
  compare(given, expected, path, issues);
  return issues.length > before ? undefined : computed;
}

/** Returns the path in an answer of the fact that a rule was given at `path`. */
function placeInAnswer(path: Path): Path {
  const [first, ...others] = path;
  if (first !== 'options') return ['request', ...path];
  return others[0] === 'policy' ? others : ['request', ...others];
}

/** Reports every place where a value differs from the computed one, in either direction. */
function compare(given: unknown, computed: unknown, path: Path, issues: Issue[]): void {
  if (Object.is(given, computed) || (computed === undefined && given === null)) return;
  const before = issues.length;
  if (Array.isArray(computed)) {
    const elements = readArray(given, path, issues, (element) => element);
    if (issues.length > before) return;
    for (const [at, element] of computed.entries()) {
      compare(elements[at], element, [...path, at], issues);
    }
    if (elements.length > computed.length) {
      const at = computed.length;
      issues.push(issue([...path, at], 'contradiction', 'no further element', elements[at]));
    }
  } else if (typeof computed === 'object' && computed !== null) {
    const fields = readFields<string>(given, new Set(Object.keys(computed)), path, issues);
    if (fields === undefined) return;
    for (const [name, value] of Object.entries(computed)) {
      compare(fields[name], value, [...path, name], issues);
    }
  } else {
    const expected = `${describe(computed)}, which follows from the facts of the answer`;
    issues.push(issue(path, missing(given, 'contradiction'), expected, given));
  }
}

/** Returns whether an answer reports that it assumed a fact. */
export function isAssumed(given: GivenAnswer, fact: string): boolean {
  const assumed = given['assumed'];
  try {
    return Array.isArray(assumed) && assumed.includes(fact);
  } catch {
    return false; // a Proxy that answers nothing
  }
}

/** The options with which an answer was asked for: its policy, unless that was assumed. */
export function optionsOf<Policy>(given: GivenAnswer): { readonly policy: Policy } | undefined {
  return isAssumed(given, 'policy') ? undefined : { policy: given['policy'] as Policy };
}
