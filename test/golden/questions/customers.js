// What a customer's own users may do.

const subscription = { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' };
const parties = { customerId: 'contoso', partnerId: 'us' };
const subscriptions = [
  { id: 'a', ...parties },
  { id: '__proto__', ...parties },
  { id: 'İ', ...parties },
  { id: 'b', ...parties, partnerId: 'them' },
  { id: 'c', ...parties, customerId: 'Contoso' },
];

export function* customers() {
  for (const permission of ['on', 'off']) {
    yield ['decideCustomerPurchase', { subscription, permission }];
    yield ['decideCustomerPurchase', { subscription: null, permission, market: 'Korea, South' }];
    yield ['decideCustomerPurchase', { subscription, permission, market: 'SZ' }];
    yield [
      'decideCustomerPurchase',
      {
        subscription: { ...subscription, offer: 'other', userRole: 'other' },
        permission,
        market: 'ko',
      },
    ];
    for (const wanted of ['on', 'off']) {
      for (const roles of ['admin-agent', ['sales-agent', 'helpdesk-agent']]) {
        yield [
          'decidePermissionChange',
          { roles, current: permission, wanted, hasSubscription: permission === 'on' },
        ];
      }
    }
  }
  for (const task of ['set-first-scope', 'manage', 'exchange', 'renew', 'get-server-keys']) {
    for (const subscriptionBoughtBy of ['partner', 'other']) {
      yield ['decideCustomerTask', task, { subscriptionBoughtBy }];
    }
  }
  yield ['discountedSubscriptions', { scope: 'shared', ...parties, subscriptions }];
  for (const asOf of ['2022-10-12', '2022-10-13']) {
    const product = 'savings-plan';
    yield ['decideCustomerPurchase', { subscription: null, permission: 'on', product, asOf }];
  }
  yield [
    'discountedSubscriptions',
    { scope: 'single', ...parties, subscriptions, subscriptionId: 'İ' },
  ];
  yield [
    'discountedSubscriptions',
    { scope: 'single', ...parties, subscriptions, subscriptionId: 'i̇' },
  ];
}
