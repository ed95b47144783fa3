import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import * as resellers from '../../src/resellers/index.ts';
import { eventRefusals, taskRefusals } from './document.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Resellers\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';

  it('shows answers that are given', () => {
    const relationship = /^const relationship: ResellerRelationship = (\{.*?^\});$/ms.exec(section);
    const lines = [...section.matchAll(/^(?:const \{(.*)\} = )?(\w+\(.*\)); \/\/ (.*)$/gm)];
    const answers = lines.map(([, names, call, shown]) => {
      const tell = new Function(
        ...Object.keys(library),
        `const relationship = ${relationship?.[1]};
        const answer = ${call};
        ${names === undefined ? 'return [answer];' : `const {${names}} = answer; return [${names}];`}`,
      );
      const want = new Function(`return [${shown}]`)() as unknown[];
      return [tell(...Object.values(library)) as unknown, want] as const;
    });
    expect(answers).toHaveLength(3);
    for (const [answer, want] of answers) expect(answer).toEqual(want);
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');
  const section = /\n## Resellers\n(.*?)\n## /s.exec(guide)?.[1] ?? '';

  it('lists every clause, refusal and note', () => {
    for (const { id } of library.resellerClauses) expect(guide).toContain(`\n| ${id} | `);
    for (const [reason, [, nextStep]] of Object.entries({ ...eventRefusals, ...taskRefusals })) {
      expect(guide).toContain(`\n| \`${reason}\` | \`${nextStep}\` | `);
    }
    expect(guide).toContain('\n| `if-incentives-apply` | ');
  });

  it('lists every task and level of access', () => {
    for (const word of [...library.resellerTasks, ...library.resellerAccessLevels]) {
      expect(section).toContain(`\`${word}\``);
    }
  });
});

describe('the exports', () => {
  it('are the same at the root', () => {
    expect(library).toMatchObject(resellers);
  });
});
