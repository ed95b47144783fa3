import { describe, expect, it } from 'vitest';
import {
  advancePartnership,
  noPartnership,
  type Partnership,
  type PartnershipEvent,
} from '../../src/resellers/index.ts';
import { cells, events, link, names, states } from './document.ts';
import { codesOf, impostors, issuesOf, junk, notBooleans } from './hostile.ts';

const send = (text: string, personal = link): PartnershipEvent => ({
  kind: 'send-request',
  text,
  link: personal,
});

describe('advancePartnership', () => {
  it('has a table of every state and event', () => {
    expect(cells).toHaveLength(66);
    expect(new Set(Object.values(states).map((state) => JSON.stringify(state))).size).toBe(11);
  });

  it('begins with nothing', () => {
    expect(noPartnership).toEqual(states['-- none']);
    expect(Object.isFrozen(noPartnership)).toBe(true);
  });

  it('leads from nothing to a partnership', () => {
    let state = noPartnership;
    for (const event of ['send-request', 'open-account', 'enroll', 'accept-request'] as const) {
      const decision = advancePartnership(state, events[event]);
      expect(decision.allowed).toBe(true);
      state = decision.next;
    }
    expect(state).toEqual(states.established);
  });

  it.each([
    ['alone', link],
    ['at the beginning', `${link} is where to go`],
    ['at the end', `Go to ${link}`],
    ['twice', `${link} ${link}`],
    ['between signs', `<${link}>.`],
    ['in a text of a million characters', `${'x'.repeat(1_000_000)}${link}`],
  ])('finds the link %s', (_, text) => {
    expect(advancePartnership(noPartnership, send(text)).allowed).toBe(true);
  });

  it.each([
    ['nothing at all', ''],
    ['all but its last character', link.slice(0, -1)],
    ['all but its first character', link.slice(1)],
    ['it in capitals', link.toUpperCase()],
    ['it broken in two', `${link.slice(0, 20)}\n${link.slice(20)}`],
    ['another partner’s', link.replace('=7', '=8')],
    ['it with a space of no width', `${link.slice(0, 9)}\u200b${link.slice(9)}`],
    ['almost it, for a million characters', link.slice(0, -1).repeat(20_000)],
  ])('does not find it in a text of %s', (_, text) => {
    expect(advancePartnership(noPartnership, send(text))).toMatchObject({
      allowed: false,
      reason: 'link-missing',
      next: noPartnership,
    });
  });

  it('treats a link as text, not as a pattern', () => {
    expect(advancePartnership(noPartnership, send('https://x', '.*')).allowed).toBe(false);
    expect(advancePartnership(noPartnership, send('see a+b?c', 'a+b?c')).allowed).toBe(true);
  });

  it('returns answers that share nothing with each other or the facts', () => {
    for (const [state, event] of cells) {
      const given = { ...states[state] };
      const ask = () => advancePartnership(given, events[event]);
      const decision = ask();
      const before = JSON.stringify(decision);
      expect(JSON.parse(before)).toEqual(decision);
      expect(decision.next).not.toBe(given);
      const spoilt = ask();
      Object.assign(spoilt.next, { enrolled: 'spoilt' });
      for (const value of Object.values(spoilt)) {
        if (!Array.isArray(value)) continue;
        for (const entry of value)
          if (typeof entry === 'object') Object.assign(entry, { clause: '' });
        value.length = 0;
      }
      expect(given).toEqual(states[state]);
      expect(JSON.stringify(ask())).toBe(before);
    }
  });
});

describe('advancePartnership with malformed input', () => {
  const ask = (state: unknown, event: unknown) => () =>
    advancePartnership(state as Partnership, event as PartnershipEvent);

  it.each(junk)('refuses %s', (_, value) => {
    const paths = issuesOf(ask(value, value)).map(({ path }) => path[0]);
    expect(new Set(paths)).toEqual(new Set(['state', 'event']));
  });

  it.each(impostors)('refuses the words %.40j', (word) => {
    expect(codesOf(ask({ ...noPartnership, stage: word }, { kind: word }))).toEqual([
      'state.stage unknown-value',
      'event.kind unknown-value',
    ]);
  });

  it.each(notBooleans)('refuses %s for a yes or no', (_, value) => {
    const code = value === undefined ? 'missing-field' : 'wrong-type';
    for (const stage of ['none', 'requested', 'established']) {
      const state = { enrolled: value, hasAccount: value, stage };
      expect(codesOf(ask(state, events.enroll))).toEqual([
        `state.enrolled ${code}`,
        `state.hasAccount ${code}`,
      ]);
    }
  });

  it.each([
    [{ enrolled: false, hasAccount: true }, ['state.enrolled contradiction']],
    [{ enrolled: true, hasAccount: false }, ['state.hasAccount contradiction']],
    [
      { enrolled: false, hasAccount: false },
      ['state.enrolled contradiction', 'state.hasAccount contradiction'],
    ],
  ])('refuses an established partnership of %j', (flags, codes) => {
    for (const event of names(events)) {
      const call = ask({ ...flags, stage: 'established' }, events[event]);
      expect(codesOf(call)).toEqual(codes);
      for (const { expected, received } of issuesOf(call)) {
        expect([expected, received]).toEqual([
          'true, because the partnership is established',
          'false',
        ]);
      }
    }
  });

  it('names the field that a misspelt one meant', () => {
    const issues = issuesOf(ask({ ...noPartnership, hasAcount: true }, { kind: 'enroll', lnk: 1 }));
    expect(issues.map(({ message }) => message)).toEqual([
      'state.hasAcount: expected the field hasAccount, got true',
      'event.lnk: expected no such field, got 1',
    ]);
  });

  it('states what it expected', () => {
    const expectedOf = (state: object, event: object) => issuesOf(ask(state, event))[0]?.expected;
    const send = { kind: 'send-request', text: link, link };
    expect(expectedOf({ ...noPartnership, stage: 'established' }, send)).toBe(
      'true, because the partnership is established',
    );
    expect(expectedOf(noPartnership, { ...send, text: 1 })).toBe('a text');
    expect(expectedOf(noPartnership, { ...send, link: 1 })).toBe('the personal link, as a text');
  });

  it('reports every issue at once', () => {
    expect(codesOf(ask({ stage: 'nne', on: 1 }, { kind: 'send-request', text: 5, to: 1 }))).toEqual(
      [
        'state.on unknown-field',
        'state.enrolled missing-field',
        'state.hasAccount missing-field',
        'state.stage unknown-value',
        'event.to unknown-field',
        'event.text wrong-type',
        'event.link missing-field',
      ],
    );
  });

  it.each([
    ['nothing', undefined, 'missing-field'],
    ['an empty text', '', 'empty'],
    ['blanks', ' \t\n', 'empty'],
    ['a URL', new URL(link), 'wrong-type'],
    ['null', null, 'wrong-type'],
    ['a boxed String', new String(link), 'wrong-type'],
  ])('refuses %s for a link', (_, value, code) => {
    const event = { kind: 'send-request', text: `${value}`, link: value };
    expect(codesOf(ask(noPartnership, event))).toEqual([`event.link ${code}`]);
  });

  it.each([
    ['nothing', undefined, 'missing-field'],
    ['an array', [link], 'wrong-type'],
    ['an object with `includes`', { includes: () => true }, 'wrong-type'],
  ])('refuses %s for the text', (_, value, code) => {
    const event = { kind: 'send-request', text: value, link };
    expect(codesOf(ask(noPartnership, event))).toEqual([`event.text ${code}`]);
  });

  it.each(['enroll', 'open-account', 'accept-request'])('refuses a text beside %s', (kind) => {
    const event = { kind, text: '', link };
    expect(codesOf(ask(noPartnership, event))).toEqual([
      'event.text unknown-field',
      'event.link unknown-field',
    ]);
    expect(issuesOf(ask(noPartnership, event))[0]?.expected).toBe(`no text together with ${kind}`);
    const absent = { kind, text: undefined, link: undefined };
    expect(ask(states['EA requested'], absent)().allowed).toBe(true);
  });

  it('requires no fields of an unknown event', () => {
    const event = { kind: 'send-requests', text: 5, link: '' };
    const [found, ...others] = issuesOf(ask(noPartnership, event));
    expect(found).toMatchObject({ path: ['event', 'kind'], code: 'unknown-value' });
    expect(found?.expected).toContain('"send-request"');
    expect(others).toEqual([]);
  });

  it('reads each field once', () => {
    const once = (fields: object): object => {
      const asked = new Set<string | symbol>();
      return new Proxy(fields, {
        get: (target, name) => {
          if (asked.has(name)) expect.fail(`${String(name)} was read twice`);
          asked.add(name);
          return Reflect.get(target, name);
        },
      });
    };
    const decision = ask(once(states['E- none']), once(events['send-request']))();
    expect(decision.next).toEqual(states['E- requested']);
  });
});

describe('the personal link in a request', () => {
  const link = 'https://example.com/p?id=1';
  const isHeld = (text: string): boolean =>
    advancePartnership(noPartnership, { kind: 'send-request', text, link }).allowed;

  it.each([
    link,
    `Join us: ${link}`,
    `Join us (${link}).`,
    `${link}\nKim`,
    `${link}, or call`,
    `${link}....... and more`,
    `${link}.......`,
    `<a href="${link}">`,
    `${link}2 was wrong, ${link} is right`,
    `${link}...`,
  ])('is held by %j', (text) => {
    expect(isHeld(text)).toBe(true);
  });

  it.each([
    '',
    'Join us',
    `${link}2`,
    `${link}&x=1`,
    `${link}/x`,
    `${link}.5`,
    `${link}%20`,
    `${link}가`,
    `${link}.......x`,
    `${link}.......𝐱`,
    `${link}........x`,
    `${link}........`,
    link.slice(0, -1),
  ])('is not held by %j', (text) => {
    expect(isHeld(text)).toBe(false);
  });
});
