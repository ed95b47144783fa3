import { describe, expect, it } from 'vitest';
import * as english from '../../src/explain/en.ts';
import { explain } from '../../src/explain/index.ts';
import * as korean from '../../src/explain/ko.ts';
import { isInputError } from '../../src/index.ts';
import { answers } from './answers.ts';

const entries = { en: english, ko: korean } as const;

describe.each(['en', 'ko'] as const)('the entry of %s', (locale) => {
  const entry = entries[locale];

  it.each(Object.entries(answers))('explains as that of both languages does: %s', (_, answer) => {
    for (const as of [undefined, 'text', 'markdown'] as const) {
      expect(entry.explain(answer, { as })).toBe(explain(answer, { locale, as }));
    }
    expect(entry.tryExplain(answer)).toEqual({ ok: true, value: explain(answer, { locale }) });
  });

  it('takes no other language', () => {
    const parsed = entry.tryExplain(answers['refund'], { locale: 'en' } as object);
    expect(parsed).toMatchObject({
      ok: false,
      issues: [{ path: ['options', 'locale'], code: 'unknown-field' }],
    });
  });

  it('throws every issue of what is no answer', () => {
    let thrown: unknown;
    try {
      entry.explain({} as never);
    } catch (error) {
      thrown = error;
    }
    expect(isInputError(thrown)).toBe(true);
    expect(thrown).toMatchObject({ issues: [{ path: ['kind'], code: 'missing-field' }] });
  });
});
