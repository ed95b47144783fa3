import { describe, expectTypeOf, it } from 'vitest';
import { type ExplainableAnswer, explain, tryExplain } from '../../src/explain/index.ts';
import { en } from '../../src/explain/words/en.ts';
import type { Templates } from '../../src/explain/words/templates.ts';
import type { Parsed, RefundQuote, SupportDraft } from '../../src/index.ts';

declare const quote: RefundQuote;
declare const draft: SupportDraft;

describe('explain', () => {
  it('takes every answer, and gives a text', () => {
    expectTypeOf(explain(quote, { locale: 'ko', as: 'markdown' })).toEqualTypeOf<string>();
    expectTypeOf(explain(draft)).toEqualTypeOf<string>();
    expectTypeOf(tryExplain({})).toEqualTypeOf<Parsed<string>>();
    expectTypeOf(quote).toExtend<ExplainableAnswer>();
  });

  it('takes no other language, form or answer', () => {
    // @ts-expect-error
    explain(quote, { locale: 'de' });
    // @ts-expect-error
    explain(quote, { as: 'html' });
    // @ts-expect-error
    explain({ allowed: true });
  });
});

describe('a language', () => {
  it('that lacks a word, or says it with other facts, does not compile', () => {
    const { 'term-ended': _, ...reasons } = en.reasons;
    // @ts-expect-error
    const lacking: Templates = { ...en, reasons };
    const { 'R-DAYS': __, ...interpretations } = en.interpretations;
    // @ts-expect-error
    const unread: Templates = { ...en, interpretations };
    // @ts-expect-error
    const other: Templates = { ...en, days: ({ hours }: { hours: string }) => hours };
    expectTypeOf([lacking, unread, other]).toExtend<unknown[]>();
  });
});
