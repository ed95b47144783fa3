import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { folder, results, run } from './run.ts';

it('the first try of the README works', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, line = ''] = /^npx partner-rules (quote transactions\.csv .*)$/m.exec(readme) ?? [];
  const rows = `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
12000.00,OneTime,USD,2025-01-01,Purchase,10,O-1,P1Y
`;
  const at = folder({ 'transactions.csv': rows });
  const argv = line.split(' ').map((word) => (word === 'transactions.csv' ? at(word) : word));
  const { status, stdout } = await run(argv);
  expect(status).toBe(0);
  expect(results(stdout)).toMatchObject([{ ok: true, id: 'O-1', quote: { refund: '5294.47' } }]);
});
