import { decideMarket, isInputError } from 'partner-rules/markets';
import { byId } from '../kit/elements.js';
import * as field from '../kit/fields.js';

export default {
  isExplained: true,
  id: 'markets',
  fields: [
    field.text('market', ['Market', '시장'], {
      hint: ['Such as Bhutan, BT, 부탄', '예: 부탄, BT, Bhutan'],
    }),
    field.day('asOf', ['On (UTC)', '기준일(UTC)'], { optional: true, more: true }),
  ],
  examples: [
    { label: ['Bhutan', '부탄'], values: { market: 'Bhutan' } },
    { label: ['South Korea', '대한민국'], values: { market: 'KR' } },
    { label: ['Brazil', '브라질'], values: { market: 'Brazil' } },
  ],
  ask({ market, asOf }) {
    const args = [market, ...(asOf === undefined ? [] : [{ asOf }])];
    let parsed;
    try {
      parsed = { ok: true, value: decideMarket(...args) };
    } catch (error) {
      if (!isInputError(error)) throw error;
      parsed = { ok: false, issues: error.issues };
    }
    return { parsed, call: { from: 'markets', name: 'decideMarket', args } };
  },
  result: ({ allowed, code, name }) => ({ allowed, code, name }),
  extra: 'markets',
  begin({ ask }) {
    const filter = byId('markets-filter');
    const items = [...byId('markets').querySelectorAll('li')];
    filter.addEventListener('input', () => {
      const wanted = filter.value.trim().toLowerCase();
      for (const item of items) item.hidden = !item.dataset.words.toLowerCase().includes(wanted);
      byId('markets-count').textContent = String(items.filter((item) => !item.hidden).length);
    });
    byId('markets').addEventListener('click', ({ target }) => {
      const code = target.closest('button')?.dataset.code;
      if (code !== undefined) ask({ market: code });
    });
  },
};
