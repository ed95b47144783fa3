import type { Issue } from '../../kernel/issue.ts';
import { readArray, readBoolean, readWord } from '../../kernel/read.ts';
import { type AnswerObstacle, readObstacles } from '../../support/facts/read-obstacles.ts';
import { notAskedFor } from '../../support/facts/software-obstacles.ts';
import { denyDraft } from '../../support/make-draft.ts';
import { type RefusalsOf, refusals } from '../../support/refusals.ts';
import { advisedFacts, type SupportKind, supportKinds } from '../../support/request-form.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import {
  type AnswerFields,
  checkAnswer,
  type Explainer,
  readGrounds,
  readSome,
  readWords,
} from '../form/answer-fields.ts';
import {
  type Explanation,
  explanationOf,
  listText,
  reasonsText,
  remarksOf,
  section,
  type Voice,
} from '../form/explanation.ts';
import { missingOf, readForm, readMissing } from './read-support-form.ts';

/** The request to the vendor's support, and what it lacks. */
export const explainSupportDraft: Explainer = (fields, voice, issues) => {
  const kind = readWord(fields['kind'], supportKinds, ['kind'], issues);
  const isAllowed = readBoolean(fields['allowed'], ['allowed'], issues);
  if (issues.length > 0) return undefined;
  return isAllowed
    ? explainRequest(kind, fields, voice, issues)
    : explainDenied(kind, fields, voice, issues);
};

function explainDenied(
  kind: SupportKind,
  fields: AnswerFields,
  voice: Voice,
  issues: Issue[],
): Explanation | undefined {
  const found = readDeniedFor(kind, fields, issues);
  const [first, ...others] = found;
  if (first === undefined || issues.length > 0) return undefined;
  const asked = denyDraft(kind, clauseOf[kind], [first, ...others]);
  const draft = checkAnswer(fields, asked, issues);
  if (draft === undefined) return undefined;

  const { words } = voice;
  const deniedFor = draft.deniedFor.map((reason) => ({ reason }));
  const denials = reasonsText(deniedFor, words);
  const facts = denials === '' ? [] : [words.form.deniedFor({ reasons: denials })];
  const reasons = reasonsText(draft.obstacles, words);
  const verdict = words.verdicts.draftDenied({ kind: words.supportKinds[kind], reasons });
  return explanationOf(
    { verdict, steps: [section(words.titles.facts, facts)], grounds: draft },
    voice,
  );
}

const clauseOf: { readonly [Kind in SupportKind]: ClauseId } = {
  'reservation-refund': 'SUP-1',
  'reservation-exchange': 'SUP-1',
  'software-cancellation': 'SUP-2',
};

/** What stood in the way of the answer that the request would have been made from. */
function readDeniedFor(
  kind: SupportKind,
  fields: AnswerFields,
  issues: Issue[],
): AnswerObstacle<SupportKind>[] {
  const reasons = readWords(
    fields['deniedFor'],
    Object.keys(refusals[kind]) as [RefusalsOf[SupportKind]],
    ['deniedFor'],
    issues,
  );
  if (issues.length > 0) return [];
  if (reasons.length === 0 && kind === 'software-cancellation') return [notAskedFor];
  const given = readArray(fields['obstacles'], ['obstacles'], issues, (element, path) =>
    readSome(element, path, issues),
  );
  if (issues.length > 0) return [];
  const obstacles = reasons.map((reason, at) => ({ reason, clause: given[at]?.['clause'] }));
  return readObstacles(kind, { allowed: false, obstacles }, [], issues);
}

function explainRequest(
  kind: SupportKind,
  fields: AnswerFields,
  voice: Voice,
  issues: Issue[],
): Explanation | undefined {
  const grounds = readGrounds(fields, issues);
  const told = readMissing(kind, fields['missing'], issues);
  const advised = readWords(fields['advised'], advisedFacts, ['advised'], issues);
  const assumed = readWords(fields['assumed'], ['answer'], ['assumed'], issues);
  const form = readForm(kind, fields['fields'], voice, issues);
  if (form === undefined || issues.length > 0) return undefined;
  const lacking = missingOf(kind, form, told);
  const complete = lacking.length === 0;
  if (checkAnswer(fields, { complete, missing: lacking }, issues) === undefined) return undefined;

  const { words } = voice;
  const { titles, verdicts, supportFacts, whatIf } = words;
  const steps = [...form.texts];
  if (!complete) {
    const facts = lacking.map(({ oneOf }) =>
      listText(oneOf, supportFacts, words, words.form.oneOf),
    );
    steps.push(words.form.missing({ facts: facts.join(words.listed) }));
  }
  if (advised.length > 0) {
    steps.push(words.form.advised({ facts: listText(advised, supportFacts, words) }));
  }
  const what = words.supportKinds[kind];
  return explanationOf(
    {
      verdict: complete
        ? verdicts.draftComplete({ kind: what })
        : verdicts.draftIncomplete({ kind: what }),
      steps: [section(titles.form, steps)],
      grounds,
      remarks: remarksOf({ assumed }, words),
      whatIf: complete ? [] : [whatIf.draftCompleted],
    },
    voice,
  );
}
