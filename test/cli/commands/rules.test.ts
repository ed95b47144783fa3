import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/cli/commands/rule.ts';
import { rules, startRule } from '../../../src/cli/commands/rules.ts';
import { explain } from '../../../src/explain/index.ts';
import * as library from '../../../src/index.ts';
import { folder, ndjson, type Ran, results, run } from '../run.ts';

const { decideAccess, decideMarket } = library;

const ask = (...argv: string[]): Promise<Ran> => run(argv);

const days = ['purchasedOn=2025-03-01', 'canceledOn=2025-04-30'];

const asFacts = (record: object): string[] =>
  Object.entries(record).map(([name, value]) => `${name}:=${JSON.stringify(value)}`);

/** A reseller with every access that there is. */
const withAccess = {
  partnership: { enrolled: true, hasAccount: true, stage: 'established' },
  customer: { associated: true, azure: false },
  subscription: { associated: true, supportContact: true },
} as const;

describe('a question', () => {
  it('is answered with the explanation of the answer', async () => {
    expect(await ask('market', 'Swaziland')).toEqual({
      status: 0,
      stderr: '',
      stdout: `${explain(decideMarket('SZ'))}\n`,
    });
  });

  it('is answered by the library as to a program', async () => {
    const { stdout } = await ask('market', '대한민국', '--format', 'ndjson');
    expect(results(stdout)).toEqual([{ ok: true, index: 0, answer: decideMarket('KR') }]);
  });

  it.each([
    [
      ['market', '대한민국'],
      'Yes: the list of markets without Azure reservations does not include South Korea (KR)',
      'not guaranteed',
    ],
    [
      ['market', 'St Helena, Ascension, Tristan da Cunha'],
      'No: Azure reservations are not available in St. Helena (SH).',
      'MKT-1',
    ],
    [
      ['can', 'Help Desk Agent', 'customer-permissions.view'],
      'Yes: a user with the role Helpdesk agent can',
      'ROL-1',
    ],
    [
      ['can', 'admin-agent', 'software-activity.view'],
      'No: a user with the role Admin agent cannot',
      'Global admin, Account admin, Referral admin, Marketing content admin',
    ],
    [
      ['can', 'AdminAgents', '글로벌 관리자', 'software-activity.view'],
      'Yes: a user with the role Global admin can',
      'Without the role Global admin',
    ],
    [
      ['market', 'KR', '--locale', 'ko'],
      '예, Azure 예약을 구매할 수 없는 시장 목록에',
      '대한민국(KR)',
    ],
    [
      ['cancel-software', 'kind=perpetual', 'roles=AdminAgents', ...days],
      'No, the purchase cannot be cancelled: information that the cancellation requires is',
      'Missing: the customer (name, tenant or domain), the product name, the order ID,',
    ],
    [['tax', 'Brazil'], '  market       BR', 'taxIncluded  true'],
    [['tax', 'KR'], '  market       KR', 'taxIncluded  false'],
    [['roles', 'software.cancel'], '  action  software.cancel', 'admin-agent'],
    [
      ['actions', 'Sales agent', 'Referral admin'],
      '  roles         sales-agent, referral-admin',
      'ROL-8',
    ],
  ])('%j is answered with %j and %j', async (argv, verdict, detail) => {
    const { status, stdout, stderr } = await run(argv);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith(verdict)).toBe(true);
    expect(stdout).toContain(detail);
  });

  it.each([
    [
      ['actions', 'roles:=[]'],
      '  roles         none\n  ignoredRoles  none\n  actions       none\n',
    ],
    [
      ['reseller-access', 'incentive', ...asFacts({ relationship: withAccess })],
      '  level  incentive\n  steps  none\n',
    ],
  ])('%j is answered with none where there are none', async (argv, stdout) => {
    expect(await run(argv)).toEqual({ status: 0, stderr: '', stdout });
  });

  it.each([
    [['market', 'XX'], 'market: expected the code of a market'],
    [
      ['can', 'admin-agent', '__proto__'],
      'action: expected one of the actions customer-permissions.view',
    ],
    [['can', 'constructor', 'software.cancel'], 'roles[0]: expected one of'],
    [['roles', 'toString'], 'action: expected one of'],
    [['tax', 'UK'], 'did you mean GB'],
    [['market', 'KR', 'markt=KR'], 'markt: expected the field market'],
  ])('%j is malformed: %s', async (argv, problem) => {
    const { status, stdout, stderr } = await run(argv);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^partner-rules: /);
    expect(stderr).toContain(problem);
  });

  it('names every malformed fact', async () => {
    const { stderr } = await ask('can', 'a', 'b', 'c');
    expect(stderr.trimEnd().split('\n')).toHaveLength(3);
  });

  it('shows no character that cannot be seen', async () => {
    const { stdout } = await ask('quote', ...question, 'customerId=a\u001b[2J\u202eb');
    expect(stdout).toContain('Customer: a\\u{1b}[2J\\u{202e}b\n');
  });

  it('about money is explained', async () => {
    const { stdout } = await ask('quote', ...question);
    expect(stdout).toMatch(/^The refund is 10,386\.41 USD, paid to the partner\.\n/);
    expect(stdout).toContain('Credit: 12,000.00 × 359 ÷ 365 = 11,802.74');
  });

  it('about money is refused with every reason', async () => {
    const { stdout } = await ask('quote', ...question, 'product=RedHat');
    expect(stdout).toMatch(/^No refund is possible: this product cannot be returned\./);
  });

  it('about money keeps a ledger', async () => {
    const at = folder();
    const settle = ['settle', ...question, 'customerId=contoso', '--ledger', at('ledgers')];
    const first = await run([...settle, 'id=a']);
    expect(first.stdout).toContain('0.00 + 10,386.41 = 10,386.41');
    const second = await run([...settle, 'id=b']);
    expect(second.stdout).toContain('10,386.41 + 10,386.41 = 20,772.82');
  });

  it('about an already settled record shows this', async () => {
    const at = folder();
    const settle = ['settle', ...question, 'id=a', 'customerId=c', '--ledger', at('ledgers')];
    const { stdout } = await run(settle);
    expect(stdout).toMatch(/^The refund is 10,386\.41 USD/);
    const before = 'This record was already settled and is not paid again.';
    expect((await run(settle)).stdout).toBe(`${before}\n${stdout}`);
    expect((await run([...settle, '--locale', 'ko'])).stdout).toMatch(
      /^이미 처리된 기록이며, 다시 지급되지 않습니다\.\n환불액은 10,386\.41 USD이며 /,
    );
  });
});

const question = [
  'paid=12000.00',
  'currency=USD',
  'term=P1Y',
  'used=false',
  'purchasedOn=2025-01-01',
  'canceledOn=2025-01-07',
];

describe('every rule', () => {
  const link = { issuedAt: '2025-03-01T10:00:00Z', downloads: 49 };
  const asOf = '2025-03-05T08:00:00Z';
  const partnership = { enrolled: true, hasAccount: true, stage: 'established' } as const;
  const relationship = {
    partnership,
    customer: { associated: true, azure: false },
    subscription: { associated: false, supportContact: false },
  } as const;
  const event = { kind: 'accept-request' } as const;
  const software = {
    kind: 'perpetual',
    purchasedOn: '2025-03-01',
    canceledOn: '2025-04-30',
    roles: ['admin-agent'],
    paid: '99.00',
    currency: 'USD',
  } as const;
  const purchase = {
    subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' },
    permission: 'on',
    market: '대한민국',
  } as const;
  const change = {
    roles: ['admin-agent'],
    current: 'off',
    wanted: 'on',
    hasSubscription: true,
  } as const;
  const discount = {
    scope: 'shared',
    customerId: 'contoso',
    partnerId: 'us',
    subscriptions: [{ id: 'S-1', customerId: 'contoso', partnerId: 'us' }],
  } as const;
  const contact = {
    preferredContactMethod: 'email',
    name: 'Kim',
    email: 'kim@example.com',
  } as const;

  const asked: readonly (readonly [command: string, record: object, answer: object])[] = [
    [
      'can',
      { roles: 'admin-agent', action: 'software.cancel' },
      decideAccess('admin-agent', 'software.cancel'),
    ],
    [
      'actions',
      { roles: 'referral-admin' },
      {
        roles: ['referral-admin'],
        ignoredRoles: [],
        actions: ['software-activity.view'],
        because: ['ROL-8'],
      },
    ],
    [
      'roles',
      { action: 'software.cancel' },
      { action: 'software.cancel', roles: ['admin-agent'], because: ['ROL-7'] },
    ],
    ['market', { market: 'KR' }, decideMarket('KR')],
    ['tax', { market: 'Brazil' }, { market: 'BR', taxIncluded: true, because: ['MKT-2'] }],
    [
      'tax',
      { market: 'Brazil', offer: 'reservations' },
      {
        market: 'BR',
        taxIncluded: library.isTaxIncluded('BR', { offer: 'reservations' }),
        because: ['MKT-7'],
      },
    ],
    [
      'roles',
      { action: 'reservations.buy', asOf: '2023-08-23' },
      {
        action: 'reservations.buy',
        roles: library.rolesAllowed('reservations.buy', { asOf: '2023-08-23' }),
        because: [library.permissionMatrixAt('2023-08-23').matrix['reservations.buy'].clause],
      },
    ],
    ['cancel-software', software, library.decideSoftwareCancellation(software)],
    [
      'exchange-software',
      { kind: 'red-hat-plan' },
      library.decideSoftwareExchange({ kind: 'red-hat-plan' }),
    ],
    [
      'hybrid-benefit',
      { license: 'other', softwareAssurance: true, commercial: true },
      library.decideHybridBenefit({
        license: 'other',
        softwareAssurance: true,
        commercial: true,
      }),
    ],
    ['link', { link, asOf }, library.downloadLinkStatus(link, asOf)],
    ['renew-link', { link, asOf }, library.renewDownloadLink(link, asOf)],
    ['record-download', { link, asOf }, library.recordDownload(link, asOf)],
    ['customer-purchase', purchase, library.decideCustomerPurchase(purchase)],
    ['customer-permission', change, library.decidePermissionChange(change)],
    [
      'customer-task',
      { task: 'renew', subscriptionBoughtBy: 'partner' },
      library.decideCustomerTask('renew', { subscriptionBoughtBy: 'partner' }),
    ],
    ['discounts', discount, library.discountedSubscriptions(discount)],
    ['partnership', { state: partnership, event }, library.advancePartnership(partnership, event)],
    [
      'reseller-task',
      { task: 'earn-incentive', relationship },
      library.decideResellerTask('earn-incentive', relationship),
    ],
    [
      'reseller-access',
      { level: 'incentive', relationship },
      { level: 'incentive', steps: library.stepsToAccess('incentive', relationship) },
    ],
    [
      'support',
      { kind: 'reservation-refund', contact },
      library.draftSupportRequest('reservation-refund', { contact }),
    ],
  ];

  it('is a command', () => {
    const others = ['compare', 'compare-software', 'curve']; // what-if.test.ts
    const tried = [...new Set(asked.map(([command]) => command)), ...others];
    expect(tried).toEqual(rules.map(({ command }) => command));
  });

  it.each(asked)('%s answers a record as the library does', async (command, record, answer) => {
    const { status, stdout } = await run([command], ndjson({ meta: 'a', ...record }));
    expect(status).toBe(0);
    const [result] = results(stdout);
    expect(result).toEqual({
      ok: true,
      index: 0,
      meta: 'a',
      answer: JSON.parse(JSON.stringify(answer)),
    });
  });

  it.each(asked)('%s hands back what a record calls itself', async (command, record) => {
    const { stdout } = await run([command], ndjson({ id: 'a', ...record }));
    expect(results(stdout)).toMatchObject([{ ok: true, id: 'a' }]);
  });

  it.each(asked)('%s answers the same of one question', async (command, record, answer) => {
    const facts = Object.entries(record).map(
      ([name, value]) => `${name}:=${JSON.stringify(value)}`,
    );
    const { stdout } = await run([command, ...facts, '--format', 'ndjson']);
    expect(results(stdout)).toMatchObject([{ answer: JSON.parse(JSON.stringify(answer)) }]);
  });

  it.each([
    [['market', 'Brazil', 'asOf=2019-08-01'], library.decideMarket('BR', { asOf: '2019-08-01' })],
    [
      [
        'record-download',
        'policy=software-2022',
        ...asFacts({ link: { ...link, firstDownloadedAt: link.issuedAt }, asOf }),
      ],
      library.recordDownload({ ...link, firstDownloadedAt: link.issuedAt }, asOf, {
        policy: 'software-2022',
      }),
    ],
    [
      ['cancel-software', 'policy=software-2022', ...asFacts(software)],
      library.decideSoftwareCancellation(software, { policy: 'software-2022' }),
    ],
  ])('%j follows the text of another day', async (argv, answer) => {
    const { stdout } = await run([...argv, '--format', 'ndjson']);
    expect(results(stdout)).toEqual([
      { ok: true, index: 0, answer: JSON.parse(JSON.stringify(answer)) },
    ]);
  });

  it('support puts the id of a reservation record on the form', async () => {
    for (const kind of ['reservation-refund', 'reservation-exchange'] as const) {
      const { stdout } = await run(['support'], ndjson({ id: 'CR-1', kind, contact }));
      const draft = library.draftSupportRequest(kind, { id: 'CR-1', contact });
      expect(results(stdout)).toEqual([
        { ok: true, index: 0, id: 'CR-1', answer: JSON.parse(JSON.stringify(draft)) },
      ]);
      expect(stdout).toContain('Partner reference: CR-1');
    }
  });

  it('support accepts an id that the form cannot contain', async () => {
    const asks = { kind: 'software-cancellation', askedForByCancellation: true };
    const records = [
      { id: ' ', kind: 'reservation-refund', contact },
      { id: 'CR-1', ...asks },
    ];
    const { status, stdout } = await run(['support'], ndjson(...records));
    expect(status).toBe(0);
    expect(results(stdout)).toMatchObject([{ id: ' ' }, { id: 'CR-1' }]);
    expect(stdout).not.toContain('Partner reference');
  });

  it('accepts every spelling of roles', async () => {
    const record = { ...software, roles: ['AdminAgents', 'Sales agent'] };
    const { stdout } = await run(['cancel-software'], ndjson(record));
    expect(results(stdout)).toMatchObject([
      { answer: { request: { roles: ['admin-agent', 'sales-agent'] } } },
    ]);
  });
});

describe('records', () => {
  it('are answered one by one, each with its id and meta', async () => {
    const roles = ['AdminAgents', 'sales-agent'];
    const { status, stdout } = await run(
      ['can'],
      ndjson(
        { id: 'a', meta: { n: 1 }, roles, action: 'software.cancel' },
        { roles: 'Sales agent', action: 'software.cancel' },
        { roles: [], action: 'software.cancel' },
      ),
    );
    expect(status).toBe(0);
    expect(results(stdout)).toEqual([
      {
        ok: true,
        index: 0,
        id: 'a',
        meta: { n: 1 },
        answer: decideAccess(['admin-agent', 'sales-agent'], 'software.cancel'),
      },
      { ok: true, index: 1, answer: decideAccess('sales-agent', 'software.cancel') },
      { ok: true, index: 2, answer: decideAccess([], 'software.cancel') },
    ]);
  });

  it('that are malformed are reported, and the others answered', async () => {
    const { status, stdout } = await run(
      ['market'],
      `${ndjson({ id: 'a', market: 'XX' }, { id: 7, market: 'XX' }, [], 5, null, {})}{\n${ndjson({ market: 'KR' }, { id: 7, market: 'KR' })}`,
    );
    expect(status).toBe(1);
    const told = results(stdout) as {
      ok: boolean;
      line: number;
      id?: string;
      issues?: { code: string }[];
    }[];
    expect(
      told.map(({ ok, line, id, issues }) => [ok, line, id, issues?.map(({ code }) => code)]),
    ).toEqual([
      [false, 1, 'a', ['unknown-value']],
      [false, 2, undefined, ['wrong-type', 'unknown-value']],
      [false, 3, undefined, ['not-an-object']],
      [false, 4, undefined, ['not-an-object']],
      [false, 5, undefined, ['not-an-object']],
      [false, 6, undefined, ['missing-field']],
      [false, 7, undefined, ['malformed-json']],
      [true, undefined, undefined, undefined],
      [false, 9, undefined, ['wrong-type']],
    ]);
  });

  it('that are malformed, or have a malformed id, are reported', async () => {
    const { stdout } = await run(['market'], ndjson(5, { id: 7, market: 'KR' }));
    const id = 'expected a text of 1 to 256 characters, got 7';
    expect(results(stdout)).toMatchObject([
      { issues: [{ path: [], message: 'expected a record, got 5' }] },
      { issues: [{ path: ['id'], message: `id: ${id}` }] },
    ]);
  });

  it.each(rules.map(({ command }) => command))(
    'of %s that hold nothing, or anything else, are malformed and no bug',
    async (command) => {
      const junk = ['__proto__', 'constructor', 'toString', 'x'].flatMap((name) =>
        [null, true, 1, 'x', [], {}].map((value) => `{"${name}":${JSON.stringify(value)}}\n`),
      );
      const { status, stdout } = await run([command], ['{}\n', ...junk].join(''));
      expect(status).toBe(1);
      const told = results(stdout) as { ok: boolean }[];
      expect(told).toHaveLength(25);
      expect(told.filter(({ ok }) => ok)).toEqual([]);
    },
  );
});

it('has a line of help for each rule', async () => {
  const lines = (await ask('--help')).stdout.split('\n');
  for (const { command, about } of rules) {
    const line = lines.find((text) => text.startsWith(`  ${command} `));
    expect(line?.endsWith(about)).toBe(true);
  }
});

it('passes a bug of ours on', () => {
  const bug = new Error('a bug');
  const rule: Rule = {
    command: 'x',
    words: [],
    takesFacts: false,
    about: '',
    answer: () => {
      throw bug;
    },
  };
  expect(() => startRule(rule).answer({}, 0, 1)).toThrow(bug);
});
