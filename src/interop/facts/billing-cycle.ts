import { type Issue, issue } from '../../kernel/issue.ts';
import type { BillingCycle, SoftwareTerm } from '../../software/policy/software-policy.ts';
import type { BodyValue } from '../body/body-fields.ts';
import { isOneOf } from '../body/states.ts';
import type { StatedFact } from './known-facts.ts';

/** The charge cycle of a subscription that is paid once, by its term. */
const cycleOfTerm: ReadonlyMap<unknown, BillingCycle> = new Map<SoftwareTerm, BillingCycle>([
  ['P1M', 'monthly'],
  ['P1Y', 'annual'],
  ['P3Y', 'triennial'],
]);

/** The vendor's words for one payment for the whole term. */
const once = ['onetime', 'one_time'];

/**
 * Returns the term and the charge cycle that a body states. Only a subscription has them, and a cycle needs a
 * term; perpetual software with a term is an issue.
 */
export function termFacts(
  { kind, term }: { readonly kind?: unknown; readonly term?: unknown },
  termDuration: BodyValue | undefined,
  billingCycle: BodyValue,
  issues: Issue[],
): { readonly term?: StatedFact | undefined; readonly billingCycle?: StatedFact | undefined } {
  const stated = termDuration?.value;
  if (termDuration !== undefined && kind === 'perpetual' && stated !== undefined) {
    const expected = 'no term for perpetual software';
    issues.push(issue(termDuration.path, 'contradiction', expected, stated));
  }
  if (kind !== 'subscription') return {};
  const used = term ?? stated;
  return {
    term: termDuration,
    billingCycle: used === undefined ? undefined : cycleOf(billingCycle, used),
  };
}

/** The vendor writes its words in more than one case; `none` states no cycle. */
function cycleOf(stated: BodyValue, term: unknown): StatedFact | undefined {
  const { value, path } = stated;
  if (isOneOf(['none'], stated)) return undefined;
  if (isOneOf(once, stated)) return { value: cycleOfTerm.get(term), path, isMade: true };
  return { value: typeof value === 'string' ? value.toLowerCase() : value, path };
}
