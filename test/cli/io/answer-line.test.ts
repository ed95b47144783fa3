import { expect, it } from 'vitest';
import { rules, startRule } from '../../../src/cli/commands/rules.ts';
import { answerLine, readLine } from '../../../src/cli/io/answer-line.ts';

it.each([
  ['too-long', 'expected a line of at most 16 MiB, got nothing'],
  ['not-utf-8', 'expected a line of UTF-8 text, got nothing'],
] as const)('rejects a line that is %s', (fault, message) => {
  const [rule] = rules;
  if (rule === undefined) throw new Error('There are rules.');
  const issue = { path: [], code: fault, message };
  expect(answerLine(startRule(rule), readLine({ fault }), 3, 7)).toMatchObject({
    ...{ ok: false, index: 3, line: 7 },
    issues: [issue],
  });
});
