import { InputError, type Issue } from '../../kernel/issue.ts';
import { readBoolean } from '../../kernel/read.ts';
import { fieldsOf, oneOf, readRecord, required } from '../../kernel/record.ts';
import { type Allowed, type Denied, deny } from '../../vocabulary/decision.ts';
import { obstacleOf, type Refusals } from '../../vocabulary/refusal.ts';

const licenses = ['windows-server-datacenter', 'windows-server-standard', 'other'] as const;

/** A license. `other` is any product or edition except the two that the document names. */
export type HybridBenefitLicense = (typeof licenses)[number];

/** The facts of a license that is to be used for virtual machines in Azure. */
export interface HybridBenefitRequest {
  readonly license: HybridBenefitLicense;
  /** True if the license is covered with Software Assurance. */
  readonly softwareAssurance: boolean;
  /** True if the customer is a commercial customer. */
  readonly commercial: boolean;
}

/** A reason why a license does not qualify. */
export type HybridBenefitRefusal = 'not-commercial' | 'wrong-edition' | 'no-software-assurance';

const refusals: Refusals<HybridBenefitRefusal> = Object.freeze({
  'not-commercial': { clause: 'CUS-14', nextStep: 'pay-the-full-compute-rate' },
  'wrong-edition': { clause: 'SOF-12', nextStep: 'pay-the-full-compute-rate' },
  'no-software-assurance': { clause: 'SOF-12', nextStep: 'pay-the-full-compute-rate' },
});

interface HybridBenefitAnswer {
  readonly kind: 'hybrid-benefit';
  /** The facts in canonical form. */
  readonly request: HybridBenefitRequest;
}

export interface AllowedHybridBenefit extends Allowed, HybridBenefitAnswer {
  /** The most that the benefit saves on virtual machines, in percent. */
  readonly savesUpToPercent: 40;
}

export interface DeniedHybridBenefit extends Denied<HybridBenefitRefusal>, HybridBenefitAnswer {
  readonly savesUpToPercent: null;
}

/** A decision on the Azure Hybrid Benefit. */
export type HybridBenefitDecision = AllowedHybridBenefit | DeniedHybridBenefit;

const fields = /* @__PURE__ */ fieldsOf<HybridBenefitRequest>({
  license: required(oneOf(licenses)),
  softwareAssurance: required(readBoolean),
  commercial: required(readBoolean),
});

/**
 * Decides whether a license qualifies for the Azure Hybrid Benefit: one of Windows Server Datacenter or
 * Standard with Software Assurance, of a commercial customer. All missing conditions are reported together.
 *
 * The document states the most that the benefit saves, not how much it saves in a given case.
 *
 * @throws InputError with every issue, if the facts are malformed.
 *
 * Clauses: SOF-12, CUS-14 (`software`, Introduction).
 *
 * @example
 * decideHybridBenefit({
 *   license: 'windows-server-standard', softwareAssurance: true, commercial: true,
 * }).allowed; //=> true
 * const denied = decideHybridBenefit({ license: 'other', softwareAssurance: false, commercial: true });
 * if (!denied.allowed) denied.obstacles.map(({ reason }) => reason);
 * //=> ['wrong-edition', 'no-software-assurance']
 */
export function decideHybridBenefit(facts: HybridBenefitRequest): HybridBenefitDecision {
  const issues: Issue[] = [];
  const request = readRecord(fields, facts, [], issues);
  if (request === undefined || issues.length > 0) throw new InputError(issues);

  const reasons: HybridBenefitRefusal[] = [];
  if (!request.commercial) reasons.push('not-commercial'); // CUS-14
  if (request.license === 'other') reasons.push('wrong-edition'); // SOF-12
  if (!request.softwareAssurance) reasons.push('no-software-assurance'); // SOF-12
  const [first, ...others] = reasons.map((reason) => obstacleOf(refusals, reason, undefined));
  const kind = 'hybrid-benefit';
  if (first !== undefined) {
    return { ...deny([first, ...others]), kind, savesUpToPercent: null, request };
  }
  return {
    kind,
    allowed: true,
    because: ['SOF-12', 'CUS-14'],
    interpretations: [],
    savesUpToPercent: 40,
    request,
  };
}
