// Indirect resellers: partnerships, tasks and levels of access.

const none = { enrolled: false, hasAccount: false, stage: 'none' };
const requested = { enrolled: true, hasAccount: true, stage: 'requested' };
const established = { ...requested, stage: 'established' };
const events = [
  { kind: 'enroll' },
  { kind: 'open-account' },
  { kind: 'send-request', text: 'Join us: https://link', link: 'https://link' },
  { kind: 'send-request', text: 'Join us', link: 'https://link' },
  { kind: 'accept-request' },
];
const unrelated = {
  partnership: none,
  customer: { associated: false, azure: true, tenantOwner: false },
  subscription: { associated: false, supportContact: false },
};
const related = {
  partnership: established,
  customer: { associated: true, azure: true, tenantOwner: false },
  subscription: { associated: true, supportContact: false },
};

export function* resellers() {
  for (const state of [none, requested, established]) {
    for (const event of events) yield ['advancePartnership', state, event];
  }
  const tasks = [
    'add-customer',
    'manage-customer-account',
    'manage-subscription',
    'earn-incentive',
    'handle-support',
  ];
  for (const task of tasks) {
    yield ['decideResellerTask', task, unrelated];
    yield ['decideResellerTask', task, related];
  }
  for (const level of ['customer-account', 'subscription', 'incentive', 'support']) {
    yield ['stepsToAccess', level, unrelated];
  }
  yield ['decideResellerTask', 'add-customer', { ...related, partnership: requested }];
}
