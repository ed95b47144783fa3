// The question: what the form holds, as facts, and in the address.

import { byId } from './elements.js';
import { readRows, writeRows } from './rows.js';

/** The value of a field as a fact: what is empty was not given, and what cannot be converted is reported by the library. */
function factOf({ kind }, value) {
  if (kind === 'yes-no' && (value === 'true' || value === 'false')) return value === 'true';
  if (kind === 'count' && /^\d{1,15}$/.test(value)) return Number(value);
  if (kind === 'instant' && value !== '') {
    return /Z$/.test(value) ? value : `${value}${value.length === 16 ? ':00' : ''}Z`;
  }
  return value;
}

function controlsOf(form, name) {
  return [...form.elements].filter((control) => control.name === name);
}

/** What a field holds, as text; rows as JSON. */
function readField(form, field) {
  if (field.kind === 'rows') return readRows(field);
  const controls = controlsOf(form, field.name);
  if (field.kind === 'several') {
    return controls
      .filter(({ checked }) => checked)
      .map(({ value }) => value)
      .join(',');
  }
  if (field.kind === 'yes-no') return controls.find(({ checked }) => checked)?.value ?? '';
  return controls[0]?.value.trim() ?? '';
}

export function writeField(form, field, value, lang) {
  if (field.kind === 'rows') {
    writeRows(field, value, lang);
    return;
  }
  const controls = controlsOf(form, field.name);
  if (field.kind === 'several') {
    const chosen = value.split(',');
    for (const control of controls) control.checked = chosen.includes(control.value);
    return;
  }
  if (field.kind === 'yes-no') {
    for (const control of controls) control.checked = control.value === value;
    return;
  }
  const [control] = controls;
  // A list can only hold what it offers: what it does not is offered, and then reported.
  if (control.options && ![...control.options].some((option) => option.value === value)) {
    control.add(new Option(value, value));
  }
  control.value = field.kind === 'instant' ? value.replace(/Z$/, '') : value;
}

/** Shows the fields that the others ask for, and hides the rest. Their values do not count while they are hidden. */
function isShown({ when, unless }, values) {
  const matches = (conditions) =>
    Object.entries(conditions).every(([name, wanted]) =>
      [wanted].flat().includes(values[name] ?? ''),
    );
  return (when === undefined || matches(when)) && (unless === undefined || !matches(unless));
}

/** The values of the form, and of the address what has no field: it is asked too, so that nothing is dropped. */
export function readForm(form, fields, others) {
  const values = Object.fromEntries(fields.map((field) => [field.name, readField(form, field)]));
  for (const field of fields) {
    const isVisible = isShown(field, values);
    byId(`field-${field.name}`).hidden = !isVisible;
    if (!isVisible) delete values[field.name];
  }
  return {
    ...Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
    ...others,
  };
}

/** Facts from values: a name with points is a path. */
export function factsOf(values, fields) {
  const facts = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((field) => field.name === name);
    if (field?.isOption) continue;
    const own =
      field?.kind === 'rows' ? JSON.parse(value).map((row) => rowFacts(row, field)) : undefined;
    const several = field?.kind === 'several' ? value.split(',') : undefined;
    put(facts, name.split('.'), own ?? several ?? factOf(field ?? {}, value));
  }
  return facts;
}

function rowFacts(row, { columns }) {
  const facts = {};
  for (const column of columns) {
    const value = row[column.name] ?? '';
    if (value !== '') put(facts, column.name.split('.'), factOf(column, value));
  }
  return facts;
}

/** Own properties only: a path from an address must not reach a prototype. */
function put(facts, [first, ...rest], value) {
  if (rest.length === 0 || first === '__proto__') {
    Object.defineProperty(facts, first, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return;
  }
  if (!Object.hasOwn(facts, first)) facts[first] = {};
  put(facts[first], rest, value);
}

export function readAddress() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

export function writeAddress(values) {
  const address = `#${new URLSearchParams(values)}`;
  if (location.hash !== address) history.replaceState(null, '', address);
}
