import {
  advancePartnership,
  decideResellerTask,
  noPartnership,
  type ResellerRelationship,
  type ResellerTask,
} from '../../../src/resellers/index.ts';
import { type ClauseExample, call, type ExamplesOf, type Question } from './example.ts';

const partners: ResellerRelationship = {
  partnership: { enrolled: true, hasAccount: true, stage: 'established' },
  customer: { associated: false, azure: false },
  subscription: { associated: false, supportContact: false },
};

const strangers: ResellerRelationship = {
  partnership: noPartnership,
  customer: { associated: false, azure: false },
  subscription: { associated: false, supportContact: false },
};

const agreement = { provider: true, reseller: true, locationPartnerId: true };

const may = (
  task: ResellerTask,
  change: object,
  without: ResellerRelationship = partners,
): ClauseExample => ({
  meets: [
    call(decideResellerTask, task, { ...partners, ...change } as ResellerRelationship),
    { allowed: true },
  ],
  doesNot: [call(decideResellerTask, task, without), { allowed: false }],
});

const accepts = (enrolled: boolean, stage: 'none' | 'requested'): Question =>
  call(advancePartnership, { enrolled, hasAccount: true, stage }, { kind: 'accept-request' });

const azure = (tenantOwner: boolean): object => ({
  customer: { associated: true, azure: true, tenantOwner },
});

export const resellerExamples: ExamplesOf<'RSL'> = {
  'RSL-2': {
    meets: [accepts(true, 'requested'), { allowed: true, next: { stage: 'established' } }],
    doesNot: [accepts(false, 'requested'), { allowed: false, reason: 'not-enrolled' }],
  },
  'RSL-3': {
    meets: [accepts(true, 'requested'), { allowed: true, next: { stage: 'established' } }],
    doesNot: [accepts(true, 'none'), { allowed: false, reason: 'nothing-to-accept' }],
  },
  'RSL-4': may('submit-order', {}, strangers),
  'RSL-5': may('manage-customer-account', { customer: { associated: true, azure: false } }),
  'RSL-6': may('manage-customer-account', azure(true), {
    ...partners,
    ...azure(false),
  } as ResellerRelationship),
  'RSL-7': may('earn-incentive', { subscription: { associated: true, supportContact: false } }),
  'RSL-8': may('handle-support', { subscription: { associated: false, supportContact: true } }),
  'RSL-13': {
    ...may('submit-order', { agreement }, {
      ...partners,
      agreement: { ...agreement, reseller: false },
    } as ResellerRelationship),
    boundaries: [
      {
        of: 'the month of the agreement',
        ask: (step) => {
          const asOf = ['2020-01-31', '2020-02-01', '2020-02-02'][step + 1] as string;
          const without = { ...partners, agreement: { ...agreement, reseller: false } };
          return decideResellerTask('submit-order', without, { asOf });
        },
        shows: [{ allowed: true }, { allowed: false }, { allowed: false }],
      },
    ],
  },
  'RSL-14': may('submit-order', { agreement }, {
    ...partners,
    agreement: { ...agreement, locationPartnerId: false },
  } as ResellerRelationship),
  'RSL-15': {
    meets: [
      call(advancePartnership, partners.partnership, { kind: 'remove-partnership' }),
      {
        allowed: true,
        effects: ['customers-stay', 'delegated-administration-stays', 'nobody-notified'],
      },
    ],
    doesNot: [
      call(advancePartnership, noPartnership, { kind: 'remove-partnership' }),
      { allowed: false, reason: 'not-established' },
    ],
    boundaries: [
      {
        of: 'the day on which a partnership can be removed',
        ask: (step) =>
          advancePartnership(
            partners.partnership,
            { kind: 'remove-partnership' },
            { asOf: `2020-07-0${3 + step}` },
          ),
        shows: [
          { allowed: false, reason: 'not-yet-offered' },
          { allowed: true },
          { allowed: true },
        ],
      },
    ],
  },
  'RSL-16': {
    meets: [
      call(advancePartnership, noPartnership, {
        ...({
          kind: 'send-request',
          text: 'https://partner.example/7',
          link: 'https://partner.example/7',
        } as const),
      }),
      { allowed: true, notes: ['address-needed'] },
    ],
    doesNot: [call(advancePartnership, noPartnership, { kind: 'enroll' }), { notes: [] }],
  },
  'RSL-17': {
    meets: [
      call(decideResellerTask, 'submit-order', { ...partners, agreement }),
      { allowed: true, notes: ['order-needs-licenses'] },
    ],
    doesNot: [
      call(decideResellerTask, 'add-customer', { ...partners, agreement }),
      { allowed: true, notes: [] },
    ],
  },
};
