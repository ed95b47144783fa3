import {
  type CustomerTask,
  decideCustomerPurchase,
  decideCustomerTask,
  decidePermissionChange,
  discountedSubscriptions,
  type PermissionChangeFacts,
} from '../../customers/index.ts';
import type { DayInput } from '../../kernel/day.ts';
import type { InstantInput } from '../../kernel/instant.ts';
import { attempt, InputError, type Issue, issue, unwrap } from '../../kernel/issue.ts';
import { type Fields, isName, readFields, readName } from '../../kernel/read.ts';
import {
  decideMarket,
  isTaxIncluded,
  type MarketInput,
  type MarketListId,
  parseMarket,
  type TaxedOffer,
} from '../../markets/index.ts';
import {
  advancePartnership,
  decideResellerTask,
  type Partnership,
  type PartnershipEvent,
  type ResellerAccess,
  type ResellerRelationship,
  type ResellerTask,
  stepsToAccess,
} from '../../resellers/index.ts';
import {
  type Action,
  actionsAllowed,
  decideAccess,
  parseRoles,
  permissionMatrix,
  permissionMatrixAt,
  rolesAllowed,
} from '../../roles/index.ts';
import {
  type DownloadLinkInput,
  decideHybridBenefit,
  decideSoftwareCancellation,
  decideSoftwareExchange,
  downloadLinkStatus,
  recordDownload,
  renewDownloadLink,
  type SoftwareCancellationInput,
  type SoftwarePolicyOptions,
} from '../../software/index.ts';
import { draftSupportRequest, type SupportFacts, type SupportKind } from '../../support/index.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import { type Answered, type Run, reject } from '../io/results.ts';
import { rolesIn } from './roles-in.ts';
import { asInput, type Facts, type Rule } from './rule.ts';
import { whatIfRules } from './what-if.ts';

/** The commands whose answers are no verdicts, and are listed in English alone. */
export const listings: ReadonlySet<string> = new Set([
  ...['actions', 'roles', 'tax', 'reseller-access', 'compare', 'curve'],
]);

/** The commands whose answers are a yes or a no. */
export const verdicts: ReadonlySet<string> = new Set([
  ...['can', 'market', 'cancel-software', 'exchange-software', 'renew-link', 'record-download'],
  ...['customer-purchase', 'customer-permission', 'customer-task', 'partnership'],
  ...['hybrid-benefit'],
  ...['reseller-task', 'support'],
]);

/** The rules as commands, in the order of the help. */
export const rules: readonly Rule[] = [
  {
    command: 'can',
    words: ['roles...', 'action'],
    takesFacts: true,
    about: 'Can a user with these roles do it? (asOf, guest)',
    answer: (facts) => {
      const { roles, action, asOf, guest } = only(facts, ['roles', 'action', 'asOf', 'guest']);
      const options = { asOf: asOf as DayInput, guest: guest as boolean };
      return decideAccess(rolesIn(roles), action as Action, options);
    },
  },
  {
    command: 'actions',
    words: ['roles...'],
    takesFacts: true,
    about: 'What can a user with these roles do? (asOf)',
    answer: (facts) => {
      const { roles: given, asOf } = only(facts, ['roles', 'asOf']);
      const actions = actionsAllowed(rolesIn(given), { asOf: asOf as DayInput });
      const list = unwrap(parseRoles(rolesIn(given)));
      return { ...list, actions, because: clausesOf(actions, asOf) };
    },
  },
  {
    command: 'roles',
    words: ['action'],
    takesFacts: true,
    about: 'Which roles allow an action? (asOf)',
    answer: (facts) => {
      const { action: given, asOf } = only(facts, ['action', 'asOf']);
      const action = given as Action;
      const roles = rolesAllowed(action, { asOf: asOf as DayInput });
      return { action, roles, because: clausesOf([action], asOf) };
    },
  },
  {
    command: 'market',
    words: ['market'],
    takesFacts: true,
    about: 'Are Azure reservations available there? (asOf, list)',
    answer: (facts) => {
      const { market, asOf, list } = only(facts, ['market', 'asOf', 'list']);
      const options = { asOf: asOf as DayInput, list: list as MarketListId };
      return decideMarket(market as MarketInput, options);
    },
  },
  {
    command: 'tax',
    words: ['market'],
    takesFacts: true,
    about: 'Do commercial prices include tax there? (offer)',
    answer: (facts) => {
      const { market: given, offer } = only(facts, ['market', 'offer']);
      const market = given as MarketInput;
      const taxIncluded = isTaxIncluded(market, { offer: offer as TaxedOffer });
      const clause = offer === 'reservations' ? 'MKT-7' : 'MKT-2';
      return { market: unwrap(parseMarket(market)), taxIncluded, because: [clause] };
    },
  },
  {
    command: 'cancel-software',
    words: [],
    takesFacts: true,
    about: 'Can a software purchase be cancelled? (policy)',
    answer: ({ policy, ...facts }) =>
      decideSoftwareCancellation(spelled<SoftwareCancellationInput>(facts), policyIn(policy)),
  },
  {
    command: 'exchange-software',
    words: ['kind'],
    takesFacts: false,
    about: 'Can software be exchanged?',
    answer: (facts) => decideSoftwareExchange(asInput(facts)),
  },
  {
    command: 'hybrid-benefit',
    words: [],
    takesFacts: true,
    about: 'Does a license get the Azure Hybrid Benefit?',
    answer: (facts) => decideHybridBenefit(asInput(facts)),
  },
  {
    command: 'link',
    words: [],
    takesFacts: true,
    about: 'Does a download link still work? (link, asOf, policy)',
    answer: (facts) => downloadLinkStatus(...linkIn(facts)),
  },
  {
    command: 'renew-link',
    words: [],
    takesFacts: true,
    about: 'Renew an expired link (link, asOf, policy)',
    answer: (facts) => renewDownloadLink(...linkIn(facts)),
  },
  {
    command: 'record-download',
    words: [],
    takesFacts: true,
    about: 'Record one more download (link, asOf, policy)',
    answer: (facts) => recordDownload(...linkIn(facts)),
  },
  {
    command: 'customer-purchase',
    words: [],
    takesFacts: true,
    about: 'Can a customer buy a reservation?',
    answer: (facts) => decideCustomerPurchase(asInput(facts)),
  },
  {
    command: 'customer-permission',
    words: [],
    takesFacts: true,
    about: 'Can the permission to buy be changed?',
    answer: (facts) => decidePermissionChange(spelled<PermissionChangeFacts>(facts)),
  },
  {
    command: 'customer-task',
    words: ['task'],
    takesFacts: true,
    about: 'Can the customer do it themselves?',
    answer: ({ task, ...facts }) => decideCustomerTask(task as CustomerTask, asInput(facts)),
  },
  {
    command: 'discounts',
    words: [],
    takesFacts: true,
    about: 'Which subscriptions get the discount?',
    answer: (facts) => discountedSubscriptions(asInput(facts)),
  },
  {
    command: 'partnership',
    words: [],
    takesFacts: true,
    about: 'A partnership after an event (state, event, asOf)',
    answer: (facts) => {
      const { state, event, asOf } = only(facts, ['state', 'event', 'asOf']);
      return advancePartnership(state as Partnership, event as PartnershipEvent, {
        asOf: asOf as DayInput,
      });
    },
  },
  {
    command: 'reseller-task',
    words: ['task'],
    takesFacts: true,
    about: 'Is the task allowed? (relationship, asOf)',
    answer: (facts) => {
      const { task, relationship, asOf } = only(facts, ['task', 'relationship', 'asOf']);
      const options = { asOf: asOf as DayInput };
      return decideResellerTask(
        task as ResellerTask,
        relationship as ResellerRelationship,
        options,
      );
    },
  },
  {
    command: 'reseller-access',
    words: ['level'],
    takesFacts: true,
    about: 'Missing steps to an access level (relationship)',
    answer: (facts) => {
      const { level, relationship } = only(facts, ['level', 'relationship']);
      const steps = stepsToAccess(level as ResellerAccess, relationship as ResellerRelationship);
      return { level, steps };
    },
  },
  {
    command: 'support',
    words: ['kind'],
    takesFacts: true,
    about: 'Draft a request to Microsoft support',
    answer: ({ kind, ...facts }, id) => {
      // The form of software has no place for it, and a blank one would be refused.
      const isTold = kind !== 'software-cancellation' && id !== undefined && id.trim() !== '';
      const told = isTold ? { ...facts, id } : facts;
      return draftSupportRequest(kind as SupportKind, told as SupportFacts[SupportKind]);
    },
  },
  ...whatIfRules,
];

export interface Decided extends Answered {
  /** Whatever the record had under this name. */
  readonly meta?: unknown;
  readonly answer: object;
}

/** Starts the command of a rule. */
export function startRule(rule: Rule): Run<Decided> {
  return {
    answer(record, index, line) {
      if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        return reject(index, line, issue([], 'not-an-object', 'a record', record));
      }
      const { id, meta, ...facts } = record as Facts;
      const issues: Issue[] = [];
      if (id !== undefined) readName(id, ['id'], issues);
      const name = isName(id) ? id : undefined;
      const answered = attempt(() => rule.answer(facts, name));
      if (!answered.ok) issues.push(...answered.issues);
      else if (issues.length === 0) {
        return { ok: true, index, id: name, meta, answer: answered.value };
      }
      return { ok: false, index, line, id: name, issues };
    },
  };
}

/** The facts of a rule that takes no others. */
function only<Name extends string>(facts: Facts, names: readonly Name[]): Fields<Name> {
  const issues: Issue[] = [];
  const fields = readFields<Name>(facts, new Set(names), [], issues) as Fields<Name>;
  if (issues.length > 0) throw new InputError(issues);
  return fields;
}

function clausesOf(actions: readonly Action[], asOf: unknown): readonly ClauseId[] {
  const matrix =
    asOf === undefined ? permissionMatrix : permissionMatrixAt(asOf as DayInput).matrix;
  return [...new Set(actions.map((action) => matrix[action].clause))];
}

function linkIn(facts: Facts): [DownloadLinkInput, InstantInput, SoftwarePolicyOptions] {
  const { link, asOf, policy } = only(facts, ['link', 'asOf', 'policy']);
  return [link as DownloadLinkInput, asOf as InstantInput, policyIn(policy)];
}

const policyIn = (policy: unknown): SoftwarePolicyOptions => ({
  policy: policy as SoftwarePolicyOptions['policy'],
});

/** Facts with their roles, where there are any, by their ids. */
function spelled<Input>(facts: Facts): Input {
  const roles = facts['roles'] === undefined ? {} : { roles: rolesIn(facts['roles']) };
  return { ...facts, ...roles } as Input;
}
