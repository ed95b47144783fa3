import * as v from 'valibot';
import { z } from 'zod';
import { parseRefundRequest } from '../../../dist/index.js';
import { cases as requests } from './refund.js';

// Half of them malformed, so that both outcomes are timed.
export const cases = requests.map((request, at) =>
  at % 2 === 0 ? request : { ...request, canceledOn: '2025-02-30', paid: '12,000' },
);

const amount = /^(0|[1-9]\d{0,14})(\.\d{1,2})?$/;
const isDay = (text) => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

const zod = z.strictObject({
  paid: z.string().regex(amount),
  currency: z.enum(['USD', 'EUR']),
  term: z.enum(['P1Y', 'P3Y', 'P5Y']),
  purchasedOn: z.string().refine(isDay),
  canceledOn: z.string().refine(isDay),
  used: z.boolean(),
  consumedRefunds: z.string().regex(amount),
});

const day = v.pipe(v.string(), v.check(isDay));
const valibot = v.strictObject({
  paid: v.pipe(v.string(), v.regex(amount)),
  currency: v.picklist(['USD', 'EUR']),
  term: v.picklist(['P1Y', 'P3Y', 'P5Y']),
  purchasedOn: day,
  canceledOn: day,
  used: v.boolean(),
  consumedRefunds: v.pipe(v.string(), v.regex(amount)),
});

export const contenders = {
  'partner-rules': (request) => parseRefundRequest(request).ok,
  zod: (request) => zod.safeParse(request).success,
  valibot: (request) => v.safeParse(valibot, request).success,
};
