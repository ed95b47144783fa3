export { currencyCodes, currencyDigits, currencyListDate } from '../kernel/currencies.ts';
export * from '../vocabulary/index.ts';
export { draftSupportRequest } from './draft-support-request.ts';
export type { FormPart, RequiredFact } from './form/form-parts.ts';
export type {
  CompleteSupportDraft,
  DeniedSupportDraft,
  DraftAssumed,
  DraftRefusal,
  IncompleteSupportDraft,
  ReservationSupportForm,
  SoftwareSupportForm,
  SupportDraft,
  UnfinishedReservationForm,
  UnfinishedSoftwareForm,
} from './form/support-draft.ts';
export type {
  ExchangeSupportFacts,
  RefundSupportFacts,
  RequestedAmount,
  ReservationSupportContact,
  SoftwareSupportFacts,
  SupportContact,
  SupportFacts,
  SupportRequest,
  Unfinished,
} from './form/support-facts.ts';
export {
  type AdvisedFact,
  type ContactMethod,
  contactMethods,
  type SupportKind,
  supportKinds,
} from './request-form.ts';
