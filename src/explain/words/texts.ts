import type {
  CustomerPurchaseRefusal,
  CustomerTaskRefusal,
  PermissionChangeRefusal,
} from '../../customers/refusals.ts';
import type { MarketAssumed, MarketNote } from '../../markets/decide-market.ts';
import type { MarketRefusal } from '../../markets/refusals.ts';
import type { ResellerNote } from '../../resellers/decide-reseller-task.ts';
import type { PartnershipNote } from '../../resellers/partnership.ts';
import type { PartnershipRefusal, ResellerTaskRefusal } from '../../resellers/refusals.ts';
import type { ExchangeNote } from '../../reservations/quote/exchange-quote.ts';
import type { Assumed, RefundNote } from '../../reservations/quote/quote.ts';
import type { ExchangeRefusal, RefundRefusal } from '../../reservations/refusals.ts';
import type { AccessNote } from '../../roles/notes.ts';
import type { AccessRefusal } from '../../roles/refusals.ts';
import type {
  SoftwareAssumed,
  SoftwareCancellationRefusal,
  SoftwareNote,
} from '../../software/cancellation/cancellation.ts';
import type { SoftwareExchangeRefusal } from '../../software/cancellation/decide-software-exchange.ts';
import type { DownloadRefusal } from '../../software/download-link/record-download.ts';
import type { LinkRenewalRefusal } from '../../software/download-link/renew-download-link.ts';
import type { HybridBenefitRefusal } from '../../software/hybrid-benefit/decide-hybrid-benefit.ts';
import type { DraftAssumed, DraftRefusal } from '../../support/form/support-draft.ts';

/** The facts that a sentence needs, by name. */
export type Facts<Name extends string> = { readonly [N in Name]: string };

/** Every reason for a refusal. */
export type Reason =
  | RefundRefusal
  | ExchangeRefusal
  | AccessRefusal
  | MarketRefusal
  | SoftwareCancellationRefusal
  | SoftwareExchangeRefusal
  | DownloadRefusal
  | LinkRenewalRefusal
  | CustomerPurchaseRefusal
  | PermissionChangeRefusal
  | CustomerTaskRefusal
  | PartnershipRefusal
  | ResellerTaskRefusal
  | HybridBenefitRefusal
  | DraftRefusal;

/** Every assumption that an answer can list. */
export type Assumption = Assumed | SoftwareAssumed | MarketAssumed | DraftAssumed | 'market';

/** Every note that an answer can list. */
export type Note =
  | RefundNote
  | ExchangeNote
  | MarketNote
  | SoftwareNote
  | ResellerNote
  | PartnershipNote
  | AccessNote;
