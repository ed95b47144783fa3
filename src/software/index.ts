export * from '../kernel/index.ts';
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
} from './software-cancellation.ts';
export {
  type CancellationEffect,
  type CancellationParticular,
  cancellationEffects,
  cancellationParticulars,
  type SoftwareKind,
  type SoftwareTerm,
  softwareKinds,
  softwareTerms,
} from './terms.ts';
