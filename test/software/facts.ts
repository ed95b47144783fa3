import type { SoftwareCancellationRequest } from '../../src/software/index.ts';
import { faultTexts, issuesOf } from '../hostile/issues-of.ts';

type Subscription = Extract<SoftwareCancellationRequest, { kind: 'subscription'; paid: string }>;

type OtherSoftware = Extract<SoftwareCancellationRequest, { paid: string; term?: undefined }>;

/** A cancellation to which nothing is wanting, on day 60. */
export const subscription: Subscription = {
  kind: 'subscription',
  term: 'P1Y',
  paid: '1200.00',
  currency: 'USD',
  purchasedOn: '2025-03-01',
  canceledOn: '2025-04-30',
  roles: ['admin-agent'],
  qualifies: true,
  customer: { domain: 'contoso.com' },
  productName: 'SQL Server Enterprise - 2 Core License Pack - 1 year',
  orderId: '2y6dF_rVgDAXMxypQPPnTquuXhKVK_3N1',
  messageRead: true,
};

/** The same of software that was bought for good. */
export const perpetual: OtherSoftware = {
  ...subscription,
  kind: 'perpetual',
  term: undefined,
  billingCycle: undefined,
};

/** The subscription with the facts that later texts ask for. */
export const billed: Subscription = {
  ...subscription,
  billingCycle: 'annual',
  quantity: 1,
  friendlyName: 'SQL Server of Contoso',
};

/** The facts without some of their fields. */
export function without<T extends object, K extends keyof T>(facts: T, ...names: K[]): Omit<T, K> {
  const rest: Partial<T> = { ...facts };
  for (const name of names) delete rest[name];
  return rest as Omit<T, K>;
}

/** Paths and codes of the issues. */
export function faultsOf(call: () => unknown): string[] {
  return faultTexts(issuesOf(call));
}

/** An instant of which the seconds were written, in canonical form. */
export const canonical = (instant: string): string =>
  instant.includes('.') ? instant : instant.replace('Z', '.000Z');
