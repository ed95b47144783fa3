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
  ].map((clause) => Object.freeze(clause as Clause)),
);
