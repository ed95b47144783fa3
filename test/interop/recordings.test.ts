import { describe, expect, it } from 'vitest';
import {
  type Known,
  readExchangeFigures,
  readExchangeResponse,
  readRefundFigures,
  readRefundResponse,
  toExchangeResponse,
  toRefundResponse,
} from '../../src/interop/index.ts';
import {
  quoteExchange,
  quoteRefund,
  type RefundRequestInput,
} from '../../src/reservations/index.ts';
import { changed } from './examples.ts';
import { complaints, factsOf } from './readers.ts';
import { exchanges, onTheWire, type Purchase, prices, refunds } from './recordings.ts';

const policy = { policy: 'azure-service-2023' } as const;

const dayOf = (requestedAt: string): string => requestedAt.slice(0, 10);

/** A purchase whose day is not known was in the window: any day of it does. */
const known = (purchase: Purchase, day: string): object => ({
  term: purchase.term,
  purchasedOn: purchase.benefitStartsOn ?? day,
  quantity: purchase.originalQuantity,
  used: false,
});

const asText = (body: unknown): unknown => body;

const wires = [
  ['text', asText],
  ['numbers', onTheWire],
] as const;

describe('a recorded answer to a cancellation', () => {
  it('is there', () => {
    expect(refunds.map(({ id }) => id)).toEqual([
      'R01',
      'R04',
      'R06',
      'R07',
      'R10',
      'R13',
      'R15',
      'R16',
    ]);
  });

  const cases = refunds.flatMap((one) =>
    wires.map(([amounts, wire]) => [one.id, amounts, one, wire] as const),
  );

  it.each(cases)('%s, amounts as %s, is quoted to the cent', (_, __, recorded, wire) => {
    const response = wire(recorded.response);
    const figures = factsOf(readRefundFigures(response));
    const day = dayOf(recorded.requestedAt);
    const facts = factsOf(
      readRefundResponse(response, {
        ...known(recorded.facts, day),
        canceledOn: day,
        usdRate: figures.currency === 'USD' ? undefined : '1.19',
      }),
    );
    const quote = quoteRefund(facts, policy);
    expect(quote).toMatchObject({
      allowed: true,
      currency: figures.currency,
      paid: figures.paid,
      refund: figures.refund,
      remainingCommitment: figures.remainingCommitment,
      quantityToReturn: figures.quantity,
      billingPlan: figures.billingPlan,
      limit: { consumedBefore: figures.limit.consumedBefore },
    });
    const counted = Number(quote.limit?.consumedAfter) - Number(quote.limit?.consumedBefore);
    expect(counted.toFixed(2)).toBe(figures.pricingRefund);
    if (quote.billingPlan === 'Monthly')
      expect(quote.completedTransactions).toBe(figures.completed);
  });

  it.each(refunds.map((one) => [one.id, one] as const))(
    '%s is what the quote is written as',
    (_, recorded) => {
      const response = onTheWire(recorded.response) as {
        properties: { billingInformation: object; billingRefundAmount: object; quantity: number };
      };
      const day = dayOf(recorded.requestedAt);
      const facts = factsOf(
        readRefundResponse(response, {
          ...known(recorded.facts, day),
          canceledOn: day,
          usdRate: readCurrency(response) === 'USD' ? undefined : '1.19',
        }),
      );
      const { properties } = toRefundResponse(quoteRefund(facts, policy));
      const { billingInformation, billingRefundAmount, quantity } = response.properties;
      expect(properties).toMatchObject({ billingInformation, billingRefundAmount, quantity });
    },
  );
});

const readCurrency = (response: unknown): string => factsOf(readRefundFigures(response)).currency;

describe('a recorded answer to an exchange', () => {
  it('is there', () => {
    expect(exchanges.map(({ id }) => id)).toEqual(['E02', 'E06', 'E08']);
  });

  const cases = exchanges.flatMap((one) =>
    wires.map(([amounts, wire]) => [one.id, amounts, one, wire] as const),
  );

  it.each(cases)('%s, amounts as %s, is quoted to the cent', (_, __, recorded, wire) => {
    const response = wire(recorded.response);
    const figures = factsOf(readExchangeFigures(response));
    const exchangedOn = dayOf(recorded.requestedAt);
    const each = recorded.facts.map((one) => ({
      ...known(one, exchangedOn),
      completedTransactions: one.completedTransactions,
    }));
    const facts = factsOf(
      readExchangeResponse(
        response,
        each.length === 1
          ? { ...each[0], exchangedOn }
          : { exchangedOn, reservationsToExchange: each },
      ),
    );
    const quote = quoteExchange(facts, policy);
    expect(quote).toMatchObject({
      allowed: true,
      currency: figures.currency,
      refundsTotal: figures.credit,
      purchasesTotal: figures.newPrice,
      netPayable: figures.netPayable,
      returned: figures.returned.map(({ paid, credit, remainingCommitment, quantity }) => ({
        paid,
        credit,
        remainingCommitment,
        quantityToReturn: quantity,
      })),
    });
    const { properties } = onTheWire(recorded.response) as {
      properties: {
        netPayable: object;
        refundsTotal: object;
        purchasesTotal: object;
        reservationsToExchange: object[];
      };
    };
    const written = toExchangeResponse(quote).properties;
    const { netPayable, refundsTotal, purchasesTotal, reservationsToExchange } = properties;
    expect(written).toMatchObject({ netPayable, refundsTotal, purchasesTotal });
    expect(written.reservationsToExchange).toEqual(
      reservationsToExchange.map((one) => changed(one, { reservationId: undefined })),
    );
  });

  it('states neither the count of payments nor the term', () => {
    const [recorded] = exchanges;
    expect(complaints(readExchangeResponse(recorded?.response))).toEqual([
      'known.completedTransactions missing-field',
      'known.term missing-field',
      'known.purchasedOn missing-field',
      'known.exchangedOn missing-field',
    ]);
  });
});

describe('a recorded price', () => {
  it('is there', () => {
    expect(prices.map(({ id }) => id)).toEqual(['P01', 'P02', 'P03', 'P04']);
  });

  const item = { paid: '0.01', term: 'P1Y', purchasedOn: '2019-11-01' } as const;

  it.each(prices.map((one) => [one.id, one] as const))(
    '%s is the lifetime total of a purchase',
    (_, { request, response }) => {
      const { currency, billingCurrencyTotal, paymentSchedule } = response;
      const quote = quoteExchange(
        {
          exchangedOn: '2020-01-01',
          reservationsToExchange: [{ ...item, currency, used: true }],
          reservationsToPurchase: [
            paymentSchedule === null
              ? { price: billingCurrencyTotal }
              : { instalment: paymentSchedule.instalment, term: request.term },
          ],
        },
        policy,
      );
      expect(Number(quote.purchasesTotal)).toBe(Number(billingCurrencyTotal));
    },
  );

  it.each(
    prices.flatMap(({ id, response: { currency, paymentSchedule } }) =>
      paymentSchedule === null ? [] : [[id, currency, paymentSchedule] as const],
    ),
  )('%s is due first on the day of purchase, then every month on that day', (_, currency, plan) => {
    const { firstDueDate, count, instalment } = plan;
    const [year, month, day] = firstDueDate.split('-').map(Number) as [number, number, number];
    const dueDate = (k: number): string =>
      new Date(Date.UTC(year, month - 1 + k, day)).toISOString().slice(0, 10);
    const facts = {
      billingPlan: 'Monthly',
      currency,
      usdRate: currency === 'USD' ? undefined : '1.19',
      term: 'P1Y',
      used: true,
      purchasedOn: firstDueDate,
    } as const;
    for (const made of [1, 2, 7, 12]) {
      const canceledOn = dueDate(made - 1);
      const listed = quoteRefund(
        {
          ...facts,
          canceledOn,
          paymentSchedule: Array.from({ length: count }, (__, k) => ({
            dueDate: dueDate(k),
            billingCurrencyTotal: instalment,
            status: k < made ? ('Succeeded' as const) : ('Scheduled' as const),
          })),
        },
        policy,
      );
      const equal = quoteRefund({ ...facts, canceledOn, instalment }, policy);
      expect(equal).toMatchObject({ completedTransactions: made, refund: instalment });
      expect(listed.refund).toBe(equal.refund);
      expect(listed.period).toEqual(equal.period);
      expect(listed.remainingCommitment).toBe(equal.remainingCommitment);
    }
  });
});

type KnownFacts = Known<RefundRequestInput>;

describe('an answer like the recorded ones', () => {
  const used = true;
  const answers = [
    {
      what: '3 of 10 units from the 31st, without decimals',
      currency: 'JPY',
      counts: ['Monthly', 2, 36, 3],
      amounts: [24_680, 22_769, 125_868, 1911], // 3 × 1,234 × 16 ÷ 31
      known: { term: 'P3Y', purchasedOn: '2023-01-31', canceledOn: '2023-03-15', quantity: 10 },
    },
    {
      what: '1 of 2 units, all paid',
      currency: 'EUR',
      counts: ['Monthly', 12, 12, 1],
      amounts: [300, 299.6, 0, 0.4], // 12.50 ÷ 31
      known: {
        ...{ term: 'P1Y', purchasedOn: '2023-01-15', canceledOn: '2024-01-14' },
        ...{ quantity: 2, instalment: '25.00' },
      },
    },
    {
      what: '2 of 5 units paid up front',
      currency: 'GBP',
      counts: ['Upfront', 1, 1, 2],
      amounts: [1000, 688.69, 0, 311.31], // 1,000 × 2 × 853 ÷ (5 × 1,096)
      known: { term: 'P3Y', purchasedOn: '2022-07-01', canceledOn: '2023-03-01', quantity: 5 },
    },
    {
      what: 'a unit on the first day, with three decimals',
      currency: 'KWD',
      counts: ['Monthly', 1, 60, 1],
      amounts: [5.125, 0, 302.375, 5.125],
      known: {
        ...{ term: 'P5Y', purchasedOn: '2023-01-15', canceledOn: '2023-01-15' },
        ...{ quantity: 1, used: false },
      },
    },
    {
      what: '2 units of an order of which 1 was returned before, its payments included',
      currency: 'USD',
      counts: ['Monthly', 3, 12, 2],
      amounts: [70, 56.45, 180, 13.55], // 20.00 × 21 ÷ 31
      known: { term: 'P1Y', purchasedOn: '2023-01-15', canceledOn: '2023-03-25' },
    },
  ] as const;

  it.each(answers.map((one) => [one.what, one] as const))('%s, is quoted to the cent', (_, one) => {
    const { currency, known: facts } = one;
    const [billingPlan, completedTransactions, totalTransactions, quantity] = one.counts;
    const [paid, kept, open, refund] = one.amounts.map((amount) => ({
      amount,
      currencyCode: currency,
    }));
    const response = {
      properties: {
        quantity,
        billingRefundAmount: refund,
        billingInformation: {
          ...{ billingPlan, completedTransactions, totalTransactions },
          billingCurrencyTotalPaidAmount: paid,
          billingCurrencyProratedAmount: kept,
          billingCurrencyRemainingCommitmentAmount: open,
        },
      },
    };
    const figures = factsOf(readRefundFigures(response));
    const usdRate = currency === 'USD' ? undefined : '1.5';
    const read = factsOf(readRefundResponse(response, { used, usdRate, ...facts } as KnownFacts));
    const quote = quoteRefund(read, policy);
    expect(quote).toMatchObject({
      refund: figures.refund,
      remainingCommitment: figures.remainingCommitment,
      quantityToReturn: quantity,
      // Without the units of the order nothing is said of what stays.
      ...('quantity' in facts ? { paid: figures.paid } : {}),
    });
    expect(Number(figures.refund)).toBe(refund?.amount);
  });

  it('is an issue if its units and payments do not make what was paid', () => {
    const [recorded] = refunds;
    const day = dayOf(recorded?.requestedAt ?? '');
    const parsed = readRefundResponse(recorded?.response, {
      ...known(recorded?.facts as Purchase, day),
      canceledOn: day,
      quantity: 3,
    });
    expect(complaints(parsed)).toEqual(['known.quantity contradiction']);
  });
});
