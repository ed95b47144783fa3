import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { actions, isGranted, roles } from './documents.ts';

const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the README', () => {
  const section = /\n## Roles\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';

  it('shows answers that are given', () => {
    const lines = [...section.matchAll(/^(?:const .* = )?(\w+\(.*\)); \/\/ (.*)$/gm)];
    expect(lines).toHaveLength(3);
    const answers = lines.map(([, call, shown]) => {
      const ask = new Function(...Object.keys(library), `return ${call}`);
      const want = new Function(`return [${shown}]`)() as unknown[];
      return [ask(...Object.values(library)) as unknown, want] as const;
    });
    expect(answers).toMatchObject([
      [false, [false]],
      [{ because: ['ROL-7'], allowedRoles: ['admin-agent'] }, [['ROL-7'], ['admin-agent']]],
      [{ ok: true, value: 'helpdesk-agent' }, [{ ok: true, value: 'helpdesk-agent' }]],
    ]);
  });
});

describe('the guide', () => {
  const guide = read('docs/guide.md');

  it('has the matrix', () => {
    const rows = [...guide.matchAll(/^\| (`[a-z-]+\.[^|]*) \| ([^|]*) \| (ROL-\d) \|$/gm)];
    const words = (text = ''): string[] => [...text.matchAll(/`([^`]+)`/g)].map((it) => `${it[1]}`);
    const told = rows.flatMap(([, what, who, clause]) =>
      words(what).map((action) => [action, words(who), clause] as const),
    );
    expect(told.map(([action]) => action).sort()).toEqual([...actions].sort());
    for (const [action, who, clause] of told) {
      const known = action as library.Action;
      expect(who).toEqual(roles.filter((role) => isGranted(role, known)));
      expect([action, clause]).toEqual([action, library.permissionMatrix[known].clause]);
    }
  });

  it('lists every clause and the refusal', () => {
    for (const { id } of library.roleClauses) {
      expect(guide).toMatch(new RegExp(`^\\| (?:.*, )?${id}\\b`, 'm'));
    }
    expect(guide).toContain('| `not-granted` | `ask-someone-with-an-allowed-role` |');
  });
});
