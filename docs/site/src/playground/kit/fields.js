// Fields that several questions share. A field: its name (a path), its kind, its label, perhaps a hint, offers, and whether it is optional.

import { currencyCodes, products, refundPolicies } from 'partner-rules/reservations';

export const amount = (name, label, more = {}) => ({
  ...{ name, label, kind: 'amount' },
  ...more,
});
export const day = (name, label, more = {}) => ({ name, label, kind: 'day', ...more });
export const choice = (name, label, offers, more = {}) => ({
  ...{ name, label, offers, kind: 'choice' },
  ...more,
});
export const yesNo = (name, label, more = {}) => ({ name, label, kind: 'yes-no', ...more });
export const count = (name, label, more = {}) => ({ name, label, kind: 'count', ...more });
export const text = (name, label, more = {}) => ({ name, label, kind: 'text', ...more });

export const currency = text('currency', ['Currency', '통화'], {
  ...{ list: currencyCodes, size: 3 },
  hint: ['ISO 4217, such as USD', 'ISO 4217 코드. 예: USD'],
});

export const terms = [
  ['P1Y', ['1 year', '1년']],
  ['P3Y', ['3 years', '3년']],
  ['P5Y', ['5 years', '5년']],
];
export const term = choice('term', ['Term', '약정 기간'], terms);

export const product = choice(
  'product',
  ['Product', '제품'],
  products.map((name) => [name, name]),
  { optional: true },
);

export const billingPlan = choice(
  'billingPlan',
  ['Billing plan', '청구 방식'],
  [
    ['Upfront', ['Paid upfront', '선불']],
    ['Monthly', ['Paid monthly', '월별 결제']],
  ],
  { byDefault: 'Upfront' },
);

/** Facts of a reservation that differ with its billing plan. */
export const isMonthly = { billingPlan: 'Monthly' };
export const isUpfront = { billingPlan: ['Upfront', ''] };
export const paid = amount('paid', ['Price paid', '결제한 가격'], {
  hint: ['Of all units, such as 12000.00', '모든 수량의 가격. 예: 12000.00'],
  when: isUpfront,
});
export const instalment = amount('instalment', ['Monthly payment', '월 결제 금액'], {
  hint: ['Of all units', '모든 수량의 금액'],
  when: isMonthly,
});
export const completedTransactions = count(
  'completedTransactions',
  ['Payments made', '완료된 결제 횟수'],
  {
    ...{ optional: true, when: isMonthly },
    hint: ['The first one on the day of purchase counts', '구매일의 첫 결제도 포함합니다'],
  },
);

/** The payment of a returned reservation, in the order of every form. */
export const payment = [billingPlan, paid, instalment, completedTransactions, currency];
export const quantity = count('quantity', ['Units bought', '구매 수량'], { optional: true });
export const quantityToReturn = count('quantityToReturn', ['Units to return', '반환 수량'], {
  optional: true,
});
export const usdRate = amount(
  'usdRate',
  ['US dollars for 1 unit of the currency', '통화 1단위당 미국 달러'],
  {
    ...{ optional: true, unless: { currency: ['USD', ''] } },
    hint: ['The yearly limit is in US dollars', '연간 한도는 미국 달러로 정해져 있습니다'],
  },
);

const inForce = {
  'partner-center': ['Version in force (Partner Center)', '시행 중인 버전(파트너 센터)'],
  azure: ['Version in force (Azure)', '시행 중인 버전(Azure)'],
};
/** The policy is an option of the function, not a fact. */
export const policy = choice(
  'policy',
  ['Rules', '규칙'],
  [...Object.entries(inForce), ...Object.keys(refundPolicies).map((id) => [id, id])],
  {
    byDefault: 'partner-center',
    hint: ['Which version of Microsoft’s texts applies', '적용할 Microsoft 규정의 버전'],
  },
);
