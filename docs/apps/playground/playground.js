import { explain } from 'partner-rules/explain';
import {
  currencyCodes,
  defaultRefundPolicy,
  isInputError,
  products,
  refundCurve,
  refundPolicies,
  tryQuoteRefund,
} from 'partner-rules/reservations';
import { showCurve } from './curve.js';
import { texts } from './texts.js';

const byId = (id) => document.getElementById(id);
const form = byId('facts');
const fields = [...new Set([...form.elements].map(({ name }) => name).filter(Boolean))];

/** What is asked where the address asks nothing. */
const example = {
  paid: '12000.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-07',
  used: 'false',
  policy: defaultRefundPolicy.id,
};

/** What the address says and the form has no field for: it is asked too, so that nothing is dropped. */
let others = {};
let lang = navigator.language.startsWith('ko') ? 'ko' : 'en';

// --- The question, in the form and in the address ------------------------------------------------

/** The question in the address, or the example; the language too, where one is named. */
function readAddress() {
  const { lang: named, ...asked } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (Object.hasOwn(texts, named ?? '')) lang = named;
  return Object.keys(asked).length === 0 ? example : { policy: example.policy, ...asked };
}

function fillForm(question) {
  others = Object.fromEntries(Object.entries(question).filter(([name]) => !fields.includes(name)));
  for (const name of fields) {
    const value = Object.hasOwn(question, name) ? question[name] : '';
    const field = form.elements[name];
    // A list can only hold what it offers: what it does not is offered, and then reported.
    if (field.options && ![...field.options].some((option) => option.value === value)) {
      field.add(new Option(value, value));
    }
    field.value = value;
  }
}

/** The facts as the form holds them; what is empty was not said. */
function readForm() {
  const typed = fields.map((name) => [name, form.elements[name].value]);
  const question = { ...Object.fromEntries(typed.filter(([, value]) => value !== '')), ...others };
  const address = `#${new URLSearchParams({ ...question, lang })}`;
  if (location.hash !== address) history.replaceState(null, '', address);
  const { policy, ...facts } = question;
  const booleans = { true: true, false: false };
  if (Object.hasOwn(booleans, facts.used ?? '')) facts.used = booleans[facts.used];
  return { facts, options: { policy } };
}

// --- The answer ----------------------------------------------------------------------------------

function answer() {
  const { facts, options } = readForm();
  const usd = facts.currency === undefined || facts.currency === 'USD';
  const rate = form.elements.usdRate;
  byId('rate-field').hidden = usd && rate.value === '' && document.activeElement !== rate;

  const quote = tryQuoteRefund(facts, options);
  showIssues(quote.ok ? [] : quote.issues);
  if (quote.ok) showExplanation(quote.value);
  showCurve(curveOf(facts, options), facts.canceledOn, texts[lang]);
  showCall(facts, options, quote);
}

/** Each issue at its field, and the names of these fields where the answer would be. */
function showIssues(issues) {
  const labels = new Set();
  const words = texts[lang];
  for (const name of fields) {
    const own = issues.filter(({ path }) => fieldOf(path) === name);
    write(
      byId(`${name}-issue`),
      own.map((issue) => issueText(issue)),
    );
    for (const control of form.querySelectorAll(`[name="${name}"]`)) {
      control.setAttribute('aria-invalid', String(own.length > 0));
    }
    if (own.length > 0) labels.add(words[name]);
  }
  const rest = issues.filter(({ path }) => !fields.includes(fieldOf(path)));
  write(
    byId('other-issues'),
    rest.map((issue) => element('li', {}, issueText(issue, true))),
  );
  if (rest.length > 0) labels.add(words.otherFacts);
  if (labels.size === 0) return;
  say(words.mend([...labels]));
  byId('explanation').replaceChildren();
}

const fieldOf = ([first, second]) => (first === 'options' ? second : first);

function issueText({ path, code, expected, received, message }, isUnplaced) {
  const translated = texts[lang].issues[code];
  if (translated !== undefined) return isUnplaced ? `${path.join('.')}: ${translated}` : translated;
  const text = isUnplaced ? message : `Expected ${expected}; got ${received}.`;
  return element('span', { lang: 'en' }, text);
}

function write(place, parts) {
  place.hidden = parts.length === 0;
  place.replaceChildren(...parts);
}

/** Says the verdict; a screen reader hears it only where it is another than before. */
function say(text) {
  const verdict = byId('verdict');
  if (verdict.textContent !== text) verdict.textContent = text;
}

/** The library's text: the verdict, then titles, and below them lines and details by their indent. */
function showExplanation(quote) {
  const [verdict, ...lines] = explain(quote, { locale: lang }).split('\n');
  say(verdict);
  const parts = [];
  for (const line of lines) {
    if (!line.startsWith('  ')) parts.push(element('h3', {}, line), element('ul', {}));
    else if (!line.startsWith('    ')) parts.at(-1).append(element('li', {}, line.trim()));
    else parts.at(-1).lastChild.append(element('p', { class: 'hint' }, line.trim()));
  }
  byId('explanation').replaceChildren(...parts);
}

function curveOf(facts, options) {
  try {
    return refundCurve({ ...facts, canceledOn: undefined }, options);
  } catch (error) {
    if (isInputError(error)) return undefined;
    throw error;
  }
}

function showCall(facts, options, quote) {
  const told = quote.ok
    ? { refund: quote.value.refund, because: quote.value.because }
    : quote.issues.map(({ path, code }) => ({ path, code }));
  const code = [
    "import { tryQuoteRefund } from 'partner-rules/reservations';",
    '',
    `tryQuoteRefund(${JSON.stringify(facts, null, 2)}, ${JSON.stringify(options)});`,
    `// ${quote.ok ? 'value' : 'issues'}: ${JSON.stringify(told)}`,
  ];
  byId('call').firstChild.textContent = code.join('\n');
}

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// --- The language --------------------------------------------------------------------------------

function showTexts() {
  const words = texts[lang];
  document.documentElement.lang = lang;
  document.title = words.pageTitle;
  byId('lang').value = lang;
  for (const place of document.querySelectorAll('[data-text]')) {
    place.textContent = words[place.dataset.text];
  }
  fill('term', Object.entries(words.terms));
  fill('product', [['', words.noProduct], ...products.map((product) => [product, product])]);
  const label = (id) => words.policyOf(id, id === defaultRefundPolicy.id);
  fill(
    'policy',
    Object.keys(refundPolicies).map((id) => [id, label(id)]),
  );
}

/** Offers these values in a list; what was chosen stays chosen. */
function fill(name, offers) {
  const list = form.elements[name];
  const { value } = list;
  list.replaceChildren(...offers.map(([offer, label]) => new Option(label, offer)));
  if (value !== '' && !offers.some(([offer]) => offer === value))
    list.add(new Option(value, value));
  list.value = value;
}

// --- Events --------------------------------------------------------------------------------------

// Not at every key: a screen reader would not keep up, and browsers limit how often an address changes.
const PAUSE = 300;
let waiting;

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(answer, PAUSE);
});
form.addEventListener('submit', (event) => event.preventDefault());
form.elements.usdRate.addEventListener('blur', answer);
byId('lang').addEventListener('change', ({ target }) => {
  lang = target.value;
  showTexts();
  answer();
});
addEventListener('resize', answer);
addEventListener('hashchange', start);

function start() {
  const question = readAddress();
  showTexts();
  fillForm(question);
  answer();
}

byId('currencies').append(...[...currencyCodes].sort().map((code) => new Option(code, code)));
start();
