// The answer: the verdict first, then its reasons as the library explains them, the same in code, and three ways to take it away.

import { byId, html } from './elements.js';
import { grouped, inLanguage, issueText, words } from './text.js';

/** Shows the verdict; a screen reader hears it only if it is another than before. */
function showVerdict(tone, figure, sentence) {
  byId('verdict').dataset.tone = tone;
  const place = byId('figure');
  place.hidden = figure === undefined;
  if (figure !== undefined) {
    const [main, unit] = [figure].flat();
    place.replaceChildren(
      grouped(main),
      ...(unit === undefined ? [] : [' ', html('small', {}, unit)]),
    );
  }
  const status = byId('sentence');
  if (status.textContent !== sentence) status.textContent = sentence;
}

/** The library's text: the verdict, then titles, and below them lines and details by their indent. */
function showExplanation(lines) {
  const parts = [];
  for (const line of lines) {
    if (!line.startsWith('  ')) parts.push(html('h3', {}, line), html('ul'));
    else if (!line.startsWith('    ')) parts.at(-1).append(html('li', {}, line.trim()));
    else (parts.at(-1).lastChild ?? parts.at(-1)).append(html('p', { class: 'hint' }, line.trim()));
  }
  byId('explanation').replaceChildren(...parts);
}

/** An answer in the library's words. Returns them. */
export function showAnswer(text, figure, tone) {
  const [sentence, ...lines] = text.split('\n');
  showVerdict(tone, figure, sentence);
  showExplanation(lines);
  return text;
}

/** An answer that the library has no words for. Returns its text. */
export function showSentence(sentence, figure, tone, lines = []) {
  showVerdict(tone, figure, sentence);
  showExplanation(lines);
  return [sentence, ...lines].join('\n');
}

/** Each issue at its field; the names of these fields where the answer would be. Returns the text. */
export function showIssues(form, fields, issues, lang) {
  for (const place of form.querySelectorAll('.issue')) write(place, []);
  for (const control of form.querySelectorAll('[aria-invalid]'))
    control.removeAttribute('aria-invalid');
  const labels = new Set();
  const rest = [];
  for (const issue of issues) {
    const place = placeOf(issue.path, fields);
    if (place === undefined) {
      rest.push(issue);
      continue;
    }
    labels.add(inLanguage(place.field.label, lang));
    const own = byId(`issue-${place.id}`);
    write(own, [...own.childNodes, html('span', {}, issueText(issue, lang))]);
    for (const control of controlsAt(place)) control.setAttribute('aria-invalid', 'true');
  }
  const others = byId('other-issues');
  write(
    others,
    rest.map((issue) => {
      const text =
        lang === 'ko' ? `${issue.path.join('.')}: ${issueText(issue, lang)}` : issue.message;
      return html('li', {}, text);
    }),
  );
  if (rest.length > 0) labels.add(inLanguage(words.otherFacts, lang));
  if (issues.length === 0) return undefined;
  const sentence = `${inLanguage(words.issueCount, lang)} ${[...labels].join(', ')}.`;
  return showSentence(sentence, undefined, 'issue');

  function controlsAt({ id, field }) {
    if (byId(id)) return [byId(id)];
    return [...form.elements].filter((control) => control.name === field.name);
  }
}

/** Arguments of functions, below which the path of a fact can begin. */
const ARGUMENTS = ['options', 'ledger', 'link', 'relationship'];

/** The field of a path: the field of its whole name, or of its beginning. */
function placeOf(path, fields) {
  const whole = path.map(String);
  if (ARGUMENTS.includes(whole[0])) whole.shift();
  for (let length = whole.length; length > 0; length -= 1) {
    const name = whole.slice(0, length).join('.');
    const field = fields.find((field) => field.name === name || field.alias === name);
    if (field === undefined) continue;
    if (field.kind !== 'rows')
      return byId(`field-${field.name}`).hidden ? undefined : { id: field.name, field };
    const cell = whole.slice(0, length + 2).join('.');
    return byId(`issue-${cell}`) === null ? { id: field.name, field } : { id: cell, field };
  }
  return undefined;
}

function write(place, parts) {
  place.hidden = parts.length === 0;
  place.replaceChildren(...parts);
}

/** The call with its result, to paste into a program. */
export function codeOf({ from, name, args }, result) {
  const call = args
    .filter(
      (arg, at) => arg !== undefined || args.slice(at + 1).some((later) => later !== undefined),
    )
    .map((arg) => (arg === undefined ? 'undefined' : literal(arg)))
    .join(', ');
  const lines = [`import { ${name} } from 'partner-rules/${from}';`, '', `${name}(${call});`];
  if (result !== undefined) lines.push(`// ${JSON.stringify(result)}`);
  return lines.join('\n');
}

/** JSON as a person writes it in TypeScript: names without quotes, texts in single ones. */
function literal(value) {
  const json = JSON.stringify(value, null, 2) ?? 'undefined';
  return json
    .replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
    .replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner) =>
      inner.includes('\\') || inner.includes("'") ? whole : `'${inner}'`,
    );
}

export function listenToCopies(current, lang) {
  const sources = {
    'copy-text': () => current().text,
    'copy-code': () => current().code,
    'copy-link': () => location.href,
  };
  for (const [id, source] of Object.entries(sources)) {
    const button = byId(id);
    const label = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(source());
      button.textContent = inLanguage(words.copied, lang);
      setTimeout(() => {
        button.textContent = label;
      }, 2_000);
    });
  }
}
