import { isInputError, limitOn } from 'partner-rules/reservations';
import * as field from '../kit/fields.js';
import { grouped, inLanguage } from '../kit/text.js';

const policy = { ...field.policy, isOption: true };
const rows = (...list) => JSON.stringify(list.map(([on, usd]) => ({ on, usd })));

export default {
  id: 'limit',
  fields: [
    field.day('asOf', ['On (UTC)', '기준일(UTC)'], { isOption: true }),
    policy,
    {
      ...{ name: 'days', kind: 'rows', of: ['Refund', '환불'] },
      label: ['Refunds so far, the oldest first', '지금까지의 환불(오래된 것부터)'],
      columns: [
        field.day('on', ['Day (UTC)', '날짜(UTC)']),
        field.amount('usd', ['Refund (USD)', '환불액(USD)']),
        field.amount(
          'canceledUsd',
          ['Before the fee, if more (USD)', '수수료 전 금액(USD, 더 큰 경우)'],
          { optional: true },
        ),
      ],
    },
  ],
  examples: [
    {
      label: ['Two refunds', '환불 두 건'],
      values: {
        asOf: '2026-07-02',
        policy: 'partner-center',
        days: rows(['2025-08-15', '26400.00'], ['2026-03-01', '21120.00']),
      },
    },
    {
      label: ['Nothing refunded', '환불 없음'],
      values: { asOf: '2026-07-02', policy: 'partner-center' },
    },
    {
      label: ['All used', '모두 사용'],
      values: {
        asOf: '2026-07-02',
        policy: 'partner-center',
        days: rows(['2026-01-15', '50000.00']),
      },
    },
  ],
  ask(facts, { policy, asOf }) {
    const days = facts.days ?? [];
    const ledger = { customerId: 'customer', lastDay: days.at(-1)?.on ?? null, days, ids: [] };
    const args = [ledger, asOf, { policy }];
    return {
      parsed: attempt(() => limitOn(...args)),
      call: { from: 'reservations', name: 'limitOn', args },
    };
  },
  tone: ({ available }) => (available === '0.00' ? 'no' : 'yes'),
  figure: ({ available }, lang) =>
    available === null ? inLanguage(['No limit', '한도 없음'], lang) : [available, 'USD'],
  result: (limit) => limit,
  sentence({ max, consumed, available, givenBack }, lang) {
    if (max === null)
      return [inLanguage(['These rules have no limit.', '이 규칙에는 한도가 없습니다.'], lang)];
    const [left, used, most] = [available, consumed, max].map(grouped);
    return inLanguage(
      [
        [
          `${left} of ${most} USD are left on that day; ${used} USD are used.`,
          ...(givenBack.length === 0 ? [] : ['Given back']),
          ...givenBack.map(({ on, usd }) => `  On ${on}: ${grouped(usd)} USD`),
        ],
        [
          `그날 ${most} USD 중 ${left} USD가 남아 있으며 ${used} USD를 사용했습니다.`,
          ...(givenBack.length === 0 ? [] : ['되돌아오는 한도']),
          ...givenBack.map(({ on, usd }) => `  ${on}: ${grouped(usd)} USD`),
        ],
      ],
      lang,
    );
  },
};

function attempt(rule) {
  try {
    return { ok: true, value: rule() };
  } catch (error) {
    if (!isInputError(error)) throw error;
    return { ok: false, issues: error.issues };
  }
}
