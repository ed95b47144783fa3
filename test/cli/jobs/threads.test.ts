import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { startShares, type ThreadSetup } from '../../../src/cli/jobs/answer-share.ts';
import { answersOfThreads } from '../../../src/cli/jobs/answers-of-threads.ts';
import { startThread } from '../../../src/cli/jobs/thread.ts';
import { folder, ndjson, record, run } from '../run.ts';

const many = Array.from({ length: 400 }, (_, n) => ({
  ...record,
  id: `CR-${n}`,
  customerId: `고객 ${n % 7}`,
  paid: `${1000 + n}.00`,
}));

describe('--jobs', () => {
  it.each([
    ['settle', '2'],
    ['settle', '3', '--explain'],
    ['settle', '4', '--format', 'csv', '--bom'],
    ['quote', '2', '--policy', 'azure'],
    ['quote', '1'],
  ])('%s with %s threads prints the bytes of one', async (command, jobs, ...options) => {
    const lines = [...many, ...many.slice(0, 20)].map((one) => JSON.stringify(one));
    lines.splice(5, 0, '', '{', '[]', '{"customerId":"고객 1"}');
    const at = folder({ 'in.ndjson': `${lines.join('\n')}\n` });
    const alone = await run([command, ...options, at('in.ndjson')]);
    expect(alone.status).toBe(1);
    expect(await run([command, ...options, '--jobs', jobs, at('in.ndjson')])).toEqual(alone);
  });

  it('reports a policy that states no fee as one thread does', async () => {
    const argv = ['settle', '--policy', 'partner-center-2018-05'];
    const alone = await run(argv, ndjson(record));
    expect(alone.status).toBe(2);
    expect(await run([...argv, '--jobs', '2'], ndjson(record))).toEqual(alone);
  });

  it('exits with 0 if all is answered', async () => {
    expect((await run(['settle', '--jobs', '2'], ndjson(record))).status).toBe(0);
  });

  it.each([
    [['--jobs', '0'], '--jobs: expected a whole number from 1 to 64, got "0"'],
    [['--jobs', '65'], '--jobs: expected a whole number from 1 to 64, got "65"'],
    [['--jobs', 'all'], '--jobs: expected a whole number from 1 to 64, got "all"'],
    [['--jobs', '2', '--ledger', 'l.db'], '--jobs cannot be used with --ledger'],
    [
      ['--jobs', '2', '--format', 'table'],
      '--jobs can be used only with --format ndjson or csv, not with table',
    ],
    [
      ['--jobs', '2', 'a.ndjson', 'b.ndjson'],
      '--jobs can be used only with one file, and without --set and --as',
    ],
    [
      ['--jobs', '2', '--set', 'used=true', 'a.ndjson'],
      '--jobs can be used only with one file, and without --set and --as',
    ],
    [
      ['--jobs', '2', '--as', 'facts', 'a.ndjson'],
      '--jobs can be used only with one file, and without --set and --as',
    ],
    [
      ['--jobs', '2', '--format', 'csv', 'paid=1.00'],
      '--jobs can be used only with one file, and without --set and --as',
    ],
  ])('refuses settle %s', async (options, message) => {
    const { status, stdout, stderr } = await run(['settle', ...options]);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `partner-rules: ${message}\n`,
    });
  });

  it('says what a file of another form is', async () => {
    const { status, stderr } = await run(['quote', '--jobs', '2'], '[{"paid":1}]');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'partner-rules: standard input: is facts with our field names, JSON; --jobs is for facts with one JSON record a line\n',
    );
  });
});

const setup: ThreadSetup = {
  command: 'settle',
  options: {},
  notAfter: undefined,
  isCsv: false,
  explain: false,
  bom: false,
};

/** A thread in this one, which answers after as many turns of the event loop as it is told. */
const inProcess = (turns: () => number) => {
  const answer = startShares(setup);
  let before = Promise.resolve();
  return {
    answer(share: Parameters<typeof answer>[0]) {
      const turn = before.then(async () => {
        for (let left = turns(); left > 0; left -= 1) await new Promise(setImmediate);
        return answer(share);
      });
      before = turn.then(() => {});
      return turn;
    },
    end: () => {},
  };
};

async function textOf(threads: number, chunks: readonly string[], turns: () => number) {
  let text = '';
  const all = Array.from({ length: threads }, () => inProcess(turns));
  const input = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  for await (const answers of answersOfThreads(all, input, true)) {
    text += Buffer.from(answers.text as Uint8Array).toString();
  }
  return text;
}

test.prop([
  fc.integer({ min: 1, max: 5 }),
  fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(3), { minLength: 1, maxLength: 20 }),
])(
  'the answers are those of one thread, in its order, whichever is slower',
  async (threads, lengths, delays) => {
    const text = ndjson(...many.slice(0, 40));
    const chunks: string[] = [];
    for (let from = 0, n = 0; from < text.length; n += 1) {
      const length = lengths[n % lengths.length] as number;
      chunks.push(text.slice(from, from + length));
      from += length;
    }
    let turn = 0;
    const turns = () => delays[turn++ % delays.length] as number;
    expect(await textOf(threads, chunks, turns)).toBe(await textOf(1, [text], () => 0));
  },
);

describe('startThread', () => {
  it('rejects what it was to answer if its script fails', async () => {
    const script = new URL(`data:text/javascript,throw new Error('broken')`);
    const thread = startThread(script, setup);
    const share = { lines: ['{}'], at: [1], index: [0] };
    await expect(thread.answer(share)).rejects.toThrow('broken');
    await expect(thread.answer(share)).rejects.toThrow('broken');
    thread.end();
  });
});
