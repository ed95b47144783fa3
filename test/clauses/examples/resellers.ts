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
};
