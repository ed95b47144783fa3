import type { PortalTask } from '../../places/directions.ts';
import type { SupportDraft } from '../../support/form/support-draft.ts';
import type { ReservationSupportContact, Unfinished } from '../../support/form/support-facts.ts';
import type { SupportKind } from '../../support/request-form.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';
import type { Templates } from '../words/templates.ts';

/** The request to the vendor's support, and what it lacks. */
export function explainSupportDraft(draft: SupportDraft, voice: Voice): Explanation {
  const { words } = voice;
  const { titles, verdicts, supportFacts, whatIf } = words;
  const kind = words.supportKinds[draft.request.kind];
  if (!draft.allowed) {
    const deniedFor = draft.deniedFor.map((reason) => ({ reason }));
    const denials = reasonsText(deniedFor, words);
    const facts = denials === '' ? [] : [words.form.deniedFor({ reasons: denials })];
    const verdict = verdicts.draftDenied({ kind, reasons: reasonsText(draft.obstacles, words) });
    return explanationOf({ verdict, steps: [section(titles.facts, facts)], grounds: draft }, voice);
  }

  const { fields, complete, missing, advised } = draft;
  const steps = formTexts(fields, voice);
  if (!complete) {
    const facts = missing.map(({ oneOf }) =>
      listText(oneOf, supportFacts, words, words.form.oneOf),
    );
    steps.push(words.form.missing({ facts: facts.join(words.listed) }));
  }
  if (advised.length > 0) {
    steps.push(words.form.advised({ facts: listText(advised, supportFacts, words) }));
  }
  return explanationOf(
    {
      verdict: complete ? verdicts.draftComplete({ kind }) : verdicts.draftIncomplete({ kind }),
      steps: [section(titles.form, steps)],
      grounds: draft,
      where: taskOf[draft.request.kind],
      remarks: remarksOf(draft, words),
      whatIf: complete ? [] : [whatIf.draftCompleted],
    },
    voice,
  );
}

/** The task in the portal that opens the form of a request. */
const taskOf: { readonly [K in SupportKind]: PortalTask } = {
  'reservation-refund': 'reservations.refund',
  'reservation-exchange': 'reservations.exchange',
  'software-cancellation': 'request-support',
};

const plainFields = [
  'issueType',
  'problemType',
  'category',
  'impact',
  'title',
  'description',
] as const;

const contactFields = ['name', 'email', 'phone'] as const;

type FieldName = keyof Templates['form']['fields'];

/** The fields that the forms of all kinds share. */
type AnyForm = Unfinished<Readonly<Record<(typeof plainFields)[number], string>>> & {
  readonly contact: Unfinished<ReservationSupportContact>;
  readonly files?: readonly string[];
};

/** The form as far as it is filled in: a line for each field, and for each line of the description. */
function formTexts(fields: AnyForm, voice: Voice): string[] {
  const { contact, files = [] } = fields;
  const { form, contactMethods } = voice.words;
  const { preferredContactMethod: method } = contact;
  const filled: readonly (readonly [FieldName, string | undefined])[] = [
    ...plainFields.map((name) => [name, fields[name]] as const),
    ['preferredContactMethod', method === undefined ? undefined : contactMethods[method]],
    ...contactFields.map((name) => [name, contact[name]] as const),
    ...files.map((file) => ['files', file] as const),
  ];
  return filled.flatMap(([name, value]) =>
    (value?.split('\n') ?? []).map((line) =>
      form.field({ field: form.fields[name], value: voice.fact(line) }),
    ),
  );
}
