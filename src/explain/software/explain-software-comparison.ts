import { writtenDay } from '../../kernel/day.ts';
import type { SoftwareCredit } from '../../software/cancellation/cancellation.ts';
import type {
  ComparedSoftwareCancellation,
  SoftwareComparison,
} from '../../software/cancellation/compare-software-cancellation.ts';
import {
  type Explanation,
  explanationOf,
  ignoredRolesText,
  reasonsText,
  section,
  sinceText,
  type Voice,
} from '../form/explanation.ts';
import { countText, moneyText, signedText } from '../form/figures.ts';
import { needsText } from './software-steps.ts';

/** Explains a software cancellation under several policies, one line for each. */
export function explainSoftwareComparison(
  comparison: SoftwareComparison,
  voice: Voice,
): Explanation {
  const { request, ignoredRoles, rows } = comparison;
  const { words } = voice;
  const { titles, steps, verdicts } = words;
  const { purchasedOn, canceledOn, kind } = request;
  const days = sinceText(writtenDay(canceledOn) - writtenDay(purchasedOn), words);
  const software = steps.software({
    purchasedOn,
    canceledOn,
    days,
    kind: words.softwareKinds[kind],
  });
  const allowed = countText(rows.filter((row) => row.ok && row.allowed).length);
  return explanationOf(
    {
      verdict: verdicts.softwareCompared({ allowed, count: countText(rows.length) }),
      steps: [
        section(titles.facts, [software, ...ignoredRolesText(ignoredRoles, voice)]),
        section(
          titles.comparison,
          rows.map((row) => rowText(row, voice)),
        ),
      ],
      grounds: comparison,
    },
    voice,
  );
}

function rowText(row: ComparedSoftwareCancellation, voice: Voice): string {
  const { words, fact } = voice;
  const { compared, whatIf } = words;
  const policy = fact(row.policy);
  if (!row.ok) return needsText(whatIf.underVersion({ policy }), row.issues, voice);
  const { reasons, lastDay, credit } = row;
  if (credit === null) {
    const obstacles = reasons.map((reason) => ({ reason }));
    return compared.refused({ policy, reasons: reasonsText(obstacles, words) });
  }
  const text = creditText(credit, row.difference?.credit, voice);
  return lastDay === null
    ? compared.allowed({ policy, credit: text })
    : compared.allowedUntil({ policy, lastDay, credit: text });
}

function creditText(
  { basis, amount, currency }: SoftwareCredit,
  difference: string | undefined,
  { words: { compared } }: Voice,
): string {
  if (amount === null || currency === null) return compared.basis[basis];
  const credit = moneyText(amount, currency);
  if (difference === undefined) return compared.credit({ amount: credit });
  return compared.creditBy({ amount: credit, by: signedText(difference) });
}
