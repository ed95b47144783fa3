import type { Clause } from '../kernel/clause.ts';

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
    },
    {
      id: 'RSL-2',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Indirect provider tasks in the Partner Center, note',
      statement:
        'A provider works only with resellers that are enrolled as indirect resellers and have a Partner Center account.',
    },
    {
      id: 'RSL-3',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, steps 1 to 4 and note of step 3',
      statement:
        'A partnership begins when the reseller accepts a request that holds the personal link of the provider; nothing is transacted earlier.',
    },
    {
      id: 'RSL-4',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, step 4',
      statement:
        'Within a partnership the provider adds customers and submits orders for the reseller, links it to subscriptions and names it as support contact.',
    },
    {
      id: 'RSL-5',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 1; Add new customers, steps 2 and 7',
      statement:
        'A reseller that is linked to a customer when the account is made administers that account and its subscriptions.',
    },
    {
      id: 'RSL-6',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 2',
      statement:
        'For the account of an Azure customer such a reseller must also have been made tenant owner.',
    },
    {
      id: 'RSL-7',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section:
        'Connect with indirect resellers, step 4 and table, row 3; Add new subscriptions, step 4',
      statement:
        'A reseller that is linked to a subscription, new or old, manages it and earns incentives on it where there are any.',
    },
    {
      id: 'RSL-8',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 4; Add new subscriptions, step 6',
      statement: 'The support of a subscription falls to the reseller named as its contact.',
    },
    {
      id: 'RSL-9',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers and associate them with indirect resellers, step 6 and its note',
      statement:
        'The name of the first admin of a new customer and the password to begin with are shown a single time.',
    },
    {
      id: 'RSL-10',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new subscriptions to customer accounts',
      statement:
        'It is the provider that puts subscriptions, upgrades and licences into the account of a customer.',
    },
    {
      id: 'RSL-11',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Indirect provider tasks in the Partner Center, step 1',
      statement:
        'What the public list of providers says about a provider is changed by its representative at the vendor.',
    },
    {
      id: 'RSL-12',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers, step 5; Add new subscriptions to customer accounts, step 2',
      statement:
        'A wrong order is dropped whole and begun again; the list of customers can be narrowed to one reseller.',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
