// Plans of returns.

const bought = { currency: 'USD', term: 'P3Y', used: true, purchasedOn: '2024-07-02' };

const candidates = [
  { ...bought, id: 'VM', paid: '45000.00' },
  { ...bought, id: 'SQL', paid: '36000.00' },
  { ...bought, id: 'APP', paid: '21272.73', quantity: 3, units: 'any' },
  {
    ...bought,
    id: '앱',
    instalment: '900.00',
    billingPlan: 'Monthly',
    currency: 'EUR',
    usdRate: '1.0825',
  },
];

const days = [{ on: '2024-07-10', usd: '20000.00' }];
const ledger = { customerId: 'contoso', lastDay: '2024-07-10', days, ids: [] };

export function* plans() {
  const request = { asOf: '2025-07-02', until: '2026-07-10', ledger, candidates };
  yield ['planReturns', { ...request, candidates: candidates.slice(0, 2) }];
  for (const policy of ['partner-center-2020-08', 'azure-2024-12', 'azure-service-2023']) {
    yield ['planReturns', { ...request, until: '2025-07-16', policy }];
  }
  yield ['planReturns', { ...request, candidates: candidates.slice(0, 2), policy: 'azure' }];
  yield ['tryPlanReturns', { ...request, asOf: '2024-07-09', until: '2024-07-01' }];
}
