import { describe } from 'vitest';
import { quoteExchange, quoteRefund, refundPolicies } from '../../src/reservations/index.ts';
import {
  decideSoftwareCancellation,
  type SoftwareCancellationInput,
  softwarePolicies,
} from '../../src/software/index.ts';
import {
  draftSupportRequest,
  type SupportFacts,
  type SupportKind,
} from '../../src/support/index.ts';
import { type Cell, itHolds } from '../cells.ts';
import { refusing } from './answers.ts';
import { factsOf, kinds, mayBeAskedFor, missingBeside, sayable, subsetsOf } from './forms.ts';

type Line = readonly [label: string, value: string | undefined];

const linesOf = (lines: readonly Line[]): string =>
  lines.flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`])).join('\n');

/** What each fact is written as. */
const written: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    kinds.flatMap((kind) =>
      Object.entries(sayable[kind]).map(([path, value]) => [`${kind} ${path}`, `${value}`]),
    ),
  ),
  'reservation-refund amountRequested': '7.50 EUR',
  'reservation-exchange amountRequested': '12 JPY',
  'software-cancellation amountRequested': '1002.74 USD',
};

const selections = {
  issueType: 'Billing',
  problemType: 'Reservation management',
  category: 'Exchanges and refunds',
};

/** The form of SUP-1 or SUP-2, as far as these facts and those of an answer fill it. */
function formOf(kind: SupportKind, paths: readonly string[], known: Line[] = []): object {
  const said = (path: string) => (paths.includes(path) ? written[`${kind} ${path}`] : undefined);
  const contact = factsOf(kind, paths)['contact'] ?? {};
  const what = kind === 'reservation-refund' ? 'Refund' : 'Exchange';
  if (kind !== 'software-cancellation') {
    const reservationId = said('reservationId');
    const ofReservation =
      reservationId === undefined ? 'an Azure reservation' : `Azure reservation ${reservationId}`;
    return {
      ...selections,
      title: said('title') ?? `${what} of ${ofReservation}`,
      description: linesOf([
        ['Request', `${what.toLowerCase()} of an Azure reservation`],
        ['Reservation ID', reservationId],
        ['Reservation order ID', said('reservationOrderId')],
        ['Customer', said('customerId')],
        ['Partner reference', said('id')],
        ...known,
        [what === 'Refund' ? 'Refund requested' : 'Credit requested', said('amountRequested')],
      ]),
      contact,
    };
  }
  const [orderId, subscriptionId] = [said('orderId'), said('subscriptionId')];
  const bySubscription =
    subscriptionId === undefined
      ? 'a software purchase'
      : `software subscription ${subscriptionId}`;
  const impact = said('impact');
  return {
    problemType: 'CSP Purchase/Refund on behalf of customers',
    ...(impact !== undefined && { impact }),
    title:
      said('title') ??
      `Cancellation of ${orderId === undefined ? bySubscription : `software order ${orderId}`}`,
    description: linesOf([
      ['Request', 'cancellation of a software purchase'],
      ['Customer', said('customer.name')],
      ['Customer tenant GUID', said('customer.tenantId')],
      ['Customer domain', said('customer.domain')],
      ['Product', said('productName')],
      ['Order ID', orderId],
      ['Subscription ID', subscriptionId],
      ['Refund reason', said('refundReason')],
      ['Amount requested', said('amountRequested')],
    ]),
    contact,
    files: [],
  };
}

/** The whole draft of plain facts. */
function draftOf(kind: SupportKind, paths: readonly string[]): object {
  const isOfSoftware = kind === 'software-cancellation';
  const missing = missingBeside(kind, paths).map((part) => {
    const ways = part.split(' or ').map((way) => way.split(': '));
    return { field: ways[0]?.[0], oneOf: ways.map(([, fact]) => fact) };
  });
  return {
    kind: 'support-draft',
    allowed: true,
    because: [isOfSoftware ? 'SUP-2' : 'SUP-1'],
    interpretations: isOfSoftware ? [] : ['R-CONTACT'],
    complete: missing.length === 0,
    fields: formOf(kind, paths),
    missing,
    advised: mayBeAskedFor[kind].filter((name) => !paths.includes(name)),
    assumed: isOfSoftware ? [] : ['answer'],
  };
}

interface AnswerObstacle {
  readonly reason: string;
  readonly clause: string;
  readonly interpretation?: string | undefined;
}

/** No draft, as the answer says no; or, of software, as support is not what is needed. */
function refusedFor(kind: SupportKind, found: readonly AnswerObstacle[]): object {
  const clause = kind === 'software-cancellation' ? 'SUP-2' : 'SUP-1';
  const reason = found.length === 0 ? 'support-not-required' : 'answer-denied';
  const obstacles =
    found.length === 0
      ? [{ reason, clause, nextStep: 'cancel-it-yourself' }]
      : found.map((obstacle) => ({ ...obstacle, reason }));
  const interpretations = found.flatMap(({ interpretation }) =>
    interpretation === undefined ? [] : [interpretation],
  );
  return {
    allowed: false,
    reason,
    obstacles,
    because: [...new Set([...obstacles.map((obstacle) => obstacle.clause), clause])],
    interpretations: [...new Set(interpretations)],
    kind: 'support-draft',
    ...{ complete: false, fields: null, missing: [], advised: [], assumed: [] },
    deniedFor: found.map((obstacle) => obstacle.reason),
  };
}

/** The facts as a draft repeats them. */
function requestOf(kind: SupportKind, facts: Readonly<Record<string, unknown>>): object {
  if (facts['amountRequested'] === undefined) return { kind, ...facts };
  const [amount, currency] = `${written[`${kind} amountRequested`]}`.split(' ');
  return { kind, ...facts, amountRequested: { amount, currency } };
}

const draft = (kind: SupportKind, facts: object) =>
  draftSupportRequest(kind, facts as SupportFacts[SupportKind]);

describe('every draft of plain facts', () => {
  const subsets = kinds.map((kind) => [kind, subsetsOf(Object.keys(sayable[kind]))] as const);

  itHolds('with each set of facts', 2 * 2 ** 10 + 2 ** 13, function* (): Iterable<Cell> {
    for (const [kind, sets] of subsets) {
      const stated = kind === 'software-cancellation' ? { askedForByCancellation: true } : {};
      for (const paths of sets) {
        const facts = { ...stated, ...factsOf(kind, paths) };
        const expected = { ...draftOf(kind, paths), request: requestOf(kind, facts) };
        yield [[kind, paths], draft(kind, facts), expected];
      }
    }
  });

  itHolds('of software, where support was not asked for', 2 ** 13, function* (): Iterable<Cell> {
    const kind = 'software-cancellation';
    for (const paths of subsets[2]?.[1] ?? []) {
      const facts = { askedForByCancellation: false, ...factsOf(kind, paths) };
      const expected = { ...refusedFor(kind, []), request: requestOf(kind, facts) };
      yield [paths, draft(kind, facts), expected];
    }
  });
});

describe('every draft of an answer', () => {
  const days = ['2025-01-01', '2025-01-05', '2025-01-06', '2025-01-07', '2025-12-31', '2026-01-01'];
  const products = [undefined, 'SuseLinux', 'RedHat', 'Databricks', 'Sentinel'] as const;
  const policies = [...Object.values(refundPolicies).filter((it) => it.feeRate !== null), refusing];
  const bought = { currency: 'USD', term: 'P1Y', purchasedOn: '2025-01-01' } as const;

  function* quotes() {
    for (const policy of policies) {
      for (const day of days) {
        for (const product of products) {
          for (const paid of ['12000.00', '120000.00']) {
            const facts = { ...bought, paid, product, used: true };
            const refund = { ...facts, canceledOn: day };
            yield ['reservation-refund', day, quoteRefund(refund, { policy })] as const;
            const exchange = { ...facts, exchangedOn: day, newPrice: '50000.00' };
            yield ['reservation-exchange', day, quoteExchange(exchange, { policy })] as const;
          }
        }
      }
    }
  }

  const count = policies.length * days.length * products.length * 2 * 2;
  itHolds('of a reservation', count, function* (): Iterable<Cell> {
    for (const [kind, day, quote] of quotes()) {
      const answer = draft(kind, { quote });
      if (!quote.allowed) {
        yield [quote, answer, { ...refusedFor(kind, quote.obstacles), request: { kind, quote } }];
        continue;
      }
      const isRefund = 'refund' in quote;
      const known: Line[] = [
        ['Term', 'P1Y'],
        ['Purchased on (UTC)', '2025-01-01'],
        [isRefund ? 'Canceled on (UTC)' : 'Exchanged on (UTC)', day],
        ['Price paid', `${quote.paid} USD`],
        ['Price of the new reservation', isRefund ? undefined : '50000.00 USD'],
        isRefund
          ? ['Refund requested', `${quote.refund} USD`]
          : ['Credit requested', `${quote.credit} USD`],
      ];
      const fields = formOf(kind, [], known);
      yield [
        quote,
        answer,
        { ...draftOf(kind, []), fields, assumed: [], request: { kind, quote } },
      ];
    }
  });

  itHolds('of software', 9 * 4 * 3 * 2 * 2 * 2, function* (): Iterable<Cell> {
    const kind = 'software-cancellation';
    const softwareKinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'];
    const inAnswer = ['customer.domain', 'orderId'];
    const unpriced = draftOf(kind, inAnswer);
    const formOfOrder = (software: string) => ({
      ...formOf(kind, inAnswer),
      description: linesOf([
        ['Request', 'cancellation of a software purchase'],
        ['Customer domain', 'contoso.com'],
        ['Product', 'SQL'],
        ['Kind of software', software],
        ['Order ID', 'O-1'],
        ['Purchased on (UTC)', '2025-03-01'],
        ['Canceled on (UTC)', '2025-03-01'],
      ]),
    });
    for (const policy of Object.values(softwarePolicies)) {
      for (const software of softwareKinds) {
        for (const qualifies of [undefined, true, false]) {
          for (const canceledOn of ['2025-03-01', '2035-01-01']) {
            for (const roles of ['admin-agent', 'sales-agent']) {
              for (const messageRead of [true, false]) {
                const cancellation = decideSoftwareCancellation(
                  {
                    ...{ kind: software, qualifies, canceledOn, roles, messageRead },
                    ...{ purchasedOn: '2025-03-01', productName: 'SQL', orderId: 'O-1' },
                    customer: { domain: 'contoso.com' },
                  } as SoftwareCancellationInput,
                  { policy },
                );
                const answer = draft(kind, { cancellation });
                const found = cancellation.allowed ? [] : cancellation.obstacles;
                const isAsked = found[0]?.reason === 'support-required';
                const expected = isAsked
                  ? { ...unpriced, fields: formOfOrder(software) }
                  : refusedFor(kind, found);
                yield [cancellation, answer, { ...expected, request: { kind, cancellation } }];
              }
            }
          }
        }
      }
    }
  });
});
