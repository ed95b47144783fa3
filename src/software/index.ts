export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export * from '../kernel/index.ts';
export type { Role } from '../roles/matrix.ts';
export { decideSoftwareCancellation } from './decide-software-cancellation.ts';
export {
  type DeniedSoftwareExchange,
  decideSoftwareExchange,
  type SoftwareExchangeRefusal,
  type SoftwareExchangeRequest,
} from './decide-software-exchange.ts';
export type { DownloadLink, LinkExpiry, LinkPolicyFigures } from './download-link.ts';
export {
  type ActiveDownloadLink,
  type DownloadLinkStatus,
  downloadLinkStatus,
  type ExpiredDownloadLink,
  type RevokedDownloadLink,
  type UnstatedDownloadLink,
} from './download-link-status.ts';
export type { DownloadLinkInput } from './link-input.ts';
export { parseSoftwarePolicy } from './parse-software-policy.ts';
export {
  defaultSoftwarePolicy,
  type PublishedSoftwarePolicyId,
  type SoftwarePolicyVersion,
  softwarePolicies,
  softwarePolicyVersions,
} from './policies.ts';
export type { SoftwarePolicyOptions } from './policy.ts';
export type { DerivedSoftwarePolicy, SoftwarePolicyInput } from './policy-fields.ts';
export { type DownloadRefusal, type RecordedDownload, recordDownload } from './record-download.ts';
export {
  type LinkRenewal,
  type LinkRenewalRefusal,
  renewDownloadLink,
} from './renew-download-link.ts';
export type {
  SoftwareCancellationInput,
  SoftwareCancellationRequest,
  SoftwareCustomer,
} from './request.ts';
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
} from './software-cancellation.ts';
export { softwarePolicyAt } from './software-policy-at.ts';
export {
  type CancellationEffect,
  type CancellationParticular,
  cancellationEffects,
  cancellationParticulars,
  type SoftwareDocument,
  type SoftwareKind,
  type SoftwarePolicy,
  type SoftwareTerm,
  softwareKinds,
  softwareTerms,
} from './terms.ts';
