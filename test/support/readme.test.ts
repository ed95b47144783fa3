import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import * as support from '../../src/support/index.ts';
import { cancellation, readAgain, refund } from './answers.ts';
import { askedFor, kinds, sayable } from './forms.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Support\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';

  it('shows answers that are given', () => {
    const contact = /^const contact = (.*);$/m.exec(section)?.[1];
    const scope = {
      ...library,
      contact: new Function(`return ${contact}`)() as unknown,
      quote: refund(),
      cancellation: cancellation({ messageRead: true }),
    };
    const lines = [...section.matchAll(/^const .* = (\w+\(.*\)); \/\/ (.*)$/gm)];
    const answers = lines.map(([, call, shown]) => {
      const ask = new Function(...Object.keys(scope), `return ${call}`);
      return [ask(...Object.values(scope)), new Function(`return ${shown}`)()] as unknown[];
    });
    const missing = [{ field: 'contact', oneOf: ['contact.phone'] }];
    expect(answers).toMatchObject([
      [{ missing }, missing],
      [{ reason: 'support-not-required' }, 'support-not-required'],
    ]);
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');
  const section = /\n## Support\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

  it('lists every clause and refusal', () => {
    for (const { id } of library.supportClauses) expect(guide).toContain(`\n| ${id} | `);
    expect(guide).toContain('\n| `support-not-required` | `cancel-it-yourself` | ');
    expect(guide).toContain('\n| `answer-denied` | ');
  });

  it('names every kind, every fact, and what the answer holds', () => {
    const facts = kinds.flatMap((kind) => [
      ...Object.keys(sayable[kind]),
      ...askedFor[kind].flat(),
    ]);
    const given = facts.flatMap((path) => path.replace(/^.*: /, '').split('.'));
    const denied = support.draftSupportRequest('software-cancellation', {
      askedForByCancellation: false,
    });
    const drafts = [
      support.draftSupportRequest('reservation-refund', { quote: refund() }),
      support.draftSupportRequest('software-cancellation', { cancellation: cancellation() }),
    ];
    const fields = drafts.flatMap((draft) => Object.keys(draft.fields ?? {}));
    const known = ['allowed', 'reason', 'obstacles', 'because', 'interpretations', 'kind'];
    const words = [...kinds, ...given, ...fields, ...Object.keys(denied), 'files', 'cancellation'];
    for (const word of words) if (!known.includes(word)) expect(section).toContain(`\`${word}\``);
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(support);
  });

  it('make the example of the documentation', () => {
    const { quoteRefund } = library;
    const draft = support.draftSupportRequest('reservation-refund', {
      quote: quoteRefund({
        ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: false },
        ...{ purchasedOn: '2025-01-01', canceledOn: '2025-01-07' },
      }),
      contact: { preferredContactMethod: 'email', name: 'Kim', email: 'kim@partner.example' },
    });
    const { complete, missing, advised } = readAgain(draft);
    expect({ complete, missing, advised }).toEqual({
      complete: false,
      missing: [{ field: 'contact', oneOf: ['contact.phone'] }],
      advised: ['reservationId', 'reservationOrderId'],
    });
  });
});
