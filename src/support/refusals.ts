import { type Citations, citations } from '../reservations/policy/citations.ts';
import type { ExchangeRefusal } from '../reservations/quote/exchange-quote.ts';
import type { RefundRefusal } from '../reservations/quote/quote.ts';
import type { SoftwareCancellationRefusal } from '../software/cancellation/cancellation.ts';
import { type SoftwareCitations, softwareCitations } from '../software/policy/citations.ts';
import type { ClauseId } from '../vocabulary/clauses.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { NextStep } from '../vocabulary/next-steps.ts';

/** What an answer that says no can cite, and the way on that it names. */
export interface Refusal {
  readonly clauses: readonly [ClauseId, ...ClauseId[]];
  readonly nextStep: NextStep;
  readonly interpretation?: InterpretationId | undefined;
}

/** Why each kind of answer says no. */
export interface RefusalsOf {
  readonly 'reservation-refund': RefundRefusal;
  readonly 'reservation-exchange': ExchangeRefusal;
  readonly 'software-cancellation': SoftwareCancellationRefusal;
}

/** What the documents that a refund policy can follow cite for the same refusal. */
function everyClause(of: (cites: Citations) => ClauseId): [ClauseId, ...ClauseId[]] {
  const clauses = Object.values(citations).map(of);
  return [...new Set(clauses)] as [ClauseId, ...ClauseId[]];
}

/** The same of the texts that a policy for software can follow. */
function everySoftwareClause(
  of: (cites: SoftwareCitations) => ClauseId,
): [ClauseId, ...ClauseId[]] {
  const clauses = Object.values(softwareCitations).map(of);
  return [...new Set(clauses)] as [ClauseId, ...ClauseId[]];
}

const softwareWindow = everySoftwareClause((cites) => cites.window);

const termEnded: Refusal = {
  clauses: everyClause((cites) => cites.anyTimeInTerm),
  nextStep: 'nothing-left-to-return',
  interpretation: 'R-ENDED',
};

const notReturnable: Refusal = {
  clauses: everyClause((cites) => cites.nonReturnable),
  nextStep: 'keep-until-term-end',
};

/** The refusals of the answers that a draft can be made from, as those answers give them. */
export const refusals: {
  readonly [Kind in keyof RefusalsOf]: { readonly [Reason in RefusalsOf[Kind]]: Refusal };
} = {
  'reservation-refund': {
    'term-ended': termEnded,
    'not-returnable': notReturnable,
    'undefined-by-text': {
      clauses: everyClause((cites) => cites.inWindow.used),
      nextStep: 'choose-another-day',
      interpretation: 'R-FIVE',
    },
    'limit-exceeded': {
      clauses: everyClause((cites) => cites.limit),
      nextStep: 'wait-for-limit',
      interpretation: 'R-OVER',
    },
  },
  'reservation-exchange': {
    'term-ended': termEnded,
    'not-returnable': notReturnable,
    'purchase-below-credit': {
      clauses: everyClause((cites) => cites.exchange),
      nextStep: 'choose-a-more-expensive-reservation',
      interpretation: 'R-SWAP',
    },
  },
  'software-cancellation': {
    'not-eligible': { clauses: softwareWindow, nextStep: 'keep-the-software' },
    'window-passed': {
      clauses: softwareWindow,
      nextStep: 'keep-the-software',
      interpretation: 'R-SIXTY',
    },
    'undefined-by-text': { clauses: softwareWindow, nextStep: 'keep-the-software' },
    'not-cancellable': {
      clauses: everySoftwareClause((cites) => cites.nonCancellable),
      nextStep: 'keep-the-software',
    },
    'not-granted': { clauses: ['SOF-4'], nextStep: 'ask-someone-with-an-allowed-role' },
    'support-required': { clauses: ['SOF-6'], nextStep: 'request-support' },
  },
};
