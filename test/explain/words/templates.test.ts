import { describe, expect, it } from 'vitest';
import { clauses } from '../../../src/clauses/index.ts';
import { en } from '../../../src/explain/words/en.ts';
import { ko } from '../../../src/explain/words/ko.ts';
import { statements } from '../../../src/explain/words/ko-statements.ts';
import { allRoles, parseRole } from '../../../src/roles/index.ts';

type Text = readonly [path: string, facts: readonly string[], text: string];

/** Every text of a language by its path, with the facts that it uses, each replaced by its name. */
function textsOf(node: unknown, path: string): Text[] {
  if (typeof node === 'string') return [[path, [], node]];
  if (typeof node === 'function') {
    const used = new Set<string>();
    const facts = new Proxy(
      {},
      {
        get(_, name) {
          used.add(String(name));
          return `{${String(name)}}`;
        },
      },
    );
    const text: unknown = node(facts);
    return [[path, [...used].sort(), String(text)]];
  }
  return Object.entries(node as object).flatMap(([name, inner]) =>
    textsOf(inner, `${path}.${name}`),
  );
}

const { statementOf: _, ...english } = en;
const { statementOf: __, ...koreanTexts } = ko;
const texts = { en: textsOf(english, ''), ko: textsOf(koreanTexts, '') };

describe('the languages', () => {
  it('have the same texts with the same facts', () => {
    const shapes = Object.values(texts).map((all) =>
      all.map(([path, facts]) => `${path}(${facts})`.replace('nameKo', 'name')).sort(),
    );
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]?.length).toBeGreaterThan(350);
  });

  it.each(Object.entries(texts))('%s uses every fact, and has no empty text', (_, all) => {
    for (const [path, facts, text] of all) {
      expect([path, text.trim()]).not.toEqual([path, '']);
      for (const fact of facts) {
        if (path !== '.dayCount' && path !== '.days') expect(text).toContain(`{${fact}}`);
      }
    }
  });

  it.each(Object.entries(texts))('%s contains no Markdown syntax', (_, all) => {
    for (const [path, , text] of all) {
      expect([path, text.replace(/\{\w+\}/g, '')]).toEqual([
        path,
        expect.stringMatching(/^[^*_`[\]<>#\\|~{}&\n]*$/),
      ]);
    }
    for (const statement of Object.values(statements))
      expect(statement).not.toMatch(/[*_`[\]<>#\\|~]/);
    for (const { statement, section } of clauses) {
      expect(statement + section).not.toMatch(/[*_`[\]<>#\\|~]/);
    }
  });

  it('differ', () => {
    const same = texts.en.filter(
      ([path, , text], at) =>
        text === texts.ko[at]?.[2] &&
        !/^\.(listed|reasonsJoined|clause|interpretation|form\.field|steps\.stage|portalLabels\.CSP)$/.test(
          path,
        ),
    );
    expect(same).toEqual([]);
  });

  it('state every clause', () => {
    expect(Object.keys(statements).sort()).toEqual(clauses.map(({ id }) => id).sort());
    for (const clause of clauses) {
      expect(en.statementOf(clause)).toBe(clause.statement);
      expect(ko.statementOf(clause)).toMatch(/[가-힣].*다\.$/);
    }
  });

  it('keep the numbers of the clauses', () => {
    const words: Readonly<Record<string, string>> = {
      five: '5',
      fifth: '5',
      twelve: '12',
      seven: '7',
      fiftieth: '50',
    };
    const numbers = (text: string): string[] =>
      (text.match(/\d+(?:,\d+)*/g) ?? []).filter((n, at, all) => all.indexOf(n) === at).sort();
    for (const { id, statement } of clauses) {
      const spelled = statement.replace(
        /\b(five|fifth|seven|twelve|fiftieth)\b/gi,
        (word) => words[word.toLowerCase()] ?? word,
      );
      const korean = numbers(statements[id]);
      for (const number of numbers(spelled))
        expect([id, korean]).toEqual([id, expect.arrayContaining([number])]);
    }
  });

  it('name roles as `parseRole` accepts them', () => {
    for (const role of allRoles) {
      for (const names of [en.roles, ko.roles]) {
        expect(parseRole(names[role])).toEqual({ ok: true, value: role });
      }
    }
  });
});
