import type { SoftwarePolicy } from './software-policy.ts';

/** A published software policy, with its dates and notes. */
export interface SoftwarePolicyVersion {
  readonly policy: SoftwarePolicy;
  /** The page: always the one for partners. */
  readonly source: 'partner-center';
  /** The UTC date of the document, which is not always the day it took effect. */
  readonly from: string;
  /** The day from which the next version is known; `null` for the newest. */
  readonly until: string | null;
  /** The day on which the numbers were last compared with the sources. */
  readonly lastVerified: string;
  /** Notes that are needed to understand the numbers. */
  readonly notes: readonly string[];
}

const lastVerified = '2026-11-29';

const june2020: SoftwarePolicy = {
  id: 'software-2020-06',
  document: 'software',
  perpetualDays: 60, // SOF-1, R-SIXTY
  subscriptionDays: 60, // SOF-1, R-SIXTY
  perpetualCredit: 'full', // SOF-2
  subscriptionCredit: 'pro-rated', // SOF-2
  creditPeriod: 'term', // R-PRORATE
  fullCreditHours: null, // first stated in 2023-01
  cancellationDay: 'not-charged', // R-TODAY
  rounding: 'half-even', // R-ROUND
  windowEnd: 'days', // R-SIXTY
  subscriptionNamedBy: 'order', // SOF-5
  nonCancellable: Object.freeze(['suse-linux-plan', 'red-hat-plan'] as const), // SOF-3
  linkDays: 14, // SOF-9, R-LINK
  linkDaysFrom: 'issue', // R-LINK
  linkDownloads: 50, // SOF-9, R-LINK
};

const january2020: SoftwarePolicy = {
  ...june2020,
  id: 'software-2020-01',
  document: 'software-2020-01', // SOF-15
};

const december2019: SoftwarePolicy = {
  ...january2020,
  id: 'software-2019-12',
  document: 'software-2019-12', // SOF-14
  nonCancellable: Object.freeze([] as const), // first stated in 2020-01
};

const september2018: SoftwarePolicy = {
  ...december2019,
  id: 'software-2018-09',
  document: 'software-2018-09', // SOF-13
  perpetualCredit: 'unstated', // first stated in 2019-12
  subscriptionCredit: 'unstated',
};

const february2021: SoftwarePolicy = {
  ...june2020,
  id: 'software-2021-02',
  document: 'software-2021-02', // SOF-16
  linkDays: null,
  linkDownloads: null,
};

const june2021: SoftwarePolicy = {
  ...february2021,
  id: 'software-2021-06',
  document: 'software-2021-06',
  perpetualDays: 30, // SOF-17
  subscriptionDays: 30, // SOF-17
  creditPeriod: 'charge-cycle', // SOF-20
  rounding: 'unit-down', // SOF-24, R-UNIT
  linkDays: 5, // SOF-18, also for what follows
  linkDaysFrom: 'first-download',
};

const year2022: SoftwarePolicy = {
  ...june2021,
  id: 'software-2022',
  document: 'software-2022',
  subscriptionDays: 7, // SOF-19
};

const january2023: SoftwarePolicy = {
  ...year2022,
  id: 'software-2023-01',
  document: 'software-2023-01',
  fullCreditHours: 24, // SOF-21
};

const june2023: SoftwarePolicy = {
  ...january2023,
  id: 'software-2023-06',
  document: 'software-2023-06', // SOF-22, also for what follows
  subscriptionNamedBy: 'subscription',
  linkDays: null, // SOF-23
  linkDaysFrom: 'issue',
};

const otherwise =
  'What is not named here, such as who may cancel, what a cancellation asks for, and that a link can be renewed, is taken to be as in the text of 2020-06-18.';
const plans =
  'Plans of SUSE Linux and Red Hat are not named. They are taken to have the window of all software; whether they are credited as perpetual software or as a subscription is not said, so nothing is calculated for them.';
const cycles =
  'A subscription is credited over the charge cycle in which it is cancelled, at a price for each unit that is rounded down. The pages that say so are of 2022-01-18 and 2023-01-11.';
const links =
  'Of a link that was never downloaded, and of a number of downloads, nothing is said; the answers then say that it is unstated.';

/** The published policies for software, in the order of their dates. */
export const softwarePolicyVersions: readonly SoftwarePolicyVersion[] = versions([
  ['2018-09-04', september2018, ['No credit is stated, so none is calculated.', plans, otherwise]],
  ['2019-12-19', december2019, [plans, otherwise]],
  ['2020-01-31', january2020, [otherwise]],
  ['2020-06-18', june2020, ['First seen in public on 2020-06-26.']],
  [
    '2021-02-08',
    february2021,
    ['How long a download link works, and for how many downloads, is no longer stated.', otherwise],
  ],
  [
    '2021-06-01',
    june2021,
    [
      'The days count from the date of the order, which is taken to be the day of the purchase.',
      'Whether older orders keep their 60 days is not said.',
      'The five days of a download link are stated from 2021-06-03 on, for earlier purchases too.',
      cycles,
      links,
      otherwise,
    ],
  ],
  [
    '2022-07-11',
    year2022,
    [
      'One source has it from 2022-07-11, another from 2022-10-14. The earlier day, on which it was first seen, is taken.',
      'One source gives a subscription 7 days, another 168 hours. UTC calendar days are taken, as for everything else, so that all of day 7 is inside: up to a day more than 168 hours.',
      cycles,
      links,
      otherwise,
    ],
  ],
  [
    '2023-01-11',
    january2023,
    [
      'A subscription that is cancelled within 24 hours of its purchase or renewal is credited in full.',
      cycles,
      links,
      otherwise,
    ],
  ],
  [
    '2023-06-30',
    june2023,
    [
      'A cancellation of a subscription names it by its friendly name or ID; only one of perpetual software asks for the order and the confirmation that the message was read.',
      'The page says in one sentence that an order can be cancelled within seven days for full credit, and in its section on cancelling that the refund of a subscription is pro-rated. The section is followed.',
      'No page from 2021-03 to 2023-06 states when a download link expires; the five days are from an announcement only.',
      cycles,
      otherwise,
    ],
  ],
]);

type Dated = readonly [from: string, policy: SoftwarePolicy, notes: readonly string[]];

function versions(dated: readonly Dated[]): readonly SoftwarePolicyVersion[] {
  return Object.freeze(
    dated.map(([from, policy, notes], at) =>
      Object.freeze({
        policy: Object.freeze(policy),
        source: 'partner-center',
        from,
        until: dated[at + 1]?.[0] ?? null,
        lastVerified,
        notes: Object.freeze(notes),
      }),
    ),
  );
}

/** The published policies for software, by id. */
export const softwarePolicies: {
  readonly 'software-2018-09': SoftwarePolicy;
  readonly 'software-2019-12': SoftwarePolicy;
  readonly 'software-2020-01': SoftwarePolicy;
  readonly 'software-2020-06': SoftwarePolicy;
  readonly 'software-2021-02': SoftwarePolicy;
  readonly 'software-2021-06': SoftwarePolicy;
  readonly 'software-2022': SoftwarePolicy;
  readonly 'software-2023-01': SoftwarePolicy;
  readonly 'software-2023-06': SoftwarePolicy;
} = Object.freeze({
  'software-2018-09': september2018,
  'software-2019-12': december2019,
  'software-2020-01': january2020,
  'software-2020-06': june2020,
  'software-2021-02': february2021,
  'software-2021-06': june2021,
  'software-2022': year2022,
  'software-2023-01': january2023,
  'software-2023-06': june2023,
});

export type PublishedSoftwarePolicyId = keyof typeof softwarePolicies;

/** The policy that applies if none is given: that of the documents of 2020 (R-WHICH). */
export const defaultSoftwarePolicy: SoftwarePolicy = softwarePolicies['software-2020-06'];
