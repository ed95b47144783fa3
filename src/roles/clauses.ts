import type { Clause } from '../vocabulary/clauses.ts';

/** The clauses on roles, in this project's words. */
export const roleClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'ROL-1',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'A user who can change customer permissions can also view them; sales agents and helpdesk agents can only view them.',
      status: 'modelled',
    },
    {
      id: 'ROL-2',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement: 'Only an admin agent can turn customer permissions on or off.',
      status: 'modelled',
    },
    {
      id: 'ROL-3',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Appropriate roles; post-purchase steps, step 3, table',
      statement:
        'Admin agents, sales agents, helpdesk agents, global admins and user management admins can perform the tasks on a purchased reservation.',
      status: 'modelled',
    },
    {
      id: 'ROL-4',
      document: 'software',
      revision: '2020-06-18',
      section: 'Appropriate roles; introduction',
      statement: 'Admin agents and global admins can buy reservations for customers.',
      status: 'modelled',
    },
    {
      id: 'ROL-5',
      document: 'software',
      revision: '2020-06-18',
      section: 'Appropriate roles; Buy software subscriptions on behalf of customers',
      statement:
        'Admin agents and global admins can buy software for customers and view the purchases.',
      status: 'modelled',
    },
    {
      id: 'ROL-6',
      document: 'software',
      revision: '2020-06-18',
      section: 'Activate and manage software subscriptions, note and steps 6 and 7',
      statement:
        'Only admin agents can use software downloads, download links and activation keys.',
      status: 'modelled',
    },
    {
      id: 'ROL-7',
      document: 'software',
      revision: '2020-06-18',
      section: 'Cancel a purchase, note',
      statement: 'Only an admin agent can cancel a software purchase.',
      status: 'modelled',
    },
    {
      id: 'ROL-8',
      document: 'software',
      revision: '2020-06-18',
      section: 'View activity for software key access and software downloads, note',
      statement:
        'Global, account, referral and marketing content admins can view the log of users who read software keys or downloaded software.',
      status: 'modelled',
    },
    {
      id: 'ROL-9',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'The users who can view customer permissions can also view the customers’ own purchases: admin agents, sales agents and helpdesk agents.',
      status: 'modelled',
    },
    {
      id: 'ROL-10',
      document: 'reservations-buying-2020-08',
      revision: '2020-08-06',
      section: 'Before you begin',
      statement:
        'Sales agents and helpdesk agents also need explicit access to the Azure subscription to manage, exchange or refund a reservation and to request support for it.',
      status: 'modelled',
    },
    {
      id: 'ROL-11',
      document: 'csp-reservations-2024-06',
      revision: '2024-06-28',
      section: 'View reservations, note',
      statement:
        'A guest of the customer’s tenant can view reservations but not refund or exchange them, whatever the role.',
      status: 'modelled',
    },
    {
      id: 'ROL-12',
      document: 'reservations-buying-2020-08',
      revision: '2020-08-06',
      section: 'Appropriate roles',
      statement:
        'Another page of 2020 lets admin agents, global admins, helpdesk agents, sales agents and user management admins buy reservations.',
      status: 'modelled',
    },
    {
      id: 'ROL-13',
      document: 'reservations-buying-2023-08',
      revision: '2023-08-23',
      section: 'Appropriate roles',
      statement:
        'Since 2023-08-23 admin agents and sales agents can buy reservations for customers.',
      status: 'modelled',
    },
    {
      id: 'ROL-14',
      document: 'cancellation-policy-2023-07',
      revision: '2023-07-27',
      section: 'Appropriate roles',
      statement:
        'Since 2023-07-27 admin agents, sales agents and global admins can cancel licenses; no earlier page names a role.',
      status: 'modelled',
    },
    {
      id: 'ROL-15',
      document: 'role-permissions-2022-11',
      revision: '2022-11-22',
      section: 'Manage CSP commercial transactions in Partner Center, table',
      statement:
        'Since 2022-11-22 admin agents, global admins and billing admins have access to billing, invoices and reconciliation files; no earlier page names a role.',
      status: 'modelled',
    },
    {
      id: 'ROL-16',
      document: 'indirect-resellers-2023-09',
      revision: '2023-09-15',
      section: 'Appropriate roles',
      statement:
        'Since 2023-09-15 global admins and sales agents manage partnerships with indirect resellers; the page of 2018 names no role.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
