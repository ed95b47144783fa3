import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folder, results, run } from '../run.ts';
import { sample } from './samples.ts';

const set = (facts: object): string[] =>
  Object.entries(facts).flatMap(([name, value]) => ['--set', `${name}=${String(value)}`]);

const price = { paid: '12000.00', currency: 'USD', newPrice: '15000.00' };
const day = { ...price, exchangedOn: '2025-07-02' };

interface Result {
  readonly quote?: {
    readonly allowed: boolean;
    readonly request: object;
    readonly netPayable?: string;
    readonly obstacles?: readonly { readonly reason: string; readonly nextStep: string }[];
  };
  readonly issues?: readonly { readonly path: readonly unknown[]; readonly code: string }[];
}

async function exchanged(file: string, facts: object, ...more: string[]): Promise<Result> {
  const { stdout } = await run(['exchange', file, ...set(facts), ...more]);
  const [first] = results(stdout) as readonly Result[];
  return first as Result;
}

describe('exchange reads from a reservation', () => {
  it.each(['reservation-arm.json', 'reservation-az-cli.json', 'reservation-powershell.json'])(
    'its SKU and region: %s',
    async (name) => {
      const { quote } = await exchanged(sample(name), day);
      expect(quote).toMatchObject({
        allowed: true,
        netPayable: '8983.56',
        request: { product: 'VirtualMachines', sku: 'Standard_D2s_v3', region: 'westeurope' },
      });
    },
  );

  it('that it is exchanged for itself', async () => {
    const same = { newSku: 'standard_d2s_v3', newRegion: 'West Europe', newTerm: 'P1Y' };
    const { quote } = await exchanged(sample('reservation-arm.json'), { ...day, ...same });
    expect(quote?.obstacles).toMatchObject([{ reason: 'same-reservation' }]);
    for (const other of [{ newTerm: 'P3Y' }, { newSku: 'Standard_D4s_v3' }, { sku: 'other' }]) {
      const found = await exchanged(sample('reservation-arm.json'), { ...day, ...same, ...other });
      expect(found.quote?.allowed).toBe(true);
    }
  });

  it('that it is exchanged for another family', async () => {
    const facts = { ...day, newProduct: 'AppService' };
    const { quote } = await exchanged(sample('reservation-arm.json'), facts);
    expect(quote?.obstacles).toMatchObject([{ reason: 'other-product-family' }]);
  });

  it('that has neither SKU nor region in words nothing of them', async () => {
    const body = JSON.parse(readFileSync(sample('reservation-arm.json'), 'utf8')) as object;
    for (const kind of [
      { sku: null, location: null },
      { sku: { name: 5 }, location: {} },
    ]) {
      const at = folder({ 'one.json': JSON.stringify({ ...body, ...kind }) });
      const { quote } = await exchanged(at('one.json'), day);
      expect(quote?.allowed).toBe(true);
      expect(quote?.request).not.toHaveProperty('sku');
      expect(quote?.request).not.toHaveProperty('region');
    }
  });

  it('what the rule of 2027 needs', async () => {
    const text = readFileSync(sample('reservation-arm.json'), 'utf8')
      .replaceAll('2026-01-01', '2028-02-01')
      .replaceAll('2025-01-01', '2027-02-01');
    const at = folder({
      'one.json': text,
      'other.json': text.replace('VirtualMachines', 'RedisCache'),
    });
    const facts = { ...price, exchangedOn: '2027-03-01' };
    const covered = await exchanged(at('one.json'), facts, '--policy', 'azure');
    expect(covered.quote?.obstacles).toMatchObject([
      { reason: 'covered-by-savings-plans', nextStep: 'trade-in-for-a-savings-plan' },
    ]);
    const unknown = await exchanged(at('other.json'), facts, '--policy', 'azure');
    expect(unknown.issues).toMatchObject([
      { path: ['savingsPlanEligible'], code: 'missing-field' },
    ]);
    const stated = { ...facts, savingsPlanEligible: false };
    const free = await exchanged(at('other.json'), stated, '--policy', 'azure');
    expect(free.quote?.allowed).toBe(true);
  });
});

it('quote takes no SKU from a reservation', async () => {
  const facts = { paid: '12000.00', currency: 'USD', canceledOn: '2025-07-02', used: true };
  const { stdout } = await run(['quote', sample('reservation-arm.json'), ...set(facts)]);
  expect((results(stdout)[0] as Result).quote?.request).not.toHaveProperty('sku');
});
