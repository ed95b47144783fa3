import { expect, it } from 'vitest';
import { explain } from '../../src/explain/index.ts';
import { compareSoftwareCancellation } from '../../src/software/index.ts';

it('explains the credit of each policy, and the difference from the first', () => {
  const compared = compareSoftwareCancellation(
    {
      ...{ kind: 'perpetual', paid: '500.00', currency: 'USD', roles: 'admin-agent' },
      ...{ purchasedOn: '2025-03-01', canceledOn: '2025-04-20' },
      ...{ customer: { domain: 'contoso.com' }, productName: 'SQL Server', orderId: 'O-1' },
      messageRead: true,
    },
    ['software-2020-06', 'software-2019-12', 'software'],
  );
  const lines = (locale: 'en' | 'ko') => explain(compared, { locale }).split('\n').slice(4, 7);
  expect(lines('en')).toEqual([
    '  software-2020-06: allowed until 2025-04-30; the credit is 500.00 USD.',
    '  software-2019-12: allowed until 2025-04-30; the credit is 500.00 USD (+0.00).',
    '  software-2023-06: refused; the cancellation window has closed.',
  ]);
  expect(lines('ko')[0]).toBe(
    '  software-2020-06: 2025-04-30까지 허용됩니다. 크레딧은 500.00 USD입니다.',
  );
});
