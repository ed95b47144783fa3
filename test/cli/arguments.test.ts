import { expect, it } from 'vitest';
import { readArguments } from '../../src/cli/arguments.ts';

it('reads standard input, writes NDJSON and explains nothing unless it is told otherwise', () => {
  expect(readArguments(['settle'])).toEqual({
    kind: 'run',
    command: 'settle',
    file: '-',
    explain: false,
    format: 'ndjson',
    ledger: undefined,
    policy: undefined,
  });
});

it('takes options on either side of the file', () => {
  const argv = ['settle', '--policy=p', 'in', '--explain', '--format', 'table', '--ledger', 'l'];
  expect(readArguments(argv)).toEqual({
    kind: 'run',
    command: 'settle',
    file: 'in',
    explain: true,
    format: 'table',
    ledger: 'l',
    policy: 'p',
  });
});

it('helps before it finds fault', () => {
  expect(readArguments(['nonsense', '--help'])).toEqual({ kind: 'help' });
});
