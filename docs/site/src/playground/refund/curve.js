// The refund over time: a plot, its jumps in words, and a table of the same.

const byId = (id) => document.getElementById(id);
const HEIGHT = 300;
const MARGIN = { top: 34, right: 16, bottom: 52 };
const CHARACTER = 7.5; // the width of a figure, in pixels

/** Shows a curve (or that there is none yet) with the day asked about, in the texts of a language. */
export function showCurve(curve, askedOn, words) {
  const isEmpty = curve === undefined || curve.days.every(({ refund }) => Number(refund) === 0);
  byId('curve').hidden = isEmpty;
  byId('no-curve').hidden = !isEmpty;
  byId('no-curve').textContent = curve === undefined ? words.noCurve : words.noRefund;
  if (isEmpty) return;
  const asked = curve.days.find(({ on }) => on === askedOn);
  const jumps = curve.jumps.map((jump) => ({
    ...jump,
    at: curve.days.findIndex(({ on }) => on === jump.on),
  }));
  byId('plot').replaceChildren(plot(curve, jumps, asked, words));
  byId('jumps').replaceChildren(
    ...jumps.map((jump) => html('li', {}, jumpText(jump, curve, words))),
  );
  byId('asked').textContent =
    asked === undefined ? '' : words.asked(asked.on, asked.sincePurchase, grouped(asked.refund));
  byId('table').replaceChildren(table(curve, jumps, asked, words));
}

// --- The plot ------------------------------------------------------------------------------------

function plot(curve, jumps, asked, words) {
  const { days, currency } = curve;
  const width = Math.max(280, byId('curve').clientWidth);
  const most = Math.max(...days.map(({ refund }) => Number(refund)));
  const refundTicks = ticks(most || 1, 4);
  const left = 16 + CHARACTER * Math.max(...refundTicks.map((tick) => tickText(tick).length));
  const right = width - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const x = (day) => left + ((right - left) * day) / (days.length - 1 || 1);
  const y = (refund) => bottom - ((bottom - MARGIN.top) * Number(refund)) / refundTicks.at(-1);
  const pointOf = (at) => `${x(at).toFixed(1)},${y(days[at].refund).toFixed(1)}`;

  const parts = [
    svg('title', { id: 'plot-title' }, words.curveTitle(currency)),
    svg('desc', { id: 'plot-text' }, curveText(curve, jumps, words)),
    svg('text', { x: 0, y: 16 }, words.yAxis(currency)),
    svg('text', { x: (left + right) / 2, y: HEIGHT - 8, class: 'middle' }, words.xAxis),
  ];
  for (const tick of refundTicks) {
    parts.push(svg('line', { class: 'grid', x1: left, x2: right, y1: y(tick), y2: y(tick) }));
    parts.push(svg('text', { class: 'end', x: left - 8, y: y(tick) + 4 }, tickText(tick)));
  }
  for (const tick of ticks(days.length - 1, Math.min(8, width / 90))) {
    if (tick > days.length - 1) continue;
    parts.push(
      svg('line', { class: 'tick', x1: x(tick), x2: x(tick), y1: bottom, y2: bottom + 5 }),
    );
    parts.push(svg('text', { class: 'middle', x: x(tick), y: bottom + 19 }, tickText(tick)));
  }

  // One line from jump to jump, each jump dashed, with its number.
  const starts = [0, ...jumps.map(({ at }) => at), days.length];
  for (const [piece, start] of starts.slice(0, -1).entries()) {
    const points = days.slice(start, starts[piece + 1]).map((_, i) => pointOf(start + i));
    parts.push(svg('polyline', { class: 'refund', points: points.join(' ') }));
    if (points.length === 1) parts.push(dot('refund-day', start, 2.5));
  }
  for (const { at } of jumps) {
    parts.push(svg('polyline', { class: 'jump', points: `${pointOf(at - 1)} ${pointOf(at)}` }));
  }
  if (asked !== undefined) parts.push(dot('asked', asked.sincePurchase, 6));
  const places = apart(
    jumps.map(({ at }) => x(at)),
    right - 10,
  );
  for (const [index, { from, to }] of jumps.entries()) {
    const [place, height] = [places[index], Math.min(y(from), y(to)) - 14];
    parts.push(svg('circle', { class: 'number', cx: place, cy: height, r: 9 }));
    parts.push(svg('text', { class: 'number middle', x: place, y: height + 4 }, index + 1));
  }

  function dot(name, at, r) {
    return svg('circle', { class: name, cx: x(at), cy: y(days[at].refund), r });
  }

  return svg(
    'svg',
    {
      role: 'img',
      'aria-labelledby': 'plot-title',
      'aria-describedby': 'plot-text',
      viewBox: `0 0 ${width} ${HEIGHT}`,
      width,
      height: HEIGHT,
    },
    ...parts,
  );
}

/** Moves places that are in order so far apart that none hides another, and none goes past the last. */
function apart(places, last) {
  const gap = 20;
  const moved = [...places];
  for (let i = 1; i < moved.length; i += 1) moved[i] = Math.max(moved[i], moved[i - 1] + gap);
  for (let i = moved.length - 1, most = last; i >= 0; i -= 1, most = moved[i + 1] - gap) {
    moved[i] = Math.min(moved[i], most);
  }
  return moved;
}

/** Round numbers from 0 to the first that is not below `most`, about so many. */
function ticks(most, count) {
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((round) => round >= rough);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, n) => n * step);
}

const tickText = (tick) => grouped(String(Number(tick.toPrecision(12))));

// --- In words ------------------------------------------------------------------------------------

function curveText({ days, currency, ...curve }, jumps, words) {
  const ends = [days[0], days.at(-1)].map(({ on, refund }) => ({
    on,
    refund: `${grouped(refund)} ${currency}`,
  }));
  return words.curveText(
    ...ends,
    jumps.map((jump) => jumpText(jump, { days, ...curve }, words)),
  );
}

function jumpText({ at, on, from, to, by, because }, { days }, words) {
  const [before, after, change] = [from, to, by].map(grouped);
  const causes = because.map((cause) => words.causes[cause]);
  const day = days[at].sincePurchase;
  return words.jump({ on, day, from: before, to: after, by: signed(change), causes });
}

/** A table of the days that tell the curve's shape: its ends, the months, its jumps, the day asked. */
function table({ days, currency }, jumps, asked, words) {
  const shown = new Set([0, days.length - 1, ...jumps.flatMap(({ at }) => [at - 1, at])]);
  if (asked !== undefined) shown.add(asked.sincePurchase);
  days.forEach(({ on }, at) => {
    if (on.endsWith('-01')) shown.add(at);
  });
  const rows = [...shown]
    .sort((a, b) => a - b)
    .map((at) => {
      const day = days[at];
      const causes = jumps.filter((jump) => jump.at === at).flatMap(({ because }) => because);
      const remarks = [
        ...(day === asked ? [words.askedRemark] : []),
        ...(day.reason === null ? [] : [words.reasons[day.reason]]),
        ...causes.filter((cause) => cause !== day.reason).map((cause) => words.causes[cause]),
      ];
      const amounts = [day.credit, day.fee, day.refund, day.withheld].map(grouped);
      return html(
        'tr',
        {},
        html('th', { scope: 'row' }, day.on),
        ...[day.sincePurchase, ...amounts].map((figure) => html('td', { class: 'figure' }, figure)),
        html('td', { class: 'remark' }, remarks.join('; ')),
      );
    });
  const heads = words.columns.map((column) => html('th', { scope: 'col' }, column));
  return html(
    'table',
    {},
    html('caption', {}, words.curveTitle(currency)),
    html('thead', {}, html('tr', {}, ...heads)),
    html('tbody', {}, ...rows),
  );
}

/** An amount with its thousands set apart. */
function grouped(amount) {
  const [whole, ...decimals] = amount.split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

const signed = (amount) => (amount.startsWith('-') ? amount.replace('-', '−') : `+${amount}`);

// --- Elements ------------------------------------------------------------------------------------

const html = (name, attributes, ...children) =>
  filled(document.createElement(name), attributes, children);

const svg = (name, attributes, ...children) =>
  filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
