import type { Refusals } from '../vocabulary/refusal.ts';
import type { SoftwareCancellationRefusal } from './cancellation/cancellation.ts';
import type { SoftwareCitations } from './policy/citations.ts';

const window = (cites: SoftwareCitations) => cites.window;

export const cancellationRefusals: Refusals<SoftwareCancellationRefusal, SoftwareCitations> =
  Object.freeze({
    'not-eligible': { clause: window, nextStep: 'keep-the-software' },
    'window-passed': {
      clause: window,
      interpretation: 'R-SIXTY',
      nextStep: 'keep-the-software',
    },
    'undefined-by-text': { clause: window, nextStep: 'keep-the-software' },
    'not-cancellable': {
      clause: (cites: SoftwareCitations) => cites.nonCancellable,
      nextStep: 'keep-the-software',
    },
    'not-granted': { clause: 'SOF-4', nextStep: 'ask-someone-with-an-allowed-role' },
    'support-required': { clause: 'SOF-6', nextStep: 'request-support' },
  });
