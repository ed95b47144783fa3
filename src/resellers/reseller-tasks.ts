import type { ClauseId } from '../vocabulary/clauses.ts';
import type { NextStep } from '../vocabulary/next-steps.ts';
import type { Partnership, PartnershipRefusal } from './partnership.ts';
import type { ResellerTaskRefusal } from './relationship.ts';

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

const stages = ['none', 'requested', 'established'] as const;

/** The stages of a partnership. */
export const partnershipStages: typeof stages = Object.freeze(stages);

const events = ['enroll', 'open-account', 'send-request', 'accept-request'] as const;

/** An event of a partnership. The document describes none that ends one. */
export const partnershipEvents: typeof events = Object.freeze(events);

/** The initial state of every partnership. */
export const noPartnership: Partnership = Object.freeze({
  enrolled: false,
  hasAccount: false,
  stage: 'none',
});

/** The clause and the next step of each refusal. */
// biome-ignore format: a table is read along its rows and columns
export const refusals: {
  readonly [R in PartnershipRefusal | ResellerTaskRefusal]: readonly [ClauseId, NextStep];
} = Object.freeze({
  'not-enrolled':                     ['RSL-2', 'enroll-as-indirect-reseller'],
  'no-account':                       ['RSL-2', 'open-a-partner-center-account'],
  'link-missing':                     ['RSL-3', 'include-the-personal-link'],
  'nothing-to-accept':                ['RSL-3', 'send-a-partnership-request'],
  'already-established':              ['RSL-3', 'use-the-existing-partnership'],
  'not-requested':                    ['RSL-3', 'send-a-partnership-request'],
  'not-accepted':                     ['RSL-3', 'wait-for-the-reseller-to-accept'],
  'not-associated-with-customer':     ['RSL-5', 'associate-with-the-customer'],
  'not-tenant-owner':                 ['RSL-6', 'obtain-the-tenant-owner-permission'],
  'not-associated-with-subscription': ['RSL-7', 'associate-with-the-subscription'],
  'not-support-contact':              ['RSL-8', 'name-as-support-contact'],
});
