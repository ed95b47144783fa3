import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { planReturns } from '../../../dist/plans.js';

// Plans for 200 reservations of three years, beside one solve of the same case by HiGHS as a mixed-integer program. Run
// alone: `npm run build && npm --prefix test/bench ci && node test/bench/jobs/plans.js`.

const ROUNDS = 15;
const WITHIN = 0.001;

/** The cases and programs of the tests, which are in TypeScript. */
async function fromTests() {
  const resolveDir = fileURLToPath(new URL('../../plans/', import.meta.url));
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { largeCase } from './cases.ts'; export { programOf } from './mixed-integer.ts';",
      resolveDir,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Processor time, which does not grow with what else runs. */
function milliseconds(run) {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The median milliseconds of a plan, how far its bound lies above its total, and for the first policy one solve. */
export async function time(count = 200) {
  const { largeCase, programOf } = await fromTests();
  const highs = await createRequire(import.meta.url)('highs')();
  const results = {};
  for (const policy of ['partner-center-2020-08', 'azure-2026-01']) {
    const { candidates, ...others } = largeCase(1, count, policy);
    const request = {
      ...others,
      candidates: candidates.map((one) => ({ ...one, term: 'P3Y' })),
      until: '2028-06-19',
    };
    const { total, bound } = planReturns(request);
    const times = Array.from({ length: ROUNDS }, () => milliseconds(() => planReturns(request)));
    const ms = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
    const gap = (Number(bound) - Number(total)) / Number(total);
    results[policy] = { ms, gap };
    if (policy !== 'partner-center-2020-08') continue; // the other one's program has a variable for every day
    const program = programOf(request);
    let solved;
    const highsMs = milliseconds(() => {
      solved = highs.solve(program, { mip_rel_gap: WITHIN, time_limit: 120 });
    });
    if (solved.ObjectiveValue > Number(bound) + 0.005) throw new Error('HiGHS is above the bound');
    results[policy].highs = { ms: highsMs, status: solved.Status };
  }
  return results;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await time());
