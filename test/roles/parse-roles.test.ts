import { describe, expect, it } from 'vitest';
import { parseRoles } from '../../src/roles/index.ts';
import { junk } from './hostile.ts';

describe('parseRoles', () => {
  it('reads one id, or a list in any spelling', () => {
    expect(parseRoles('admin-agent')).toEqual({
      ok: true,
      value: { roles: ['admin-agent'], ignoredRoles: [] },
    });
    expect(parseRoles(['글로벌 관리자', 'x', 'SalesAgents', 'sales-agent'])).toEqual({
      ok: true,
      value: { roles: ['sales-agent', 'global-admin'], ignoredRoles: ['x'] },
    });
    expect(parseRoles([])).toEqual({ ok: true, value: { roles: [], ignoredRoles: [] } });
  });

  it.each(junk)('refuses %s', (_, value) => {
    expect(parseRoles(value).ok).toBe(false);
    expect(parseRoles([value, 'admin-agent']).ok).toBe(false);
  });
});
