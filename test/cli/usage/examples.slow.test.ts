import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandUsages } from '../../../src/cli/usage/command-usage.ts';
import { exchange, folder, ndjson, record } from '../run.ts';

describe('the examples of the help', () => {
  const cli = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));
  const files = {
    'cancellations.ndjson': ndjson(record),
    'exchanges.ndjson': ndjson(exchange),
    'candidates.ndjson': ndjson({ ...record, id: 'VM-1', canceledOn: undefined }),
    'transactions.csv': `Amount,BillingFrequency,Currency,EventDate,EventType,Quantity,ReservationOrderId,Term
12000.00,OneTime,USD,2025-01-01,Purchase,10,O-1,P1Y
`,
    'reconciliation.csv': `ChargeType,SubscriptionId,OrderDate,ChargeStartDate,ChargeEndDate,EffectiveUnitPrice,BillableQuantity,Subtotal,Currency,PricingCurrency
New,S-1,5/1/2023,5/1/2023,5/31/2023,10.08,10,100.80,USD,USD
removeQuantity,S-1,5/3/2023,5/3/2023,5/31/2023,9.429677,-10,-94.20,USD,USD
`,
    'customers.csv': 'orderId,customerId,used\nO-1,contoso,true\n',
  };

  /** Runs a line in bash, in a folder with the files that the examples name. */
  function runLine(line: string): { status: number | null; stdout: string; stderr: string } {
    const at = folder(files);
    const home = dirname(at('x'));
    const script = `
      partner-rules() { "${process.execPath}" "${cli}" "$@"; }
      mkdir -p ~/.zfunc ~/.config/fish/completions
      ${line.includes('ledger ') ? 'partner-rules settle --quiet --ledger ledgers.ndjson cancellations.ndjson' : ''}
      ${line.includes('refunds.ndjson') ? 'partner-rules settle cancellations.ndjson > refunds.ndjson' : ''}
      ${line}`;
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      ...{ cwd: home, encoding: 'utf8', env: { ...process.env, HOME: home } },
    });
    return { status, stdout, stderr };
  }

  it.each(commandUsages.map(({ name, examples }) => [name, examples] as const))(
    'of %s run without a complaint',
    (_, examples) => {
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const { status, stderr } = runLine(example);
        // What a file is recognised as is no complaint.
        const complaints = stderr.replace(
          /^partner-rules: (?:\w+\.csv: .*, CSV|no refund, .*)\n/gm,
          '',
        );
        expect({ example, status, complaints }).toEqual({ example, status: 0, complaints: '' });
      }
    },
  );
});
