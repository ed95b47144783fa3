// A list of records in a form: each a group of fields, with a button to remove it, and one to add another.

import { byId, html } from './elements.js';
import { inLanguage, words } from './text.js';

const MOST_ROWS = 100;

export function readRows({ name, columns }) {
  const rows = [...byId(`rows-${name}`).querySelectorAll('fieldset')].map((group) =>
    Object.fromEntries(
      columns
        .map((column) => [
          column.name,
          group.querySelector(`[data-column="${column.name}"]`).value.trim(),
        ])
        .filter(([, value]) => value !== ''),
    ),
  );
  return rows.length === 0 ? '' : JSON.stringify(rows);
}

export function writeRows(field, value, lang) {
  let rows;
  try {
    rows = value === '' ? [] : JSON.parse(value);
  } catch {
    rows = [];
  }
  const place = byId(`rows-${field.name}`);
  const list = Array.isArray(rows) ? rows.slice(0, MOST_ROWS) : [];
  place.replaceChildren(...list.map((row, at) => rowOf(field, Object(row), at, lang)));
}

/** Adds and removes records; says so to the form, which answers anew. */
export function listenToRows(form, field, lang) {
  const changed = (rows) => {
    writeRows(field, JSON.stringify(rows), lang);
    form.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const current = () => JSON.parse(readRows(field) || '[]');
  byId(`add-${field.name}`).addEventListener('click', () => {
    const rows = current();
    const last = rows.at(-1) ?? {};
    changed([...rows, field.next?.(last, rows.length) ?? last]);
    byId(`rows-${field.name}`).lastChild?.querySelector('input, select')?.focus();
  });
  byId(`rows-${field.name}`).addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-remove]');
    if (button === null) return;
    changed(current().filter((_, at) => at !== Number(button.dataset.remove)));
    byId(`add-${field.name}`).focus();
  });
}

function rowOf({ name, columns, of }, row, at, lang) {
  const title = `${inLanguage(of, lang)} ${at + 1}`;
  const remove = html(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-remove': at,
      'aria-label': `${inLanguage(words.remove, lang)}: ${title}`,
    },
    inLanguage(words.remove, lang),
  );
  const cells = columns.map((column) => {
    const id = `${name}.${at}.${column.name}`;
    return html(
      'div',
      { class: 'cell' },
      html('label', { for: id }, inLanguage(column.label, lang)),
      control(column, id, row[column.name] ?? '', lang),
      html('p', { class: 'issue', id: `issue-${id}`, hidden: true }),
    );
  });
  return html('fieldset', {}, html('legend', {}, title), ...cells, remove);
}

function control(column, id, value, lang) {
  const shared = { id, 'data-column': column.name, 'aria-describedby': `issue-${id}` };
  const offers =
    column.kind === 'yes-no'
      ? [
          ['true', words.yes],
          ['false', words.no],
        ]
      : column.offers;
  if (offers !== undefined) {
    const list =
      column.optional || column.kind === 'yes-no' ? [['', words.notGiven], ...offers] : offers;
    const select = html(
      'select',
      shared,
      ...list.map(([offer, label]) => new Option(inLanguage(label, lang), offer)),
    );
    if (!list.some(([offer]) => offer === value)) select.add(new Option(value, value));
    select.value = value;
    return select;
  }
  const input = html('input', {
    ...shared,
    ...(column.kind === 'day'
      ? { type: 'date', max: '9999-12-31' }
      : { spellcheck: 'false', autocomplete: 'off' }),
    ...(column.kind === 'amount' ? { inputmode: 'decimal' } : {}),
    ...(column.kind === 'count' ? { inputmode: 'numeric' } : {}),
  });
  input.value = value;
  return input;
}
