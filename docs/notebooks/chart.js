// How the notebooks show things: tables, and pictures as SVG that can be read on white and on black.

import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';

const { document } = parseHTML('<html></html>');

/** Each at least 3.7 : 1 against white and against the dark backgrounds of the usual notebooks. */
export const colors = {
  text: '#7a7a7a',
  blue: '#3b7dc4',
  orange: '#c4661f',
  green: '#2e8b57',
  red: '#cf4a4a',
  purple: '#9a63c4',
};

/** Thousands parted, and a minus that is one: '-3261.15' becomes '−3,261.15'. */
export const grouped = (amount) =>
  String(amount)
    .replace(/^-/, '−')
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** A table; a column is to the right where all its cells are figures. */
export function table(head, rows) {
  const isFigure = (cell) => /^−?[\d,]+(\.\d+)?( %)?$|^$/.test(cell);
  const aligns = head.map((_, at) =>
    rows.every((row) => isFigure(String(row[at]))) ? 'right' : 'left',
  );
  const styleOf = (cell, at) =>
    `text-align:${aligns[at]}${at === 0 || !/ /.test(cell) ? ';white-space:nowrap' : ''}`;
  const cellsOf = (tag, cells) =>
    cells
      .map((cell, at) => `<${tag} style="${styleOf(cell, at)}">${escaped(cell)}</${tag}>`)
      .join('');
  const body = rows.map((row) => `<tr>${cellsOf('td', row)}</tr>\n`).join('');
  const html = `<table>\n<thead><tr>${cellsOf('th', head)}</tr></thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
  return shown({ 'text/html': html });
}

/**
 * A plot with its title, what it shows and a legend above it: options of Plot.plot, and `title`,
 * `subtitle`, `legend` (a list of `[label, color]`, with a third, `'line'` or `'empty'`, where it is
 * no filled box). `below` has the options of a second plot under the first.
 */
export function picture({ title, subtitle, legend = [], below, ...options }) {
  const svg = plotOf(options);
  const width = Number(svg.getAttribute('width'));
  let height = Number(svg.getAttribute('height'));
  if (below !== undefined) {
    const lower = plotOf(below);
    lower.setAttribute('y', String(height));
    svg.append(lower);
    height += Number(lower.getAttribute('height'));
  }
  const above = legend.length > 0 ? 88 : 58;
  svg.setAttribute('viewBox', `0 ${-above} ${width} ${height + above}`);
  svg.setAttribute('height', String(height + above));
  // Without it a picture stays empty where the notebook shows it as an image.
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${title}: ${subtitle}`);
  svg.insertAdjacentHTML('beforeend', heading(title, subtitle, legend, -above));
  return shown({ 'image/svg+xml': `${svg.outerHTML}\n`, 'text/plain': `${title}: ${subtitle}` });
}

function plotOf(options) {
  const style = { color: colors.text, fontSize: '13px', fontFamily: 'system-ui, sans-serif' };
  return Plot.plot({ document, width: 860, marginBottom: 44, ...options, style });
}

function heading(title, subtitle, legend, top) {
  const text = (x, y, style, content) =>
    `<text x="${x}" y="${top + y}" text-anchor="start" ${style}>${escaped(content)}</text>`;
  const parts = [
    text(8, 22, 'font-size="17" font-weight="bold"', title),
    text(8, 44, 'font-size="13"', subtitle),
  ];
  let x = 8;
  for (const [label, color, kind] of legend) {
    const [y, height] = kind === 'line' ? [66, 3] : [61, 13];
    const paint = kind === 'empty' ? `fill="none" stroke="${color}"` : `fill="${color}"`;
    parts.push(`<rect x="${x}" y="${top + y}" width="18" height="${height}" ${paint}></rect>`);
    parts.push(text(x + 24, 72, 'font-size="13"', label));
    x += 24 + label.length * 7 + 18;
  }
  return parts.join('\n');
}

const escaped = (text) =>
  String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a notebook shows of a cell that ends in it. */
const shown = (texts) => ({ [Symbol.for('Jupyter.display')]: () => texts });
