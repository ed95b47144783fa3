import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { questionsTo, workedRefunds } from './questions.ts';
import { startQuickJS } from './quickjs.ts';

// The built scripts, in the smallest engine: `npm test` builds them first.
const dist = new URL('../../dist/', import.meta.url);
const rooms = Object.keys(questionsTo);
const sourceOf = (room: string): string => readFileSync(new URL(`iife/${room}.js`, dist), 'utf8');
const globalOf = (room: string): string =>
  `partnerRules${room.charAt(0).toUpperCase()}${room.slice(1)}`;

/** The answer to a question, or the issues, as JSON. */
const answerTo = (question: string): string => `(() => {
  try {
    return JSON.stringify({ answer: ${question} });
  } catch (error) {
    return JSON.stringify({ error: error.name, issues: error.issues });
  }
})()`;

it('has a script for each folder of rules', () => {
  const built = readdirSync(new URL('iife/', dist));
  expect(built.sort()).toEqual([...rooms, 'quotes'].sort().map((room) => `${room}.js`));
  const folders = readdirSync(new URL('../../src/', import.meta.url), { withFileTypes: true })
    .filter(
      (entry) =>
        entry.isDirectory() && !['kernel', 'vocabulary', 'cli', 'schemas'].includes(entry.name),
    )
    .map(({ name }) => name);
  expect(folders.sort()).toEqual(rooms);
});

it('runs them where little more than the language is there', async () => {
  const { run } = await startQuickJS();
  const absent = ['Intl', 'process', 'crypto', 'structuredClone', 'console', 'require', 'URL'];
  expect(run(absent.map((name) => `typeof ${name}`).join(" + ' ' + "))).toBe(
    absent.map(() => 'undefined').join(' '),
  );
});

describe.each(rooms)('the script of %s', (room) => {
  const source = sourceOf(room);

  it('defines one global, with all that the module exports, and changes no other', async () => {
    const { run } = await startQuickJS();
    const globals = 'Object.getOwnPropertyNames(globalThis)';
    run(`const before = new Set(${globals}); ''`);
    run(`${source}; ''`);
    expect(run(`${globals}.filter((name) => !before.has(name)).join(' ')`)).toBe(globalOf(room));
    const module = Object.keys(await import(new URL(`${room}.js`, dist).href));
    expect(run(`Object.keys(${globalOf(room)}).sort().join(' ')`)).toBe(module.sort().join(' '));
  });

  it('can stand between the dollar quotes of SQL', () => {
    expect(source).not.toContain('$$');
  });

  it('answers to the byte what the module answers', async () => {
    const { run } = await startQuickJS();
    run(`${source}; const rules = ${globalOf(room)}; ''`);
    const module: unknown = await import(new URL(`${room}.js`, dist).href);
    const questions = questionsTo[room]?.() ?? [];
    let answered = 0;
    for (const question of questions) {
      const expected: string = new Function('rules', `return ${answerTo(question)}`)(module);
      expect(`${question}: ${run(answerTo(question))}`).toBe(`${question}: ${expected}`);
      expect(expected).not.toMatch(/"error":"(TypeError|ReferenceError|SyntaxError|RangeError)"/);
      if (expected.startsWith('{"answer":')) answered += 1;
    }
    expect(answered).toBeGreaterThan(questions.length / 2);
  });
});

it('refunds the worked numbers', async () => {
  const { run } = await startQuickJS();
  run(`${sourceOf('reservations')}; ''`);
  for (const [facts, refund] of workedRefunds) {
    const asked = `partnerRulesReservations.tryQuoteRefund(${JSON.stringify(facts)})`;
    expect(run(`String((${asked}).value?.refund)`)).toBe(String(refund));
  }
});
