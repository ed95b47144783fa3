import { tryQuoteRefund } from 'partner-rules/reservations';
import { draftSupportRequest, isInputError } from 'partner-rules/support';
import { byId, html } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { inLanguage, words } from '../kit/text.js';
import refund from './refund.js';

const policy = { ...field.policy, isOption: true };
const own = [
  'billingPlan',
  'paid',
  'instalment',
  'completedTransactions',
  'currency',
  'usdRate',
  'term',
  'purchasedOn',
  'canceledOn',
  'used',
];
const about = {
  ...{
    'contact.name': 'Kim',
    'contact.email': 'kim@contoso.com',
    'contact.phone': '+82 2 555 0100',
  },
  ...{ 'contact.preferredContactMethod': 'email', reservationOrderId: 'O-1' },
};

export default {
  isExplained: true,
  id: 'support',
  fields: [
    ...refund.fields.filter(({ name }) => own.includes(name)),
    policy,
    field.text('contact.name', ['Your name', '담당자 이름'], { optional: true }),
    field.text('contact.email', ['E-mail', '전자 메일'], { optional: true }),
    field.text('contact.phone', ['Phone', '전화번호'], { optional: true }),
    field.choice(
      'contact.preferredContactMethod',
      ['Preferred contact', '선호하는 연락 방법'],
      [
        ['email', ['E-mail', '전자 메일']],
        ['phone', ['Phone', '전화']],
      ],
      { optional: true },
    ),
    field.text('reservationOrderId', ['Reservation order ID', '예약 주문 ID'], { optional: true }),
    field.text('reservationId', ['Reservation ID', '예약 ID'], { optional: true }),
  ],
  examples: [
    { label: ['Complete', '모두 입력'], values: { ...refund.examples[0].values, ...about } },
    {
      label: ['The phone number is missing', '전화번호가 없음'],
      values: { ...refund.examples[0].values, ...about, 'contact.phone': '' },
    },
    {
      label: ['Nothing to ask for', '요청할 수 없음'],
      values: { ...refund.examples[0].values, ...about, canceledOn: '2027-01-01' },
    },
  ],
  ask(facts, { policy }) {
    const { contact, reservationOrderId, reservationId, ...request } = facts;
    const quote = tryQuoteRefund(request, { policy });
    const call = {
      from: 'support',
      name: 'draftSupportRequest',
      args: ['reservation-refund', facts],
    };
    if (!quote.ok) return { parsed: quote, call };
    const given = Object.entries({ contact, reservationOrderId, reservationId }).filter(
      ([, value]) => value !== undefined,
    );
    const about = { quote: quote.value, ...Object.fromEntries(given) };
    try {
      return {
        parsed: { ok: true, value: draftSupportRequest('reservation-refund', about) },
        call: { ...call, args: ['reservation-refund', about] },
      };
    } catch (error) {
      if (!isInputError(error)) throw error;
      return { parsed: { ok: false, issues: error.issues }, call };
    }
  },
  tone: ({ complete, allowed }) => (allowed === false ? 'no' : complete ? 'yes' : 'part'),
  figure: ({ complete, allowed }, lang) =>
    allowed === false
      ? undefined
      : inLanguage(complete ? ['Complete', '작성 완료'] : ['Incomplete', '미완성'], lang),
  result: ({ complete, missing }) => ({ complete, missing }),
  extra: 'draft',
  show({ parsed, lang }) {
    const fields = parsed.ok ? parsed.value.fields : undefined;
    byId('draft').replaceChildren(
      ...Object.entries(fields ?? {}).map((entry) => part(entry, lang)),
    );
  },
};

function part([name, value], lang) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  const button = html(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'aria-label': `${inLanguage(words.copyText, lang)}: ${name}`,
    },
    inLanguage(words.copyText, lang),
  );
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = inLanguage(words.copied, lang);
  });
  return html('div', { class: 'part' }, html('h3', {}, name), html('pre', {}, text), button);
}
