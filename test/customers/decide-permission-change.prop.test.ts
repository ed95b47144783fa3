import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  type CustomerPermission,
  decideCustomerPurchase,
  decidePermissionChange,
  isInputError,
  type PermissionChangeDecision,
  type PermissionChangeFacts,
} from '../../src/customers/index.ts';
import { allRoles, isAllowed } from '../../src/roles/index.ts';

const someRole = fc.constantFrom(...allRoles);
const someRoles = fc.oneof(
  fc.array(someRole, { maxLength: 10 }),
  fc.array(someRole, { maxLength: 10 }).map((held) => ['admin-agent' as const, ...held]),
);
const someWord = fc.constantFrom('on', 'off');
const someStep = fc.record({ roles: someRoles, wanted: someWord, hasSubscription: fc.boolean() });

describe('a change of the permission', () => {
  test.prop([fc.array(someStep, { maxLength: 20 })])(
    'and those before it are told by the activity log',
    (steps) => {
      let current: CustomerPermission = 'off'; // CUS-1
      const log: string[] = [];
      for (const step of steps) {
        const { next, activity }: PermissionChangeDecision = decidePermissionChange({
          ...step,
          current,
        });
        expect(activity === null).toBe(next === current);
        if (activity !== null) log.push(activity);
        current = next;

        const replayed = log.at(-1)?.startsWith('Create') === true ? 'on' : 'off';
        expect(replayed).toBe(current);
      }
      // Turned on and off in turn, and on first.
      expect(log).toEqual(log.map((_, at) => (at % 2 === 0 ? 'Create' : 'Delete')).map(entry));
    },
  );

  test.prop([someRoles, someRole, someWord, someWord, fc.boolean()])(
    'is never taken away by another role',
    (roles, another, current, wanted, hasSubscription) => {
      const facts = { current, wanted, hasSubscription };
      const before = decidePermissionChange({ ...facts, roles });
      const after = decidePermissionChange({ ...facts, roles: [another, ...roles] });
      const left = after.allowed ? [] : after.obstacles;
      if (before.allowed) expect(left).toEqual([]);
      else expect(before.obstacles).toEqual(expect.arrayContaining([...left]));
    },
  );

  test.prop([someRoles, someWord, someWord, fc.boolean()])(
    'is refused for the role where the roles say so',
    (roles, current, wanted, hasSubscription) => {
      const decision = decidePermissionChange({ roles, current, wanted, hasSubscription });
      const reasons = decision.allowed ? [] : decision.obstacles.map(({ reason }) => reason);
      const isGranted = isAllowed(roles, 'customer-permissions.change');
      expect(reasons.includes('not-granted')).toBe(!isGranted);
    },
  );

  test.prop([someRoles, someWord, someWord, fc.boolean()])(
    'done once more changes nothing',
    (roles, current, wanted, hasSubscription) => {
      const { next } = decidePermissionChange({ roles, current, wanted, hasSubscription });
      const again = decidePermissionChange({ roles, current: next, wanted, hasSubscription });
      expect(again).toMatchObject({ next, activity: null, interpretations: ['R-NO-ENTRY'] });
    },
  );

  test.prop([someRoles, someWord, someWord, fc.boolean()])(
    'has the effects of a purchase where it lets the customer buy',
    (roles, current, wanted, hasSubscription) => {
      const { next, effects } = decidePermissionChange({ roles, current, wanted, hasSubscription });
      const subscription = {
        offer: 'azure-global',
        boughtBy: 'partner',
        userRole: 'owner',
      } as const;
      expect(decideCustomerPurchase({ subscription, permission: next }).effects).toEqual(effects);
    },
  );
});

const entry = (word: string): string => `${word} Customer Purchase Permissions`;

describe('anything at all', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true });
  const almost = fc.record(
    {
      roles: fc.oneof(someRoles, someRole, anything),
      current: fc.oneof(someWord, anything),
      wanted: fc.oneof(someWord, anything),
      hasSubscription: fc.oneof(fc.boolean(), anything),
    },
    { requiredKeys: [] },
  );

  test.prop([fc.oneof(almost, anything)])('is answered, or is an InputError', (facts) => {
    let decision: PermissionChangeDecision;
    try {
      decision = decidePermissionChange(facts as PermissionChangeFacts);
    } catch (thrown) {
      expect(isInputError(thrown)).toBe(true);
      return;
    }
    expect(decidePermissionChange(decision.request)).toEqual(decision);
  });
});
