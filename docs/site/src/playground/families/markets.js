import { decideMarket, isInputError } from 'partner-rules/markets';
import { byId } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { inLanguage } from '../kit/text.js';
import * as list from '../markets/list.js';
import { drawMap } from '../markets/map.js';
import { stateOf } from '../markets/states.js';

const nameIn = (lang) => (code) => {
  const { name, nameKo } = decideMarket(code);
  return inLanguage([name, nameKo], lang);
};

/** Loads the map when it is about to be seen. */
function whenInView(element, load) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      load();
    },
    { rootMargin: '300px' },
  );
  observer.observe(element);
}

let map;
let day;
let code;
const states = (market) => stateOf(market, day);

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
  show({ parsed, facts }) {
    if (!parsed.ok) return;
    code = parsed.value.code;
    if (facts.asOf !== day) {
      day = facts.asOf;
      list.regroup(states);
      map?.colour(states);
    }
    list.mark(code);
    map?.mark(code);
  },
  begin({ ask, lang, form }) {
    const choose = (market) => ask({ market, asOf: form.elements.asOf.value });
    list.listen(choose);
    const place = byId('map');
    whenInView(place, async () => {
      try {
        const response = await fetch(place.dataset.shapes);
        const label = inLanguage(['Map of markets', '시장 지도'], lang);
        map = drawMap(await response.json(), { nameOf: nameIn(lang), choose, label });
        map.colour(states);
        map.mark(code);
      } catch {
        byId('map-fault').hidden = false;
      }
    });
  },
};
