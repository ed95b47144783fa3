// Texts are pairs, English and Korean, next to the thing that they name.

/** The text of a pair in a language; a text that is the same in both is no pair. */
export const inLanguage = (text, lang) =>
  Array.isArray(text) ? text[lang === 'ko' ? 1 : 0] : text;

export const words = {
  answer: ['Answer', '답변'],
  facts: ['Facts', '사실 관계'],
  more: ['More facts (optional)', '추가 사실 관계(선택)'],
  examples: ['Examples', '예시'],
  notGiven: ['Not given', '지정하지 않음'],
  yes: ['Yes', '예'],
  no: ['No', '아니요'],
  add: ['Add', '추가'],
  remove: ['Remove', '삭제'],
  copyText: ['Copy as text', '텍스트로 복사'],
  copyCode: ['Copy as code', '코드로 복사'],
  copyLink: ['Copy link', '링크 복사'],
  copied: ['Copied', '복사했습니다'],
  inCode: ['The same in code', '코드로 쓰면'],
  why: ['Why', '이유'],
  issueCount: ['Correct or add:', '확인하거나 입력하세요:'],
  otherFacts: ['other facts in the address', '주소에 있는 다른 값'],
  privacy: [
    'Everything is calculated in this page; nothing is sent. The address holds the question.',
    '모든 계산은 이 페이지 안에서 이루어지며 아무것도 전송되지 않습니다. 주소에 질문이 담깁니다.',
  ],
  disclaimer: [
    'Microsoft’s own figure is the one that is paid. This is not a Microsoft product.',
    '실제로 지급되는 금액은 Microsoft가 계산한 금액입니다. 이 사이트는 Microsoft의 제품이 아닙니다.',
  ],
  noScript: ['This page needs JavaScript.', '이 페이지에는 JavaScript가 필요합니다.'],
};

/** What an issue says in Korean; English has the library's own words. */
export const koreanIssues = {
  'missing-field': '값을 입력하세요.',
  'unknown-field': '알 수 없는 항목입니다.',
  'unknown-value': '목록에 없는 값입니다.',
  'wrong-type': '올바른 값이 아닙니다.',
  'malformed-amount':
    '금액이 아닙니다. 부호, 지수, 구분 기호, 공백, 앞자리 0 없이 정수부 최대 15자리로 입력하세요.',
  'too-many-decimals': '이 통화의 소수 자릿수를 넘습니다.',
  'too-large': '너무 큰 값입니다.',
  'malformed-rate': '환율이 아닙니다. 0보다 크고 정수부 최대 6자리, 소수 최대 12자리여야 합니다.',
  'rate-required': 'USD가 아닌 통화에는 환율이 필요합니다.',
  'rate-not-one': 'USD의 환율은 1이어야 합니다.',
  'unknown-currency': 'ISO 4217에 있는 통화 코드가 아닙니다. 대문자로 입력하세요.',
  'malformed-day': '날짜가 아닙니다. 연-월-일(예: 2025-01-07)로 입력하세요.',
  'no-such-day': '존재하지 않는 날짜입니다.',
  'no-offset': '시각에는 Z 또는 시간대 차이가 필요합니다.',
  'year-out-of-range': '연도는 0001년부터 9999년까지입니다.',
  'before-purchase': '구매일보다 이른 날짜입니다.',
  'fee-unstated': '이 정책의 문서에는 수수료율이 없어 계산할 수 없습니다.',
  'before-first-version': '이 출처의 첫 버전보다 이른 날짜입니다.',
  'before-issue': '링크를 발급한 시각보다 이릅니다.',
  'conflicts-with-ledger': '원장의 내용과 맞지 않습니다.',
  contradiction: '서로 맞지 않는 값입니다.',
  duplicate: '같은 이름이 두 번 있습니다.',
  empty: '값이 하나 이상 필요합니다.',
  'imprecise-number': '정확하지 않은 숫자입니다. 텍스트로 입력하세요.',
  'malformed-count': '0 이상의 정수를 입력하세요.',
  'malformed-instant': '시각이 아닙니다. 예: 2025-03-01T10:00:00Z',
  'other-currency': '통화가 서로 다릅니다.',
  'out-of-order': '날짜 순서가 맞지 않습니다.',
  'too-long': '너무 깁니다.',
};

const otherKorean = '올바른 값이 아닙니다.';

/** An issue at its field. */
export function issueText({ code, expected, received }, lang) {
  if (lang !== 'ko') return `Expected ${expected}; got ${received}.`;
  return koreanIssues[code] ?? otherKorean;
}

/** An amount with its thousands set apart. */
export function grouped(amount) {
  const [whole, ...decimals] = String(amount).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}
