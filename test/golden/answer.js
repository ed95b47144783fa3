// `node answer.js [esm|cjs] [set-decimal]`, in Node, Deno or Bun: prints the golden answers, and on the last line of standard
// error what the host is like.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';
import { goldenAnswers } from './golden-answers.js';
import { hostHere } from './host-here.js';

const [format = 'esm', setDecimal] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const load = async (specifier) => (format === 'cjs' ? require(specifier) : import(specifier));

async function configureDecimal() {
  const { Decimal } = await load('decimal.js');
  Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP, toExpPos: 0, maxE: 20, modulo: 9 });
  return Decimal;
}

// Before the library is loaded and afterwards: it must heed neither.
if (setDecimal) await configureDecimal();
const library = await load(`../../dist/index.${format === 'cjs' ? 'cjs' : 'js'}`);
const Decimal = setDecimal && (await configureDecimal());

const cases = JSON.parse(readFileSync(new URL('cases.json', import.meta.url), 'utf8'));
const answers = goldenAnswers(library, cases);
const { bun, deno, node } = process.versions;
const third = Decimal && new Decimal(1).div(3).toString();
const host = { version: deno ?? bun ?? node, ...hostHere(), third };
process.stdout.write(answers);
process.stderr.write(`${JSON.stringify(host)}\n`);
