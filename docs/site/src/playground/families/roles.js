import { decideAccess, isInputError } from 'partner-rules/roles';
import { byId } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { actionOffers, roles } from '../kit/role-fields.js';

export default {
  isExplained: true,
  id: 'roles',
  fields: [
    roles,
    field.choice('action', ['Task', '작업'], actionOffers),
    field.day('asOf', ['On (UTC)', '기준일(UTC)'], { optional: true, more: true }),
  ],
  examples: [
    {
      label: ['May a Sales agent request a refund?', '판매 에이전트가 환불을 요청할 수 있나요?'],
      values: { roles: 'sales-agent', action: 'reservations.refund' },
    },
    {
      label: ['May Helpdesk cancel software?', '지원 센터가 소프트웨어를 취소할 수 있나요?'],
      values: { roles: 'helpdesk-agent', action: 'software.cancel' },
    },
    {
      label: ['Admin agent and buying', '관리 에이전트의 구매'],
      values: { roles: 'admin-agent', action: 'reservations.buy' },
    },
  ],
  ask({ roles = [], action, asOf }) {
    const args = [roles, action, ...(asOf === undefined ? [] : [{ asOf }])];
    let parsed;
    try {
      parsed = { ok: true, value: decideAccess(...args) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'roles', name: 'decideAccess', args } };
  },
  result: ({ allowed, because }) => ({ allowed, because }),
  extra: 'matrix',
  begin() {
    const filter = byId('matrix-filter');
    const rows = [...byId('matrix').querySelectorAll('tbody tr')];
    filter.addEventListener('input', () => {
      const wanted = filter.value.trim().toLowerCase();
      for (const row of rows) row.hidden = !row.dataset.words.toLowerCase().includes(wanted);
      byId('matrix-none').hidden = rows.some((row) => !row.hidden);
    });
  },
  show({ values }) {
    const chosen = (values.roles ?? '').split(',');
    for (const cell of byId('matrix').querySelectorAll('[data-role]')) {
      cell.classList.toggle('chosen', chosen.includes(cell.dataset.role));
    }
  },
};
