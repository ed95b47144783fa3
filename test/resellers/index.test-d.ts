import { describe, expectTypeOf, test } from 'vitest';
import { resellerClauses } from '../../src/clauses/index.ts';
import {
  type AllowedPartnership,
  type AllowedResellerTask,
  advancePartnership,
  type Decision,
  type DeniedPartnership,
  type DeniedResellerTask,
  decideResellerTask,
  type EstablishedPartnership,
  type NextStep,
  noPartnership,
  type Partnership,
  type PartnershipDecision,
  type PartnershipEvent,
  type PartnershipRefusal,
  type ResellerAccess,
  type ResellerCustomer,
  type ResellerNote,
  type ResellerRelationship,
  type ResellerTask,
  type ResellerTaskDecision,
  type ResellerTaskRefusal,
  resellerAccessLevels,
  resellerTasks,
  stepsToAccess,
} from '../../src/resellers/index.ts';

declare const decision: PartnershipDecision;
declare const taskDecision: ResellerTaskDecision;
declare const relationship: ResellerRelationship;
declare const partnership: Partnership;
declare const established: EstablishedPartnership;
declare const flag: boolean;

describe('what compiles', () => {
  test('a partnership, event by event', () => {
    const { next } = advancePartnership(noPartnership, { kind: 'enroll' });
    advancePartnership(next, { kind: 'send-request', text: 'a', link: 'a' });
    advancePartnership({ enrolled: flag, hasAccount: flag, stage: 'none' }, { kind: 'enroll' });
    expectTypeOf(next).toEqualTypeOf<Partnership>();
    expectTypeOf(noPartnership).toEqualTypeOf<Partnership>();
    if (next.stage === 'established') expectTypeOf(next.enrolled).toEqualTypeOf<true>();
  });

  test('what a partner may have been given, and what anybody may lack', () => {
    decideResellerTask('submit-order', {
      partnership: established,
      customer: { associated: flag, azure: true, tenantOwner: flag },
      subscription: { associated: flag, supportContact: flag },
    });
    decideResellerTask('submit-order', {
      partnership,
      customer: { associated: false, azure: false, tenantOwner: undefined },
      subscription: { associated: false, supportContact: false },
    });
    for (const task of resellerTasks) decideResellerTask(task, relationship);
    for (const level of resellerAccessLevels) stepsToAccess(level, relationship);
    expectTypeOf(stepsToAccess).returns.toEqualTypeOf<readonly NextStep[]>();
  });

  test('an answer that is narrowed first', () => {
    expectTypeOf(decision).toExtend<Decision<PartnershipRefusal>>();
    expectTypeOf(taskDecision).toExtend<Decision<ResellerTaskRefusal>>();
    if (decision.allowed) expectTypeOf(decision).toEqualTypeOf<AllowedPartnership>();
    else expectTypeOf(decision).toEqualTypeOf<DeniedPartnership>();
    if (taskDecision.allowed) {
      expectTypeOf(taskDecision).toEqualTypeOf<AllowedResellerTask>();
      expectTypeOf(taskDecision.notes).toEqualTypeOf<readonly ResellerNote[]>();
    } else {
      expectTypeOf(taskDecision).toEqualTypeOf<DeniedResellerTask>();
      expectTypeOf(taskDecision.reason).toEqualTypeOf<ResellerTaskRefusal>();
    }
    expectTypeOf(taskDecision.access).toEqualTypeOf<readonly ResellerAccess[]>();
    expectTypeOf(taskDecision.request.task).toEqualTypeOf<ResellerTask>();
  });
});

describe('what does not compile', () => {
  test('a partnership that cannot be', () => {
    // @ts-expect-error nobody accepts without being enrolled
    const first: Partnership = { enrolled: false, hasAccount: true, stage: 'established' };
    // @ts-expect-error nor without an account
    const second: Partnership = { enrolled: true, hasAccount: false, stage: 'established' };
    // @ts-expect-error nor perhaps without
    const third: Partnership = { enrolled: flag, hasAccount: flag, stage: 'established' };
    // @ts-expect-error no partnership ends
    const fourth: Partnership = { enrolled: true, hasAccount: true, stage: 'ended' };
    return [first, second, third, fourth];
  });

  test('an event that cannot be', () => {
    // @ts-expect-error no link
    const first: PartnershipEvent = { kind: 'send-request', text: 'a' };
    // @ts-expect-error a link beside something else
    const second: PartnershipEvent = { kind: 'enroll', link: 'a' };
    // @ts-expect-error nothing ends a partnership
    const third: PartnershipEvent = { kind: 'end' };
    return [first, second, third];
  });

  test('a relationship that cannot be', () => {
    const customer = { associated: false, azure: false } as const;
    const subscription = { associated: false, supportContact: false } as const;
    const before = { enrolled: true, hasAccount: true, stage: 'requested' } as const;
    const withTenant = { associated: true, azure: false, tenantOwner: true } as const;
    // @ts-expect-error a customer that is not of Azure has no tenant owner
    const first: ResellerCustomer = withTenant;
    // @ts-expect-error one of Azure has one, or lacks one
    const second: ResellerCustomer = { associated: true, azure: true };
    const given = { associated: true, azure: false } as const;
    // @ts-expect-error associated before the reseller accepted
    const third: ResellerRelationship = { partnership: before, customer: given, subscription };
    const named = { associated: false, supportContact: true } as const;
    // @ts-expect-error support contact before the reseller accepted
    const fourth: ResellerRelationship = { partnership: before, customer, subscription: named };
    // @ts-expect-error perhaps before the reseller accepted
    const fifth: ResellerRelationship = { partnership, customer, subscription: named };
    // @ts-expect-error no subscription
    const sixth: ResellerRelationship = { partnership: established, customer };
    return [first, second, third, fourth, fifth, sixth];
  });

  test('words that are none', () => {
    // @ts-expect-error no such task
    decideResellerTask('end-partnership', relationship);
    // @ts-expect-error a level is no task
    decideResellerTask('support', relationship);
    // @ts-expect-error a task is no level
    stepsToAccess('handle-support', relationship);
    // @ts-expect-error several tasks are several questions
    decideResellerTask(['submit-order'], relationship);
  });

  test('an answer that was not looked at', () => {
    // @ts-expect-error perhaps it is a yes
    decision.obstacles;
    // @ts-expect-error perhaps it is a yes
    taskDecision.reason;
    // @ts-expect-error a no has no notes
    const note: ResellerNote = (taskDecision as DeniedResellerTask).notes[0];
    return note;
  });

  test('to change what is not one’s own', () => {
    // @ts-expect-error the first state
    noPartnership.enrolled = true;
    // @ts-expect-error the next one
    decision.next.stage = 'established';
    // @ts-expect-error the access
    taskDecision.access.push('support');
    // @ts-expect-error the steps
    stepsToAccess('support', relationship).pop();
    // @ts-expect-error the words
    resellerTasks.push('end-partnership');
    // @ts-expect-error the words
    resellerAccessLevels[0] = 'support';
    for (const clause of resellerClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });
});
