import { type Issue, issue, missing } from '../../kernel/issue.ts';
import { NO_TEXT, readArray, readWord } from '../../kernel/read.ts';
import { requests } from '../../support/form/description.ts';
import {
  type FactsAtHand,
  type FormPart,
  missingParts,
  type RequiredFact,
} from '../../support/form/form-parts.ts';
import {
  contactMethods,
  reservationSelections,
  type SupportKind,
  softwareProblemType,
} from '../../support/request-form.ts';
import { type AnswerFields, readSome, readWords } from '../form/answer-fields.ts';
import type { Voice } from '../form/explanation.ts';
import type { Templates } from '../words/templates.ts';

type FieldName = keyof Templates['form']['fields'];

const plainFields = [
  ...(['issueType', 'problemType', 'category', 'impact', 'title', 'description'] as const),
] satisfies readonly FieldName[];

const contactFields = ['name', 'email', 'phone'] satisfies readonly FieldName[];

/** What the form of each kind has at any rate, and what it never has. */
const fixed: { readonly [Kind in SupportKind]: AnswerFields } = {
  'reservation-refund': { ...reservationSelections, impact: undefined, files: undefined },
  'reservation-exchange': { ...reservationSelections, impact: undefined, files: undefined },
  'software-cancellation': {
    issueType: undefined,
    problemType: softwareProblemType,
    category: undefined,
  },
};

interface Form {
  /** A line for each field and each line of the description. */
  readonly texts: readonly string[];
  readonly atHand: FactsAtHand;
}

/** Reads the fields of the form that are filled in. */
export function readForm(
  kind: SupportKind,
  input: unknown,
  { words, fact }: Voice,
  issues: Issue[],
): Form | undefined {
  const fields = readSome(input, ['fields'], issues);
  if (fields === undefined) return undefined;
  const contact = readSome(fields['contact'], ['fields', 'contact'], issues);
  if (contact === undefined) return undefined;
  for (const [name, expected] of Object.entries(fixed[kind])) {
    if (fields[name] === expected) continue;
    const what = expected === undefined ? 'no such field in this form' : `${expected}`;
    issues.push(
      issue(['fields', name], missing(fields[name], 'contradiction'), what, fields[name]),
    );
  }
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
  checkDescription(kind, fields['description'], issues);
  if (fields['files'] !== undefined) {
    const read = (file: unknown, at: Issue['path']): string => readText(file, at, issues);
    const files = readArray(fields['files'], ['fields', 'files'], issues, read);
    for (const file of files) filled.push(['files', file]);
  }
  const given = Object.fromEntries(filled);
  return {
    texts: filled.flatMap(([name, value]) =>
      value.split('\n').map((line) => form.field({ field: form.fields[name], value: fact(line) })),
    ),
    atHand: {
      impact: given['impact'],
      'contact.preferredContactMethod': given['preferredContactMethod'],
      'contact.name': given['name'],
      'contact.email': given['email'],
      'contact.phone': given['phone'],
    },
  };
}

/** Its first line tells what is asked for. */
function checkDescription(kind: SupportKind, description: unknown, issues: Issue[]): void {
  if (typeof description !== 'string' && description !== undefined) return; // told already
  const first = `Request: ${requests[kind]}`;
  if (description?.split('\n')[0] === first) return;
  const code = missing(description, 'contradiction');
  issues.push(
    issue(['fields', 'description'], code, `a text that begins with "${first}"`, description),
  );
}

function readText(value: unknown, path: Issue['path'], issues: Issue[]): string {
  if (typeof value === 'string') return value;
  issues.push(issue(path, 'wrong-type', 'a text', value));
  return NO_TEXT;
}

/** The facts that an answer says are missing. */
export function readMissing(kind: SupportKind, input: unknown, issues: Issue[]): RequiredFact[] {
  const needed = missingParts(kind, {}).flatMap(({ oneOf }) => oneOf) as [RequiredFact];
  const parts = readArray(input, ['missing'], issues, (part, path) => {
    const fields = readSome(part, path, issues);
    return fields === undefined
      ? []
      : readWords(fields['oneOf'], needed, [...path, 'oneOf'], issues);
  });
  return parts.flat();
}

/** What the form lacks, as the form itself shows it; of its description only the answer tells it. */
export function missingOf(
  kind: SupportKind,
  { atHand }: Form,
  told: readonly RequiredFact[],
): readonly FormPart[] {
  return missingParts(kind, atHand).filter(
    ({ field, oneOf }) => field !== 'description' || told.includes(oneOf[0]),
  );
}
