import { describe, expect, it } from 'vitest';
import { allRoles, type IssueCode, parseRole, type Role } from '../../src/roles/index.ts';
import { spellings } from '../../src/roles/spellings.ts';
import { isDeeplyFrozen } from './frozen.ts';
import { impostors, junk, junkArrays } from './hostile.ts';

/** The role, or the code of the one issue. */
function read(text: unknown): Role | IssueCode | undefined {
  const parsed = parseRole(text);
  if (parsed.ok) return parsed.value;
  expect(parsed.issues).toHaveLength(1);
  expect(parsed.issues[0]?.path).toEqual([]);
  return parsed.issues[0]?.code;
}

function expectedOf(text: unknown): string | undefined {
  const parsed = parseRole(text);
  return parsed.ok ? undefined : parsed.issues[0]?.expected;
}

describe('parseRole', () => {
  it.each(allRoles)('takes the id %s', (role) => {
    expect(read(role)).toBe(role);
  });

  // Written off the documents by hand, with the document and the line where each stands.
  it.each<[string, Role, string]>([
    ['Admin agent', 'admin-agent', 'all three, Appropriate roles'],
    ['Admin Agent', 'admin-agent', 'customer-permission, Overview'],
    ['Sales agent', 'sales-agent', 'customer-permission and reservations, Appropriate roles'],
    ['Sales Agent', 'sales-agent', 'customer-permission, Overview'],
    ['Helpdesk agent', 'helpdesk-agent', 'reservations, Appropriate roles'],
    ['Help Desk Agent', 'helpdesk-agent', 'customer-permission, Overview'],
    ['Global admin', 'global-admin', 'reservations and software, Appropriate roles'],
    ['Global administrator', 'global-admin', 'software, View activity'],
    ['User management admin', 'user-management-admin', 'reservations, Appropriate roles'],
    ['Account admin', 'account-admin', 'software, View activity'],
    ['Referral admin', 'referral-admin', 'software, View activity'],
    ['Marketing content admin', 'marketing-content-admin', 'software, View activity'],
    ['관리 에이전트', 'admin-agent', 'all three, Appropriate roles'],
    ['영업 상담원', 'sales-agent', 'customer-permission and reservations, Appropriate roles'],
    ['판매 에이전트', 'sales-agent', 'customer-permission, Overview'],
    ['기술 지원팀 상담원', 'helpdesk-agent', 'reservations, Appropriate roles'],
    ['지원 센터 에이전트', 'helpdesk-agent', 'customer-permission, Overview'],
    ['글로벌 관리자', 'global-admin', 'reservations and software, Appropriate roles'],
    ['사용자 관리 담당자', 'user-management-admin', 'reservations, Appropriate roles'],
    ['계정 관리자', 'account-admin', 'software, View activity'],
    ['추천 관리자', 'referral-admin', 'software, View activity'],
    ['마케팅 콘텐츠 관리자', 'marketing-content-admin', 'software, View activity'],
  ])('takes the documents’ spelling %s: %s (%s)', (spelling, role) => {
    expect(read(spelling)).toBe(role);
  });

  it.each<[string, Role]>([
    ['AdminAgents', 'admin-agent'],
    ['HelpdeskAgents', 'helpdesk-agent'],
    ['SalesAgents', 'sales-agent'],
  ])('takes the vendor’s group %s', (group, role) => {
    expect(read(group)).toBe(role);
  });

  it('accepts every spelling in any case, with any spaces and hyphens', () => {
    for (const role of allRoles) {
      for (const spelling of [role, ...spellings[role]]) {
        const forms = [
          spelling.toUpperCase(),
          spelling.toLowerCase(),
          spelling.replace(/[ -]/g, ''),
          spelling.replace(/[ -]/g, '-'),
          spelling.replace(/[ -]/g, '  '),
          [...spelling].join(' '),
          `\t ${spelling}\u00a0\r\n`,
          `-${spelling}-`,
        ];
        for (const form of forms) expect([form, read(form)]).toEqual([form, role]);
      }
    }
  });

  it('has no name for two roles', () => {
    const all = allRoles.flatMap((role) => [...spellings[role]]);
    const keys = all.map((spelling) => spelling.replace(/[ -]/g, '').toLowerCase());
    expect(new Set(all).size).toBe(all.length);
    for (const [position, key] of keys.entries()) {
      const same = all.filter((_, other) => keys[other] === key);
      expect(new Set(same.map(read))).toEqual(new Set([read(all[position])]));
    }
    expect(isDeeplyFrozen(spellings)).toBe(true);
  });
});

describe('parseRole with malformed input', () => {
  it.each(impostors.filter((name) => name !== ''))('refuses %j', (name) => {
    expect(read(name)).toBe('unknown-value');
  });

  it.each(junk.slice(1))('refuses %s', (_, value) => {
    expect(read(value)).toBe('wrong-type');
  });

  it.each(junkArrays)('refuses %s', (_, value) => {
    expect(read(value)).toBe('wrong-type');
  });

  it.each<[string, unknown, IssueCode]>([
    ['nothing', undefined, 'missing-field'],
    ['an empty text', '', 'empty'],
    ['spaces', '   ', 'unknown-value'],
    ['hyphens', '---', 'unknown-value'],
    ['257 characters', 'a'.repeat(257), 'too-long'],
    ['10 MB', 'admin-agent'.repeat(1_000_000), 'too-long'],
    ['a role after many spaces', `${' '.repeat(245)}admin-agent`, 'admin-agent' as IssueCode],
  ])('answers %s', (_, value, answer) => {
    expect(read(value)).toBe(answer);
  });

  it.each([
    ['Owner', 'an Azure role of the customer’s user'],
    ['Helpdesk Administrator', 'a role of a customer’s directory, from the vendor’s API'],
    ['User Account Administrator', 'a role of a customer’s directory, from the vendor’s API'],
    ['Account administrator', 'no document writes it out'],
    ['관리자', 'an administrator of any kind'],
    ['에이전트', 'an agent of any kind'],
    ['소유자', 'an owner'],
  ])('does not guess: %s (%s)', (name) => {
    expect(read(name)).toBe('unknown-value');
  });

  it.each([
    ['Admin agnet', 'admin-agent'],
    ['admin_agent', 'admin-agent'],
    ['Help-Desk-Agnt', 'helpdesk-agent'],
    ['Sale Agents', 'sales-agent'],
    ['Global administrater', 'global-admin'],
    ['marketing contents admin', 'marketing-content-admin'],
    ['글로벌 관리지', 'global-admin'],
    ['helpdes\u212a-agent', 'helpdesk-agent'],
  ])('names the nearest role to %s: %s', (name, role) => {
    expect(expectedOf(name)).toBe(
      `one of the roles ${allRoles.join(', ')} (did you mean "${role}"?)`,
    );
  });

  it('suggests none if none is near', () => {
    expect(expectedOf('Billing manager')).toBe(`one of the roles ${allRoles.join(', ')}`);
  });
});

it('keeps its name in bundles', () => {
  expect(parseRole).toHaveProperty('name', 'parseRole');
});
