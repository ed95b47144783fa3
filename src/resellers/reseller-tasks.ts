import type { Partnership } from './partnership.ts';

const levels = ['customer-account', 'subscription', 'incentive', 'support'] as const;

/** The levels of access, in the order of the document's table. */
export const resellerAccessLevels: typeof levels = Object.freeze(levels);

/** A level of access: to a customer's account, to a subscription, its incentives, its support. */
export type ResellerAccess = (typeof resellerAccessLevels)[number];

const tasks = [
  'add-customer',
  'submit-order',
  'associate-with-subscription',
  'name-as-support-contact',
  'manage-customer-account',
  'manage-subscription',
  'earn-incentive',
  'handle-support',
] as const;

/** The tasks of a provider for a reseller (the first four) and of the reseller. */
export const resellerTasks: typeof tasks = Object.freeze(tasks);

export type ResellerTask = (typeof resellerTasks)[number];

/** The level of access that each task requires, or only the partnership. */
export const needs: { readonly [T in ResellerTask]: ResellerAccess | 'partnership' } =
  Object.freeze({
    'add-customer': 'partnership', // RSL-4
    'submit-order': 'partnership', // RSL-4
    'associate-with-subscription': 'partnership', // RSL-4
    'name-as-support-contact': 'partnership', // RSL-4
    'manage-customer-account': 'customer-account', // RSL-5, RSL-6
    'manage-subscription': 'subscription', // RSL-5, RSL-7
    'earn-incentive': 'incentive', // RSL-7
    'handle-support': 'support', // RSL-8
  });

/** The tasks that are transactions with Microsoft: they need the agreement (RSL-13, RSL-14). */
export const transactions: ReadonlySet<ResellerTask> = new Set<ResellerTask>([
  'add-customer',
  'submit-order',
  'associate-with-subscription',
]);

/** The first days of later texts: the agreement, and the removal of a partnership. */
export const AGREEMENT_FROM = '2020-02-01'; // RSL-13: known by month only
export const REMOVAL_FROM = '2020-07-03'; // RSL-15

const stages = ['none', 'requested', 'established'] as const;

/** The stages of a partnership. */
export const partnershipStages: typeof stages = Object.freeze(stages);

const events = [
  'enroll',
  'open-account',
  'send-request',
  'accept-request',
  'remove-partnership',
] as const;

/** The events of a partnership. */
export const partnershipEvents: typeof events = Object.freeze(events);

/** The initial state of every partnership. */
export const noPartnership: Partnership = Object.freeze({
  enrolled: false,
  hasAccount: false,
  stage: 'none',
});
