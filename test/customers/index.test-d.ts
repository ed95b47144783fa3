import { describe, expectTypeOf, test } from 'vitest';
import { customerClauses } from '../../src/clauses/index.ts';
import {
  type AllowedCustomerPurchase,
  type AllowedCustomerTask,
  type AllowedPermissionChange,
  type BoughtSubscription,
  type CustomerPermission,
  type CustomerPurchaseDecision,
  type CustomerPurchaseFacts,
  type CustomerPurchaseRefusal,
  type CustomerTask,
  type CustomerTaskDecision,
  type CustomerTaskRefusal,
  type Decision,
  type DeniedCustomerPurchase,
  type DeniedCustomerTask,
  type DeniedPermissionChange,
  type DiscountedSubscriptions,
  decideCustomerPurchase,
  decideCustomerTask,
  decidePermissionChange,
  discountedSubscriptions,
  type MarketCode,
  type PermissionActivity,
  type PermissionChangeDecision,
  type PermissionChangeRefusal,
  type PurchaseEffects,
  type Role,
  type SubscriptionBuyer,
} from '../../src/customers/index.ts';

declare const purchase: CustomerPurchaseDecision;
declare const change: PermissionChangeDecision;
declare const task: CustomerTaskDecision;
declare const discounted: DiscountedSubscriptions;
declare const permission: CustomerPermission;
declare const boughtBy: SubscriptionBuyer;
declare const someTask: CustomerTask;
declare const roles: readonly Role[];
declare const subscriptions: readonly BoughtSubscription[];
declare const text: string;

const subscription = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' } as const;
const parties = { customerId: 'contoso', partnerId: 'us' } as const;

describe('what compiles', () => {
  test('a purchase, with or without a subscription and a market', () => {
    decideCustomerPurchase({ subscription, permission });
    decideCustomerPurchase({ subscription: null, permission: 'off', market: 'KR' });
    decideCustomerPurchase({ subscription, permission, market: text });
    decideCustomerPurchase({ subscription, permission, market: undefined });
    decideCustomerPurchase(purchase.request);
  });

  test('a change, which needs to know of a subscription only to turn on', () => {
    decidePermissionChange({ roles, current: 'off', wanted: 'on', hasSubscription: true });
    decidePermissionChange({ roles: 'admin-agent', current: 'on', wanted: 'off' });
    decidePermissionChange({ roles, current: 'on', wanted: permission });
    decidePermissionChange({ roles, current: permission, wanted: 'off' });
    decidePermissionChange({
      roles,
      current: permission,
      wanted: permission,
      hasSubscription: true,
    });
    decidePermissionChange(change.request);
  });

  test('a task, and both scopes', () => {
    decideCustomerTask(someTask, { subscriptionBoughtBy: boughtBy });
    discountedSubscriptions({ ...parties, scope: 'shared', subscriptions });
    discountedSubscriptions({ ...parties, scope: 'single', subscriptions, subscriptionId: text });
    discountedSubscriptions(discounted.request);
  });

  test('an answer that is narrowed first', () => {
    expectTypeOf(purchase).toExtend<Decision<CustomerPurchaseRefusal>>();
    if (purchase.allowed) {
      expectTypeOf(purchase).toEqualTypeOf<AllowedCustomerPurchase>();
      expectTypeOf(purchase.effects).toEqualTypeOf<PurchaseEffects>();
    } else {
      expectTypeOf(purchase).toEqualTypeOf<DeniedCustomerPurchase>();
      expectTypeOf(purchase.effects).toBeNull();
    }
    expectTypeOf(purchase.request.market).toEqualTypeOf<MarketCode | undefined>();

    expectTypeOf(change).toExtend<Decision<PermissionChangeRefusal>>();
    if (change.allowed) {
      expectTypeOf(change).toEqualTypeOf<AllowedPermissionChange>();
      expectTypeOf(change.activity).toEqualTypeOf<PermissionActivity | null>();
    } else {
      expectTypeOf(change).toEqualTypeOf<DeniedPermissionChange>();
      expectTypeOf(change.activity).toBeNull();
    }
    expectTypeOf(change.next).toEqualTypeOf<CustomerPermission>();
    expectTypeOf(change.request.roles).toEqualTypeOf<readonly Role[]>();

    expectTypeOf(task).toExtend<Decision<CustomerTaskRefusal>>();
    if (task.allowed) expectTypeOf(task).toEqualTypeOf<AllowedCustomerTask>();
    else expectTypeOf(task.how).toEqualTypeOf<'through-the-partner' | null>();
  });
});

describe('what does not compile', () => {
  test('a purchase that leaves something to be guessed', () => {
    // @ts-expect-error the permission is never taken for granted
    decideCustomerPurchase({ subscription });
    // @ts-expect-error no subscription is null, not nothing
    decideCustomerPurchase({ permission });
    // @ts-expect-error nor undefined
    decideCustomerPurchase({ permission, subscription: undefined });
    // @ts-expect-error a permission is on or off
    decideCustomerPurchase({ subscription, permission: true });
    // @ts-expect-error whether the user is Owner must be said
    decideCustomerPurchase({ permission, subscription: { offer: 'other', boughtBy } });
    // @ts-expect-error no such offer
    decideCustomerPurchase({ permission, subscription: { ...subscription, offer: 'azure' } });
    // @ts-expect-error no such field
    decideCustomerPurchase({ subscription, permission, country: 'KR' });
    // @ts-expect-error a market is a text
    const facts: CustomerPurchaseFacts = { subscription, permission, market: null };
    return facts;
  });

  test('turning on without knowing of a subscription', () => {
    // @ts-expect-error it must be said
    decidePermissionChange({ roles, current: 'off', wanted: 'on' });
    // @ts-expect-error and be known
    decidePermissionChange({ roles, current: 'off', wanted: 'on', hasSubscription: undefined });
    // @ts-expect-error it may be turning on
    decidePermissionChange({ roles, current: 'off', wanted: permission });
    // @ts-expect-error the same
    decidePermissionChange({ roles, current: permission, wanted: permission });
    // @ts-expect-error who asks must be said
    decidePermissionChange({ current: 'on', wanted: 'off' });
    // @ts-expect-error no such role
    decidePermissionChange({ roles: 'owner', current: 'on', wanted: 'off' });
    // @ts-expect-error what is so already must be said
    decidePermissionChange({ roles, wanted: 'off' });
  });

  test('tasks that are none', () => {
    // @ts-expect-error no such task
    decideCustomerTask('refund', { subscriptionBoughtBy: 'partner' });
    // @ts-expect-error no such buyer
    decideCustomerTask('cancel', { subscriptionBoughtBy: 'us' });
    // @ts-expect-error who bought it must be said
    decideCustomerTask('cancel', {});
    // @ts-expect-error the same
    decideCustomerTask('cancel');
  });

  test('scopes that contradict themselves', () => {
    // @ts-expect-error a single scope has its subscription
    discountedSubscriptions({ ...parties, scope: 'single', subscriptions });
    // @ts-expect-error a shared one has none
    discountedSubscriptions({ ...parties, scope: 'shared', subscriptions, subscriptionId: text });
    // @ts-expect-error whose reservation it is must be said
    discountedSubscriptions({ partnerId: 'us', scope: 'shared', subscriptions });
    // @ts-expect-error whose subscription, and who bought it, too
    discountedSubscriptions({ ...parties, scope: 'shared', subscriptions: [{ id: 'a' }] });
    // @ts-expect-error no such scope
    discountedSubscriptions({ ...parties, scope: 'all', subscriptions });
  });

  test('a denial taken for a yes', () => {
    // @ts-expect-error perhaps nothing comes of it
    purchase.effects.payer;
    // @ts-expect-error perhaps it is a yes
    purchase.obstacles;
    // @ts-expect-error a refused task is not done in the portal
    const how: DeniedCustomerTask['how'] = 'in-the-vendors-portal';
    // @ts-expect-error an allowed one does not go through the partner
    const other: AllowedCustomerTask['how'] = 'through-the-partner';
    // @ts-expect-error a refused change is not logged
    const activity: DeniedPermissionChange['activity'] = 'Create Customer Purchase Permissions';
    return [how, other, activity];
  });

  test('to change what is not one’s own', () => {
    // @ts-expect-error an answer
    change.next = 'on';
    // @ts-expect-error who may
    change.allowedRoles.push('sales-agent');
    // @ts-expect-error the list
    discounted.subscriptionIds.push('another');
    if (purchase.allowed) {
      // @ts-expect-error where it shows
      purchase.effects.shownIn.pop();
      // @ts-expect-error who pays
      purchase.effects.payer = 'customer';
    }
    for (const clause of customerClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });
});
