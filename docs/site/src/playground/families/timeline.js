// The versions of the rules for reservations: what two of them have different.

import { diffPolicies, isInputError, refundPolicyVersions } from 'partner-rules/reservations';
import * as field from '../kit/fields.js';
import { inLanguage } from '../kit/text.js';

const ids = refundPolicyVersions.map(({ policy, from }) => [policy.id, `${from} · ${policy.id}`]);

export default {
  id: 'timeline',
  fields: [
    field.choice('a', ['Version', '버전'], ids),
    field.choice('b', ['Compared with', '비교할 버전'], ids),
  ],
  examples: [
    {
      label: ['2020 and now', '2020년과 현재'],
      values: { a: 'partner-center-2020-08', b: 'partner-center-2026-01' },
    },
    {
      label: ['Now and February 2027', '현재와 2027년 2월'],
      values: { a: 'azure-2026-01', b: 'azure-2027-02' },
    },
    {
      label: ['Microsoft’s page and its service', 'Microsoft의 문서와 서비스'],
      values: { a: 'azure-2024-12', b: 'azure-service-2023' },
    },
  ],
  ask({ a, b }) {
    const args = [a, b];
    let parsed;
    try {
      parsed = { ok: true, value: { a, b, differences: diffPolicies(a, b) } };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'reservations', name: 'diffPolicies', args } };
  },
  tone: () => 'open',
  figure: () => undefined,
  sentence({ a, b, differences }, lang) {
    const count = differences.length;
    const head = inLanguage(
      [
        count === 0
          ? `${a} and ${b} say the same.`
          : `${a} and ${b} differ in ${count} ${count === 1 ? 'point' : 'points'}.`,
        count === 0
          ? `${a}와(과) ${b}의 내용이 같습니다.`
          : `${a}와(과) ${b}은(는) ${count}가지가 다릅니다.`,
      ],
      lang,
    );
    if (count === 0) return [head];
    const title = inLanguage(['What differs', '다른 점(영어)'], lang);
    return [head, title, ...differences.map(({ message }) => `  ${message}`)];
  },
  extra: 'timeline',
};
