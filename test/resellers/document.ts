import type {
  ClauseId,
  NextStep,
  PartnershipEvent,
  PartnershipRefusal,
  ResellerAccess,
  ResellerRelationship,
  ResellerTask,
  ResellerTaskRefusal,
} from '../../src/resellers/index.ts';

// What the document says of partnerships and of what follows from them, written off it by hand a
// second time, as tables.

export const link = 'https://partner.example/invitation?partnerId=7&msppId=0#/accept';

/** Every state: E is enrolled, A has an account. */
const everyState = {
  '-- none': { enrolled: false, hasAccount: false, stage: 'none' },
  'E- none': { enrolled: true, hasAccount: false, stage: 'none' },
  '-A none': { enrolled: false, hasAccount: true, stage: 'none' },
  'EA none': { enrolled: true, hasAccount: true, stage: 'none' },
  '-- requested': { enrolled: false, hasAccount: false, stage: 'requested' },
  'E- requested': { enrolled: true, hasAccount: false, stage: 'requested' },
  '-A requested': { enrolled: false, hasAccount: true, stage: 'requested' },
  'EA requested': { enrolled: true, hasAccount: true, stage: 'requested' },
  established: { enrolled: true, hasAccount: true, stage: 'established' },
  removed: { enrolled: true, hasAccount: true, stage: 'none', removed: true },
  'removed, requested': { enrolled: true, hasAccount: true, stage: 'requested', removed: true },
} as const;
export const states: typeof everyState = everyState;

export type StateName = keyof typeof states;

export type EventName =
  | 'enroll'
  | 'open-account'
  | 'send-request'
  | 'send-request without its link'
  | 'accept-request'
  | 'remove-partnership';

/** Every event, and a request that lacks its link. */
export const events: Readonly<Record<EventName, PartnershipEvent>> = {
  enroll: { kind: 'enroll' },
  'open-account': { kind: 'open-account' },
  'send-request': { kind: 'send-request', text: `Join us: ${link} (it is yours)`, link },
  'send-request without its link': { kind: 'send-request', text: 'Join us!', link },
  'accept-request': { kind: 'accept-request' },
  'remove-partnership': { kind: 'remove-partnership' },
};

type Cell = StateName | readonly PartnershipRefusal[];

/** What follows upon what, in the order of the events above: the next state, or the refusals. */
// biome-ignore format: a table is read along its rows and columns
const transitions: Record<StateName, readonly [Cell, Cell, Cell, Cell, Cell, Cell]> = {
  '-- none': ['E- none', '-A none', '-- requested', ['link-missing'], ['not-enrolled', 'no-account', 'nothing-to-accept'], ['not-established']],
  'E- none': ['E- none', 'EA none', 'E- requested', ['link-missing'], ['no-account', 'nothing-to-accept'], ['not-established']],
  '-A none': ['EA none', '-A none', '-A requested', ['link-missing'], ['not-enrolled', 'nothing-to-accept'], ['not-established']],
  'EA none': ['EA none', 'EA none', 'EA requested', ['link-missing'], ['nothing-to-accept'], ['not-established']],
  '-- requested': ['E- requested', '-A requested', '-- requested', ['link-missing'], ['not-enrolled', 'no-account'], ['not-established']],
  'E- requested': ['E- requested', 'EA requested', 'E- requested', ['link-missing'], ['no-account'], ['not-established']],
  '-A requested': ['EA requested', '-A requested', '-A requested', ['link-missing'], ['not-enrolled'], ['not-established']],
  'EA requested': ['EA requested', 'EA requested', 'EA requested', ['link-missing'], 'established', ['not-established']],
  established: ['established', 'established', ['already-established'], ['already-established', 'link-missing'], ['already-established'], 'removed'],
  removed: ['removed', 'removed', 'removed, requested', ['link-missing'], ['nothing-to-accept'], ['not-established']],
  'removed, requested': ['removed, requested', 'removed, requested', 'removed, requested', ['link-missing'], 'established', ['not-established']],
};

export const names = <T extends object>(table: T): (keyof T & string)[] =>
  Object.keys(table) as (keyof T & string)[];

export const cells: readonly (readonly [StateName, EventName, Cell])[] = names(states).flatMap(
  (state) =>
    names(events).map(
      (event, column) => [state, event, transitions[state][column] as Cell] as const,
    ),
);

/** What each refusal of an event rests on, and what is done about it. */
export const eventRefusals: Record<PartnershipRefusal, readonly [ClauseId, NextStep]> = {
  'not-enrolled': ['RSL-2', 'enroll-as-indirect-reseller'],
  'no-account': ['RSL-2', 'open-a-partner-center-account'],
  'link-missing': ['RSL-3', 'include-the-personal-link'],
  'nothing-to-accept': ['RSL-3', 'send-a-partnership-request'],
  'already-established': ['RSL-3', 'use-the-existing-partnership'],
  'not-established': ['RSL-15', 'nothing-to-remove'],
  'not-yet-offered': ['RSL-15', 'wait-until-it-is-offered'],
};

/** Every customer: C is associated, z is of Azure, T is tenant owner. */
const everyCustomer = {
  '-': { associated: false, azure: false },
  C: { associated: true, azure: false },
  '-z': { associated: false, azure: true, tenantOwner: false },
  Cz: { associated: true, azure: true, tenantOwner: false },
  '-zT': { associated: false, azure: true, tenantOwner: true },
  CzT: { associated: true, azure: true, tenantOwner: true },
} as const;
export const customers: typeof everyCustomer = everyCustomer;

type CustomerName = keyof typeof customers;

/** Every subscription: S is associated, P is the support contact. */
const everySubscription = {
  '-': { associated: false, supportContact: false },
  S: { associated: true, supportContact: false },
  P: { associated: false, supportContact: true },
  SP: { associated: true, supportContact: true },
} as const;
export const subscriptions: typeof everySubscription = everySubscription;

type SubscriptionName = keyof typeof subscriptions;

/** The levels, and the task of the reseller that each of them lets it do. */
export const levels = ['customer-account', 'subscription', 'incentive', 'support'] as const;
export const taskOf: Record<ResellerAccess, ResellerTask> = {
  'customer-account': 'manage-customer-account',
  subscription: 'manage-subscription',
  incentive: 'earn-incentive',
  support: 'handle-support',
};
export const providerTasks: readonly ResellerTask[] = [
  'add-customer',
  'submit-order',
  'associate-with-subscription',
  'name-as-support-contact',
];
export const tasks: readonly ResellerTask[] = [
  ...providerTasks,
  ...levels.map((level) => taskOf[level]),
];

/** What a partner has: account, subscription, incentive, help (support). */
// biome-ignore format: a table is read along its rows and columns
const accessOfPartner: Record<CustomerName, Record<SubscriptionName, string>> = {
  '-':  { '-': '',   S: 'si',  P: 'h',   SP: 'sih' },
  C:    { '-': 'as', S: 'asi', P: 'ash', SP: 'asih' },
  '-z': { '-': '',   S: 'si',  P: 'h',   SP: 'sih' },
  Cz:   { '-': 's',  S: 'si',  P: 'sh',  SP: 'sih' },
  '-zT':{ '-': '',   S: 'si',  P: 'h',   SP: 'sih' },
  CzT:  { '-': 'as', S: 'asi', P: 'ash', SP: 'asih' },
};

/** What is missing to manage the account of a partner's customer. */
const missingForAccount: Record<CustomerName, readonly ResellerTaskRefusal[]> = {
  '-': ['not-associated-with-customer'],
  C: [],
  '-z': ['not-associated-with-customer', 'not-tenant-owner'],
  Cz: ['not-tenant-owner'],
  '-zT': ['not-associated-with-customer'],
  CzT: [],
};

/** What is missing for a partnership. */
const missingForPartnership: Record<StateName, readonly ResellerTaskRefusal[]> = {
  '-- none': ['not-enrolled', 'no-account', 'not-requested', 'not-accepted'],
  'E- none': ['no-account', 'not-requested', 'not-accepted'],
  '-A none': ['not-enrolled', 'not-requested', 'not-accepted'],
  'EA none': ['not-requested', 'not-accepted'],
  '-- requested': ['not-enrolled', 'no-account', 'not-accepted'],
  'E- requested': ['no-account', 'not-accepted'],
  '-A requested': ['not-enrolled', 'not-accepted'],
  'EA requested': ['not-accepted'],
  established: [],
  removed: ['not-requested', 'not-accepted'],
  'removed, requested': ['not-accepted'],
};

/** What each refusal of a task rests on, and what is done about it. */
export const taskRefusals: Record<ResellerTaskRefusal, readonly [ClauseId, NextStep]> = {
  'not-enrolled': ['RSL-2', 'enroll-as-indirect-reseller'],
  'no-account': ['RSL-2', 'open-a-partner-center-account'],
  'not-requested': ['RSL-3', 'send-a-partnership-request'],
  'not-accepted': ['RSL-3', 'wait-for-the-reseller-to-accept'],
  'not-associated-with-customer': ['RSL-5', 'associate-with-the-customer'],
  'not-tenant-owner': ['RSL-6', 'obtain-the-tenant-owner-permission'],
  'not-associated-with-subscription': ['RSL-7', 'associate-with-the-subscription'],
  'not-support-contact': ['RSL-8', 'name-as-support-contact'],
  'provider-agreement-not-accepted': ['RSL-13', 'accept-the-partner-agreement'],
  'agreement-not-accepted': ['RSL-13', 'have-the-reseller-accept-the-agreement'],
  'wrong-partner-id': ['RSL-14', 'use-the-location-partner-id'],
};

/** The tasks that need the agreement since 2020-02. */
export const transactions: readonly ResellerTask[] = [
  'add-customer',
  'submit-order',
  'associate-with-subscription',
];

/** After a partnership was removed, its customers and delegated administration stay. */
export const isRemoved = (state: StateName): boolean => state.startsWith('removed');

/** Everything that a relationship can be, by the names of its parts. */
export interface Case {
  readonly state: StateName;
  readonly customer: CustomerName;
  readonly subscription: SubscriptionName;
  readonly relationship: ResellerRelationship;
}

/** Nothing is associated before the reseller has accepted. */
export const cases: readonly Case[] = names(states).flatMap((state) =>
  names(customers).flatMap((customer) =>
    names(subscriptions)
      .filter(
        (subscription) =>
          state === 'established' ||
          isRemoved(state) ||
          (!customer.startsWith('C') && subscription === '-'),
      )
      .map((subscription) => {
        const parts = [states[state], customers[customer], subscriptions[subscription]] as const;
        const relationship = {
          partnership: parts[0],
          customer: parts[1],
          subscription: parts[2],
        } as ResellerRelationship;
        return { state, customer, subscription, relationship };
      }),
  ),
);

export function expectedAccess({ state, customer, subscription }: Case): ResellerAccess[] {
  const ofRemoved: Partial<Record<CustomerName, string>> = { C: 'as', Cz: 's', CzT: 'as' };
  const letters = isRemoved(state)
    ? (ofRemoved[customer] ?? '')
    : state === 'established'
      ? accessOfPartner[customer][subscription]
      : '';
  const words = { a: 'customer-account', s: 'subscription', i: 'incentive', h: 'support' } as const;
  return [...letters].map((letter) => words[letter as keyof typeof words]);
}

export function expectedRefusals(task: ResellerTask, it: Case): ResellerTaskRefusal[] {
  const isDelegated =
    isRemoved(it.state) &&
    it.customer.startsWith('C') &&
    (task === 'manage-customer-account' || task === 'manage-subscription');
  const missing = isDelegated ? [] : [...missingForPartnership[it.state]];
  const isOfSubscription = it.subscription.startsWith('S');
  if (task === 'manage-customer-account') missing.push(...missingForAccount[it.customer]);
  if (task === 'manage-subscription' && !it.customer.startsWith('C') && !isOfSubscription) {
    missing.push('not-associated-with-subscription');
  }
  if (task === 'earn-incentive' && !isOfSubscription) {
    missing.push('not-associated-with-subscription');
  }
  if (task === 'handle-support' && !it.subscription.endsWith('P'))
    missing.push('not-support-contact');
  return missing;
}

/** The clauses that give what a task needs, over those of the partnership. */
export function expectedGrants(task: ResellerTask, { customer, subscription }: Case): ClauseId[] {
  switch (task) {
    case 'manage-customer-account':
      return customer.includes('z') ? ['RSL-5', 'RSL-6'] : ['RSL-5'];
    case 'manage-subscription': {
      const both = `${customer.startsWith('C')} ${subscription.startsWith('S')}`;
      if (both === 'true false') return ['RSL-5'];
      if (both === 'false true') return ['RSL-7'];
      return ['RSL-5', 'RSL-7'];
    }
    case 'earn-incentive':
      return ['RSL-7'];
    case 'handle-support':
      return ['RSL-8'];
    default:
      return ['RSL-4'];
  }
}
