import type { CustomerPurchaseDecision } from '../customers/decide-customer-purchase.ts';
import type { CustomerTaskDecision } from '../customers/decide-customer-task.ts';
import type { PermissionChangeDecision } from '../customers/decide-permission-change.ts';
import type { DiscountedSubscriptions } from '../customers/discounted-subscriptions.ts';
import type { MarketDecision } from '../markets/decide-market.ts';
import type { PartnershipDecision } from '../resellers/advance-partnership.ts';
import type { ResellerTaskDecision } from '../resellers/decide-reseller-task.ts';
import type { ExchangeQuote } from '../reservations/quote/exchange-quote.ts';
import type { RefundQuote } from '../reservations/quote/quote.ts';
import type { AccessDecision } from '../roles/decide-access.ts';
import type { SoftwareCancellationDecision } from '../software/cancellation/cancellation.ts';
import type { DeniedSoftwareExchange } from '../software/cancellation/decide-software-exchange.ts';
import type { DownloadLinkStatus } from '../software/download-link/download-link-status.ts';
import type { RecordedDownload } from '../software/download-link/record-download.ts';
import type { LinkRenewal } from '../software/download-link/renew-download-link.ts';
import type { SupportDraft } from '../support/form/support-draft.ts';

/** Every answer that can be explained. */
export type ExplainableAnswer =
  | RefundQuote
  | ExchangeQuote
  | AccessDecision
  | MarketDecision
  | SoftwareCancellationDecision
  | DeniedSoftwareExchange
  | DownloadLinkStatus
  | LinkRenewal
  | RecordedDownload
  | CustomerPurchaseDecision
  | PermissionChangeDecision
  | CustomerTaskDecision
  | DiscountedSubscriptions
  | PartnershipDecision
  | ResellerTaskDecision
  | SupportDraft;
