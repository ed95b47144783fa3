import { type Denied, deny } from '../../vocabulary/decision.ts';
import { nonCancellableKinds, type SoftwareKind } from '../policy/software-policy.ts';
import { readExchangedKind } from './facts.ts';

/** The reason why software is not exchanged: it is forbidden, or no document provides for it. */
export type SoftwareExchangeRefusal = 'not-exchangeable' | 'no-exchange-rule';

/** Software that somebody would exchange. */
export interface SoftwareExchangeRequest {
  readonly kind: SoftwareKind;
}

/** There is no lawful exchange of software: the answer is always a no, and says which. */
export interface DeniedSoftwareExchange extends Denied<SoftwareExchangeRefusal> {
  readonly kind: 'software-exchange';
  /** The facts in canonical form. */
  readonly request: SoftwareExchangeRequest;
}

/**
 * Returns the reasons why software cannot be exchanged. SUSE Linux and Red Hat plans are barred from it; of other
 * software no document provides an exchange, so that it is cancelled and bought again.
 *
 * @throws InputError with every issue, if the facts are malformed.
 *
 * Clauses: SOF-1, SOF-3 (`software`, Cancel a purchase).
 *
 * @example
 * decideSoftwareExchange({ kind: 'red-hat-plan' }).reason; //=> 'not-exchangeable'
 * decideSoftwareExchange({ kind: 'perpetual' }).obstacles[0].nextStep; //=> 'cancel-and-buy-again'
 */
export function decideSoftwareExchange(facts: SoftwareExchangeRequest): DeniedSoftwareExchange {
  const kind = readExchangedKind(facts);
  const denied = nonCancellableKinds.has(kind)
    ? deny<SoftwareExchangeRefusal>([
        { reason: 'not-exchangeable', clause: 'SOF-3', nextStep: 'keep-the-software' },
      ])
    : deny<SoftwareExchangeRefusal>([
        { reason: 'no-exchange-rule', clause: 'SOF-1', nextStep: 'cancel-and-buy-again' },
      ]);
  return { kind: 'software-exchange', ...denied, request: { kind } };
}
