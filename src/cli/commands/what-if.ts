import { groupThousands } from '../../amounts/group-thousands.ts';
import { en } from '../../explain/words/en.ts';
import { escapeText, type Issue } from '../../kernel/issue.ts';
import {
  type ComparedRefund,
  compareRefund,
  type PolicyOptions,
  type RefundCurve,
  type RefundCurveOptions,
  type RefundNote,
  type RefundPolicyName,
  type RefundQuote,
  refundCurve,
} from '../../reservations/index.ts';
import {
  compareSoftwareCancellation,
  type SoftwareCancellationInput,
  type SoftwarePolicyName,
} from '../../software/index.ts';
import { briefOf } from './quotes.ts';
import { rolesIn } from './roles-in.ts';
import { asInput, type Rule } from './rule.ts';

type Compared = { readonly rows: readonly ComparedRefund[] };

/** The commands that compare a refund or a software cancellation under other policies or on other days. */
export const whatIfRules: readonly Rule[] = [
  {
    command: 'compare',
    words: [],
    takesFacts: true,
    about: 'One cancellation under several policies (policies)',
    answer: ({ policies, ...request }, id) => {
      const rows = compareRefund(
        asInput({ ...request, id }),
        policies as readonly RefundPolicyName[] | undefined,
      );
      return { rows: rows.map((row) => (row.ok ? { ...row, quote: briefOf(row.quote) } : row)) };
    },
    text: (answer) => comparedTitle + (answer as Compared).rows.map(comparedText).join(''),
  },
  {
    command: 'compare-software',
    words: [],
    takesFacts: true,
    about: 'Cancelled software under several policies (policies)',
    answer: ({ policies, ...facts }) => {
      const { roles } = facts;
      return compareSoftwareCancellation(
        asInput<SoftwareCancellationInput>({ ...facts, roles: roles && rolesIn(roles) }),
        policies as readonly SoftwarePolicyName[] | undefined,
      );
    },
  },
  {
    command: 'curve',
    words: [],
    takesFacts: true,
    about: 'The refund on each day of the term (from, to, policy)',
    answer: ({ from, to, policy, ...request }) =>
      refundCurve(asInput(request), {
        from: from as RefundCurveOptions['from'],
        to: to as RefundCurveOptions['to'],
        policy: policy as PolicyOptions['policy'],
      }),
    text: (answer) => curveText(answer as RefundCurve),
  },
];

const POLICY_WIDTH = 24;
const AMOUNT_WIDTH = 16;

const comparedTitle = `${[
  'policy'.padEnd(POLICY_WIDTH) + 'refund'.padStart(AMOUNT_WIDTH),
  '   ',
  'difference'.padStart(AMOUNT_WIDTH),
  'how',
].join('  ')}\n`;

/** Describes how a refund is calculated. */
function howText(quote: RefundQuote): string {
  if (!quote.allowed) return `refused: ${en.reasons[quote.reason]}`;
  const rows = {
    'full-credit': 'the whole price',
    'pro-rated': 'pro-rated',
    'pro-rated-less-fee': `pro-rated, less a fee of ${groupThousands(quote.fee)}`,
  };
  return [rows[quote.row], ...quote.notes.map((note) => limits[note])].join('; ');
}

const limits: { readonly [N in RefundNote]: string } = {
  'limit-clipped': 'reduced by the limit',
  'plan-not-in-text': 'the text does not know monthly payment',
  'commitment-estimated': 'some payments to come are estimated',
  'limit-reached': 'nothing left of the limit',
  superseded: 'superseded',
};

function supersedingText({ superseding }: Extract<ComparedRefund, { ok: true }>): string {
  if (superseding === null) return '';
  const { policy, reason, refund, difference } = superseding;
  const result =
    reason === null
      ? `${groupThousands(refund)} (${groupThousands(signed(difference))})`
      : `refused: ${en.reasons[reason]}`;
  return `    in force on this day: ${policy}, ${result}\n`;
}

function comparedText(row: ComparedRefund): string {
  const policy = escapeText(row.policy).padEnd(POLICY_WIDTH);
  if (!row.ok) return `${policy}not quoted: ${row.issues.map(whyNot).join('; ')}\n`;
  const { quote, difference } = row;
  const { refund, because = [] } = difference ?? {};
  const cells = [
    amountText(quote.refund),
    quote.currency,
    refund === undefined ? ' '.repeat(AMOUNT_WIDTH) : amountText(signed(refund)),
    howText(quote),
  ];
  const causes = because.map(({ message }) => `    ${message}\n`).join('');
  return `${policy}${cells.join('  ')}\n${causes}${supersedingText(row)}`;
}

function whyNot({ code, message }: Issue): string {
  return code === 'fee-unstated' ? 'its document does not state the fee' : message;
}

function signed(amount: string): string {
  return amount.startsWith('-') ? amount : `+${amount}`;
}

/** The first day, the last, and those on either side of a jump; then the jumps. */
function curveText({ currency, policy, days, jumps, supersededBy }: RefundCurve): string {
  const jumped = jumps.map((jump) => days.findIndex(({ on }) => on === jump.on));
  const shown = new Set([0, days.length - 1, ...jumped, ...jumped.map((at) => at - 1)]);
  const rows = days
    .filter((_, at) => shown.has(at))
    .map(({ on, sincePurchase, refund, row, reason }) => {
      const day = String(sincePurchase).padStart(5);
      return `${on}  day ${day}${amountText(refund)}  ${reason === null ? row : `refused: ${reason}`}\n`;
    });
  const told = jumps.map(
    ({ on, from, to, by, because }) =>
      `${on}: ${groupThousands(from)} -> ${groupThousands(to)} (${groupThousands(by)}): ${because.join(', ')}\n`,
  );
  const later = supersededBy.map((version) => `from ${version.from} in force: ${version.policy}\n`);
  return `${currency}, ${escapeText(policy)}\n${rows.join('')}${told.join('')}${later.join('')}`;
}

function amountText(amount: string): string {
  return groupThousands(amount).padStart(AMOUNT_WIDTH);
}
