import { InputError, type Issue } from '../../kernel/issue.ts';
import { readWord } from '../../kernel/read.ts';

const products = ['windows-server', 'sql-server', 'other'] as const;

/** The product of a software subscription. */
export type SubscriptionProduct = (typeof products)[number];

/**
 * Checks whether a software subscription is a server subscription: one of Windows Server or SQL Server.
 * Their customers get keys and downloads themselves, and the activity log has who read their keys or
 * downloaded them.
 *
 * @throws InputError if the product is unknown.
 *
 * Clause: CUS-14 (`software`, Introduction).
 *
 * @example
 * isServerSubscription('sql-server'); //=> true
 * isServerSubscription('other'); //=> false
 */
export function isServerSubscription(product: SubscriptionProduct): boolean {
  const issues: Issue[] = [];
  const known = readWord(product, products, ['product'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return known !== 'other';
}
