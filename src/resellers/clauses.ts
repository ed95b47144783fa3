import type { Clause } from '../vocabulary/clauses.ts';

/** What the document says about indirect resellers, in this project's words. */
export const resellerClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'RSL-1',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Introduction',
      statement:
        'There are two tiers: the provider buys from the vendor, and resellers bring to customers what it offers.',
      status: 'informational',
      why: 'It tells who is who. What each of the two may do is in the clauses after it.',
    },
    {
      id: 'RSL-2',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Indirect provider tasks in the Partner Center, note',
      statement:
        'A provider works only with resellers that are enrolled as indirect resellers and have a Partner Center account.',
      status: 'modelled',
    },
    {
      id: 'RSL-3',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, steps 1 to 4 and note of step 3',
      statement:
        'A partnership begins when the reseller accepts a request that holds the personal link of the provider; nothing is transacted earlier.',
      status: 'modelled',
    },
    {
      id: 'RSL-4',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, step 4',
      statement:
        'Within a partnership the provider adds customers and submits orders for the reseller, links it to subscriptions and names it as support contact.',
      status: 'modelled',
    },
    {
      id: 'RSL-5',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 1; Add new customers, steps 2 and 7',
      statement:
        'A reseller that is linked to a customer when the account is made administers that account and its subscriptions.',
      status: 'modelled',
    },
    {
      id: 'RSL-6',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 2',
      statement:
        'For the account of an Azure customer such a reseller must also have been made tenant owner.',
      status: 'modelled',
    },
    {
      id: 'RSL-7',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section:
        'Connect with indirect resellers, step 4 and table, row 3; Add new subscriptions, step 4',
      statement:
        'A reseller that is linked to a subscription, new or old, manages it and earns incentives on it where there are any.',
      status: 'modelled',
    },
    {
      id: 'RSL-8',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 4; Add new subscriptions, step 6',
      statement: 'The support of a subscription falls to the reseller named as its contact.',
      status: 'modelled',
    },
    {
      id: 'RSL-9',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers and associate them with indirect resellers, step 6 and its note',
      statement:
        'The name of the first admin of a new customer and the password to begin with are shown a single time.',
      status: 'informational',
      why: 'It tells what a page shows, and decides nothing.',
    },
    {
      id: 'RSL-10',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new subscriptions to customer accounts',
      statement:
        'It is the provider that puts subscriptions, upgrades and licences into the account of a customer.',
      status: 'informational',
      why: 'It tells where orders are made. Whether they may be is RSL-4.',
    },
    {
      id: 'RSL-11',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Indirect provider tasks in the Partner Center, step 1',
      statement:
        'What the public list of providers says about a provider is changed by its representative at the vendor.',
      status: 'informational',
      why: 'It is about what the public reads of a provider, and decides nothing.',
    },
    {
      id: 'RSL-12',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers, step 5; Add new subscriptions to customer accounts, step 2',
      statement:
        'A wrong order is dropped whole and begun again; the list of customers can be narrowed to one reseller.',
      status: 'informational',
      why: 'It tells how pages are used, and decides nothing.',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
