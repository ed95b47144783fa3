// Who may do what in Partner Center.

const allRoles = [
  ...['admin-agent', 'sales-agent', 'helpdesk-agent', 'global-admin', 'user-management-admin'],
  ...['account-admin', 'referral-admin', 'marketing-content-admin'],
];
const actions = [
  ...['customer-permissions.view', 'customer-permissions.change', 'customer-purchases.view'],
  ...['reservations.buy', 'reservations.refund', 'software.buy', 'software.download'],
  ...['software.cancel', 'software-activity.view'],
];
const spellings = [
  ...[
    'Admin agent',
    'ADMINAGENTS',
    'HELP DESK  AGENT',
    'ﬁnance',
    'global administrator',
    'Global Admın',
  ],
  ...['관리 에이전트', '글로벌 관리자', 'ADMİN AGENT', 'constructor', '__proto__', ''],
];

export function* roles() {
  for (const role of allRoles) yield ['actionsAllowed', role];
  for (const action of actions) {
    yield ['rolesAllowed', action];
    yield ['decideAccess', ['helpdesk-agent', 'global-admin'], action];
  }
  yield ['decideAccess', allRoles, 'software.get-keys'];
  yield ['decideAccess', [], 'software.cancel'];
  for (const asOf of ['2020-08-05', '2020-08-06', '2023-08-22', '2023-08-23', '2023-09-15']) {
    yield ['decideAccess', 'sales-agent', 'reservations.buy', { asOf }];
  }
  yield [
    'decideAccess',
    ['Azure hero', 'COMPANY ADMINISTRATOR'],
    'reservations.refund',
    { guest: true },
  ];
  yield ['parseRoles', ['ADMİN AGENT', 'Admin Agent']];
  yield ['isAllowed', ['sales-agent', 'global-admin'], 'software.cancel'];
  for (const text of spellings) yield ['parseRole', text];
}
