import type { ClauseId } from '../vocabulary/clauses.ts';
import type { InterpretationId } from '../vocabulary/interpretations.ts';
import type { Refusals } from '../vocabulary/refusal.ts';
import type { SoftwareCancellationRefusal } from './cancellation/cancellation.ts';
import type { CancellationWindow } from './cancellation/window.ts';
import type { SoftwareCitations } from './policy/citations.ts';

/** The clauses of a policy's text, and the window that was applied. */
export interface RefusalGrounds extends Pick<CancellationWindow, 'clause' | 'interpretation'> {
  readonly cites: SoftwareCitations;
}

const window = ({ clause }: RefusalGrounds): ClauseId => clause;
const counted = ({ interpretation }: RefusalGrounds): InterpretationId | undefined =>
  interpretation;

export const cancellationRefusals: Refusals<SoftwareCancellationRefusal, RefusalGrounds> =
  Object.freeze({
    'not-eligible': { clause: window, nextStep: 'keep-the-software' },
    'window-passed': { clause: window, interpretation: counted, nextStep: 'keep-the-software' },
    'undefined-by-text': { clause: window, nextStep: 'keep-the-software' },
    'term-ended': {
      clause: ({ cites }: RefusalGrounds) => cites.credit,
      interpretation: 'R-ENDED',
      nextStep: 'nothing-left-to-return',
    },
    'not-cancellable': {
      clause: ({ cites }: RefusalGrounds) => cites.nonCancellable,
      nextStep: 'keep-the-software',
    },
    'not-granted': { clause: 'SOF-4', nextStep: 'ask-someone-with-an-allowed-role' },
    'support-required': { clause: 'SOF-6', nextStep: 'request-support' },
  });
