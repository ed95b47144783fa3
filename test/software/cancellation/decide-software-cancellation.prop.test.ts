import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { currencyCodes, currencyDigits } from '../../../src/kernel/currencies.ts';
import { allRoles, isAllowed } from '../../../src/roles/index.ts';
import {
  decideSoftwareCancellation,
  decideSoftwareExchange,
  isInputError,
  type Role,
  type SoftwareCancellationDecision,
  type SoftwareCancellationInput,
} from '../../../src/software/index.ts';
import { hostiles, spoilt } from '../../reservations/hostile.ts';
import { subscription } from '../facts.ts';
import * as model from '../model.ts';

const kinds = ['perpetual', 'subscription', 'suse-linux-plan', 'red-hat-plan'] as const;
const someRoles = fc.array(fc.constantFrom<Role>(...allRoles), { maxLength: 4 });
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

/** Days from 1900 to 2199, often round a leap day or the end of a year. */
const someDay = fc
  .oneof(
    fc.integer({ min: -25_567, max: 83_978 }),
    fc
      .tuple(fc.integer({ min: 1900, max: 2199 }), fc.constantFrom('02-27', '12-30', '01-01'))
      .chain(([year, day]) => fc.nat(3).map((more) => model.dayNumber(`${year}-${day}`) + more)),
  )
  .map(model.dayText);

/** Prices of every size; multiples of 183 and 548 make ties in terms with a leap day. */
const somePaid = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 7n }),
  fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
  fc.bigInt({ min: 0n, max: 10n ** 12n }).map((times) => times * 183n),
  fc.bigInt({ min: 0n, max: 10n ** 12n }).map((times) => times * 548n),
);

const someCurrency = fc.oneof(
  fc.constantFrom('USD', 'JPY', 'KWD', 'CLF'),
  fc.constantFrom(...currencyCodes),
);

interface Facts {
  readonly kind: model.Kind;
  readonly bought: string;
  readonly after: number;
  readonly roles: readonly Role[];
  readonly qualifies: boolean | undefined;
  readonly price: { readonly minor: bigint; readonly currency: string } | undefined;
  readonly term: 'P1Y' | 'P3Y' | undefined;
  readonly customer: { readonly name?: string; readonly domain?: string } | undefined;
  readonly productName: string | undefined;
  readonly orderId: string | undefined;
  readonly messageRead: boolean | undefined;
}

const name = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== '');

const someFacts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...kinds),
  bought: someDay,
  after: fc.oneof(fc.integer({ min: 58, max: 62 }), fc.nat(60), fc.nat(2_000)),
  roles: someRoles,
  qualifies: maybe(fc.boolean()),
  price: maybe(fc.record({ minor: somePaid, currency: someCurrency })),
  term: maybe(fc.constantFrom('P1Y', 'P3Y')),
  customer: maybe(fc.record({ name, domain: name }, { requiredKeys: [] })),
  productName: maybe(name),
  orderId: maybe(name),
  messageRead: maybe(fc.boolean()),
});

/** Facts of which a credit comes. */
const creditedFacts: fc.Arbitrary<Facts> = someFacts.chain((facts) =>
  fc
    .record({
      kind: fc.constantFrom('perpetual' as const, 'subscription' as const),
      after: fc.nat(60),
      price: fc.record({ minor: somePaid, currency: someCurrency }),
    })
    .map((given) => ({
      ...facts,
      ...given,
      roles: ['admin-agent' as const],
      qualifies: true,
      customer: { name: 'Contoso' },
      productName: 'SQL Server',
      orderId: 'O-1',
      messageRead: true,
    })),
);

const digitsOf = ({ price }: Facts): number => currencyDigits(price?.currency ?? 'USD') ?? 2;
const termOf = ({ kind, price, term }: Facts): 'P1Y' | 'P3Y' | undefined =>
  kind === 'subscription' ? (term ?? (price === undefined ? undefined : 'P3Y')) : undefined;
const canceledOnOf = ({ bought, after }: Facts): string =>
  model.dayText(model.dayNumber(bought) + after);

function inputOf(facts: Facts): SoftwareCancellationInput {
  const { kind, bought, price, customer, roles, qualifies } = facts;
  const { productName, orderId, messageRead } = facts;
  return {
    kind,
    purchasedOn: bought,
    canceledOn: canceledOnOf(facts),
    roles,
    qualifies,
    paid: price && model.amountText(price.minor, digitsOf(facts)),
    currency: price?.currency,
    term: termOf(facts),
    customer,
    productName,
    orderId,
    messageRead,
  } as SoftwareCancellationInput;
}

const decide = (facts: Facts): SoftwareCancellationDecision =>
  decideSoftwareCancellation(inputOf(facts));

const reasonsIn = (answer: SoftwareCancellationDecision): string[] =>
  answer.allowed ? [] : answer.obstacles.map(({ reason }) => reason);

function caseOf(facts: Facts): model.Case {
  return {
    kind: facts.kind,
    bought: facts.bought,
    cancelled: canceledOnOf(facts),
    roles: facts.roles,
    qualifies: facts.qualifies,
    hasCustomer: facts.customer?.name !== undefined || facts.customer?.domain !== undefined,
    hasProduct: facts.productName !== undefined,
    hasOrder: facts.orderId !== undefined,
    hasRead: facts.messageRead === true,
  };
}

describe('decideSoftwareCancellation', () => {
  test.prop([someFacts])('equals the model in every outcome', (facts) => {
    const answer = decide(facts);
    expect(reasonsIn(answer)).toEqual(model.reasonsOf(caseOf(facts)));
    expect(answer.missing).toEqual(model.missingOf(caseOf(facts)));
    expect(answer.lastDay).toBe(model.dayText(model.dayNumber(facts.bought) + 60));
    expect(answer.daysSincePurchase).toBe(facts.after);
    expect(answer.daysLeft).toBe(facts.after > 60 ? 0 : 60 - facts.after);
    expect(answer.assumed).toEqual(
      facts.qualifies === undefined ? ['policy', 'qualifies'] : ['policy'],
    );
  });

  test.prop([creditedFacts])('credits the result of exact fractions', (facts) => {
    const { credit, lines } = decide(facts);
    const { minor = 0n, currency } = facts.price ?? {};
    const term = termOf(facts) ?? null;
    const cancelled = canceledOnOf(facts);
    const exact = model.creditOf(minor, facts.bought, cancelled, term);
    const amount = model.amountText(exact, digitsOf(facts));
    const of = model.amountText(minor, digitsOf(facts));
    const end = term === null ? 0 : model.termEndOf(facts.bought, term);
    const share =
      term === null
        ? {}
        : {
            days: end - model.dayNumber(cancelled),
            termDays: end - model.dayNumber(facts.bought),
          };
    const basis = term === null ? 'full' : 'pro-rated';
    expect(credit).toStrictEqual({ basis, amount, currency, invoice: 'next-monthly', ...share });
    expect(lines).toStrictEqual([{ code: 'credit', amount, clause: 'SOF-2', of, ...share }]);
    expect(exact >= 0n && exact <= minor).toBe(true);
  });

  test.prop([creditedFacts, fc.nat(60)])(
    'never credits more for a later cancellation',
    (facts, other) => {
      const [earlier, later] = [facts.after, other].sort((a, b) => a - b);
      const minorOn = (after = 0): bigint =>
        BigInt((decide({ ...facts, after }).credit?.amount ?? '').replace('.', ''));
      expect(minorOn(later) <= minorOn(earlier)).toBe(true);
    },
  );

  test.prop([creditedFacts])('credits the whole price on the day of the purchase', (facts) => {
    const { credit, request } = decide({ ...facts, after: 0 });
    expect(credit?.amount).toBe(request.paid);
  });

  test.prop([someFacts, fc.constantFrom<Role>(...allRoles)])(
    'takes nothing away for another role',
    (facts, role) => {
      const before = decide(facts);
      const after = decide({ ...facts, roles: [...facts.roles, role] });
      if (before.allowed) expect(after).toEqual({ ...before, request: after.request });
      const stays = reasonsIn(before).filter((reason) => reason !== 'not-granted');
      const isNew = reasonsIn(before).length > stays.length;
      const granted = isAllowed(after.request.roles, 'software.cancel');
      if (isNew && granted && stays.length === 0) {
        expect(reasonsIn(after)).toEqual(before.missing.length > 0 ? ['support-required'] : []);
      } else {
        expect(reasonsIn(after)).toEqual(granted ? stays : reasonsIn(before));
      }
    },
  );

  test.prop([someFacts, fc.nat(100)])('once too late stays too late', (facts, more) => {
    const isLate = reasonsIn(decide(facts)).includes('window-passed');
    if (isLate)
      expect(reasonsIn(decide({ ...facts, after: facts.after + more }))).toContain('window-passed');
  });

  test.prop([someFacts])('is the same when decided again from its own facts', (facts) => {
    const answer = decide(facts);
    expect(decideSoftwareCancellation(answer.request)).toStrictEqual(answer);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });

  test.prop([someFacts])('cites the clause and the interpretation of every obstacle', (facts) => {
    const answer = decide(facts);
    if (answer.allowed) return;
    expect(answer.reason).toBe(answer.obstacles[0].reason);
    for (const { clause, interpretation } of answer.obstacles) {
      expect(answer.because).toContain(clause);
      if (interpretation !== undefined) expect(answer.interpretations).toContain(interpretation);
    }
  });
});

describe('anything at all', () => {
  test.prop([fc.oneof(hostiles, spoilt(subscription))])(
    'is answered, or is an InputError',
    (given) => {
      for (const ask of [decideSoftwareCancellation, decideSoftwareExchange]) {
        let error: unknown;
        try {
          const answer = (ask as (facts: unknown) => unknown)(given.make());
          expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        } catch (thrown) {
          error = thrown;
        }
        if (error !== undefined) expect(isInputError(error)).toBe(true);
      }
    },
  );
});
