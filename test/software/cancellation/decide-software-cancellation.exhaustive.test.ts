import { describe } from 'vitest';
import {
  decideSoftwareCancellation,
  InputError,
  type Role,
  type SoftwareCancellationInput,
  type SoftwarePolicy,
  type SoftwarePolicyOptions,
} from '../../../src/software/index.ts';
import { type Cell, itHolds } from '../../cells.ts';
import { roles } from '../../roles/documents.ts';
import * as model from '../model.ts';
import { creditClause, succession, table, transcribed, windowClause } from '../policy-table.ts';

/** The published policies, and the default one unnamed. */
interface Case {
  readonly policy: SoftwarePolicy;
  readonly options: SoftwarePolicyOptions | undefined;
}

const named: readonly Case[] = table.map((row) => {
  const policy = transcribed(row);
  return { policy, options: { policy: policy.id as keyof typeof windowClause } };
});
const cases: readonly Case[] = [{ ...(named[3] as Case), options: undefined }, ...named];

/** The further facts of a subscription, which later texts ask for. */
const billed = { P1Y: 'annual', P3Y: 'triennial' } as const;

interface Facts {
  readonly kind: model.Kind;
  readonly term?: 'P1Y' | 'P3Y' | undefined;
  readonly paid?: '1200.00' | undefined;
  readonly bought: string;
  /** Days after the purchase. */
  readonly day: number;
  readonly roles: readonly Role[];
  readonly qualifies?: boolean | undefined;
  readonly customer?: object | undefined;
  readonly productName?: string | undefined;
  readonly orderId?: string | undefined;
  readonly messageRead?: boolean | undefined;
  readonly friendlyName?: string | undefined;
}

/** The charge cycle and the units, which change nothing of a text that does not ask for them. */
const billingOf = ({ kind, term }: Facts): object =>
  kind === 'subscription' && term !== undefined ? { billingCycle: billed[term], quantity: 1 } : {};

const complete = {
  roles: ['admin-agent'],
  customer: { name: 'Contoso' },
  productName: 'SQL Server',
  orderId: 'O-1',
  messageRead: true,
  friendlyName: 'SQL Server of Contoso',
} as const;

const kinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'] as const;

const day0 = '2025-03-01';
const dayAfter = (bought: string, days: number) => model.dayText(model.dayNumber(bought) + days);

const windowOf = (kind: model.Kind, { perpetualDays, subscriptionDays }: SoftwarePolicy): number =>
  Number(kind === 'perpetual' ? perpetualDays : subscriptionDays);

const effects = [
  'keys-revoked',
  'download-links-revoked',
  'listed-without-key',
  'credit-on-next-monthly-invoice',
  'dashboard-may-lag-15-minutes',
  'both-stop-using',
  'partner-uninstalls',
  'partner-removes-downloads-and-links',
];

const given = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** SOF-2 and what the other texts say: the credit, its lines, its clauses and the interpretations of it. */
function creditOf({ kind, term, paid, bought, day }: Facts, policy: SoftwarePolicy) {
  const clause = creditClause[policy.id as keyof typeof creditClause];
  const currency = paid === undefined ? null : 'USD';
  const isPlan = kind !== 'perpetual' && kind !== 'subscription';
  const plain = { lines: [], interpretations: [], clauses: [clause] };
  if (policy.id === 'software-2018-09' || isPlan) {
    const credit = { basis: 'unstated', amount: null, currency: null, invoice: null };
    return { ...plain, credit };
  }
  const invoice = 'next-monthly';
  const isFirstDay = kind === 'subscription' && policy.fullCreditHours === 24 && day === 0;
  if (kind === 'perpetual' || isFirstDay) {
    const amount = paid ?? null;
    const credit = { basis: 'full', amount, currency, invoice };
    const by = isFirstDay ? 'SOF-21' : clause;
    const line = { code: 'credit', amount, clause: by, of: amount };
    const lines = paid === undefined ? [] : [line];
    return { credit, lines, interpretations: isFirstDay ? ['R-HOURS'] : [], clauses: [by] };
  }
  const isCycle = policy.creditPeriod === 'charge-cycle';
  const clauses = isCycle ? [clause, 'SOF-20'] : [clause];
  if (term === undefined) {
    const share = { days: null, termDays: null };
    const credit = { basis: 'pro-rated', amount: null, currency: null, invoice, ...share };
    return { ...plain, credit, clauses };
  }
  const end = model.termEndOf(bought, term);
  const [termDays, days] = [end - model.dayNumber(bought), end - model.dayNumber(bought) - day];
  const ofDays = isCycle ? ['R-TODAY'] : ['R-PRORATE'];
  const exact = isCycle
    ? (120_000n * BigInt(days)) / BigInt(termDays)
    : model.creditOf(120_000n, bought, dayAfter(bought, day), term);
  const amount = paid === undefined ? null : model.amountText(exact, 2);
  const credit = { basis: 'pro-rated', amount, currency, invoice, days, termDays };
  if (paid === undefined) return { credit, lines: [], interpretations: ofDays, clauses };
  const quantity = 1;
  const lines = isCycle
    ? [
        { code: 'unit-credit', amount, clause: 'SOF-24', of: paid, days, termDays, quantity },
        { code: 'credit', amount, clause, of: amount, quantity },
      ]
    : [{ code: 'credit', amount, clause, of: paid, days, termDays }];
  return {
    credit,
    lines,
    interpretations: [...ofDays, 'R-BASIS', isCycle ? 'R-UNIT' : 'R-ROUND'],
    clauses: isCycle ? [...clauses, 'SOF-24'] : clauses,
  };
}

/** SOF-5 and SOF-22: what is missing. */
function missingOf(facts: Facts, policy: SoftwarePolicy): string[] {
  const hasCustomer = facts.customer !== undefined && Object.keys(facts.customer).length > 0;
  if (policy.id === 'software-2023-06' && facts.kind === 'subscription') {
    return [
      ...(hasCustomer ? [] : ['customer']),
      ...(facts.friendlyName === undefined ? ['subscription'] : []),
    ];
  }
  return model.missingOf({
    hasCustomer,
    hasProduct: facts.productName !== undefined,
    hasOrder: facts.orderId !== undefined,
    hasRead: facts.messageRead === true,
  });
}

/** SOF-4 and ROL-14; every purchase here is of a later day than the page of 2023-07. */
const rolesOf = ({ id }: SoftwarePolicy): Role[] =>
  id === 'software-2023-06' ? ['admin-agent', 'sales-agent'] : ['admin-agent'];

/** The reasons of a refusal that do not depend on what is missing. */
function obstaclesOf(facts: Facts, policy: SoftwarePolicy) {
  const { kind, day, roles: held, qualifies } = facts;
  const days = windowOf(kind, policy);
  const window = windowClause[policy.id as keyof typeof windowClause];
  const kept = policy.id === 'software-2020-01' ? 'SOF-15' : 'SOF-3';
  const keep = 'keep-the-software';
  return [
    ...(qualifies === false ? [{ reason: 'not-eligible', clause: window, nextStep: keep }] : []),
    ...(day > days
      ? [{ reason: 'window-passed', clause: window, interpretation: 'R-SIXTY', nextStep: keep }]
      : []),
    ...(/^(suse|red)/.test(kind) && !/2018|2019/.test(policy.id)
      ? [{ reason: 'not-cancellable', clause: kept, nextStep: keep }]
      : []),
    ...(rolesOf(policy).some((role) => held.includes(role))
      ? []
      : [{ reason: 'not-granted', clause: 'SOF-4', nextStep: 'ask-someone-with-an-allowed-role' }]),
  ];
}

/** The whole answer, by the model and the table of policies. */
function answerOf(facts: Facts, { policy, options }: Case): object {
  const { kind, bought, day, roles: held, qualifies } = facts;
  const days = windowOf(kind, policy);
  const window = windowClause[policy.id as keyof typeof windowClause];
  const particulars = policy.id === 'software-2023-06' ? 'SOF-22' : 'SOF-5';
  const { notes, supersededBy } = succession(policy.id);
  const which = [
    ...(options === undefined ? ['R-WHICH'] : []),
    ...(supersededBy === null ? [] : ['R-WHEN']),
  ];
  const missing = missingOf(facts, policy);
  const more = {
    lastDay: dayAfter(bought, days),
    daysLeft: Math.max(0, days - day),
    daysSincePurchase: day,
    endsAt: null,
    allowedRoles: rolesOf(policy),
    ignoredRoles: [],
    missing,
    assumed: [
      ...(options === undefined ? ['policy'] : []),
      ...(qualifies === undefined ? ['qualifies'] : []),
    ],
    request: given({
      ...{ kind, term: facts.term, paid: facts.paid },
      currency: facts.paid === undefined ? undefined : 'USD',
      purchasedOn: bought,
      canceledOn: dayAfter(bought, day),
      ...{ roles: held, qualifies, customer: facts.customer, productName: facts.productName },
      ...{ orderId: facts.orderId, messageRead: facts.messageRead },
      ...billingOf(facts),
      friendlyName: facts.friendlyName,
    }),
    policy,
    supersededBy,
  };

  const obstacles = obstaclesOf(facts, policy);
  const isUnclear = obstacles.length === 0 && missing.length > 0;
  if (isUnclear) {
    obstacles.push({ reason: 'support-required', clause: 'SOF-6', nextStep: 'request-support' });
  }
  const [first] = obstacles;
  if (first !== undefined) {
    const clauses = obstacles.map(({ clause }) => clause);
    const isOfDays = isUnclear || day > days;
    return {
      kind: 'software-cancellation',
      allowed: false,
      reason: first.reason,
      obstacles,
      because: [...new Set([...clauses, ...(isUnclear ? [particulars] : [])])],
      interpretations: [...(isOfDays ? ['R-SIXTY'] : []), ...which],
      ...{ credit: null, lines: [], effects: [], notes },
      ...more,
    };
  }
  const { credit, lines, interpretations, clauses } = creditOf(facts, policy);
  const isUnstated = credit.basis === 'unstated';
  const granted = policy.id === 'software-2023-06' ? ['SOF-4', 'ROL-14'] : ['SOF-4'];
  return {
    kind: 'software-cancellation',
    allowed: true,
    because: [...new Set([window, ...clauses, ...granted, particulars, 'SOF-7'])],
    interpretations: ['R-SIXTY', ...interpretations, ...which],
    ...{ credit, lines },
    effects: isUnstated
      ? effects.filter((effect) => effect !== 'credit-on-next-monthly-invoice')
      : effects,
    notes: isUnstated ? ['credit-unstated', ...notes] : notes,
    ...more,
  };
}

function cellOf(facts: Facts, which: Case): Cell {
  const { bought, day, ...others } = facts;
  const asked = {
    ...others,
    currency: facts.paid === undefined ? undefined : 'USD',
    purchasedOn: bought,
    canceledOn: dayAfter(bought, day),
    ...billingOf(facts),
  } as SoftwareCancellationInput;
  const question = [asked, which.options];
  const { policy } = which;
  // SOF-21: on the first day after that of the purchase, hours decide.
  const needsInstants =
    facts.kind === 'subscription' &&
    policy.fullCreditHours === 24 &&
    day === 1 &&
    obstaclesOf(facts, policy).length === 0 &&
    missingOf(facts, policy).length === 0;
  if (day >= 0 && !needsInstants) {
    const answer = decideSoftwareCancellation(asked, which.options);
    return [question, answer, answerOf(facts, which)];
  }
  try {
    return [question, decideSoftwareCancellation(asked, which.options), 'an InputError'];
  } catch (error) {
    const codes = error instanceof InputError ? error.issues.map(({ code }) => code) : error;
    return [
      question,
      codes,
      needsInstants ? ['missing-field', 'missing-field'] : ['before-purchase'],
    ];
  }
}

describe('every cancellation of software', () => {
  const others = roles.filter((role) => role !== 'admin-agent');

  itHolds('all its facts together', 10 * 4 * 3 * 3 * 16 * 6, function* (): Iterable<Cell> {
    for (const which of cases) {
      for (const kind of kinds) {
        const days = windowOf(kind, which.policy);
        const term = kind === 'subscription' ? ('P1Y' as const) : undefined;
        for (const qualifies of [undefined, true, false]) {
          for (const held of [[], ['admin-agent'], others] as const) {
            for (let set = 0; set < 16; set += 1) {
              const particulars = {
                customer: set & 1 ? complete.customer : undefined,
                productName: set & 2 ? complete.productName : undefined,
                orderId: set & 4 ? complete.orderId : undefined,
                messageRead: (set & 8) > 0,
                friendlyName: set & 8 ? complete.friendlyName : undefined,
              };
              for (const day of [-1, 0, days - 1, days, days + 1, 3_650]) {
                const facts = { kind, bought: day0, day, roles: held, qualifies, ...particulars };
                yield cellOf({ ...facts, term, paid: '1200.00' }, which);
              }
            }
          }
        }
      }
    }
  });

  itHolds(
    'every day from before to 67, every price',
    10 * 11 * 2 * 69,
    function* (): Iterable<Cell> {
      const terms = [undefined, 'P1Y', 'P3Y'] as const;
      for (const which of cases) {
        for (const kind of kinds) {
          for (const term of kind === 'subscription' ? terms : [undefined]) {
            for (const paid of [undefined, '1200.00'] as const) {
              if (kind === 'subscription' && term === undefined && paid !== undefined) continue;
              for (const bought of [day0, '2024-02-29']) {
                for (let day = -1; day <= 67; day += 1) {
                  yield cellOf({ ...complete, kind, term, paid, bought, day }, which);
                }
              }
            }
          }
        }
      }
    },
  );

  itHolds('all sets of roles', 10 * 4 * 256 * 2, function* (): Iterable<Cell> {
    for (const which of cases) {
      for (const kind of kinds) {
        const days = windowOf(kind, which.policy);
        for (let set = 0; set < 256; set += 1) {
          const held = roles.filter((_role, at) => (set >> at) % 2 === 1);
          for (const day of [days, days + 1]) {
            yield cellOf({ ...complete, kind, bought: day0, day, roles: held }, which);
          }
        }
      }
    }
  });

  itHolds('all names of the customer, all ticks', 10 * 8 * 3, function* (): Iterable<Cell> {
    for (const which of cases) {
      for (let set = 0; set < 8; set += 1) {
        const customer = {
          ...(set & 1 ? { name: 'Contoso' } : {}),
          ...(set & 2 ? { tenantId: 'T-1' } : {}),
          ...(set & 4 ? { domain: 'contoso.com' } : {}),
        };
        for (const messageRead of [undefined, false, true]) {
          const facts = { ...complete, kind: 'perpetual', bought: day0, day: 0 } as const;
          yield cellOf({ ...facts, customer, messageRead }, which);
        }
      }
    }
  });
});
