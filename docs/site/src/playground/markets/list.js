// The markets as a list: one group for each state, with a filter over all of them.

import { byId } from '../kit/elements.js';
import { states } from './states.js';

const itemsOf = (place) => [...place.querySelectorAll('li[data-code]')];

/** Hides what does not have the words; the group of unlisted markets opens if one of them does. */
function filter() {
  const wanted = byId('markets-filter').value.trim().toLowerCase();
  let found = 0;
  for (const state of states) {
    const group = byId(`markets-${state}`);
    const items = itemsOf(group);
    for (const item of items) item.hidden = !item.dataset.words.toLowerCase().includes(wanted);
    const shown = items.filter((item) => !item.hidden).length;
    byId(`count-${state}`).textContent = String(shown);
    found += shown;
    const details = group.closest('details');
    if (details !== null) details.open = wanted !== '' && shown > 0;
  }
  byId('markets-none').hidden = found > 0;
}

/** Moves every market to the group of its state. */
export function regroup(stateOf) {
  const items = itemsOf(byId('markets'));
  for (const state of states) {
    const own = items.filter(({ dataset }) => stateOf(dataset.code) === state);
    byId(`markets-${state}`).replaceChildren(...own);
  }
  filter();
}

/** Marks the market that was asked for. */
export function mark(code) {
  for (const item of itemsOf(byId('markets'))) {
    const button = item.querySelector('button');
    if (item.dataset.code === code) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}

export function listen(choose) {
  byId('markets-filter').addEventListener('input', filter);
  byId('markets').addEventListener('click', ({ target }) => {
    const code = target.closest('li button')?.closest('li').dataset.code;
    if (code === undefined) return;
    choose(code);
    byId('verdict').scrollIntoView({ block: 'nearest' });
  });
}
