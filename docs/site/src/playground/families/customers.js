import { decideCustomerPurchase, isInputError } from 'partner-rules/customers';
import * as field from '../kit/fields.js';

const offers = [
  ['azure-plan', ['Azure plan', 'Azure 플랜']],
  ['azure-global', ['Azure Global (CSP)', 'Azure Global(CSP)']],
  ['other', ['Another one', '다른 구독']],
];
const allowed = {
  ...{
    'subscription.offer': 'azure-plan',
    'subscription.boughtBy': 'partner',
    'subscription.userRole': 'owner',
  },
  ...{ permission: 'on', market: 'KR' },
};

export default {
  isExplained: true,
  id: 'customers',
  fields: [
    field.choice('subscription.offer', ['Subscription', '구독'], offers),
    field.choice(
      'subscription.boughtBy',
      ['Bought by', '구독을 구매한 쪽'],
      [
        ['partner', ['The partner', '파트너']],
        ['other', ['Somebody else', '그 외']],
      ],
    ),
    field.choice(
      'subscription.userRole',
      ['The user’s role in it', '구독에서 사용자의 역할'],
      [
        ['owner', ['Owner', '소유자']],
        ['other', ['Another role', '그 외']],
      ],
    ),
    field.choice(
      'permission',
      ['The customer’s permission to buy', '고객의 구매 권한'],
      [
        ['on', ['On', '켜짐']],
        ['off', ['Off', '꺼짐']],
      ],
    ),
    field.text('market', ['Market', '시장'], { optional: true }),
    field.choice(
      'product',
      ['Product', '제품'],
      [
        ['reservation', ['Reservation', '예약']],
        ['savings-plan', ['Savings plan', '절약 플랜']],
      ],
      { optional: true, more: true },
    ),
    field.day('asOf', ['On (UTC)', '기준일(UTC)'], { optional: true, more: true }),
  ],
  examples: [
    { label: ['Everything is in place', '모두 갖춤'], values: allowed },
    {
      label: ['Not the owner, permission off', '소유자가 아니고 권한이 꺼짐'],
      values: { ...allowed, 'subscription.userRole': 'other', permission: 'off' },
    },
    { label: ['In Bhutan', '부탄에서'], values: { ...allowed, market: 'BT' } },
  ],
  ask(facts) {
    let parsed;
    try {
      parsed = { ok: true, value: decideCustomerPurchase(facts) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'customers', name: 'decideCustomerPurchase', args: [facts] } };
  },
  result: ({ allowed, because }) => ({ allowed, because }),
};
