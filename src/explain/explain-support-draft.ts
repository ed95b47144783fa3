import { type Issue, issue } from '../kernel/issue.ts';
import { readArray, readBoolean, readWord } from '../kernel/parse.ts';
import { refusals } from '../support/refusals.ts';
import { advisedFacts, contactMethods, type SupportKind, supportKinds } from '../support/terms.ts';
import { en } from './en.ts';
import {
  explanationOf,
  listText,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from './explanation.ts';
import {
  type AnswerFields,
  type Explainer,
  readGrounds,
  readSome,
  readWords,
  wordsOf,
} from './input.ts';
import type { Reason, Templates } from './templates.ts';

type FieldName = keyof Templates['form']['fields'];

const plainFields = [
  ...(['issueType', 'problemType', 'category', 'impact', 'title', 'description'] as const),
] satisfies readonly FieldName[];

const contactFields = ['name', 'email', 'phone'] satisfies readonly FieldName[];

const requiredFacts = wordsOf(en.supportFacts);

/** The request to the vendor's support, and what it lacks. */
export const explainSupportDraft: Explainer = (fields, voice, issues) => {
  const grounds = readGrounds(fields, ['not-asked-for', 'answer-denied'], issues);
  const kind = readWord(fields['kind'], supportKinds, ['kind'], issues);
  const isComplete = readBoolean(fields['complete'], ['complete'], issues);
  const missing = readMissing(fields['missing'], issues);
  const advised = readWords(fields['advised'], advisedFacts, ['advised'], issues);
  const assumed = readWords(fields['assumed'], ['answer'], ['assumed'], issues);
  const isDenied = grounds.obstacles.length > 0;
  const deniedFor = isDenied ? readDeniedFor(fields['deniedFor'], kind, issues) : [];
  const form = isDenied ? [] : readForm(fields['fields'], voice, issues);
  if (!isDenied && isComplete !== (missing.length === 0)) {
    const expected = `${missing.length === 0}, going by what is missing`;
    issues.push(issue(['complete'], 'contradiction', expected, fields['complete']));
  }
  if (issues.length > 0) return undefined;

  const { words } = voice;
  const { titles, verdicts, supportFacts, whatIf } = words;
  const what = words.supportKinds[kind];
  const told = { grounds, remarks: remarksOf({ assumed }, words) };
  if (isDenied) {
    const reasons = reasonsText(grounds.obstacles, words);
    const denials = reasonsText(deniedFor, words);
    const facts = denials === '' ? [] : [words.form.deniedFor({ reasons: denials })];
    const verdict = verdicts.draftDenied({ kind: what, reasons });
    return explanationOf({ ...told, verdict, steps: [section(titles.facts, facts)] }, voice);
  }
  const lacks = missing.map((oneOf) =>
    oneOf.map((fact) => supportFacts[fact]).join(words.form.oneOf),
  );
  const steps = [...form];
  if (lacks.length > 0) steps.push(words.form.missing({ facts: lacks.join(words.listed) }));
  if (advised.length > 0) {
    steps.push(words.form.advised({ facts: listText(advised, supportFacts, words) }));
  }
  return explanationOf(
    {
      ...told,
      verdict: isComplete
        ? verdicts.draftComplete({ kind: what })
        : verdicts.draftIncomplete({ kind: what }),
      steps: [section(titles.form, steps)],
      whatIf: isComplete ? [] : [whatIf.draftCompleted],
    },
    voice,
  );
};

/** The facts of which any one completes a part, for each part that is missing. */
function readMissing(input: unknown, issues: Issue[]): (keyof Templates['supportFacts'])[][] {
  return readArray(input, ['missing'], issues, (part, path) => {
    const oneOf = readSome(part, path, issues)?.['oneOf'];
    return readWords(oneOf, requiredFacts, [...path, 'oneOf'], issues);
  });
}

function readDeniedFor(input: unknown, kind: SupportKind, issues: Issue[]): { reason: Reason }[] {
  const reasons = Object.keys(refusals[kind]) as [Reason];
  return readWords(input, reasons, ['deniedFor'], issues).map((reason) => ({ reason }));
}

/** The form as far as it is filled in, a line for each field and each line of the description. */
function readForm(input: unknown, { words, fact }: Voice, issues: Issue[]): string[] {
  const fields = readSome(input, ['fields'], issues);
  const contact = readSome(fields?.['contact'], ['fields', 'contact'], issues);
  if (fields === undefined || contact === undefined) return [];
  const { form } = words;
  const filled: [FieldName, string][] = [];
  const add = (from: AnswerFields, name: FieldName, path: Issue['path']): void => {
    const value = from[name];
    if (value !== undefined) filled.push([name, readText(value, [...path, name], issues)]);
  };
  for (const name of plainFields) add(fields, name, ['fields']);
  const method = contact['preferredContactMethod'];
  if (method !== undefined) {
    const at = ['fields', 'contact', 'preferredContactMethod'];
    filled.push([
      'preferredContactMethod',
      words.contactMethods[readWord(method, contactMethods, at, issues)],
    ]);
  }
  for (const name of contactFields) add(contact, name, ['fields', 'contact']);
  if (fields['files'] !== undefined) {
    const read = (file: unknown, at: Issue['path']): string => readText(file, at, issues);
    const files = readArray(fields['files'], ['fields', 'files'], issues, read);
    for (const file of files) filled.push(['files', file]);
  }
  return filled.flatMap(([name, value]) =>
    value.split('\n').map((line) => form.field({ field: form.fields[name], value: fact(line) })),
  );
}

function readText(value: unknown, path: Issue['path'], issues: Issue[]): string {
  if (typeof value === 'string') return value;
  issues.push(issue(path, 'wrong-type', 'a text', value));
  return '';
}
