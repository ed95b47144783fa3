import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on customers who buy for themselves, in this project's words. */
export const customerClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'CUS-1',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'A single permission lets a customer buy Azure reservations on a subscription from the partner. It is off until it is turned on.',
      status: 'modelled',
    },
    {
      id: 'CUS-2',
      section:
        'Overview of customer permissions in Partner Center; Verify the customer has an existing Azure subscription',
      statement:
        'Only an admin agent can turn the permission on or off for a customer, in the dashboard or through the API. A customer without a current subscription needs one before the permission is turned on.',
      status: 'modelled',
    },
    {
      id: 'CUS-3',
      section: 'To enable customers to buy their own Azure reservations, list',
      statement:
        'A customer can buy a reservation on an Azure plan or Azure Global subscription that the partner bought for them, if the user is an Owner of the subscription and the permission is on.',
      status: 'modelled',
    },
    {
      id: 'CUS-4',
      section: 'Verify the customer has been assigned the correct role in Azure',
      statement:
        'A purchase by a user who is not an Owner of the subscription fails with an error.',
      status: 'modelled',
    },
    {
      id: 'CUS-5',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'While the permission is on, the partner pays for the customer’s purchases and is not notified of them.',
      status: 'modelled',
    },
    {
      id: 'CUS-6',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'The customer’s purchases appear together with the partner’s own purchases: in the order history, on the reservations page and in the activity log.',
      status: 'modelled',
    },
    {
      id: 'CUS-7',
      section:
        'Overview of customer permissions in Partner Center; Help customers manage reservations they purchase',
      statement:
        'The customer chooses the first scope during the purchase and manages most settings in the Microsoft portal. Only the partner can exchange, cancel or renew the reservation, or change its scope.',
      status: 'modelled',
    },
    {
      id: 'CUS-8',
      section: 'Help customers manage reservations they purchase, prices',
      statement:
        'The customer pays the price set by the partner, whatever price the Microsoft portal shows.',
      status: 'modelled',
    },
    {
      id: 'CUS-9',
      section: 'Help customers manage reservations they purchase, shared scope',
      statement:
        'With a shared scope, the discount applies to matching usage of every subscription that this partner bought for this customer.',
      status: 'modelled',
    },
    {
      id: 'CUS-10',
      section: 'Turn on or turn off customer permissions to purchase their own Azure reservations',
      statement: 'The activity log gets an entry each time the permission is turned on or off.',
      status: 'modelled',
    },
    {
      id: 'CUS-11',
      document: 'customer-permission-2022-10',
      revision: '2022-10-13',
      section: 'Overview of customer permissions in Partner Center; To enable customers to buy',
      statement:
        'Since 2022-10-13 a second permission lets a customer buy Azure savings plans. It is off until it is turned on, needs the same conditions, and needs an Azure plan.',
      status: 'modelled',
    },
    {
      id: 'CUS-12',
      document: 'customer-permission-2022-10',
      revision: '2022-10-13',
      section: 'Help customers manage savings plans they purchase',
      statement: 'Savings plans are never cancelled or exchanged.',
      status: 'modelled',
    },
    {
      id: 'CUS-13',
      document: 'customer-permission-2022-10',
      revision: '2022-10-13',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'Savings plans that customers buy appear in the Azure portal, not in Partner Center.',
      status: 'modelled',
    },
    {
      id: 'CUS-14',
      document: 'software',
      revision: '2020-06-18',
      section: 'Introduction',
      statement:
        'Partners buy reservations and server subscriptions for commercial customers. Server subscriptions are those of Windows Server and SQL Server.',
      status: 'modelled',
    },
  ].map((clause) =>
    Object.freeze({
      document: 'customer-permission',
      revision: '2020-05-13',
      ...clause,
    } as Clause),
  ),
);
