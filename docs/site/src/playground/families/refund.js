import { isInputError, refundCurve, tryQuoteRefund } from 'partner-rules/reservations';
import * as field from '../kit/fields.js';
import { showCurve } from '../refund/curve.js';
import { curveWords } from '../refund/curve-words.js';

const policy = { ...field.policy, isOption: true };
const upfront = {
  ...{ billingPlan: 'Upfront', paid: '12000.00', currency: 'USD', term: 'P1Y', used: 'true' },
  ...{ purchasedOn: '2026-01-01', canceledOn: '2026-07-02', policy: 'partner-center' },
};

export default {
  isExplained: true,
  id: 'refund',
  fields: [
    ...field.payment,
    field.usdRate,
    field.term,
    field.day('purchasedOn', ['Purchased on (UTC)', '구매일(UTC)']),
    field.day('canceledOn', ['Cancelled on (UTC)', '취소일(UTC)']),
    field.yesNo('used', ['Used, even in part', '일부라도 사용함']),
    policy,
    { ...field.product, more: true },
    { ...field.quantity, more: true },
    { ...field.quantityToReturn, more: true },
    field.amount(
      'consumedRefunds',
      [
        'Refunded to this customer in the last 365 days (USD)',
        '지난 365일 동안 이 고객에게 환불된 금액(USD)',
      ],
      {
        ...{ optional: true, more: true },
        hint: ['It uses the yearly limit of 50,000 USD', '연간 한도 50,000 USD에서 차감됩니다'],
      },
    ),
    field.amount(
      'currentPrice',
      ['Today’s price of the same reservation', '같은 예약의 현재 가격'],
      {
        ...{ optional: true, more: true },
        hint: [
          'Azure’s texts credit the lower of it and the price paid',
          'Azure 규정은 결제한 가격과 비교해 낮은 쪽을 기준으로 합니다',
        ],
      },
    ),
  ],
  examples: [
    { label: ['One year, half used', '1년 약정, 절반 사용'], values: upfront },
    {
      label: ['Unused, on day 5 (rules of 2020)', '미사용, 5일째(2020년 규칙)'],
      values: {
        ...upfront,
        used: 'false',
        purchasedOn: '2025-01-01',
        canceledOn: '2025-01-06',
        policy: 'partner-center-2020-08',
      },
    },
    {
      label: ['With the 12 % fee (rules of 2020)', '수수료 12% (2020년 규칙)'],
      values: {
        ...upfront,
        used: 'false',
        purchasedOn: '2025-01-01',
        canceledOn: '2025-01-07',
        policy: 'partner-center-2020-08',
      },
    },
    {
      label: ['Above the limit', '한도 초과'],
      values: { ...upfront, paid: '120000.00', consumedRefunds: '48000.00' },
    },
    {
      label: ['Paid monthly, 2 of 10 units', '월별 결제, 10개 중 2개'],
      values: {
        ...{
          billingPlan: 'Monthly',
          instalment: '1000.00',
          completedTransactions: '7',
          currency: 'USD',
          term: 'P1Y',
          used: 'true',
        },
        ...{
          purchasedOn: '2026-01-01',
          canceledOn: '2026-07-02',
          quantity: '10',
          quantityToReturn: '2',
          policy: 'partner-center',
        },
      },
    },
    {
      label: ['Red Hat plan: refused', 'Red Hat 요금제: 거절'],
      values: { ...upfront, product: 'RedHat' },
    },
  ],
  ask(facts, { policy }) {
    const options = { policy };
    return {
      parsed: tryQuoteRefund(facts, options),
      call: { from: 'reservations', name: 'quoteRefund', args: [facts, options] },
    };
  },
  figure: ({ allowed, refund, currency }) => (allowed ? [refund, currency] : undefined),
  tone: ({ allowed, withheld }) => (!allowed ? 'no' : Number(withheld) > 0 ? 'part' : 'yes'),
  result: ({ allowed, refund, reason, because }) =>
    allowed ? { refund, because } : { reason, because },
  extra: 'curve',
  show({ facts, values, lang }) {
    const words = curveWords[lang];
    showCurve(curveOf(facts, { policy: values.policy }), facts.canceledOn, words);
  },
};

function curveOf({ canceledOn: _, ...facts }, options) {
  try {
    return refundCurve(facts, options);
  } catch (error) {
    if (isInputError(error)) return undefined;
    throw error;
  }
}
