import { downloadLinkStatus, isInputError } from 'partner-rules/software';
import * as field from '../kit/fields.js';
import { inLanguage } from '../kit/text.js';

const instant = (name, label, more = {}) => ({ name, label, kind: 'instant', ...more });
const fresh = { issuedAt: '2025-03-01T10:00:00Z', downloads: '3', asOf: '2025-03-05T08:00:00Z' };
const states = {
  active: ['Works', '사용 가능'],
  expired: ['Expired', '만료됨'],
  revoked: ['Revoked', '철회됨'],
  unstated: ['Not stated', '규정 없음'],
};

export default {
  isExplained: true,
  id: 'link',
  fields: [
    instant('issuedAt', ['Copied at (UTC)', '복사한 시각(UTC)']),
    field.count('downloads', ['Downloads so far', '지금까지의 다운로드 횟수']),
    instant('asOf', ['Asked at (UTC)', '기준 시각(UTC)'], { isOption: true }),
    field.yesNo('revoked', ['Its purchase was cancelled', '구매가 취소됨'], {
      optional: true,
      more: true,
    }),
  ],
  examples: [
    { label: ['Four days old', '나흘 지남'], values: fresh },
    { label: ['After two weeks', '2주 뒤'], values: { ...fresh, asOf: '2025-03-15T10:00:00Z' } },
    { label: ['50 downloads', '다운로드 50번'], values: { ...fresh, downloads: '50' } },
    { label: ['Purchase cancelled', '구매 취소'], values: { ...fresh, revoked: 'true' } },
  ],
  ask(facts, { asOf = '' }) {
    const at =
      asOf === '' ? undefined : `${asOf.replace(/Z$/, '')}${asOf.length === 16 ? ':00' : ''}Z`;
    let parsed;
    try {
      parsed = { ok: true, value: downloadLinkStatus(facts, at) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'software', name: 'downloadLinkStatus', args: [facts, at] } };
  },
  tone: ({ state }) => (state === 'active' ? 'yes' : 'no'),
  figure: ({ state }, lang) => inLanguage(states[state] ?? state, lang),
  result: ({ state, expiresAt, downloadsLeft }) => ({ state, expiresAt, downloadsLeft }),
};
