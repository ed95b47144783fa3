import { answers, readAgain } from '../explain/answers.ts';
import { name, nullable, unsaid } from './template.ts';

type Mark = (template: unknown) => unknown;

/** Fields of answers in which more than one thing is as good. */
const marks: Readonly<Record<string, Mark>> = {
  lines: unsaid,
  // Names of the caller's on which nothing else in the answer depends.
  ...{ orderId: name, productName: name, name },
};

/** An answer that was JSON in between, as a template: every field is compared with the computed one. */
export function answerOf(kind: string): unknown {
  return templateOf(readAgain(answers[kind]));
}

function templateOf(value: unknown): unknown {
  if (value === null) return nullable(value);
  if (Array.isArray(value)) return value.map(templateOf);
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => {
      const template = templateOf(part);
      return [field, Object.hasOwn(marks, field) ? marks[field]?.(template) : template];
    }),
  );
}
