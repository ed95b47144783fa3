import { describe, expect, it } from 'vitest';
import {
  decideSoftwareCancellation,
  decideSoftwareExchange,
  type SoftwareCancellationInput,
} from '../../../src/software/index.ts';
import { issuesOf } from '../../hostile/issues-of.ts';
import { revokedProxy, throwingProxy, withThrowingGetter } from '../../reservations/hostile.ts';
import { faultsOf, perpetual, subscription, without } from '../facts.ts';

const cancel = (facts: unknown) => decideSoftwareCancellation(facts as SoftwareCancellationInput);
const faults = (facts: unknown): string[] => faultsOf(() => cancel(facts));

describe('malformed facts', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'perpetual'],
    ['an array', [subscription]],
    ['a function', () => subscription],
  ])('such as %s are no object', (_, facts) => {
    expect(faults(facts)).toEqual([': not-an-object']);
    expect(faultsOf(() => decideSoftwareExchange(facts as never))).toEqual([': not-an-object']);
  });

  it.each([
    ['a revoked Proxy', () => revokedProxy()],
    ['a Proxy whose fields cannot be listed', () => throwingProxy('ownKeys')],
    ['a field that throws', () => withThrowingGetter(subscription, 'paid')],
  ])('such as %s are unreadable', (_, make) => {
    const facts = make();
    expect(faults(facts)).toEqual([': unreadable']);
    expect(faultsOf(() => decideSoftwareExchange(facts as never))).toEqual([': unreadable']);
  });

  it('report everything that is required', () => {
    expect(faults({})).toEqual([
      'kind: missing-field',
      'purchasedOn: missing-field',
      'canceledOn: missing-field',
      'roles: missing-field',
    ]);
    expect(faultsOf(() => decideSoftwareExchange({} as never))).toEqual(['kind: missing-field']);
  });
});

describe('issues', () => {
  it('are reported together', () => {
    const facts = {
      kind: 'perpetuel',
      purchasedOn: '2025-02-29',
      canceledOn: '01.03.2025',
      roles: ['Admin hero', 'nobody'],
      qualifies: 'yes',
      paid: '-1',
      currency: 'usd',
      term: 'P5Y',
      customer: { name: '', domian: 'contoso.com', tenantId: 7 },
      productName: '',
      orderId: 'x'.repeat(257),
      messageRead: 1,
      canceldOn: '2025-03-01',
    };
    expect(faults(facts)).toEqual([
      'canceldOn: unknown-field',
      'kind: unknown-value',
      'purchasedOn: no-such-day',
      'canceledOn: malformed-day',
      'roles.0: unknown-value',
      'roles.1: unknown-value',
      'qualifies: wrong-type',
      'currency: unknown-currency',
      'paid: malformed-amount',
      'term: unknown-value',
      'customer.domian: unknown-field',
      'customer.name: empty',
      'customer.tenantId: wrong-type',
      'productName: empty',
      'orderId: too-long',
      'messageRead: wrong-type',
    ]);
  });

  it('name the nearest word', () => {
    const [unknown, kind] = issuesOf(() => cancel({ ...perpetual, kind: 'Perpetual', qualify: 1 }));
    expect(unknown?.expected).toBe('no such field');
    expect(kind?.expected).toContain('(did you mean "perpetual"?)');
    const [field] = issuesOf(() => cancel({ ...perpetual, qualifes: false }));
    expect(field?.message).toBe('qualifes: expected the field qualifies, got false');
  });
});

describe('days', () => {
  it('do not go back before the purchase', () => {
    const early = { ...perpetual, canceledOn: '2025-02-28' };
    expect(issuesOf(() => cancel(early))).toMatchObject([
      {
        path: ['canceledOn'],
        code: 'before-purchase',
        expected: 'the day of the purchase (2025-03-01) or a later one',
        received: '"2025-02-28"',
      },
    ]);
    expect(cancel({ ...perpetual, canceledOn: '2025-03-01' })).toMatchObject({ daysLeft: 60 });
  });

  it('are compared only where both are days', () => {
    expect(faults({ ...perpetual, purchasedOn: 'soon', canceledOn: '1969-01-01' })).toEqual([
      'purchasedOn: malformed-day',
    ]);
  });

  it('leave room for the window before the year 10000', () => {
    const late = { ...perpetual, purchasedOn: '9999-11-02', canceledOn: '9999-11-02' };
    expect(issuesOf(() => cancel(late))).toMatchObject([
      {
        path: ['purchasedOn'],
        code: 'year-out-of-range',
        expected: 'a day at least 60 days before the end of the year 9999',
        received: '"9999-11-02"',
      },
    ]);
    expect(faults({ ...late, canceledOn: '9999-01-01' })).toEqual([
      'canceledOn: before-purchase',
      'purchasedOn: year-out-of-range',
    ]);
    expect(cancel({ ...late, purchasedOn: '9999-11-01' })).toMatchObject({ daysLeft: 59 });
  });
});

describe('a price', () => {
  it('comes with its currency, and a currency with its price', () => {
    expect(faults(without(perpetual, 'currency'))).toEqual(['currency: missing-field']);
    expect(faults(without(perpetual, 'paid'))).toEqual(['paid: missing-field']);
  });

  it('has the decimals of its currency', () => {
    expect(faults({ ...perpetual, paid: '1.5', currency: 'JPY' })).toEqual([
      'paid: too-many-decimals',
    ]);
    expect(cancel({ ...perpetual, paid: '1.5', currency: 'KWD' }).request.paid).toBe('1.500');
    // Any decimals may be right where the currency is not known.
    expect(faults({ ...perpetual, paid: '1.5555', currency: '' })).toEqual([
      'currency: unknown-currency',
    ]);
  });

  it('of a subscription needs the term', () => {
    expect(issuesOf(() => cancel(without(subscription, 'term')))).toMatchObject([
      { path: ['term'], code: 'missing-field', expected: 'one of P1M, P1Y, P3Y' },
    ]);
  });
});

describe('a term', () => {
  it.each(['perpetual', 'suse-linux-plan', 'red-hat-plan'])('is none of %s', (kind) => {
    expect(issuesOf(() => cancel({ ...subscription, kind, term: 'P1Y' }))).toMatchObject([
      {
        path: ['term'],
        code: 'unknown-field',
        expected: 'no term, as only a subscription has one',
        received: '"P1Y"',
      },
    ]);
    expect(cancel({ ...subscription, kind, term: undefined }).request.kind).toBe(kind);
  });

  it.each(['P5Y', 'P2Y', 'p1y', 'P1Y ', 'toString', '__proto__', 12, null, ['P1Y']])(
    'is not %j',
    (term) => {
      expect(faults({ ...subscription, term })).toEqual(['term: unknown-value']);
    },
  );

  it('is checked even if the kind is unknown', () => {
    expect(faults({ ...subscription, kind: 'lease' })).toEqual(['kind: unknown-value']);
    expect(faults({ ...subscription, kind: 'lease', term: 'P2Y' })).toEqual([
      'kind: unknown-value',
      'term: unknown-value',
    ]);
  });
});

describe('a kind', () => {
  it.each([
    ...['__proto__', 'constructor', 'toString', '', 'Perpetual', 'suse', 'SuseLinux', 'perpetua1'],
    'perpetuаl', // a Cyrillic а
    'red‑hat‑plan', // hyphens that do not break
    ...[null, 1, true, ['perpetual'], new String('perpetual')],
  ])('is not %s', (kind) => {
    expect(faults({ ...perpetual, kind })).toEqual(['kind: unknown-value']);
    expect(faultsOf(() => decideSoftwareExchange({ kind } as never))).toEqual([
      'kind: unknown-value',
    ]);
  });
});

describe('roles', () => {
  it.each([
    ['Admin agent', 'roles: unknown-value'],
    ['constructor', 'roles: unknown-value'],
    [1, 'roles: unknown-value'],
    [null, 'roles: unknown-value'],
    [{ 0: 'admin-agent', length: 1 }, 'roles: not-an-array'],
    [new Set(['admin-agent']), 'roles: not-an-array'],
    [['admin-agent', undefined], 'roles.1: missing-field'],
    [['', 'admin-agent'], 'roles.0: empty'],
  ])('are one id or a list of names (%#)', (roles, fault) => {
    expect(faults({ ...perpetual, roles })).toEqual([fault]);
  });

  it('are read without trust', () => {
    for (const roles of [throwingProxy('get', ['admin-agent']), revokedProxy([])]) {
      expect(faults({ ...perpetual, roles })).toEqual(['roles: unreadable']);
    }
  });
});

describe('a customer', () => {
  it.each([
    ['Contoso', 'customer: not-an-object'],
    [['Contoso'], 'customer: not-an-object'],
    [{ name: 1 }, 'customer.name: wrong-type'],
    [{ domain: 'x'.repeat(100_000) }, 'customer.domain: too-long'],
    [{ customerId: 'C-1' }, 'customer.customerId: unknown-field'],
  ])('is an object of names (%#)', (customer, fault) => {
    expect(faults({ ...perpetual, customer })).toEqual([fault]);
  });

  it('is read without trust', () => {
    for (const customer of [revokedProxy(), withThrowingGetter({}, 'name')]) {
      expect(faults({ ...perpetual, customer })).toEqual(['customer: unreadable']);
    }
  });

  it('is not found on a prototype', () => {
    const customer = Object.create({ name: 'Contoso' }) as object;
    expect(faults({ ...perpetual, customer })).toEqual(['customer: not-an-object']);
  });
});

describe('fields that somebody put on every object', () => {
  it('are no facts', () => {
    const bare = JSON.stringify(without(perpetual, 'qualifies', 'customer', 'paid', 'currency'));
    const expected = JSON.stringify(cancel(JSON.parse(bare)));
    const pollution = {
      qualifies: false,
      paid: '1.00',
      customer: { name: 'X' },
      term: 'P1Y',
      name: 'Y',
    };
    try {
      Object.assign(Object.prototype, pollution);
      expect(JSON.stringify(cancel(JSON.parse(bare)))).toBe(expected);
    } finally {
      for (const name of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, name);
    }
  });
});

describe('an exchange', () => {
  it('has no other facts', () => {
    expect(faultsOf(() => decideSoftwareExchange(perpetual as never))).toContain(
      'paid: unknown-field',
    );
  });
});

it('rejects a blank name, product or order', () => {
  const blank = { ...subscription, customer: { name: ' ' }, productName: '\t', orderId: '\u3000' };
  expect(faults(blank)).toEqual(['customer.name: empty', 'productName: empty', 'orderId: empty']);
});
