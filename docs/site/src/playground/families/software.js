import { decideSoftwareCancellation, isInputError, softwarePolicies } from 'partner-rules/software';
import * as field from '../kit/fields.js';
import { softwareKindNames } from '../kit/names.js';
import { roles } from '../kit/role-fields.js';

const subscription = {
  ...{
    kind: 'subscription',
    term: 'P1Y',
    paid: '1200.00',
    currency: 'USD',
    qualifies: 'true',
    roles: 'admin-agent',
  },
  ...{ purchasedOn: '2025-03-01', canceledOn: '2025-04-30', 'customer.domain': 'contoso.com' },
  ...{ productName: 'SQL Server', orderId: 'O-1', messageRead: 'true' },
};

export default {
  isExplained: true,
  id: 'software',
  fields: [
    field.choice('kind', ['Software', '소프트웨어'], Object.entries(softwareKindNames)),
    field.choice('term', ['Term', '약정 기간'], field.terms.slice(0, 2), {
      when: { kind: 'subscription' },
      optional: true,
    }),
    field.amount('paid', ['Price paid', '결제한 가격'], { optional: true }),
    { ...field.currency, optional: true },
    field.day('purchasedOn', ['Purchased on (UTC)', '구매일(UTC)']),
    field.day('canceledOn', ['Cancelled on (UTC)', '취소일(UTC)']),
    roles,
    field.yesNo('qualifies', ['Has a cancellation window', '취소 기간이 있는 제품'], {
      optional: true,
    }),
    field.text('customer.domain', ['Customer’s domain', '고객의 도메인'], {
      optional: true,
      more: true,
    }),
    field.text('productName', ['Product name', '제품 이름'], { optional: true, more: true }),
    field.text('orderId', ['Order ID', '주문 ID'], { optional: true, more: true }),
    field.yesNo('messageRead', ['The important message was read', '중요 메시지를 읽음'], {
      optional: true,
      more: true,
    }),
    field.choice(
      'policy',
      ['Rules', '규칙'],
      Object.keys(softwarePolicies).map((id) => [id, id]),
      {
        ...{ isOption: true, optional: true, more: true },
      },
    ),
  ],
  examples: [
    { label: ['A subscription on day 60', '60일째의 구독'], values: subscription },
    {
      label: ['One day too late', '하루 늦음'],
      values: { ...subscription, canceledOn: '2025-05-01' },
    },
    {
      label: ['Perpetual software', '영구 소프트웨어'],
      values: { ...subscription, kind: 'perpetual', term: '' },
    },
    {
      label: ['A Sales agent asks', '판매 에이전트의 요청'],
      values: { ...subscription, roles: 'sales-agent' },
    },
    {
      label: ['SUSE Linux', 'SUSE Linux'],
      values: { ...subscription, kind: 'suse-linux-plan', term: '' },
    },
  ],
  ask(facts, { policy }) {
    const args = policy === undefined ? [facts] : [facts, { policy }];
    let parsed;
    try {
      parsed = { ok: true, value: decideSoftwareCancellation(...args) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'software', name: 'decideSoftwareCancellation', args } };
  },
  figure: ({ allowed, credit }) =>
    allowed && credit?.amount ? [credit.amount, credit.currency] : undefined,
  result: ({ allowed, reason, lastDay }) => ({ allowed, reason, lastDay }),
};
