import { describe } from 'vitest';
import {
  type CustomerPurchaseFacts,
  type CustomerSubscription,
  decideCustomerPurchase,
  decideCustomerTask,
  decidePermissionChange,
  discountedSubscriptions,
  type PermissionChangeFacts,
  type Role,
} from '../../src/customers/index.ts';
import { type Cell, itHolds } from '../cells.ts';
import { document } from '../markets/document.ts';
import { isoMarkets } from '../markets/iso.ts';
import { roles } from '../roles/documents.ts';
import { faultsOf } from './hostile.ts';
import {
  entries,
  missing,
  refused,
  savingsPlans,
  savingsPlanTasks,
  tasks,
  whileOn,
  whileOnForSavingsPlans,
} from './rulebook.ts';

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

const onOff = ['on', 'off'] as const;

describe('the permission', () => {
  const roleSets: readonly (readonly Role[])[] = Array.from({ length: 512 }, (_, set) =>
    roles.filter((_role, at) => (set >> at) % 2 === 1),
  );
  const ask = (facts: object) => decidePermissionChange(facts as PermissionChangeFacts);

  /** The whole answer to a change that is well-formed. */
  function answerOf(
    held: readonly Role[],
    current: 'on' | 'off',
    wanted: 'on' | 'off',
    hasSubscription: boolean | undefined,
  ): object {
    const turnsOn = current === 'off' && wanted === 'on';
    const obstacles = [
      ...(held.includes('admin-agent') ? [] : [refused.role]),
      ...(turnsOn && hasSubscription === false ? [refused.subscription] : []),
    ];
    const [first] = obstacles;
    const next = first === undefined ? wanted : current;
    const activity = (first === undefined && entries[`${current} to ${wanted}`]) || null;
    const effects = next === 'on' ? whileOn : null;
    const request = {
      roles: held,
      current,
      wanted,
      ...(hasSubscription !== undefined && { hasSubscription }),
    };
    const kind = 'permission-change';
    const allowedRoles = ['admin-agent'];
    const more = { kind, next, activity, effects, allowedRoles, ignoredRoles: [], request };
    const interpretations = activity === null ? ['R-NO-ENTRY'] : [];
    if (first === undefined) {
      const ofEffects = wanted === 'on' ? ['CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'] : [];
      const because = ['CUS-2', ...(turnsOn ? ['CUS-3'] : []), 'CUS-10', ...ofEffects];
      return { allowed: true, because, interpretations, ...more };
    }
    const because = unique([...obstacles.map(({ clause }) => clause), 'CUS-2']);
    return { allowed: false, reason: first.reason, obstacles, because, interpretations, ...more };
  }

  itHolds('every change × all sets of roles', 11 * 512, function* (): Iterable<Cell> {
    for (const current of onOff) {
      for (const wanted of onOff) {
        for (const hasSubscription of [true, false, undefined]) {
          if (current === 'off' && wanted === 'on' && hasSubscription === undefined) continue;
          for (const held of roleSets) {
            const facts = { roles: held, current, wanted, hasSubscription };
            yield [facts, ask(facts), answerOf(held, current, wanted, hasSubscription)];
          }
        }
      }
    }
  });

  itHolds('turned on without a word of a subscription', 512, function* (): Iterable<Cell> {
    for (const held of roleSets) {
      const facts = { roles: held, current: 'off', wanted: 'on' };
      yield [facts, faultsOf(() => ask(facts)), ['hasSubscription: missing-field']];
    }
  });
});

describe('a purchase by a customer', () => {
  const subscriptions: readonly (CustomerSubscription | null)[] = [
    null,
    ...(['azure-plan', 'azure-global', 'other'] as const).flatMap((offer) =>
      (['partner', 'other'] as const).flatMap((boughtBy) =>
        (['owner', 'other'] as const).map((userRole) => ({ offer, boughtBy, userRole })),
      ),
    ),
  ];
  const listed = new Set(document.map(({ code }) => code));
  const markets = [undefined, ...isoMarkets.map(({ code }) => code)];

  function answerOf({ subscription, permission, market }: CustomerPurchaseFacts): object {
    const isUsageBased = /^azure-(plan|global)$/.test(`${subscription?.offer}`);
    const isListed = market !== undefined && listed.has(market);
    const obstacles = [
      ...(isUsageBased && subscription?.boughtBy === 'partner' ? [] : [missing.subscription]),
      ...(subscription?.userRole === 'owner' ? [] : [missing.owner]),
      ...(permission === 'on' ? [] : [missing.permission]),
      ...(isListed ? [missing.market] : []),
    ];
    const more = {
      kind: 'customer-purchase',
      interpretations: ['R-CONDITIONS'],
      notes: [
        ...(market === undefined || isListed ? [] : ['no-promise-to-sell']),
        ...(['AZ', 'BR', 'RU'].includes(`${market}`) ? ['other-page-disagrees'] : []),
      ],
      assumed: market === undefined ? ['market'] : [],
      request: { subscription, permission, ...(market !== undefined && { market }) },
    };
    const [first] = obstacles;
    if (first === undefined) {
      const ofMarket = market === undefined ? [] : ['MKT-1'];
      const ofEffects = ['CUS-5', 'CUS-6', 'CUS-7', 'CUS-8'];
      const because = ['CUS-3', 'CUS-4', 'CUS-1', ...ofMarket, ...ofEffects];
      return { allowed: true, because, effects: whileOn, ...more };
    }
    const because = unique([...obstacles.map(({ clause }): string => clause), 'CUS-3']);
    return { allowed: false, reason: first.reason, obstacles, because, effects: null, ...more };
  }

  itHolds('every one in every market and in none', 13 * 2 * 251, function* (): Iterable<Cell> {
    for (const subscription of subscriptions) {
      for (const permission of onOff) {
        for (const market of markets) {
          const facts = { subscription, permission, market } as CustomerPurchaseFacts;
          yield [facts, decideCustomerPurchase(facts), answerOf(facts)];
        }
      }
    }
  });
});

describe('a task of a customer', () => {
  itHolds('every one, sold by the partner or not', 7 * 2, function* (): Iterable<Cell> {
    for (const [task, answer, how, by] of tasks) {
      for (const subscriptionBoughtBy of ['partner', 'other'] as const) {
        const request = { subscriptionBoughtBy };
        const isSold = subscriptionBoughtBy === 'partner';
        const clause = isSold || by === 'SOF-10' ? by : 'RES-10';
        const reason = isSold ? 'through-the-partner' : 'out-of-scope';
        const nextStep = isSold ? 'ask-the-partner' : 'check-the-other-agreement';
        const allowed = isSold && answer === 'yes';
        yield [
          [task, subscriptionBoughtBy],
          decideCustomerTask(task, request),
          {
            kind: 'customer-task',
            allowed,
            ...(!allowed && { reason, obstacles: [{ reason, clause, nextStep }] }),
            because: [clause],
            interpretations: [],
            how: isSold ? how : null,
            request: { task, ...request },
          },
        ];
      }
    }
  });
});

describe('savings plans', () => {
  const days = ['2022-10-12', '2022-10-13', '2022-10-14', undefined] as const;
  const product = 'savings-plan';

  itHolds('bought on the days around their permission', 4 * 13 * 2, function* (): Iterable<Cell> {
    const subscriptions: readonly (CustomerSubscription | null)[] = [
      null,
      ...(['azure-plan', 'azure-global', 'other'] as const).flatMap((offer) =>
        (['partner', 'other'] as const).flatMap((boughtBy) =>
          (['owner', 'other'] as const).map((userRole) => ({ offer, boughtBy, userRole })),
        ),
      ),
    ];
    for (const asOf of days) {
      for (const subscription of subscriptions) {
        for (const permission of onOff) {
          const facts: CustomerPurchaseFacts = { subscription, permission, product, asOf };
          const isOurs =
            /^azure/.test(`${subscription?.offer}`) && subscription?.boughtBy === 'partner';
          const obstacles = [
            ...(asOf === '2022-10-12' ? [savingsPlans.tooEarly] : []),
            ...(isOurs ? [] : [missing.subscription]),
            ...(isOurs && subscription?.offer === 'azure-global' ? [savingsPlans.plan] : []),
            ...(subscription?.userRole === 'owner' ? [] : [missing.owner]),
            ...(permission === 'on' ? [] : [missing.permission]),
          ];
          const [first] = obstacles;
          const more = {
            kind: 'customer-purchase',
            interpretations: ['R-CONDITIONS'],
            notes: [],
            assumed: [],
            request: { subscription, permission, product, ...(asOf !== undefined && { asOf }) },
          };
          const because = ['CUS-3', 'CUS-4', 'CUS-1', 'CUS-11', 'CUS-5', 'CUS-13'];
          const cited = unique([...obstacles.map(({ clause }): string => clause), 'CUS-3']);
          yield [
            facts,
            decideCustomerPurchase(facts),
            first === undefined
              ? { allowed: true, because, effects: whileOnForSavingsPlans, ...more }
              : {
                  allowed: false,
                  reason: first.reason,
                  obstacles,
                  because: cited,
                  effects: null,
                  ...more,
                },
          ];
        }
      }
    }
  });

  itHolds(
    'permitted on the days around their permission',
    4 * 2 * 2 * 2,
    function* (): Iterable<Cell> {
      for (const asOf of days) {
        for (const current of onOff) {
          for (const wanted of onOff) {
            for (const roles of ['admin-agent', 'sales-agent'] as const) {
              const facts = {
                roles,
                current,
                wanted,
                hasSubscription: true,
                product,
                asOf,
              } as const;
              const answer = decidePermissionChange(facts as PermissionChangeFacts);
              const reasons = answer.allowed ? [] : answer.obstacles.map(({ reason }) => reason);
              const expected = [
                ...(roles === 'admin-agent' ? [] : ['not-granted']),
                ...(asOf === '2022-10-12' ? ['not-yet-offered'] : []),
              ];
              const next = expected.length === 0 ? wanted : current;
              const effects = next === 'on' ? whileOnForSavingsPlans : null;
              const cites = answer.because.includes('CUS-11');
              const isCited = expected.length === 0 || expected.includes('not-yet-offered');
              yield [
                facts,
                [reasons, answer.next, answer.effects, cites],
                [expected, next, effects, isCited],
              ];
            }
          }
        }
      }
    },
  );

  itHolds('every task with one, sold by the partner or not', 7 * 2, function* (): Iterable<Cell> {
    for (const [task] of tasks) {
      for (const subscriptionBoughtBy of ['partner', 'other'] as const) {
        const ask = () => decideCustomerTask(task, { subscriptionBoughtBy, product });
        if (task === 'get-server-keys') {
          yield [[task, subscriptionBoughtBy], faultsOf(ask), ['product: contradiction']];
          continue;
        }
        const answer = ask();
        const isSold = subscriptionBoughtBy === 'partner';
        const refusal = isSold
          ? savingsPlanTasks[task]
          : (['out-of-scope', 'check-the-other-agreement'] as const);
        const found = answer.allowed
          ? null
          : answer.obstacles.flatMap(({ reason, nextStep }) => [reason, nextStep]);
        const clause = isSold ? 'CUS-12' : 'RES-10';
        const how = isSold && task === 'manage' ? 'in-the-vendors-portal' : null;
        yield [
          [task, subscriptionBoughtBy],
          [found, answer.because, answer.how],
          [refusal, [clause], how],
        ];
      }
    }
  });
});

describe('the discount of a reservation', () => {
  const parties = ['ours', 'theirs'].flatMap((customerId) =>
    ['ours', 'theirs'].map((partnerId) => ({ customerId, partnerId })),
  );
  /** Every list of no, one, two and three subscriptions. */
  const lists = [0, 1, 2, 3].flatMap((length) =>
    Array.from({ length: 4 ** length }, (_, number) =>
      Array.from({ length }, (_one, at) => ({
        id: `S-${at}`,
        ...(parties[Math.floor(number / 4 ** at) % 4] as (typeof parties)[number]),
      })),
    ),
  );
  const base = { customerId: 'ours', partnerId: 'ours' };
  const answerOf = (subscriptionIds: readonly string[], request: object): object => ({
    kind: 'discounted-subscriptions',
    subscriptionIds,
    because: ['CUS-9'],
    interpretations: [],
    request,
  });

  itHolds('every list of up to three', 85, function* (): Iterable<Cell> {
    for (const subscriptions of lists) {
      const request = { ...base, scope: 'shared', subscriptions } as const;
      const ours = subscriptions.filter((it) => it.customerId + it.partnerId === 'oursours');
      const subscriptionIds = ours.map(({ id }) => id);
      yield [subscriptions, discountedSubscriptions(request), answerOf(subscriptionIds, request)];
    }
  });

  itHolds('every single one of them', 4 + 2 * 16 + 3 * 64, function* (): Iterable<Cell> {
    for (const subscriptions of lists) {
      for (const { id, customerId, partnerId } of subscriptions) {
        const request = { ...base, scope: 'single', subscriptions, subscriptionId: id } as const;
        const isOurs = customerId === 'ours' && partnerId === 'ours';
        yield [
          request,
          isOurs
            ? discountedSubscriptions(request)
            : faultsOf(() => discountedSubscriptions(request)),
          isOurs ? answerOf([id], request) : ['subscriptionId: unknown-value'],
        ];
      }
    }
  });
});
