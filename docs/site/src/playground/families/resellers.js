import {
  decideResellerTask,
  isInputError,
  resellerTasks,
  stepsToAccess,
} from 'partner-rules/resellers';
import { byId, html } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { nextStepNames, resellerAccessNames, resellerTaskNames } from '../kit/names.js';
import { inLanguage } from '../kit/text.js';

const levels = Object.keys(resellerAccessNames);
const partner = {
  ...{
    task: 'earn-incentive',
    'partnership.enrolled': 'true',
    'partnership.hasAccount': 'true',
    'partnership.stage': 'established',
  },
  ...{
    'customer.associated': 'true',
    'customer.azure': 'false',
    'subscription.associated': 'false',
    'subscription.supportContact': 'false',
  },
};

export default {
  isExplained: true,
  id: 'resellers',
  fields: [
    field.choice(
      'task',
      ['Task', '작업'],
      resellerTasks.map((task) => [task, resellerTaskNames[task] ?? task]),
      { isOption: true },
    ),
    field.choice(
      'partnership.stage',
      ['Partnership', '파트너 관계'],
      [
        ['none', ['None', '없음']],
        ['requested', ['Requested', '요청함']],
        ['established', ['Established', '맺음']],
      ],
    ),
    field.yesNo('partnership.enrolled', [
      'Enrolled as an indirect reseller',
      '간접 리셀러로 등록함',
    ]),
    field.yesNo('partnership.hasAccount', [
      'Has a Partner Center account',
      '파트너 센터 계정이 있음',
    ]),
    field.yesNo('customer.associated', ['Associated with the customer', '고객에 연결됨']),
    field.yesNo('customer.azure', ['An Azure customer', 'Azure 고객']),
    field.yesNo(
      'customer.tenantOwner',
      ['Has the tenant owner permission', '테넌트 소유자 권한이 있음'],
      { when: { 'customer.azure': 'true' } },
    ),
    field.yesNo('subscription.associated', ['Associated with the subscription', '구독에 연결됨']),
    field.yesNo('subscription.supportContact', [
      'Designated support contact',
      '지정된 지원 담당자',
    ]),
  ],
  examples: [
    { label: ['Incentives are missing', '인센티브를 받지 못함'], values: partner },
    {
      label: ['No partnership yet', '아직 파트너 관계가 없음'],
      values: {
        ...partner,
        'partnership.enrolled': 'false',
        'partnership.hasAccount': 'false',
        'partnership.stage': 'none',
        'customer.associated': 'false',
      },
    },
    {
      label: ['An Azure customer', 'Azure 고객'],
      values: {
        ...partner,
        task: 'manage-customer-account',
        'customer.azure': 'true',
        'customer.tenantOwner': 'true',
      },
    },
  ],
  ask(facts, { task }) {
    const args = [task, facts];
    let parsed;
    try {
      parsed = { ok: true, value: decideResellerTask(...args) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'resellers', name: 'decideResellerTask', args } };
  },
  result: ({ allowed, access }) => ({ allowed, access }),
  extra: 'steps',
  show({ parsed, facts, lang }) {
    byId('steps').replaceChildren(
      ...(parsed.ok ? levels.map((level) => path(level, facts, lang)) : []),
    );
  },
};

const reached = ['Reached', '이미 있음'];

/** A level of access at the end of its steps. */
function path(level, relationship, lang) {
  const steps = stepsToAccess(level, relationship);
  const name = inLanguage(resellerAccessNames[level], lang);
  return html(
    'section',
    { class: 'path' },
    html('h3', {}, name),
    html(
      'ol',
      {},
      ...steps.map((step) => html('li', {}, inLanguage(nextStepNames[step] ?? step, lang))),
      html(
        'li',
        { class: 'goal' },
        steps.length === 0 ? `${name}: ${inLanguage(reached, lang)}` : name,
      ),
    ),
  );
}
