import {
  type ExchangeQuote,
  type ExchangeRequestInput,
  parseRefundPolicy,
  quoteExchange,
  quoteRefund,
  type RefundPolicy,
  type RefundQuote,
  type RefundRequestInput,
} from '../../src/reservations/index.ts';
import {
  decideSoftwareCancellation,
  type SoftwareCancellationDecision,
  type SoftwareCancellationInput,
} from '../../src/software/index.ts';

type UpfrontInput = Extract<
  RefundRequestInput,
  { readonly paid: unknown; readonly billingPlan?: 'Upfront' | undefined }
>;
type UpfrontExchange = Extract<
  ExchangeRequestInput,
  {
    readonly paid: unknown;
    readonly newPrice: unknown;
    readonly billingPlan?: 'Upfront' | undefined;
  }
>;

/** Refuses what is above the limit. */
export const refusing: RefundPolicy = (() => {
  const parsed = parseRefundPolicy({
    basedOn: 'partner-center-2020-08',
    id: 'refusing',
    overLimit: 'refuse',
  });
  if (!parsed.ok) throw new Error('no policy');
  return parsed.value;
})();

export const cancelled: UpfrontInput = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  used: false,
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  id: 'case-7',
  customerId: 'fabrikam',
};

export const exchanged: UpfrontExchange = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  newPrice: '15000.00',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
};

export const refund = (change: object = {}): RefundQuote =>
  quoteRefund({ ...cancelled, ...change } as RefundRequestInput);

export const exchange = (change: object = {}): ExchangeQuote =>
  quoteExchange({ ...exchanged, ...change } as ExchangeRequestInput);

const purchase = {
  kind: 'subscription',
  term: 'P1Y',
  paid: '1200.00',
  currency: 'USD',
  purchasedOn: '2025-03-01',
  canceledOn: '2025-04-30',
  roles: 'admin-agent',
  customer: { name: 'Contoso', domain: 'contoso.com' },
  productName: 'SQL Server',
  orderId: 'O-1',
  messageRead: false,
} as const;

/** By itself: the box was not ticked, so that support is asked for. */
export const cancellation = (change: object = {}): SoftwareCancellationDecision =>
  decideSoftwareCancellation({ ...purchase, ...change } as SoftwareCancellationInput);

/** An answer that was written down and read again. */
export const readAgain = <T>(answer: T): T => JSON.parse(JSON.stringify(answer)) as T;
