import fc from 'fast-check';
import {
  type AmountInput,
  type ExchangeRequestInput,
  type LimitWindow,
  type Product,
  parseRefundPolicy,
  products,
  type RefundPolicy,
  type Term,
} from '../../src/reservations/index.ts';
import { refundDocuments } from '../../src/reservations/policy/citations.ts';
import {
  add,
  addMonthsClamped,
  type ModelExchangeRequest,
  type ModelPolicy,
  type ModelRequest,
  modelRefund,
  parseDecimal,
  roundHalfEven,
  subtract,
} from '../model/refund.model.ts';
import type { UpfrontRequest } from './request.ts';

// What random cases are made of. Chance alone makes hardly any exact half cent, last day of a window
// or refund that fits the limit to the cent, so each of these is made on purpose here.

// --- Days and amounts ----------------------------------------------------------------------------

const MS_PER_DAY = 86_400_000;

/** '1970-01-02' is 1. */
export function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / MS_PER_DAY;
}

export function dayText(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(text: string, days: number): string {
  return dayText(dayOf(text) + days);
}

function addYears(text: string, years: number): string {
  return addMonthsClamped(text, years * 12);
}

const LAST_DAY = dayOf('9999-12-31');

/** The currencies of the tests, with the decimals that ISO 4217 gives them. */
const decimals = { USD: 2, EUR: 2, GBP: 2, JPY: 0, KRW: 0, KWD: 3, CLF: 4 } as const;

type TestCurrency = keyof typeof decimals;

export function decimalsOf(currency: string): number {
  return decimals[currency as TestCurrency];
}

/** 1234 minor units of two decimals are '12.34'. */
export function amountText(minor: bigint, digits: number): string {
  const figures = minor.toString().padStart(digits + 1, '0');
  const point = figures.length - digits;
  return digits === 0 ? figures : `${figures.slice(0, point)}.${figures.slice(point)}`;
}

export function minorOf(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** Days of all years that there are, the hard ones often. */
const days: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: dayOf('2015-01-01'), max: dayOf('2035-12-31') }) },
  // Years over a 29 February have an even number of days, of which a half can remain.
  { weight: 3, arbitrary: fc.integer({ min: dayOf('2023-03-01'), max: dayOf('2024-03-01') }) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(
        ...['2023-02-28', '2023-03-01', '2023-12-31', '2024-01-01', '2024-01-31', '2024-02-28'],
        ...['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-30', '2024-12-31', '2025-01-01'],
        ...['2025-02-28', '2025-10-31', '2020-02-29', '2027-02-28', '2028-02-29', '2000-02-29'],
      )
      .map(dayOf),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(
        ...['0001-01-01', '0004-02-29', '0099-12-31', '0100-02-28', '1582-10-10', '1899-12-31'],
        ...['1900-02-28', '1969-12-31', '1970-01-01', '2096-02-29', '2099-12-31', '9989-02-28'],
        ...['9994-12-31', '9996-02-29', '9998-12-31', '9999-12-31'],
      )
      .map(dayOf),
  },
);

const terms: fc.Arbitrary<Term> = fc.constantFrom('P1Y', 'P3Y', 'P5Y');

const yearsOf = { P1Y: 1, P3Y: 3, P5Y: 5 } as const;

export function termEnd(purchasedOn: string, term: Term): string {
  return addYears(purchasedOn, yearsOf[term]);
}

/** Where in the term something is given back. */
type Moment = readonly ['purchase' | 'window' | 'middle' | 'end' | 'permille', number];

const moments: fc.Arbitrary<Moment> = fc.oneof(
  fc.tuple(fc.constant('purchase' as const), fc.integer({ min: 0, max: 7 })),
  fc.tuple(fc.constant('window' as const), fc.integer({ min: -1, max: 1 })),
  fc.tuple(fc.constant('middle' as const), fc.constantFrom(0, 0, 0, -1, 1)),
  fc.tuple(fc.constant('end' as const), fc.constantFrom(-3, -2, -1, -1, 0, 1)),
  fc.tuple(fc.constant('permille' as const), fc.integer({ min: 0, max: 999 })),
);

/** Days since the purchase. */
function sinceOf([from, by]: Moment, termDays: number, windowDays: number | null): number {
  const anchors = {
    purchase: 0,
    window: windowDays ?? 5,
    middle: Math.floor(termDays / 2),
    end: termDays,
    permille: Math.floor((termDays * by) / 1000),
  };
  return Math.max(0, from === 'permille' ? anchors.permille : anchors[from] + by);
}

/** A price in minor units, or one whose pro-rated part ends on an exact half. */
type Price = readonly ['minor' | 'tie' | 'huge', bigint];

const prices: fc.Arbitrary<Price> = fc.oneof(
  fc.tuple(fc.constant('minor' as const), fc.bigInt(0n, 300n)),
  fc.tuple(fc.constant('minor' as const), fc.bigInt(0n, 20_000_000n)),
  fc.tuple(fc.constant('minor' as const), fc.bigInt(4_999_000n, 5_001_000n)),
  fc.tuple(fc.constant('minor' as const), fc.constantFrom(1_200_000n, 12_000_000n, 5_000_000n)),
  fc.tuple(fc.constant('tie' as const), fc.bigInt(0n, 100_000n)),
  // Fifteen whole digits: more than a floating-point number can hold with its decimals.
  fc.tuple(fc.constant('huge' as const), fc.bigInt(0n, 999_999_999_999_999n)),
);

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function priceText([kind, n]: Price, remaining: number, termDays: number, digits: number): string {
  if (kind === 'minor') return amountText(n, digits);
  if (kind === 'huge') {
    const minor = digits === 0 ? n : n * 10n ** BigInt(digits) + (n % 10n);
    return amountText(minor, digits);
  }
  // price × r ÷ t is a half where t is even, r odd, and the price an odd multiple of t ÷ 2.
  const t = termDays / greatestCommonDivisor(termDays, remaining);
  const odd = 2n * n + 1n;
  return amountText(t % 2 === 0 ? BigInt(t / 2) * odd : odd, digits);
}

// --- Policies ------------------------------------------------------------------------------------

const feeRates: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('0.5', '0.25', '0.125', '0.05'), // what makes half cents
  fc.constantFrom('0', '0.12', '0.12', '1'),
  fc.constantFrom('0.333333333333', '0.000000000001', '0.999999999999'),
  fc.integer({ min: 1, max: 999 }).map((permille) => String(permille / 1000)),
);

const limits: fc.Arbitrary<string | null> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('50000.00') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(null, '0.00', '0.01', '1800.00', '999999999999999.99'),
  },
  { weight: 2, arbitrary: fc.bigInt(0n, 10_000_000n).map((cents) => amountText(cents, 2)) },
);

const windows: fc.Arbitrary<LimitWindow> = fc.constantFrom(
  ...(['365-days', '365-days', 'calendar-year', 'none'] as const),
);

const someOfThese: fc.Arbitrary<Product[]> = fc.subarray<Product>([
  ...(['RedHat', 'SuseLinux', 'Databricks', 'VirtualMachines'] as const),
]);

/** A policy in full, with every choice that is not a contradiction. */
export const policyInputs: fc.Arbitrary<RefundPolicy & { readonly feeRate: string }> = fc
  .record({
    id: fc.constantFrom('ours', 'ours 2', '정책-2025', '__proto__', 'constructor', 'a\nb'),
    document: fc.constantFrom(...refundDocuments),
    windowDays: fc.oneof(
      fc.constantFrom(null, 0, 5, 5, 366),
      fc.option(fc.integer({ min: 0, max: 366 })),
    ),
    undefinedAfter: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 3 })),
    fullCreditWhenUnused: fc.boolean(),
    feeRate: feeRates,
    limitUsd: limits,
    limitWindow: windows,
    counting: fc.constantFrom(
      { limitCounts: 'refund', overLimit: 'clip' } as const,
      { limitCounts: 'refund', overLimit: 'clip' } as const,
      { limitCounts: 'refund', overLimit: 'refuse' } as const,
      { limitCounts: 'canceled-commitment', overLimit: 'refuse' } as const,
    ),
    rounding: fc.constantFrom(...(['half-even', 'half-even', 'half-up', 'down'] as const)),
    exchangeMinimum: fc.constantFrom('credit' as const, 'none' as const),
    priceBasis: fc.constantFrom('paid' as const, 'lower' as const),
    nonReturnable: someOfThese,
    nonExchangeable: someOfThese,
    payee: fc.constantFrom('partner' as const, 'customer' as const),
  })
  .map(({ counting, ...rest }) => ({
    id: rest.id,
    document: rest.document,
    windowDays: rest.windowDays,
    dayWithoutRow:
      rest.undefinedAfter === null || rest.windowDays === 366
        ? null
        : Math.min(366, (rest.windowDays ?? -1) + rest.undefinedAfter),
    fullCreditWhenUnused: rest.fullCreditWhenUnused,
    feeRate: rest.feeRate,
    limitUsd: rest.limitUsd,
    limitWindow: rest.limitWindow,
    limitCounts: counting.limitCounts,
    overLimit: counting.overLimit,
    rounding: rest.rounding,
    exchangeMinimum: rest.exchangeMinimum,
    priceBasis: rest.priceBasis,
    exchangeWindow: 'pro-rated',
    nonReturnable: rest.nonReturnable,
    nonExchangeable: rest.nonExchangeable,
    exchangeEnd: null,
    payee: rest.payee,
  }));

/** A policy as its user makes it; throws where it is malformed. */
export function policyFrom(input: unknown): RefundPolicy {
  const parsed = parseRefundPolicy(input);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('; '));
  return parsed.value;
}

/** The default policy, but for what is given. */
export function policyWith(given: Partial<RefundPolicy>): RefundPolicy {
  return policyFrom({ basedOn: 'partner-center-2020-08', id: 'ours', ...given });
}

const anyPolicies: fc.Arbitrary<RefundPolicy> = policyInputs.map(policyFrom);

/** The default policy a third of the time, any other of any make for the rest. */
const policies: fc.Arbitrary<RefundPolicy> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(policyFrom('partner-center-2020-08')) },
  { weight: 2, arbitrary: anyPolicies },
);

export function modelPolicyOf(policy: RefundPolicy): ModelPolicy {
  if (policy.feeRate === null) throw new Error('The model needs a fee.');
  return { ...policy, feeRate: policy.feeRate };
}

/** The rules of exchanges, whose list of barred products is another. */
export function exchangePolicyOf(policy: RefundPolicy): ModelPolicy {
  return { ...policy, feeRate: policy.feeRate ?? '0', nonReturnable: policy.nonExchangeable };
}

// --- Requests ------------------------------------------------------------------------------------

const rates: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom('1.1', '0.5', '1.5', '1.01', '0.125', '0.0067', '3.25', '1', '123456.789'),
    fc.constantFrom('0.333333333333', '1.000000000001', '0.00001', '999999.999999999999'),
    fc.integer({ min: 1, max: 5_000_000 }).map((n) => String(n / 1_000_000)),
  )
  .filter((rate) => !rate.includes('e'));

const currencies: fc.Arbitrary<{ readonly currency: TestCurrency; readonly usdRate?: string }> =
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        { currency: 'USD' as const },
        {
          currency: 'USD' as const,
          usdRate: '1',
        },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        currency: fc.constantFrom<TestCurrency>('EUR', 'GBP', 'JPY', 'KRW', 'KWD', 'CLF'),
        usdRate: rates,
      }),
    },
  );

const someProducts: fc.Arbitrary<Product | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(undefined, 'VirtualMachines' as const) },
  { weight: 1, arbitrary: fc.constantFrom('RedHat' as const, 'SuseLinux' as const) },
  { weight: 1, arbitrary: fc.constantFrom(...products) },
);

const names: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('CR-1', '__proto__', 'constructor', 'toString', ' ', 'a b', '\n', '계약-7', '🧾'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
);

/** What of the limit is consumed before: unsaid, some cents, or so much that this one just fits. */
type Consumed = readonly ['unsaid' | 'cents' | 'fit' | 'left', bigint];

const consumptions: fc.Arbitrary<Consumed> = fc.oneof(
  fc.constant(['unsaid', 0n] as const),
  fc.tuple(fc.constant('cents' as const), fc.bigInt(0n, 6_000_000n)),
  fc.tuple(fc.constant('fit' as const), fc.constantFrom(-1n, 0n, 0n, 1n)),
  fc.tuple(fc.constant('left' as const), fc.bigInt(-1n, 200n)),
);

export interface RefundCase {
  /** In canonical form. */
  readonly request: UpfrontRequest;
  readonly policy: RefundPolicy;
  readonly model: ModelRequest;
}

export function modelRequestOf(request: UpfrontRequest): ModelRequest {
  return {
    paid: request.paid,
    currency: request.currency,
    digits: decimalsOf(request.currency),
    usdRate: request.usdRate ?? '1',
    term: request.term,
    purchasedOn: request.purchasedOn,
    canceledOn: request.canceledOn,
    used: request.used,
    product: request.product,
  };
}

interface RawReturn {
  readonly policy: RefundPolicy;
  readonly money: { readonly currency: TestCurrency; readonly usdRate?: string };
  readonly term: Term;
  readonly purchasedOn: number;
  readonly moment: Moment;
  readonly price: Price;
}

function placed({ policy, money, term, purchasedOn, moment, price }: RawReturn): {
  readonly paid: string;
  readonly purchasedOn: string;
  readonly returnedOn: string;
} {
  const purchase = dayText(purchasedOn);
  const [endYear = '', ...end] = termEnd(purchase, term).split('-');
  // Terms may end in the year 10000, which Date writes in another way.
  const termDays =
    dayOf(`${endYear.length > 4 ? '+0' : ''}${[endYear, ...end].join('-')}`) - purchasedOn;
  const since = Math.min(sinceOf(moment, termDays, policy.windowDays), LAST_DAY - purchasedOn);
  return {
    paid: priceText(price, Math.max(0, termDays - since), termDays, decimals[money.currency]),
    purchasedOn: purchase,
    returnedOn: dayText(purchasedOn + since),
  };
}

const rawReturns = {
  policy: policies,
  money: currencies,
  term: terms,
  purchasedOn: days,
  moment: moments,
  price: prices,
};

/** A cancellation and the policy that it is quoted under. */
export const refundCases: fc.Arbitrary<RefundCase> = fc
  .record({
    ...rawReturns,
    used: fc.boolean(),
    product: someProducts,
    billingPlan: fc.constantFrom(undefined, 'Upfront' as const),
    id: fc.option(names, { nil: undefined }),
    consumed: consumptions,
  })
  .map((raw) => {
    const { policy, money } = raw;
    const { paid, purchasedOn, returnedOn: canceledOn } = placed(raw);
    const bare: UpfrontRequest = {
      paid,
      currency: money.currency,
      term: raw.term,
      purchasedOn,
      canceledOn,
      used: raw.used,
    };
    const model = modelRequestOf({ ...bare, ...money, product: raw.product });
    const consumed = consumedText(raw.consumed, model, policy);
    const request: UpfrontRequest = {
      ...bare,
      ...(consumed === undefined ? {} : { consumedRefunds: consumed }),
      ...(money.usdRate === undefined ? {} : { usdRate: money.usdRate }),
      ...(raw.product === undefined ? {} : { product: raw.product }),
      ...(raw.billingPlan === undefined ? {} : { billingPlan: raw.billingPlan }),
      ...(raw.id === undefined ? {} : { id: raw.id }),
    };
    return { request, policy, model };
  });

function consumedText(
  [kind, cents]: Consumed,
  model: ModelRequest,
  policy: RefundPolicy,
): string | undefined {
  if (kind === 'unsaid') return undefined;
  if (kind === 'cents' || policy.limitUsd === null) return amountText(cents < 0n ? 0n : cents, 2);
  let claim = parseDecimal('0');
  if (kind === 'fit') {
    const unlimited = { ...modelPolicyOf(policy), limitUsd: null };
    const answer = modelRefund(model, unlimited, '0.00');
    if (answer.outcome === 'paid') claim = parseDecimal(answer.countedUsd);
  }
  const left = add(claim, { numerator: cents, denominator: 100n });
  const consumed = roundHalfEven(subtract(parseDecimal(policy.limitUsd), left), 2);
  const isAmount = !consumed.startsWith('-') && consumed.length <= 18;
  return isAmount ? consumed : '0.00';
}

export interface ExchangeCase {
  /** In canonical form. */
  readonly request: Extract<ExchangeRequestInput, { readonly paid: AmountInput }> & {
    readonly paid: string;
    readonly newPrice: string;
  };
  readonly policy: RefundPolicy;
  readonly model: ModelExchangeRequest;
}

/** The new price: some minor units, or so much above or below the credit. */
type NewPrice = readonly ['minor' | 'credit', bigint];

/** An exchange and the policy that it is quoted under. */
export const exchangeCases: fc.Arbitrary<ExchangeCase> = fc
  .record({
    ...rawReturns,
    product: someProducts,
    newPrice: fc.oneof(
      fc.tuple(fc.constant('minor' as const), fc.bigInt(0n, 20_000_000n)),
      fc.tuple(fc.constant('credit' as const), fc.bigInt(-1n, 1n)),
    ),
    newCurrency: fc.boolean(),
  })
  .map((raw) => {
    const { policy, money, term } = raw;
    const digits = decimals[money.currency];
    const { paid, purchasedOn, returnedOn: exchangedOn } = placed(raw);
    const shared = { paid, term, purchasedOn, product: raw.product };
    const newPrice = newPriceText(raw.newPrice, digits, { ...shared, canceledOn: exchangedOn });
    const model = { ...shared, exchangedOn, digits, newPrice };
    const request = {
      paid,
      currency: money.currency,
      term,
      purchasedOn,
      exchangedOn,
      newPrice,
      ...(raw.newCurrency ? { newCurrency: money.currency } : {}),
      ...(raw.product === undefined ? {} : { product: raw.product }),
    };
    return { request, policy, model };
  });

function newPriceText(
  [kind, by]: NewPrice,
  digits: number,
  given: Pick<ModelRequest, 'paid' | 'term' | 'purchasedOn' | 'canceledOn'>,
): string {
  if (kind === 'minor') return amountText(by, digits);
  const model = { ...given, currency: 'USD', digits, usdRate: '1', used: true };
  const proRated: ModelPolicy = {
    windowDays: null,
    dayWithoutRow: null,
    rounding: 'half-even',
    fullCreditWhenUnused: false,
    feeRate: '0',
    limitUsd: null,
    limitWindow: '365-days',
    limitCounts: 'refund',
    overLimit: 'clip',
    exchangeMinimum: 'none',
    nonReturnable: [],
  };
  const answer = modelRefund(model, proRated, '0.00');
  const credit = answer.outcome === 'paid' ? minorOf(answer.credit) : 0n;
  const most = 10n ** BigInt(15 + digits) - 1n;
  const price = credit + by;
  return amountText(price < 0n ? 0n : price > most ? most : price, digits);
}

// --- Batches -------------------------------------------------------------------------------------

export type BatchRecord = UpfrontRequest & { readonly customerId: string };

export interface Batch {
  readonly policy: RefundPolicy;
  /** Some are malformed, late, repeated or in conflict with an earlier one. */
  readonly records: readonly (
    | BatchRecord
    | { readonly customerId: string; readonly paid: string }
  )[];
}

const gaps: fc.Arbitrary<number> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(0, 0, 0, 1, 2, 7) },
  { weight: 3, arbitrary: fc.constantFrom(30, 90, 182, 183, 363, 364, 365, 366, 367, 800) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) },
);

const steps = fc.record({
  gap: gaps,
  kind: fc.constantFrom('new', 'new', 'new', 'new', 'late', 'late', 'again', 'twist', 'broken'),
  customer: fc.constantFrom('contoso', 'contoso', 'fabrikam', '__proto__', '고객 3'),
  /** Which earlier record is meant, or how late it is. */
  back: fc.integer({ min: 1, max: 6 }),
  /** Late by days, or by more than any window is long. */
  late: fc.constantFrom(1, 1, 1, 150),
  /** An id of its own, or one that some others have too. */
  named: fc.constantFrom('no', 'own', 'own', 'shared'),
  since: fc.constantFrom(0, 3, 5, 6, 30, 183, 364, 365, 366),
  term: fc.constantFrom<Term>('P1Y', 'P3Y', 'P3Y', 'P5Y'),
  money: currencies,
  cents: fc.oneof(
    fc.bigInt(0n, 8_000_000n),
    fc.bigInt(1_500_000n, 2_500_000n),
    fc.constantFrom(5_000_000n, 2_500_000n, 1n, 0n),
  ),
  used: fc.boolean(),
  product: someProducts,
});

type BatchStep = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const startDays: fc.Arbitrary<string> = fc.constantFrom(
  ...['2023-12-30', '2024-02-27', '2024-12-29', '2025-01-01', '2025-06-30', '1999-12-31'],
);

/**
 * Records of several customers, mostly in order of their days, over gaps that put the edges of both
 * limit windows to the test.
 */
export const batches: fc.Arbitrary<Batch> = fc
  .record({
    policy: fc.oneof(
      { weight: 1, arbitrary: fc.constant(policyFrom('partner-center-2020-08')) },
      {
        weight: 2,
        arbitrary: policyInputs.map((input) =>
          policyFrom({ ...input, limitUsd: input.limitUsd === null ? null : '50000.00' }),
        ),
      },
    ),
    start: startDays,
    steps: fc.array(steps, { maxLength: 16 }),
  })
  .map(({ policy, start, steps: list }) => {
    let day = dayOf(start);
    const records: Batch['records'][number][] = [];
    list.forEach((step, position) => {
      day += step.gap;
      records.push(recordOf(step, position, day, records));
    });
    return { policy, records };
  });

function recordOf(
  step: BatchStep,
  position: number,
  day: number,
  earlier: readonly Batch['records'][number][],
): Batch['records'][number] {
  const before = earlier[position - step.back];
  const isCopy = step.kind === 'again' || step.kind === 'twist';
  if (isCopy && before !== undefined && 'term' in before) {
    return step.kind === 'again'
      ? { ...before, meta: { position } }
      : { ...before, paid: amountText(minorOf(before.paid) + 1n, decimalsOf(before.currency)) };
  }
  if (step.kind === 'broken') return { customerId: step.customer, paid: '1e3' };
  const canceledOn = step.kind === 'late' ? day - step.back * step.late : day;
  return {
    paid: amountText(step.cents, decimals[step.money.currency]),
    currency: step.money.currency,
    term: step.term,
    purchasedOn: dayText(canceledOn - step.since),
    canceledOn: dayText(canceledOn),
    used: step.used,
    ...(step.money.usdRate === undefined ? {} : { usdRate: step.money.usdRate }),
    ...(step.product === undefined ? {} : { product: step.product }),
    ...(step.named === 'no' ? {} : { id: step.named === 'own' ? `CR-${position}` : 'CR' }),
    customerId: step.customer,
  };
}
