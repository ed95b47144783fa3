import { tryPlanReturns } from 'partner-rules/plans';
import { byId, html } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { grouped, inLanguage } from '../kit/text.js';

const columns = [
  field.text('id', ['Name', '이름']),
  field.amount('paid', ['Price paid', '결제한 가격']),
  { ...field.currency, list: undefined },
  field.term,
  field.day('purchasedOn', ['Purchased on', '구매일']),
  field.yesNo('used', ['Used', '사용함']),
  field.count('quantity', ['Units', '수량'], { optional: true }),
];
const three = { currency: 'USD', term: 'P3Y', used: 'true' };
/** Twenty reservations of one customer, bought month by month. */
const twenty = Array.from({ length: 20 }, (_, at) => ({
  ...{
    id: `R-${String(at + 1).padStart(2, '0')}`,
    paid: `${4_000 + 1_250 * ((at * 7) % 20)}.00`,
    currency: 'USD',
  },
  ...{ term: at % 3 === 0 ? 'P3Y' : 'P1Y', used: 'true' },
  purchasedOn: `2025-${String(1 + (at % 12)).padStart(2, '0')}-15`,
}));

export default {
  isExplained: true,
  id: 'plan',
  fields: [
    field.day('asOf', ['First day (UTC)', '시작일(UTC)']),
    field.day('until', ['Last day (UTC)', '마지막 날(UTC)'], { optional: true }),
    field.policy,
    {
      ...{ name: 'candidates', kind: 'rows', of: ['Reservation', '예약'], columns },
      label: ['Reservations to return', '반환할 예약'],
      next: (last, count) => ({ ...last, id: `R-${count + 1}` }),
    },
  ],
  examples: [
    {
      label: ['Three reservations', '예약 세 건'],
      values: {
        ...{ asOf: '2025-07-02', policy: 'partner-center-2020-08' },
        candidates: JSON.stringify([
          { ...three, id: 'VM', paid: '45000.00', purchasedOn: '2024-07-02' },
          { ...three, id: 'SQL', paid: '36000.00', purchasedOn: '2024-07-02' },
          { ...three, id: 'APP', paid: '21272.73', purchasedOn: '2024-07-02' },
        ]),
      },
    },
    {
      label: ['Which of these 20?', '이 20건 중 무엇을?'],
      values: { asOf: '2026-01-20', policy: 'partner-center', candidates: JSON.stringify(twenty) },
    },
  ],
  ask(facts) {
    return {
      parsed: tryPlanReturns(facts),
      call: { from: 'plans', name: 'planReturns', args: [facts] },
    };
  },
  figure: ({ total }) => [total, 'USD'],
  tone: () => 'yes',
  result: ({ total, gain, optimal }) => ({ total, gain, optimal }),
  extra: 'calendar',
  show({ parsed, lang }) {
    byId('calendar').replaceChildren(...(parsed.ok ? [calendar(parsed.value, lang)] : []));
  },
};

const heads = {
  caption: ['Returns in order', '반환 순서'],
  list: [
    ['Day', 'Reservation', 'Units', 'Refund'],
    ['날짜', '예약', '수량', '환불액'],
  ],
  kept: ['Not returned', '반환하지 않음'],
};

function calendar({ returns, kept }, lang) {
  const head = inLanguage(heads.list, lang).map((text) => html('th', { scope: 'col' }, text));
  const rows = returns.map(({ on, candidate, quantityToReturn, quote }) =>
    html(
      'tr',
      {},
      html('th', { scope: 'row' }, on),
      html('td', {}, candidate),
      html('td', { class: 'number' }, String(quantityToReturn)),
      html('td', { class: 'number' }, `${grouped(quote.refund)} ${quote.currency}`),
    ),
  );
  const rest = kept.map(({ id }) => id).join(', ');
  return html(
    'div',
    {
      class: 'scroll',
      tabindex: '0',
      role: 'region',
      'aria-label': inLanguage(heads.caption, lang),
    },
    html(
      'table',
      {},
      html('caption', {}, inLanguage(heads.caption, lang)),
      html('thead', {}, html('tr', {}, ...head)),
      html('tbody', {}, ...rows),
    ),
    rest === '' ? null : html('p', {}, `${inLanguage(heads.kept, lang)}: ${rest}`),
  );
}
