// The markets as a map. One market is in the order of the Tab key; arrow keys go to the nearest one in their direction.

import { byId, html, svg } from '../kit/elements.js';

const ZOOMS = [1, 2, 4];
const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
/** Going sideways counts this much more than going ahead. */
const ASIDE = 2;

/** Draws the map. `nameOf` and `stateOf` are by code; `choose` asks for a market. */
export function drawMap({ width, height, sphere, rest, markets }, { nameOf, choose, label }) {
  const places = new Map();
  const ring = svg('g', { class: 'ring' });
  const chosenRing = svg('g', { class: 'chosen-ring' });
  const picture = svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': label },
    svg(
      'pattern',
      { id: 'hatch', width: 4, height: 4, patternUnits: 'userSpaceOnUse' },
      svg('path', { d: 'M0 0h4v4h-4z', class: 'hatch-ground' }),
      svg('path', { d: 'M-1 1l2-2M0 4l4-4M3 5l2-2', class: 'hatch-line' }),
    ),
    svg('path', { d: sphere, class: 'sea' }),
    svg('path', { d: rest, class: 'no-market' }),
  );
  // Dots last: they would be below their neighbours.
  for (const isSmall of [false, true]) {
    for (const market of markets.filter((one) => one.isSmall === isSmall)) {
      const { code, x, y, path } = market;
      const place = svg(
        'g',
        { 'data-code': code, role: 'button', tabindex: -1 },
        path === '' ? undefined : svg('path', { d: path }),
        isSmall ? svg('circle', { cx: x, cy: y, r: 3.5 }) : undefined,
      );
      places.set(code, { ...market, place });
      picture.append(place);
    }
  }
  picture.append(chosenRing, ring);
  const scroller = byId('map');
  scroller.replaceChildren(picture);

  let states = () => 'unlisted';
  let reachable = markets[0].code;

  const textOf = (code) => `${nameOf(code)}: ${byId(`legend-${states(code)}`).textContent}`;
  const read = (code) => byId('map-name').replaceChildren(html('strong', {}, textOf(code)));

  function makeReachable(code) {
    places.get(reachable).place.setAttribute('tabindex', -1);
    reachable = code;
    places.get(code).place.setAttribute('tabindex', 0);
  }

  /** Neighbours would cover the line of a market that is not the last. */
  const outline = (group, code) =>
    group.replaceChildren(...[...places.get(code).place.children].map((part) => part.cloneNode()));

  const codeAt = ({ target }) => target.closest('[data-code]')?.dataset.code;
  scroller.addEventListener('pointerover', (event) => {
    if (codeAt(event)) read(codeAt(event));
  });
  scroller.addEventListener('focusin', (event) => {
    const code = codeAt(event);
    if (code === undefined) return;
    makeReachable(code);
    read(code);
    if (event.target.matches(':focus-visible')) outline(ring, code);
  });
  scroller.addEventListener('focusout', () => ring.replaceChildren());
  scroller.addEventListener('click', (event) => {
    if (codeAt(event)) choose(codeAt(event));
  });
  scroller.addEventListener('keydown', (event) => {
    const code = codeAt(event);
    if (code === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') choose(code);
    else if (Object.hasOwn(DIRECTIONS, event.key)) {
      const next = nearest(places.get(code), DIRECTIONS[event.key], [...places.values()]);
      next?.place.focus();
    } else return;
    event.preventDefault();
  });

  listenToZoom(scroller, picture, () => places.get(reachable));

  return {
    /** Colours every market by its state. */
    colour(stateOf) {
      states = stateOf;
      for (const [code, { place }] of places) {
        const state = stateOf(code);
        place.setAttribute('class', state);
        // A sheet would look for the pattern in itself.
        place.setAttribute('fill', state === 'disputed' ? 'url(#hatch)' : 'none');
        place.setAttribute('aria-label', textOf(code));
      }
    },
    mark(code) {
      for (const { place } of places.values()) place.setAttribute('aria-pressed', 'false');
      chosenRing.replaceChildren();
      if (!places.has(code)) return;
      places.get(code).place.setAttribute('aria-pressed', 'true');
      outline(chosenRing, code);
      makeReachable(code);
      read(code);
    },
  };
}

/** The place ahead whose way is shortest. */
function nearest(from, [dx, dy], places) {
  let best;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const ahead = (place.x - from.x) * dx + (place.y - from.y) * dy;
    const aside = Math.abs((place.x - from.x) * dy) + Math.abs((place.y - from.y) * dx);
    const way = ahead + aside * ASIDE;
    if (ahead <= 0 || way >= least) continue;
    best = place;
    least = way;
  }
  return best;
}

/** The buttons beside the map; the market that the keys are at stays in the middle. */
function listenToZoom(scroller, picture, middle) {
  let zoom = 0;
  const buttons = [byId('map-out'), byId('map-in')];
  for (const [at, button] of buttons.entries()) {
    button.addEventListener('click', () => {
      zoom = Math.min(ZOOMS.length - 1, Math.max(0, zoom + (at === 0 ? -1 : 1)));
      picture.setAttribute('class', `zoom-${ZOOMS[zoom]}`);
      const { width } = picture.viewBox.baseVal;
      const scale = picture.clientWidth / width;
      const { x, y } = middle();
      scroller.scrollTo(
        x * scale - scroller.clientWidth / 2,
        y * scale - scroller.clientHeight / 2,
      );
      buttons[0].setAttribute('aria-disabled', String(zoom === 0));
      buttons[1].setAttribute('aria-disabled', String(zoom === ZOOMS.length - 1));
    });
  }
}
