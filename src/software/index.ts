export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export type { Role } from '../roles/matrix.ts';
export * from '../vocabulary/index.ts';
export type {
  AllowedSoftwareCancellation,
  DeniedSoftwareCancellation,
  FullSoftwareCredit,
  ProRatedSoftwareCredit,
  SoftwareAssumed,
  SoftwareCancellationDecision,
  SoftwareCancellationRefusal,
  SoftwareCredit,
  SoftwareCreditLine,
  SoftwareNote,
  UnstatedSoftwareCredit,
} from './cancellation/cancellation.ts';
export {
  type ComparedSoftwareCancellation,
  compareSoftwareCancellation,
  type SoftwareComparison,
  type SoftwareCreditDifference,
} from './cancellation/compare-software-cancellation.ts';
export { decideSoftwareCancellation } from './cancellation/decide-software-cancellation.ts';
export {
  type DeniedSoftwareExchange,
  decideSoftwareExchange,
  type SoftwareExchangeRefusal,
  type SoftwareExchangeRequest,
} from './cancellation/decide-software-exchange.ts';
export type {
  RefundableQuantity,
  RefundableUnits,
  RefundOption,
  SoftwareCancellationInput,
  SoftwareCancellationRequest,
  SoftwareCustomer,
} from './cancellation/request.ts';
export type { LinkExpiry, LinkPolicyFigures, LinkRequest } from './download-link/download-link.ts';
export {
  type ActiveDownloadLink,
  type DownloadLinkStatus,
  downloadLinkStatus,
  type ExpiredDownloadLink,
  type RevokedDownloadLink,
  type UnstatedDownloadLink,
} from './download-link/download-link-status.ts';
export type { DownloadLink, DownloadLinkInput } from './download-link/link-facts.ts';
export {
  type DownloadRefusal,
  type RecordedDownload,
  recordDownload,
} from './download-link/record-download.ts';
export {
  type LinkRenewal,
  type LinkRenewalRefusal,
  renewDownloadLink,
} from './download-link/renew-download-link.ts';
export {
  type AllowedHybridBenefit,
  type DeniedHybridBenefit,
  decideHybridBenefit,
  type HybridBenefitDecision,
  type HybridBenefitLicense,
  type HybridBenefitRefusal,
  type HybridBenefitRequest,
} from './hybrid-benefit/decide-hybrid-benefit.ts';
export {
  isServerSubscription,
  type SubscriptionProduct,
} from './hybrid-benefit/is-server-subscription.ts';
export type { SoftwareDocument } from './policy/citations.ts';
export { parseSoftwarePolicy } from './policy/parse-software-policy.ts';
export {
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  type SoftwarePolicyVersion,
  softwarePolicies,
  softwarePolicyVersions,
} from './policy/policies.ts';
export type {
  DerivedSoftwarePolicy,
  SoftwarePolicyFields,
  SoftwarePolicyInput,
} from './policy/policy-fields.ts';
export type {
  SoftwarePolicyName,
  SoftwarePolicyOptions,
  SoftwarePolicySource,
} from './policy/ready-policy.ts';
export {
  type BillingCycle,
  billingCycles,
  type CancellationEffect,
  type CancellationParticular,
  cancellationEffects,
  cancellationParticulars,
  type SoftwareKind,
  type SoftwarePolicy,
  type SoftwareTerm,
  softwareKinds,
  softwareTerms,
} from './policy/software-policy.ts';
export { softwarePolicyAt } from './policy/software-policy-at.ts';
