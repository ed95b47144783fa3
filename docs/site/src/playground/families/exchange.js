import { tryQuoteExchange } from 'partner-rules/reservations';
import * as field from '../kit/fields.js';

const policy = { ...field.policy, isOption: true };
const upfront = {
  ...{
    billingPlan: 'Upfront',
    paid: '12000.00',
    currency: 'USD',
    term: 'P1Y',
    newPrice: '9000.00',
  },
  ...{ purchasedOn: '2026-01-01', exchangedOn: '2026-07-02', policy: 'partner-center' },
};

export default {
  isExplained: true,
  id: 'exchange',
  fields: [
    ...field.payment,
    field.term,
    field.day('purchasedOn', ['Purchased on (UTC)', '구매일(UTC)']),
    field.day('exchangedOn', ['Exchanged on (UTC)', '교환일(UTC)']),
    field.amount('newPrice', ['Price of the new reservation', '새 예약의 가격']),
    policy,
    { ...field.product, more: true },
    { ...field.product, name: 'newProduct', label: ['New product', '새 제품'], more: true },
    { ...field.quantity, more: true },
    { ...field.quantityToReturn, more: true },
    field.yesNo(
      'savingsPlanEligible',
      [
        'Covered by savings plans (asked from 2027-02-01)',
        '절약 플랜 적용 대상(2027-02-01부터 필요)',
      ],
      {
        ...{ optional: true, more: true },
      },
    ),
  ],
  examples: [
    { label: ['Half a year left', '반년 남음'], values: upfront },
    {
      label: ['The new one is too cheap', '새 예약이 너무 저렴함'],
      values: { ...upfront, newPrice: '5000.00' },
    },
    {
      label: ['Paid monthly', '월별 결제'],
      values: {
        ...{
          billingPlan: 'Monthly',
          instalment: '1000.00',
          completedTransactions: '7',
          currency: 'USD',
          term: 'P1Y',
        },
        ...{
          purchasedOn: '2026-01-01',
          exchangedOn: '2026-07-02',
          newPrice: '9000.00',
          policy: 'partner-center',
        },
      },
    },
    {
      label: ['From February 2027', '2027년 2월부터'],
      values: {
        ...upfront,
        exchangedOn: '2027-03-01',
        purchasedOn: '2026-09-01',
        product: 'VirtualMachines',
        savingsPlanEligible: 'true',
      },
    },
  ],
  ask(facts, { policy }) {
    const options = { policy };
    return {
      parsed: tryQuoteExchange(facts, options),
      call: { from: 'reservations', name: 'quoteExchange', args: [facts, options] },
    };
  },
  figure: ({ allowed, netPayable, currency }) => (allowed ? [netPayable, currency] : undefined),
  result: ({ allowed, credit, netPayable, reason }) =>
    allowed ? { credit, netPayable } : { reason },
};
