// Times contenders for one job side by side in one process. Each is called for a second first: the
// engine compiles what runs long more than once, the longer programs later. Then every round times
// each of them once, in an order that rotates; the median over the rounds counts.

const WARM_UP_MS = 1_000;
const ROUNDS = 21;
const SHARE_MS = 40;

/** How often a contender is called for its share of a round. */
function callsPerShare(call, cases) {
  for (let ms = 0; ms < WARM_UP_MS; ) ms += time(call, cases);
  for (let calls = cases; ; calls *= 2) {
    const ms = time(call, calls);
    if (ms > SHARE_MS / 4) return Math.max(cases, Math.ceil((calls * SHARE_MS) / ms));
  }
}

// What the calls give is kept, so that no call can be optimised away.
export const kept = { undefined: 0 };

function time(call, calls) {
  const start = process.hrtime.bigint();
  let missing = 0;
  for (let at = 0; at < calls; at += 1) missing += call(at) === undefined ? 1 : 0;
  kept.undefined += missing;
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * `contenders` are `{ name: (case) => answer }`. Gives for each the median time of a call in
 * nanoseconds, and the spread of the middle half of the rounds as a share of it.
 */
export function measure(contenders, cases) {
  const names = Object.keys(contenders);
  const calls = Object.fromEntries(
    names.map((name) => {
      const contender = contenders[name];
      return [name, (at) => contender(cases[at % cases.length])];
    }),
  );
  const counts = Object.fromEntries(
    names.map((name) => [name, callsPerShare(calls[name], cases.length)]),
  );
  const rounds = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      const ms = time(calls[name], counts[name]);
      rounds[name].push((ms * 1e6) / counts[name]);
    }
  }
  return Object.fromEntries(
    names.map((name) => {
      const sorted = [...rounds[name]].sort((a, b) => a - b);
      const ns = median(sorted);
      const spread = (sorted[Math.floor(ROUNDS * 0.75)] - sorted[Math.floor(ROUNDS * 0.25)]) / ns;
      return [name, { ns, spread }];
    }),
  );
}

/** Throws unless all contenders answer alike. */
export function compare(job, contenders, cases) {
  for (const one of cases) {
    const answers = Object.entries(contenders).map(([name, ask]) => [
      name,
      JSON.stringify(ask(one)),
    ]);
    const [[, expected]] = answers;
    for (const [name, answer] of answers) {
      if (answer !== expected) {
        throw new Error(
          `${job}: of ${JSON.stringify(one)} ${name} says ${answer}, not ${expected}`,
        );
      }
    }
  }
}
