import { expect, it } from 'vitest';
import { Problem } from '../../../src/cli/io/problem.ts';
import { readArguments } from '../../../src/cli/usage/arguments.ts';

it('reads standard input and writes NDJSON without explanations by default', async () => {
  expect(await readArguments(['settle'])).toEqual({
    kind: 'quotes',
    command: 'settle',
    source: { file: '-' },
    explain: false,
    bom: false,
    format: 'ndjson',
    ledger: undefined,
    locale: 'en',
    policy: undefined,
    quiet: false,
    jobs: 1,
    set: {},
  });
});

it('accepts options on either side of the file', async () => {
  const argv = ['settle', '--policy=p', 'in', '--explain', '--format', 'ndjson', '--ledger', 'l'];
  expect(await readArguments(argv)).toEqual({
    kind: 'quotes',
    command: 'settle',
    source: { file: 'in' },
    explain: true,
    bom: false,
    format: 'ndjson',
    ledger: 'l',
    locale: 'en',
    policy: 'p',
    quiet: false,
    jobs: 1,
    set: {},
  });
});

it('helps before it finds fault', async () => {
  const help = expect.stringMatching(/^Usage: partner-rules settle /);
  expect(await readArguments(['settle', '-h', 'a', 'b'])).toEqual({ kind: 'text', text: help });
  expect(await readArguments(['settle', '--help', '--help'])).toEqual({ kind: 'text', text: help });
  expect(await readArguments(['-v'])).toEqual({ kind: 'version' });
});

it('answers a question as text and a file as NDJSON by default', async () => {
  const formatOf = async (...argv: string[]): Promise<unknown> => {
    const invocation = await readArguments(argv);
    return 'format' in invocation ? invocation.format : undefined;
  };
  expect(await formatOf('market', 'KR')).toBe('text');
  expect(await formatOf('market', 'KR', '--format', 'ndjson')).toBe('ndjson');
  expect(await formatOf('market')).toBe('ndjson');
  expect(await formatOf('quote', 'paid=1')).toBe('text');
  expect(await formatOf('quote', 'paid=1', '--format', 'table')).toBe('table');
  expect(await formatOf('quote', 'in')).toBe('ndjson');
});

it('explains from standard input or a file, in a form and a language', async () => {
  expect(await readArguments(['explain'])).toEqual({
    kind: 'explain',
    source: { file: '-' },
    format: 'ndjson',
    locale: 'en',
  });
  expect(
    await readArguments(['explain', '--format', 'markdown', '--locale=ko', 'results.ndjson']),
  ).toEqual({
    kind: 'explain',
    source: { file: 'results.ndjson' },
    format: 'markdown',
    locale: 'ko',
  });
});

it('accepts a language for every explanation', async () => {
  for (const argv of [
    ['explain', '--format', 'ndjson'],
    ['quote', 'paid=1'],
    ['market', 'KR', '--format', 'text'],
  ]) {
    expect(await readArguments([...argv, '--locale', 'ko'])).toMatchObject({ locale: 'ko' });
  }
  expect(await readArguments(['quote', 'paid=1', '--format', 'ndjson', '--explain'])).toMatchObject(
    {
      explain: true,
    },
  );
});

it.each([
  ...['actions', 'roles', 'tax', 'reseller-access', 'compare', 'curve', 'policies'].map(
    (name): [string[], string] => [
      [name, '--locale', 'ko'],
      `--locale cannot be used with ${name}, whose output is not translated`,
    ],
  ),
  [['refund', '--policy', 'x'], 'unknown command "refund": expected one of quote, settle, '],
  [['explain', '--locale', 'de'], 'unknown locale "de": expected one of en, ko'],
  [['explain', '--format', 'table'], 'unknown format "table"'],
  [
    ['explain', '--ledger', 'l'],
    '--ledger can be used only with settle, ledger, limits, plan, not with explain',
  ],
  [['market', 'KR', '--format', 'markdown'], 'unknown format "markdown"'],
  [['settle', '--policy', 'a', 'in', '--policy=b'], '--policy is given more than once'],
  [['settle', '--policy', 'a', '--as-of', 'x', '--as-of', 'x'], '--as-of is given more than once'],
  [['settle', '--explain', '--explain'], '--explain is given more than once'],
  [['market', 'KR', '--format', 'text', '--format', 'text'], '--format is given more than once'],
  [
    ['settle', '--explain', '--format', 'table'],
    '--explain can be used only with --format ndjson, not with table',
  ],
  [
    ['quote', 'paid=1', '--explain'],
    '--explain can be used only with --format ndjson, not with text',
  ],
  [
    ['settle', '--locale', 'ko'],
    '--locale can be used only with explain or --format text, not with ndjson',
  ],
  [
    ['quote', 'paid=1', '--format', 'table', '--locale', 'en'],
    '--locale can be used only with explain or --format text, not with table',
  ],
  [
    ['market', '--locale', 'ko'],
    '--locale can be used only with explain or --format text, not with ndjson',
  ],
])('refuses %j: %s', async (argv, problem) => {
  await expect(readArguments(argv)).rejects.toThrow(problem);
});

it('lists every command if none is given', async () => {
  const known = [
    ...[
      'quote',
      'settle',
      'exchange',
      'ledger',
      'limits',
      'plan',
      'explain',
      'read',
      'check',
      'can',
      'actions',
      'roles',
      'market',
      'tax',
    ],
    ...[
      'cancel-software',
      'exchange-software',
      'hybrid-benefit',
      'link',
      'renew-link',
      'record-download',
    ],
    ...['customer-purchase', 'customer-permission', 'customer-task', 'discounts', 'partnership'],
    ...[
      'reseller-task',
      'reseller-access',
      'support',
      'compare',
      'compare-software',
      'curve',
      'where',
      'policies',
    ],
    ...['completion', 'help'],
  ];
  const message = `expected a command, one of ${known.join(', ')} (see --help)`;
  await expect(readArguments([])).rejects.toThrow(new Problem(message));
});

it('suggests the command or option that a misspelt one most likely meant', async () => {
  await expect(readArguments(['setle'])).rejects.toThrow(
    /^unknown command "setle" \(did you mean "settle"\?\): expected one of quote, settle, /,
  );
  await expect(readArguments(['settle', '--leger', 'x'])).rejects.toThrow(
    /^unknown option "--leger" \(did you mean "--ledger"\?\): expected one of --explain, /,
  );
  await expect(readArguments(['settle', '--zzz'])).rejects.toThrow(
    /^unknown option "--zzz": expected one/,
  );
});

it('reports errors of several lines on one line', async () => {
  await expect(readArguments(['settle', '--ledger', '--policy', 'x'])).rejects.toThrow(
    /^Option '--ledger' argument is ambiguous\. Did you forget [^\n\\]*$/,
  );
});
