import type { Partnership } from '../../resellers/partnership.ts';
import type { ResellerRelationship } from '../../resellers/relationship.ts';

const either = [true, false];

/** Every partnership there can be. */
export function* everyPartnership(): Generator<Partnership, void, undefined> {
  for (const stage of ['none', 'requested'] as const) {
    for (const enrolled of either) {
      for (const hasAccount of either) yield { enrolled, hasAccount, stage };
    }
  }
  yield { enrolled: true, hasAccount: true, stage: 'established' };
}

const customers = [
  { azure: false },
  { azure: true, tenantOwner: true },
  { azure: true, tenantOwner: false },
];

/** Every relationship there can be. */
export function* everyRelationship(): Generator<ResellerRelationship, void, undefined> {
  for (const partnership of everyPartnership()) {
    // Only a partner can be given anything.
    const given = partnership.stage === 'established' ? either : [false];
    for (const ofCustomer of given) {
      for (const associated of given) {
        for (const supportContact of given) {
          const subscription = { associated, supportContact };
          for (const kind of customers) {
            const customer = { associated: ofCustomer, ...kind };
            yield { partnership, customer, subscription } as ResellerRelationship;
          }
        }
      }
    }
  }
}
