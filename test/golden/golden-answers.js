// The answers to the questions of cases.json, a line of JSON for each. Runs on any host: it gets the library and the questions,
// and touches nothing else.

export function goldenAnswers(library, cases) {
  return cases
    .map(({ id, ...asked }) => `${JSON.stringify({ id, ...answerTo(library, asked) })}\n`)
    .join('');
}

function answerTo(library, asked) {
  try {
    return { answer: askedOf(library, asked) };
  } catch (error) {
    // What else is thrown is a bug of ours, and no golden answer.
    return library.isInputError(error) ? { issues: error.issues } : { bug: `${error}` };
  }
}

function askedOf(library, { call, given }) {
  const answer = (call === 'settleAll' ? settleAll(library) : library[call])(
    ...given.map((value) => revived(library, value)),
  );
  return isIterator(answer) ? [...answer] : readable(answer);
}

/** A batch with its ledgers afterwards, which the library gives one after the other. */
const settleAll = (library) => (records, options) => {
  const settlement = library.createSettlement(options);
  const results = records.map((record) => settlement.settle(record));
  return { results, ledgers: [...settlement.ledgers()] };
};

const isIterator = (value) => typeof value?.next === 'function';

/** Columns of numbers as lists, which JSON would write as objects. */
function readable(answer) {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return mapped(answer, (value) => (ArrayBuffer.isView(value) ? [...value] : value));
}

/** What JSON has no words for, by the mark under which cases.json writes it. */
const marks = {
  $answer: (asked, library) => askedOf(library, asked),
  $bigint: (text) => BigInt(text),
  $bytes: (numbers) => Uint8Array.from(numbers),
  $date: (milliseconds) => new Date(Number(milliseconds)),
  $days: (numbers) => Int32Array.from(numbers),
  $floats: (numbers) => Float64Array.from(numbers),
  $number: (text) => Number(text),
  $undefined: () => undefined,
};

function revived(library, value) {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => revived(library, item));
  const [mark] = Object.keys(value);
  if (Object.hasOwn(marks, mark ?? '')) return marks[mark](value[mark], library);
  return mapped(value, (item) => revived(library, item));
}

/** Unlike a spread or an assignment, keeps a field that is called `__proto__`. */
function mapped(value, change) {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]));
}
