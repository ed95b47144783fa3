import type { Clause } from '../vocabulary/clauses.ts';

/** What the documents say about roles, in this project's words. */
export const roleClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'ROL-1',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'Who may change the permissions of a customer may see them; sales and helpdesk agents may see them only.',
      status: 'modelled',
    },
    {
      id: 'ROL-2',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement: 'None but an admin agent turns the permissions of a customer on or off.',
      status: 'modelled',
    },
    {
      id: 'ROL-3',
      document: 'reservations',
      revision: '2020-08-06',
      section: 'Appropriate roles; post-purchase steps, step 3, table',
      statement:
        'The tasks on a reservation that was bought are for admin, sales and helpdesk agents, global admins and user management admins.',
      status: 'modelled',
    },
    {
      id: 'ROL-4',
      document: 'software',
      revision: '2020-06-18',
      section: 'Appropriate roles; introduction',
      statement: 'Admin agents and global admins buy reservations for customers.',
      status: 'modelled',
    },
    {
      id: 'ROL-5',
      document: 'software',
      revision: '2020-06-18',
      section: 'Appropriate roles; Buy software subscriptions on behalf of customers',
      statement:
        'Admin agents and global admins buy software for customers and see what was bought.',
      status: 'modelled',
    },
    {
      id: 'ROL-6',
      document: 'software',
      revision: '2020-06-18',
      section: 'Activate and manage software subscriptions, note and steps 6 and 7',
      statement:
        'Downloads, their links and activation keys of software are for admin agents only.',
      status: 'modelled',
    },
    {
      id: 'ROL-7',
      document: 'software',
      revision: '2020-06-18',
      section: 'Cancel a purchase, note',
      statement: 'None but an admin agent cancels a purchase of software.',
      status: 'modelled',
    },
    {
      id: 'ROL-8',
      document: 'software',
      revision: '2020-06-18',
      section: 'View activity for software key access and software downloads, note',
      statement:
        'The log of who read keys of software or downloaded it is open to global, account, referral and marketing content admins.',
      status: 'modelled',
    },
    {
      id: 'ROL-9',
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Overview of customer permissions in Partner Center',
      statement:
        'What customers bought themselves is seen by those who may see their permissions: admin, sales and helpdesk agents.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
