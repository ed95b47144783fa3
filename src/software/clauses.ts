import type { Clause } from '../vocabulary/clauses.ts';

const document = 'software';
const revision = '2020-06-18';

const cancelText = 'Cancel a purchase';
const linkNote = 'Activate and manage software subscriptions, note';

/**
 * What the document says about software, in this project's words, and from SOF-13 on what its other
 * revisions say otherwise.
 */
export const softwareClauses: readonly Clause[] = Object.freeze(
  [
    {
      id: 'SOF-1',
      document,
      revision,
      section: 'Cancel a purchase, text and note',
      statement:
        'Software that has a cancellation window can be cancelled at most 60 days after its purchase, without an early termination fee, and never later.',
      status: 'modelled',
    },
    {
      id: 'SOF-2',
      document,
      revision,
      section: 'Post-cancellation details',
      statement: 'Perpetual software is credited in full, a software subscription pro rata.',
      status: 'modelled',
    },
    {
      id: 'SOF-3',
      document,
      revision,
      section: 'Cancel a purchase, note',
      statement: 'SUSE Linux and Red Hat plans can be neither cancelled nor exchanged.',
      status: 'modelled',
    },
    {
      id: 'SOF-4',
      document,
      revision,
      section: 'Cancel a purchase, note before the steps',
      statement: 'None but an admin agent cancels a purchase of software.',
      status: 'modelled',
    },
    {
      id: 'SOF-5',
      document,
      revision,
      section: 'Cancel a purchase, steps 1 to 8 and note',
      statement:
        'Each order is cancelled by itself, and asks for the customer (by name, tenant or domain), the product, the order and the tick that the important message was read.',
      status: 'modelled',
    },
    {
      id: 'SOF-6',
      document,
      revision,
      section: 'Cancel a purchase, after step 8',
      statement:
        'Who cancels is told how many days are left, or that the window has passed, or is sent to support where more must be known.',
      status: 'modelled',
    },
    {
      id: 'SOF-7',
      document,
      revision,
      section: 'Cancel a purchase, important note; Post-cancellation details',
      statement:
        'Cancelling ends keys and download links for partner and customer, who both stop using the software; the partner uninstalls it and removes its downloads and links. It stays listed without a key, the dashboard shows it within 15 minutes, and the next monthly invoice has the credit.',
      status: 'modelled',
    },
    {
      id: 'SOF-8',
      document,
      revision,
      section: 'Activate and manage software subscriptions, note',
      statement: 'Downloads and activation keys are for admin agents only.',
      status: 'informational',
      why: 'It says who may. The roles decide it, as ROL-6.',
    },
    {
      id: 'SOF-9',
      document,
      revision,
      section: 'Activate and manage software subscriptions, steps 6 and 7, and the note after them',
      statement:
        'A download link ends with its second week or its fiftieth download, whichever is first, and after that can be renewed for as much again, any number of times.',
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
        'The activity log has who read keys or downloaded software, for global, account, referral and marketing content admins.',
      status: 'informational',
      why: 'It says who may see the log. The roles decide it, as ROL-8.',
    },
    {
      id: 'SOF-12',
      document,
      revision,
      section: 'Introduction',
      statement:
        'Windows Server licences, Datacenter or Standard, under Software Assurance can lower the price of virtual machines by up to 40 %.',
      status: 'informational',
      why: 'It tells of prices of virtual machines, which depend on what this library does not know.',
    },
    {
      id: 'SOF-13',
      document: 'software-2018-09',
      revision: '2018-09-04',
      section: `${cancelText}; ${linkNote}`,
      statement:
        'In 2018 software could be cancelled at most 60 days after its purchase, without a word on what is credited; a download link ended after two weeks or 50 downloads.',
      status: 'superseded',
      why: 'Only `software-2018-09` follows it, and `software-2019-12` and `software-2020-01` its days and links.',
    },
    {
      id: 'SOF-14',
      document: 'software-2019-12',
      revision: '2019-12-19',
      section: 'Post-cancellation details',
      statement:
        'The first text that names a credit: in full for perpetual software, pro rata for a software subscription.',
      status: 'superseded',
      why: 'Only `software-2019-12` and `software-2020-01` cite it; the text of 2020-06 says the same.',
    },
    {
      id: 'SOF-15',
      document: 'software-2020-01',
      revision: '2020-01-31',
      section: `${cancelText}, note`,
      statement: 'The first text by which SUSE Linux and Red Hat plans cannot be cancelled.',
      status: 'superseded',
      why: 'Only `software-2020-01` cites it; the text of 2020-06 says the same.',
    },
    {
      id: 'SOF-16',
      document: 'software-2021-02',
      revision: '2021-02-08',
      section: 'Activate and manage software subscriptions',
      statement:
        'From this text on the two weeks and the 50 downloads of a download link are not stated.',
      status: 'superseded',
      why: 'Only `software-2021-02` follows it.',
    },
    {
      id: 'SOF-17',
      document: 'software-2021-06',
      revision: '2021-06-01',
      section: cancelText,
      statement: 'Software can be cancelled at most 30 days after it was ordered.',
      status: 'superseded',
      why: 'Only `software-2021-06` follows it.',
    },
    {
      id: 'SOF-18',
      document: 'software-2021-06',
      revision: '2021-06-01',
      section: linkNote,
      statement:
        'From 2021-06-03 a download link ends five days after its first download, also where the purchase is older.',
      status: 'modelled',
    },
    {
      id: 'SOF-19',
      document: 'software-2022',
      revision: '2022-07-11',
      section: cancelText,
      statement:
        'A software subscription can be cancelled at most seven days after its purchase and is credited pro rata, perpetual software at most 30 calendar days after it and is credited in full.',
      status: 'modelled',
    },
  ].map((clause) => Object.freeze(clause as Clause)),
);
