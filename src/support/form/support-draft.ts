import type { ExchangeRefusal, RefundRefusal } from '../../reservations/refusals.ts';
import type { SoftwareCancellationRefusal } from '../../software/cancellation/cancellation.ts';
import type { Allowed, Denied } from '../../vocabulary/decision.ts';
import type {
  AdvisedFact,
  ReservationSupportKind,
  reservationSelections,
  SupportKind,
  softwareProblemType,
} from '../request-form.ts';
import type { FormPart } from './form-parts.ts';
import type {
  ReservationSupportContact,
  SupportContact,
  SupportRequest,
  Unfinished,
} from './support-facts.ts';

/** The reasons of each kind of refused answer. */
export interface RefusalsOf {
  readonly 'reservation-refund': RefundRefusal;
  readonly 'reservation-exchange': ExchangeRefusal;
  readonly 'software-cancellation': SoftwareCancellationRefusal;
}

interface ReservationSelections {
  readonly issueType: (typeof reservationSelections)['issueType'];
  readonly problemType: (typeof reservationSelections)['problemType'];
  readonly category: (typeof reservationSelections)['category'];
}

interface Texts {
  readonly title: string;
  /** One fact a line, as far as the facts are at hand. */
  readonly description: string;
}

/**
 * The form for a reservation. The document names neither its title nor its description: they hold
 * what the agent may ask for, ready to be put in.
 */
export interface ReservationSupportForm extends ReservationSelections, Texts {
  readonly contact: ReservationSupportContact;
}

/** The form for software. */
export interface SoftwareSupportForm extends Texts {
  readonly problemType: typeof softwareProblemType;
  readonly impact: string;
  readonly contact: SupportContact;
  /** The names of the files to add, if any. */
  readonly files: readonly string[];
}

/** {@link ReservationSupportForm} as far as its facts are at hand. */
export interface UnfinishedReservationForm extends ReservationSelections, Texts {
  readonly contact: Unfinished<ReservationSupportContact>;
}

/** {@link SoftwareSupportForm} as far as its facts are at hand. */
export interface UnfinishedSoftwareForm extends Texts {
  readonly problemType: typeof softwareProblemType;
  readonly impact?: string | undefined;
  readonly contact: Unfinished<SupportContact>;
  readonly files: readonly string[];
}

/** The reasons why no draft is made. */
export type DraftRefusal =
  /** The cancellation does not require a support request. */
  | 'support-not-required'
  /** The answer that the draft is based on is a refusal. */
  | 'answer-denied';

/** The assumption without an answer: that the requested amount is due. */
export type DraftAssumed = 'answer';

interface DraftFacts<Kind extends SupportKind> {
  readonly kind: 'support-draft';
  readonly assumed: readonly DraftAssumed[];
  /** The facts in canonical form; an answer among them is as it was computed again. */
  readonly request: SupportRequest<Kind>;
}

/** A request that can be sent as it is. */
export interface CompleteSupportDraft<Kind extends SupportKind, Form>
  extends Allowed,
    DraftFacts<Kind> {
  readonly complete: true;
  readonly fields: Form;
  readonly missing: readonly [];
  readonly advised: readonly AdvisedFact[];
}

/** A request with missing facts. */
export interface IncompleteSupportDraft<Kind extends SupportKind, Form>
  extends Allowed,
    DraftFacts<Kind> {
  readonly complete: false;
  /** The fields filled in so far. */
  readonly fields: Form;
  /** Every missing part, in the order of the form. */
  readonly missing: readonly [FormPart, ...FormPart[]];
  /** Further missing facts that the agent may ask for. */
  readonly advised: readonly AdvisedFact[];
}

/** No request, with the reasons. */
export interface DeniedSupportDraft<Kind extends SupportKind>
  extends Denied<DraftRefusal>,
    DraftFacts<Kind> {
  readonly complete: false;
  readonly fields: null;
  readonly missing: readonly [];
  readonly advised: readonly [];
  /** The reasons of the refused answer, one for each obstacle; empty if it was allowed. */
  readonly deniedFor: readonly RefusalsOf[Kind][];
}

type DraftOf<Kind extends SupportKind, Form, UnfinishedForm> =
  | CompleteSupportDraft<Kind, Form>
  | IncompleteSupportDraft<Kind, UnfinishedForm>
  | DeniedSupportDraft<Kind>;

export type ReservationSupportDraft<Kind extends ReservationSupportKind> = DraftOf<
  Kind,
  ReservationSupportForm,
  UnfinishedReservationForm
>;

export type SoftwareSupportDraft = DraftOf<
  'software-cancellation',
  SoftwareSupportForm,
  UnfinishedSoftwareForm
>;

/** A request to Microsoft support: complete, with missing parts, or refused. */
export type SupportDraft<Kind extends SupportKind = SupportKind> =
  Kind extends ReservationSupportKind ? ReservationSupportDraft<Kind> : SoftwareSupportDraft;
