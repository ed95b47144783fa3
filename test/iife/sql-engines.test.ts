import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { tryQuoteRefund } from '../../src/index.ts';
import { workedRefunds } from './questions.ts';
import { type QuickJS, startQuickJS } from './quickjs.ts';

// The JavaScript of the functions that docs/apps/sql-engines.md declares, called as each engine does.

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = readFileSync(join(root, 'dist/iife/reservations.js'), 'utf8');
const page = readFileSync(join(root, 'docs/apps/sql-engines.md'), 'utf8');

const names = ['paid', 'currency', 'term', 'purchased_on', 'canceled_on', 'used'];
names.push('usd_rate', 'consumed_refunds');

/** The block of SQL below a title that declares functions. */
const sqlOf = (title: string): string =>
  new RegExp(`## ${title}\\n.*?\`\`\`sql\\n(CREATE .*?)\`\`\``, 's').exec(page)?.[1] ?? '';

/** What stands between a function's quotes. */
const bodyOf = (sql: string, quote: string): string => sql.split(quote)[1] ?? '';

/** As the page says it: by sed, with the package installed. */
function withScript(sql: string): string {
  const [, command = ''] = /```sh\n(sed .*?)\n```/.exec(page) ?? [];
  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-sql-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/partner-rules'));
    writeFileSync(join(folder, 'refund.sql'), sql);
    execFileSync('sh', ['-c', command], { cwd: folder });
    return readFileSync(join(folder, 'ready.sql'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Declares a function in an engine, and asks it the worked cancellations, twice over. */
function expectTheWorkedAnswers({ run }: QuickJS, args: readonly string[], body: string): void {
  run(
    `globalThis.refund = new Function(${JSON.stringify(args.join(', '))}, ${JSON.stringify(body)}); ''`,
  );
  for (const [facts] of [...workedRefunds, ...workedRefunds]) {
    const { paid, currency, term, purchasedOn, canceledOn, used, usdRate, consumedRefunds } =
      facts as Record<string, unknown>;
    const row = [paid, currency, term, purchasedOn, canceledOn, used, usdRate, consumedRefunds];
    const said = Object.fromEntries(
      Object.entries(facts).filter(([name]) => name !== 'canceldOn'), // no column holds it
    );
    const values = row.map((value) => JSON.stringify(value ?? null)).join(', ');
    expect(run(`refund(${values})`)).toBe(JSON.stringify(tryQuoteRefund(said)));
  }
}

it('BigQuery: the script is a library, the function uses its global', async () => {
  const engine = await startQuickJS();
  engine.run(`${script}; ''`);
  expectTheWorkedAnswers(engine, names, bodyOf(sqlOf('BigQuery'), '"""'));
});

it('Snowflake: the script stands in the function, and arguments are capital letters', async () => {
  const engine = await startQuickJS();
  const body = bodyOf(withScript(sqlOf('Snowflake')), '$$');
  expect(Buffer.byteLength(body)).toBeLessThan(100_000);
  const capitals = names.map((name) => name.toUpperCase());
  expectTheWorkedAnswers(engine, capitals, body);
});

it('plv8: a start procedure makes the global, the function uses it', async () => {
  const engine = await startQuickJS();
  const sql = withScript(sqlOf('PostgreSQL with plv8'));
  engine.run(`(function () {${bodyOf(sql, '$rules$')}})(); ''`);
  expectTheWorkedAnswers(engine, names, bodyOf(sql, '$js$'));
});

it('quotes where nothing newer than ES2020 is there', async () => {
  const { run } = await startQuickJS();
  run(`delete Object.hasOwn; delete Array.prototype.at; delete String.prototype.at;
    delete String.prototype.replaceAll; delete Array.prototype.findLast; ''`);
  run(`${script}; ''`);
  for (const [facts] of workedRefunds) {
    const asked = `partnerRulesReservations.tryQuoteRefund(${JSON.stringify(facts)})`;
    expect(run(`JSON.stringify(${asked})`)).toBe(JSON.stringify(tryQuoteRefund(facts)));
  }
});
