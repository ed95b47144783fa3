import { sValidator } from '@hono/standard-validator';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';

type Parse = (typeof library)[Extract<keyof typeof library, `parse${string}`>];

/** Every parser that the library has, by its name. */
const parsers = Object.entries(library).filter(([name]) => name.startsWith('parse')) as [
  name: string,
  parse: Parse,
][];

/** For each parser something that it accepts. */
const accepted: Record<string, unknown> = {
  parseExchangeRequest: {
    paid: 12000,
    currency: 'USD',
    term: 'P1Y',
    newPrice: '15000',
    purchasedOn: '2025-01-01',
    exchangedOn: '2025-07-02',
  },
  parseMarket: '대한민국',
  parseRefundLedger: {
    customerId: 'contoso',
    lastDay: '2025-07-02',
    days: [{ on: '2025-07-02', usd: 5294.47 }],
    ids: [],
  },
  parseRefundPolicy: { basedOn: 'partner-center-2020-08', id: 'ours', feeRate: 0.1 },
  parseRefundRequest: {
    paid: 12000,
    currency: 'USD',
    term: 'P1Y',
    used: false,
    purchasedOn: '2025-01-01',
    canceledOn: '2025-01-06T23:30:00-05:00',
  },
  parseRole: 'Help Desk Agent',
  parseRoles: ['Help Desk Agent', 'Azure hero'],
  parseSoftwarePolicy: { basedOn: 'software-2022', id: 'ours', subscriptionDays: 14 },
};

it('covers every parser', () => {
  expect(parsers.map(([name]) => name).sort()).toEqual(Object.keys(accepted));
});

describe.each(parsers)('%s', (name, parse) => {
  const standard = parse['~standard'];

  it('is a Standard Schema of version 1', () => {
    expect(standard).toMatchObject({ version: 1, vendor: 'partner-rules' });
    expect(parse).toHaveProperty('name', name);
  });

  it('validates as it parses', () => {
    const parsed = parse(accepted[name]);
    expect(parsed.ok).toBe(true);
    if (parsed.ok) expect(standard.validate(accepted[name])).toEqual({ value: parsed.value });

    const refused = parse(17);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(standard.validate(17)).toEqual({ issues: refused.issues });
  });

  it('cannot be changed', () => {
    expect(parse).not.toHaveProperty('prototype');
    for (const part of [parse, standard, standard.validate]) {
      expect(() => Object.assign(part, { version: 2 })).toThrow(TypeError);
    }
    expect(() => Object.assign(parse, { '~standard': {} })).toThrow(TypeError);
  });
});

describe('in a server with Standard Schema support (hono)', () => {
  const app = new Hono().post('/refunds', sValidator('json', library.parseRefundRequest), (c) =>
    c.json(library.quoteRefund(c.req.valid('json'))),
  );
  const post = (body: unknown) =>
    app.request('/refunds', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('answers facts in canonical form', async () => {
    const response = await post(accepted['parseRefundRequest']);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      refund: '10386.41',
      request: { paid: '12000.00', canceledOn: '2025-01-07' },
    });
  });

  it('refuses malformed facts with every issue', async () => {
    const response = await post({
      ...(accepted['parseRefundRequest'] as object),
      paid: '1e3',
      used: 1,
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      success: false,
      error: [
        { path: ['paid'], code: 'malformed-amount' },
        { path: ['used'], code: 'wrong-type' },
      ],
    });
  });
});

describe('in a bundle', () => {
  /** What is left of the sources when only this is used. */
  async function bundled(program: string): Promise<string> {
    const { outputFiles } = await build({
      stdin: { contents: program, resolveDir: new URL('../../src', import.meta.url).pathname },
      bundle: true,
      format: 'esm',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  }

  it('leaves out unused parsers', async () => {
    const one = await bundled("import { parseRole } from './index.ts'; parseRole('x');");
    expect(parsers.map(([name]) => name).filter((name) => one.includes(name))).toEqual([
      'parseRole',
    ]);
    const none = await bundled("import { isAllowed } from './index.ts'; isAllowed([], 'x');");
    expect(none).not.toMatch(/\bparse(Role|Market|Refund|Exchange|Software)|~standard/);
  });
});
