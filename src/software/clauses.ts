import type { Clause } from '../vocabulary/clauses.ts';

const document = 'software';
const revision = '2020-06-18';

const cancelText = 'Cancel a purchase';
const linkNote = 'Activate and manage software subscriptions, note';

/**
 * The rules of the document about software, in this project's words; from SOF-13 on those of its other
 * revisions that differ.
 */
export const softwareClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'SOF-1',
      document,
      revision,
      section: 'Cancel a purchase, text and note',
      statement:
        'Software with a cancellation window can be cancelled within 60 days of its purchase without an early termination fee, and not after that.',
      status: 'modelled',
    },
    {
      id: 'SOF-2',
      document,
      revision,
      section: 'Post-cancellation details',
      statement:
        'Perpetual software is credited in full; a software subscription is credited pro rata.',
      status: 'modelled',
    },
    {
      id: 'SOF-3',
      document,
      revision,
      section: 'Cancel a purchase, note',
      statement: 'SUSE Linux and Red Hat plans cannot be cancelled or exchanged.',
      status: 'modelled',
    },
    {
      id: 'SOF-4',
      document,
      revision,
      section: 'Cancel a purchase, note before the steps',
      statement: 'Only an admin agent can cancel a software purchase.',
      status: 'modelled',
    },
    {
      id: 'SOF-5',
      document,
      revision,
      section: 'Cancel a purchase, steps 1 to 8 and note',
      statement:
        'Orders are cancelled one at a time. A cancellation requires the customer (name, tenant or domain), the product, the order and the confirmation that the important message was read.',
      status: 'modelled',
    },
    {
      id: 'SOF-6',
      document,
      revision,
      section: 'Cancel a purchase, after step 8',
      statement:
        'The page shows how many days are left or that the window has closed; if more information is needed, it sends the user to support.',
      status: 'modelled',
    },
    {
      id: 'SOF-7',
      document,
      revision,
      section: 'Cancel a purchase, important note; Post-cancellation details',
      statement:
        'A cancellation revokes the keys and download links of the partner and the customer, and both must stop using the software. The partner uninstalls it and deletes its downloaded files and links. The software stays in the list without a key, the dashboard shows the cancellation within 15 minutes, and the credit appears on the next monthly invoice.',
      status: 'modelled',
    },
    {
      id: 'SOF-8',
      document,
      revision,
      section: 'Activate and manage software subscriptions, note',
      statement: 'Only admin agents can use downloads and activation keys.',
      status: 'informational',
      why: 'ROL-6 states the same for roles.',
    },
    {
      id: 'SOF-9',
      document,
      revision,
      section: 'Activate and manage software subscriptions, steps 6 and 7, and the note after them',
      statement:
        'A download link expires after two weeks or with its fiftieth download, whichever comes first. After that it can be renewed on the same terms, any number of times.',
      status: 'modelled',
    },
    {
      id: 'SOF-10',
      document,
      revision,
      section: 'Server subscription download and license keys',
      statement:
        'Customers find the keys and downloads of their server subscriptions in their own admin center.',
      status: 'modelled',
    },
    {
      id: 'SOF-11',
      document,
      revision,
      section: 'View activity for software key access and software downloads',
      statement:
        'The activity log lists the users who read keys or downloaded software; global, account, referral and marketing content admins can view it.',
      status: 'informational',
      why: 'ROL-8 states the same for roles.',
    },
    {
      id: 'SOF-12',
      document,
      revision,
      section: 'Introduction',
      statement:
        'Windows Server Datacenter or Standard licenses with Software Assurance qualify for the Azure Hybrid Benefit, which lowers the price of virtual machines by up to 40 %.',
      status: 'modelled',
    },
    {
      id: 'SOF-13',
      document: 'software-2018-09',
      revision: '2018-09-04',
      section: `${cancelText}; ${linkNote}`,
      statement:
        'In 2018, software could be cancelled within 60 days of its purchase; the credit was not stated. A download link expired after two weeks or 50 downloads.',
      status: 'superseded',
      why: 'Only `software-2018-09` follows it; `software-2019-12` and `software-2020-01` follow its days and links.',
    },
    {
      id: 'SOF-14',
      document: 'software-2019-12',
      revision: '2019-12-19',
      section: 'Post-cancellation details',
      statement:
        'The first document that states a credit: in full for perpetual software, pro rata for a software subscription.',
      status: 'superseded',
      why: 'Only `software-2019-12` and `software-2020-01` cite it; the text of 2020-06 says the same.',
    },
    {
      id: 'SOF-15',
      document: 'software-2020-01',
      revision: '2020-01-31',
      section: `${cancelText}, note`,
      statement:
        'The first document that states that SUSE Linux and Red Hat plans cannot be cancelled.',
      status: 'superseded',
      why: 'Only `software-2020-01` cites it; the text of 2020-06 says the same.',
    },
    {
      id: 'SOF-16',
      document: 'software-2021-02',
      revision: '2021-02-08',
      section: 'Activate and manage software subscriptions',
      statement:
        'From this document on, the limits of two weeks and 50 downloads for a download link are not stated.',
      status: 'superseded',
      why: 'Only `software-2021-02` follows it.',
    },
    {
      id: 'SOF-17',
      document: 'software-2021-06',
      revision: '2021-06-01',
      section: cancelText,
      statement: 'Software can be cancelled within 30 days of its order.',
      status: 'superseded',
      why: 'Only `software-2021-06` follows it.',
    },
    {
      id: 'SOF-18',
      document: 'software-2021-06',
      revision: '2021-06-01',
      section: linkNote,
      statement:
        'From 2021-06-03, a download link expires five days after its first download, even if the purchase is older.',
      status: 'modelled',
    },
    {
      id: 'SOF-19',
      document: 'software-2022',
      revision: '2022-07-11',
      section: cancelText,
      statement:
        'A software subscription can be cancelled within seven days of its purchase and is credited pro rata; perpetual software can be cancelled within 30 calendar days of its purchase and is credited in full.',
      status: 'modelled',
    },
    {
      id: 'SOF-20',
      document: 'software-2023-01',
      revision: '2023-01-11',
      section: 'License-based billing in Partner Center, Charge cycle',
      statement:
        'The charge cycle of a subscription begins with its purchase and lasts a month, a year or, if it is paid once, the whole term. A cancelled subscription is credited for the days that are left of it.',
      status: 'modelled',
    },
    {
      id: 'SOF-21',
      document: 'software-2023-01',
      revision: '2023-01-11',
      section: 'License-based billing in Partner Center, Subscription cancelation',
      statement:
        'A subscription that is cancelled within 24 hours of its purchase or renewal is credited in full; after that, for the time that is left.',
      status: 'modelled',
    },
    {
      id: 'SOF-22',
      document: 'software-2023-06',
      revision: '2023-06-30',
      section: 'Canceling a software subscription; Canceling perpetual software',
      statement:
        'A subscription can be cancelled within seven days of each term, pro rata; the cancellation requires the customer and its friendly name or ID. Perpetual software can be cancelled within 30 days of its purchase, in full; the cancellation requires the customer, the product, the order and the confirmation that the message was read.',
      status: 'modelled',
    },
    {
      id: 'SOF-23',
      document: 'software-2023-06',
      revision: '2023-06-30',
      section: 'Activate and manage software subscriptions',
      statement:
        'A download link can be copied; neither how long it works nor how often is stated.',
      status: 'modelled',
    },
    {
      id: 'SOF-24',
      document: 'software-reconciliation-2022-01',
      revision: '2022-01-18',
      section: 'Using the recon file, Subtotal',
      statement:
        'The subtotal of a license or seat is its effective unit price in the billing currency, rounded down to two decimals, times the quantity.',
      status: 'modelled',
    },
    {
      id: 'SOF-25',
      document: 'software-resources-2023-06',
      revision: '2023-06-26',
      section: 'Subscription; RefundOption',
      statement:
        'A subscription states the last instant for its cancellation and, for a refund in full and one in part, the instant until which each is available.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
