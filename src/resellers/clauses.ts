import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on indirect resellers, in this project's words. */
export const resellerClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'RSL-1',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Introduction',
      statement:
        'There are two tiers: the provider buys from Microsoft, and resellers sell the provider’s offers to customers.',
      status: 'informational',
      why: 'It only describes the two tiers; the next clauses state what each of them can do.',
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
        'A partnership starts when the reseller accepts a request that contains the provider’s personal link; no transactions are possible before that.',
      status: 'modelled',
    },
    {
      id: 'RSL-4',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, step 4',
      statement:
        'In a partnership, the provider adds customers and submits orders for the reseller, associates the reseller with subscriptions and names it as the support contact.',
      status: 'modelled',
    },
    {
      id: 'RSL-5',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 1; Add new customers, steps 2 and 7',
      statement:
        'A reseller that is associated with a customer when the account is created manages that account and its subscriptions.',
      status: 'modelled',
    },
    {
      id: 'RSL-6',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 2',
      statement:
        'To manage the account of an Azure customer, the reseller must also be a tenant owner.',
      status: 'modelled',
    },
    {
      id: 'RSL-7',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section:
        'Connect with indirect resellers, step 4 and table, row 3; Add new subscriptions, step 4',
      statement:
        'A reseller that is associated with a new or existing subscription manages it and earns the incentives on it, if there are any.',
      status: 'modelled',
    },
    {
      id: 'RSL-8',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers, table, row 4; Add new subscriptions, step 6',
      statement: 'The reseller named as the support contact handles support for the subscription.',
      status: 'modelled',
    },
    {
      id: 'RSL-9',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers and associate them with indirect resellers, step 6 and its note',
      statement:
        'The name of a new customer’s first admin and the initial password are shown only once.',
      status: 'informational',
      why: 'It only describes what a page shows.',
    },
    {
      id: 'RSL-10',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new subscriptions to customer accounts',
      statement: 'The provider adds subscriptions, upgrades and licenses to a customer’s account.',
      status: 'informational',
      why: 'It only describes where orders are submitted; RSL-4 decides whether they are allowed.',
    },
    {
      id: 'RSL-11',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Indirect provider tasks in the Partner Center, step 1',
      statement:
        'A provider’s details in the public list of providers are changed by its Microsoft representative.',
      status: 'informational',
      why: 'It only describes a public page.',
    },
    {
      id: 'RSL-12',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers, step 5; Add new subscriptions to customer accounts, step 2',
      statement:
        'An incorrect order is cancelled completely and started again; the list of customers can be filtered by reseller.',
      status: 'informational',
      why: 'It only describes how pages are used.',
    },
    {
      id: 'RSL-13',
      document: 'indirect-resellers-2020-02',
      revision: '2020-02-01',
      section: 'Connect with indirect resellers',
      statement:
        'Since February 2020 provider and reseller must have accepted the Microsoft Partner Agreement before customers are added or orders are submitted.',
      status: 'modelled',
    },
    {
      id: 'RSL-14',
      document: 'indirect-resellers-2020-02',
      revision: '2020-02-01',
      section: 'Connect with indirect resellers',
      statement:
        'The PartnerID of an order or subscription is that of the location account with which the reseller joined Partner Center.',
      status: 'modelled',
    },
    {
      id: 'RSL-15',
      document: 'indirect-resellers-2020-07',
      revision: '2020-07-03',
      section: 'Remove partnership with indirect resellers',
      statement:
        'A provider can remove a partnership. The customers and the delegated administration stay, and nobody is notified.',
      status: 'modelled',
    },
    {
      id: 'RSL-16',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Connect with indirect resellers',
      statement:
        'The partnership request is an email, so the provider needs the reseller’s address.',
      status: 'modelled',
    },
    {
      id: 'RSL-17',
      document: 'indirect-resellers',
      revision: '2018-10-29',
      section: 'Add new customers, step 3; Add new subscriptions to customer accounts, step 3',
      statement: 'An order names one or more subscriptions and the number of licenses.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
