import {
  type CustomerPurchaseFacts,
  type CustomerSubscription,
  decideCustomerPurchase,
  decideCustomerTask,
  decidePermissionChange,
  discountedSubscriptions,
  type PermissionChangeFacts,
} from '../../../src/customers/index.ts';
import { decideHybridBenefit } from '../../../src/software/index.ts';
import { type ClauseExample, call, type ExamplesOf, type Question } from './example.ts';

const ours: CustomerSubscription = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' };

const buy = (change: Partial<CustomerPurchaseFacts>): Question =>
  call(decideCustomerPurchase, { subscription: ours, permission: 'on', ...change });

const refusedBy = (clause: string): object => ({ allowed: false, obstacles: [{ clause }] });

const needs = (clause: string, change: Partial<CustomerPurchaseFacts>): ClauseExample => ({
  meets: [buy({}), { allowed: true }],
  doesNot: [buy(change), refusedBy(clause)],
});

const turn = (change: Partial<PermissionChangeFacts>): Question =>
  call(decidePermissionChange, {
    ...{ roles: 'admin-agent', current: 'off', wanted: 'on', hasSubscription: true },
    ...change,
  } as PermissionChangeFacts);

const turnOff = turn({ current: 'on', wanted: 'off', hasSubscription: undefined });

const meansForThePartner = (effects: object): ClauseExample => ({
  meets: [turn({}), { effects }],
  doesNot: [turnOff, { effects: null }],
});

const discounted = (customerId: string): Question =>
  call(discountedSubscriptions, {
    ...{ scope: 'shared', customerId: 'contoso', partnerId: 'us' },
    subscriptions: [{ id: 'a', customerId, partnerId: 'us' }],
  });

export const customerExamples: ExamplesOf<'CUS'> = {
  'CUS-1': needs('CUS-1', { permission: 'off' }),
  'CUS-2': {
    meets: [turn({}), { allowed: true, next: 'on' }],
    doesNot: [turn({ roles: 'sales-agent' }), { next: 'off', ...refusedBy('CUS-2') }],
  },
  'CUS-3': needs('CUS-3', { subscription: { ...ours, boughtBy: 'other' } }),
  'CUS-4': needs('CUS-4', { subscription: { ...ours, userRole: 'other' } }),
  'CUS-5': meansForThePartner({ payer: 'partner', partnerNotified: false }),
  'CUS-6': meansForThePartner({
    shownIn: ['order-history', 'reservations-page', 'activity-log'],
  }),
  'CUS-7': {
    meets: [
      call(decideCustomerTask, 'manage', { subscriptionBoughtBy: 'partner' }),
      { allowed: true, how: 'in-the-vendors-portal' },
    ],
    doesNot: [
      call(decideCustomerTask, 'exchange', { subscriptionBoughtBy: 'partner' }),
      { allowed: false, how: 'through-the-partner' },
    ],
  },
  'CUS-8': meansForThePartner({ priceSetBy: 'partner' }),
  'CUS-9': {
    meets: [discounted('contoso'), { subscriptionIds: ['a'] }],
    doesNot: [discounted('fabrikam'), { subscriptionIds: [] }],
  },
  'CUS-10': {
    meets: [turnOff, { activity: 'Delete Customer Purchase Permissions' }],
    doesNot: [turn({ current: 'on', hasSubscription: undefined }), { activity: null }],
  },
  'CUS-11': {
    meets: [buy({ product: 'savings-plan', asOf: '2022-10-13' }), { allowed: true }],
    doesNot: [
      buy({ product: 'savings-plan', subscription: { ...ours, offer: 'azure-global' } }),
      refusedBy('CUS-11'),
    ],
    boundaries: [
      {
        of: 'the day of the second permission',
        ask: (step) => buy({ product: 'savings-plan', asOf: `2022-10-${13 + step}` })(),
        shows: [
          { allowed: false, reason: 'not-yet-offered' },
          { allowed: true },
          { allowed: true },
        ],
      },
    ],
  },
  'CUS-12': {
    meets: [
      call(decideCustomerTask, 'cancel', {
        subscriptionBoughtBy: 'partner',
        product: 'savings-plan',
      }),
      { allowed: false, reason: 'never-for-savings-plans' },
    ],
    doesNot: [
      call(decideCustomerTask, 'manage', {
        subscriptionBoughtBy: 'partner',
        product: 'savings-plan',
      }),
      { allowed: true },
    ],
  },
  'CUS-13': {
    meets: [buy({ product: 'savings-plan' }), { effects: { shownIn: ['savings-plans-page'] } }],
    doesNot: [
      buy({}),
      { effects: { shownIn: ['order-history', 'reservations-page', 'activity-log'] } },
    ],
  },
  'CUS-14': {
    meets: [
      call(decideHybridBenefit, {
        ...{ license: 'windows-server-standard', softwareAssurance: true, commercial: true },
      } as const),
      { allowed: true },
    ],
    doesNot: [
      call(decideHybridBenefit, {
        ...{ license: 'windows-server-standard', softwareAssurance: true, commercial: false },
      } as const),
      { allowed: false, reason: 'not-commercial' },
    ],
  },
};
