import type { CustomerPurchaseRefusal } from '../../customers/decide-customer-purchase.ts';
import type { CustomerTaskRefusal } from '../../customers/decide-customer-task.ts';
import type { PermissionChangeRefusal } from '../../customers/decide-permission-change.ts';
import type { MarketAssumed, MarketNote, MarketRefusal } from '../../markets/decide-market.ts';
import type { ResellerNote } from '../../resellers/decide-reseller-task.ts';
import type { PartnershipRefusal } from '../../resellers/partnership.ts';
import type { ResellerTaskRefusal } from '../../resellers/relationship.ts';
import type { ExchangeNote, ExchangeRefusal } from '../../reservations/quote/exchange-quote.ts';
import type { Assumed, RefundNote, RefundRefusal } from '../../reservations/quote/quote.ts';
import type { AccessRefusal } from '../../roles/decide-access.ts';
import type {
  SoftwareAssumed,
  SoftwareCancellationRefusal,
  SoftwareNote,
} from '../../software/cancellation/cancellation.ts';
import type { SoftwareExchangeRefusal } from '../../software/cancellation/decide-software-exchange.ts';
import type { DownloadRefusal } from '../../software/download-link/record-download.ts';
import type { LinkRenewalRefusal } from '../../software/download-link/renew-download-link.ts';
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
  | DraftRefusal;

/** Every assumption that an answer can list. */
export type Assumption = Assumed | SoftwareAssumed | MarketAssumed | DraftAssumed | 'market';

/** Every note that an answer can list. */
export type Note = RefundNote | ExchangeNote | MarketNote | SoftwareNote | ResellerNote;
