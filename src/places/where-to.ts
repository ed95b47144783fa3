import { InputError, type Issue } from '../kernel/issue.ts';
import { readWord } from '../kernel/read.ts';
import { type Directions, directionsOf, type PortalTask } from './directions.ts';

const tasks = Object.keys(directionsOf) as [PortalTask, ...PortalTask[]];

/**
 * Every task of `whereTo`: the actions of roles, the next steps of refusals, the checks of
 * conditions, the tasks of resellers, and those that customers do themselves.
 *
 * @example
 * portalTasks.includes('software.cancel'); //=> true
 */
export const portalTasks: readonly [PortalTask, ...PortalTask[]] = Object.freeze(tasks);

/**
 * Returns the ways to a task in Microsoft's portals: for each place the portal, the pages to open, the
 * tab and the button, as the English portal writes them, and the document that describes them. Returns
 * `null` if nothing is clicked for the task, such as `keep-the-software`.
 *
 * The ways are those of the document's revision; a portal may have changed since. `explain` shows them in
 * English and Korean.
 *
 * @throws InputError if the task is unknown.
 *
 * Documents: the five (`customer-permission`, `reservations`, `software`, `indirect-resellers`), and
 * later pages for the tasks that they do not describe.
 *
 * @example
 * const where = whereTo('customer-permissions.change');
 * const [place] = where?.ways[0] ?? [];
 * place?.page; //=> ['CSP', 'Customers', '(customer)', 'Account']
 * place?.button; //=> 'Allow customer to purchase'
 * where?.revision; //=> '2020-05-13'
 * whereTo('keep-the-software'); //=> null
 */
export function whereTo(task: PortalTask): Directions | null {
  const issues: Issue[] = [];
  const known = readWord(task, portalTasks, ['task'], issues);
  if (issues.length > 0) throw new InputError(issues);
  return directionsOf[known];
}
