import { answers, readAgain } from '../explain/answers.ts';
import { anything, compared, name, nullable, open, optional, spelled, text } from './template.ts';

type Mark = (template: unknown) => unknown;

const optionalText: Mark = (template) => optional(text(template));

/** Fields of answers in which more than one thing is as good. */
const marks: Readonly<Record<string, Mark>> = {
  lines: optional,
  // Nobody looks at them.
  unstated: anything,
  field: anything,
  // Names of the caller's.
  ...{ orderId: name, productName: name, customerId: name, partnerId: name, name },
  market: spelled,
  // What a request to support says in words.
  ...{ title: optionalText, description: text, impact: optionalText },
};

/** What is read of an answer, as facts are, before it is computed again. */
const facts = ['request', 'asked'];

/** An answer that was JSON in between, as a template: it may hold more than is asked of it. */
export function answerOf(kind: string): unknown {
  const fields = Object.entries(readAgain(answers[kind]) as object);
  return open(
    Object.fromEntries(
      fields.map(([field, value]) => [
        field,
        marked(field, templateOf(value, facts.includes(field) ? open : compared)),
      ]),
    ),
  );
}

function templateOf(value: unknown, object: Mark): unknown {
  if (value === null) return nullable(value);
  if (Array.isArray(value)) return value.map((part) => templateOf(part, object));
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value);
  return object(
    Object.fromEntries(
      fields.map(([field, part]) => [field, marked(field, templateOf(part, object))]),
    ),
  );
}

function marked(field: string, template: unknown): unknown {
  const mark = Object.hasOwn(marks, field) ? marks[field] : undefined;
  // What the library itself calls by that name is no text of the caller's.
  return mark === undefined ? template : mark(template);
}
