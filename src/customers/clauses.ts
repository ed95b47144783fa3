import type { Clause } from '../vocabulary/clauses.ts';

/** What the document says about customers who buy for themselves, in this project's words. */
export const customerClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'CUS-1',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'One permission lets a customer buy Azure reservations on a subscription from the partner. It is off until it is turned on.',
      status: 'modelled',
    },
    {
      id: 'CUS-2',
      section:
        'Overview of customer permissions in Partner Center; Verify the customer has an existing Azure subscription',
      statement:
        'An admin agent, and nobody else, turns it on or off for any customer, in the dashboard or by API. A customer without a current subscription needs one before it is turned on.',
      status: 'modelled',
    },
    {
      id: 'CUS-3',
      section: 'To enable customers to buy their own Azure reservations, list',
      statement:
        'A customer buys a reservation on an Azure plan or Azure Global subscription that the partner bought for them, as Owner of it, and with the permission on.',
      status: 'modelled',
    },
    {
      id: 'CUS-4',
      section: 'Verify the customer has been assigned the correct role in Azure',
      statement: 'For a user who is not Owner of the subscription the purchase ends in an error.',
      status: 'modelled',
    },
    {
      id: 'CUS-5',
      section: 'Overview of customer permissions in Partner Center',
      statement: 'While it is on the partner pays for what the customer buys, and is told nothing.',
      status: 'modelled',
    },
    {
      id: 'CUS-6',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'What a customer bought stands beside the partner’s own purchases: in the order history, on the page of reservations and in the activity log.',
      status: 'modelled',
    },
    {
      id: 'CUS-7',
      section:
        'Overview of customer permissions in Partner Center; Help customers manage reservations they purchase',
      statement:
        'The customer picks the first scope while buying and manages much in the vendor’s portal. To exchange, cancel or renew, or for another scope, they turn to the partner.',
      status: 'modelled',
    },
    {
      id: 'CUS-8',
      section: 'Help customers manage reservations they purchase, prices',
      statement:
        'What the customer pays is the partner’s price, whatever price the vendor’s portal shows.',
      status: 'modelled',
    },
    {
      id: 'CUS-9',
      section: 'Help customers manage reservations they purchase, shared scope',
      statement:
        'With a shared scope the discount is for matching usage of every subscription that this partner bought for this customer.',
      status: 'modelled',
    },
    {
      id: 'CUS-10',
      section: 'Turn on or turn off customer permissions to purchase their own Azure reservations',
      statement: 'The activity log has an entry for each time it is turned on or off.',
      status: 'modelled',
    },
  ].map((clause) =>
    Object.freeze({
      ...clause,
      document: 'customer-permission',
      revision: '2020-05-13',
    } as Clause),
  ),
);
