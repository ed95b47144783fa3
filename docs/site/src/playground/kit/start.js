// A page of the playground: one form, one answer. A family says which fields there are, and how to answer.

import { codeOf, listenToCopies, showAnswer, showIssues, showSentence } from './answer.js';
import { byId } from './elements.js';
import { factsOf, readAddress, readForm, writeAddress, writeField } from './question.js';
import { listenToRows } from './rows.js';
import { inLanguage, words } from './text.js';

// Not at every key: a screen reader would not keep up, and browsers limit how often an address changes.
const PAUSE = 30;

/** `explain` is in the language of the page, and left out where the family writes its own sentence. */
export function start(family, lang, explain) {
  const form = byId('question');
  const { fields } = family;
  const names = fields.map(({ name }) => name);
  let current = { text: '', code: '' };
  let others = {};

  function ask(values) {
    others = Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
    for (const field of fields) {
      const value = Object.hasOwn(values, field.name)
        ? values[field.name]
        : (field.byDefault ?? '');
      writeField(form, field, value, lang);
    }
    answer();
  }

  function answer() {
    const values = readForm(form, fields, others);
    writeAddress(values);
    const facts = factsOf(values, fields);
    const { parsed, call } = family.ask(facts, values, lang);
    const code = call.code ?? codeOf(call, parsed.ok ? family.result?.(parsed.value) : undefined);
    byId('code').textContent = code;
    byId('reasons').hidden = !parsed.ok;
    const issues = parsed.ok ? [] : parsed.issues;
    let text = showIssues(form, fields, issues, lang);
    if (parsed.ok) {
      const tone = family.tone?.(parsed.value) ?? (parsed.value.allowed === false ? 'no' : 'yes');
      const figure = family.figure?.(parsed.value, lang) ?? yesOrNo(parsed.value);
      const said = family.sentence?.(parsed.value, lang);
      text = said
        ? showSentence(said[0], figure, tone, said.slice(1))
        : showAnswer(explain(parsed.value), figure, tone);
    }
    current = { text, code };
    family.show?.({ parsed, facts, values, lang });
  }

  function yesOrNo({ allowed }) {
    if (allowed === undefined) return undefined;
    return inLanguage(allowed ? words.yes : words.no, lang);
  }

  let waiting;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(answer, PAUSE);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const field of fields) if (field.kind === 'rows') listenToRows(form, field, lang);
  byId('examples')?.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-example]');
    if (button !== null) ask(family.examples[Number(button.dataset.example)].values);
  });
  addEventListener('hashchange', () => ask(readAddress()));
  listenToCopies(() => current, lang);
  family.begin?.({ form, lang, ask });
  const asked = readAddress();
  ask(Object.keys(asked).length === 0 ? family.examples[0].values : asked);
}
