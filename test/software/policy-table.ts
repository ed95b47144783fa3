import type { PublishedSoftwarePolicyId, SoftwarePolicy } from '../../src/software/index.ts';

/** A second transcription of the table of versions, by hand; `-` is what a text does not state. */
// biome-ignore format: a table is read along its rows and columns
export const table: readonly (readonly string[])[] = [
  // id                 from          document            days: perpetual, subscription  credits          kept                           link: days, from, downloads    credit: over, hours in full, rounding  named by
  ['software-2018-09', '2018-09-04', 'software-2018-09', '60', '60', 'unstated', 'unstated',  '',                             '14', 'issue',          '50', 'term',         '-',  'half-even', 'order'],
  ['software-2019-12', '2019-12-19', 'software-2019-12', '60', '60', 'full',     'pro-rated', '',                             '14', 'issue',          '50', 'term',         '-',  'half-even', 'order'],
  ['software-2020-01', '2020-01-31', 'software-2020-01', '60', '60', 'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '14', 'issue',          '50', 'term',         '-',  'half-even', 'order'],
  ['software-2020-06', '2020-06-18', 'software',         '60', '60', 'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '14', 'issue',          '50', 'term',         '-',  'half-even', 'order'],
  ['software-2021-02', '2021-02-08', 'software-2021-02', '60', '60', 'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '-',  'issue',          '-',  'term',         '-',  'half-even', 'order'],
  ['software-2021-06', '2021-06-01', 'software-2021-06', '30', '30', 'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '5',  'first-download', '-',  'charge-cycle', '-',  'unit-down', 'order'],
  ['software-2022',    '2022-07-11', 'software-2022',    '30', '7',  'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '5',  'first-download', '-',  'charge-cycle', '-',  'unit-down', 'order'],
  ['software-2023-01', '2023-01-11', 'software-2023-01', '30', '7',  'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '5',  'first-download', '-',  'charge-cycle', '24', 'unit-down', 'order'],
  ['software-2023-06', '2023-06-30', 'software-2023-06', '30', '7',  'full',     'pro-rated', 'suse-linux-plan red-hat-plan', '-',  'issue',          '-',  'charge-cycle', '24', 'unit-down', 'subscription'],
];

const number = (text = ''): number | null => (text === '-' ? null : Number(text));

export function transcribed(row: readonly string[]): SoftwarePolicy {
  const [id, , document, perpetualDays, subscriptionDays, ...others] = row;
  const [
    perpetualCredit,
    subscriptionCredit,
    kept = '',
    linkDays,
    linkDaysFrom,
    downloads,
    ...more
  ] = others;
  const [creditPeriod, fullCreditHours, rounding, subscriptionNamedBy] = more;
  return {
    id,
    document,
    perpetualDays: number(perpetualDays),
    subscriptionDays: number(subscriptionDays),
    perpetualCredit,
    subscriptionCredit,
    creditPeriod,
    fullCreditHours: number(fullCreditHours),
    cancellationDay: 'not-charged',
    rounding,
    windowEnd: 'days',
    subscriptionNamedBy,
    nonCancellable: kept === '' ? [] : kept.split(' '),
    linkDays: number(linkDays),
    linkDaysFrom,
    linkDownloads: number(downloads),
  } as SoftwarePolicy;
}

export const ids: readonly PublishedSoftwarePolicyId[] = table.map(
  ([id]) => id as PublishedSoftwarePolicyId,
);

/** The clause that has the window of each version. */
export const windowClause: Record<PublishedSoftwarePolicyId, string> = {
  'software-2018-09': 'SOF-13',
  'software-2019-12': 'SOF-13',
  'software-2020-01': 'SOF-13',
  'software-2020-06': 'SOF-1',
  'software-2021-02': 'SOF-1',
  'software-2021-06': 'SOF-17',
  'software-2022': 'SOF-19',
  'software-2023-01': 'SOF-19',
  'software-2023-06': 'SOF-22',
};

/** The clause that says what is credited. */
export const creditClause: Record<PublishedSoftwarePolicyId, string> = {
  'software-2018-09': 'SOF-13',
  'software-2019-12': 'SOF-14',
  'software-2020-01': 'SOF-14',
  'software-2020-06': 'SOF-2',
  'software-2021-02': 'SOF-2',
  'software-2021-06': 'SOF-2',
  'software-2022': 'SOF-19',
  'software-2023-01': 'SOF-19',
  'software-2023-06': 'SOF-22',
};

/** The clause that says how long a download link works. */
export const linkClause: Record<PublishedSoftwarePolicyId, string> = {
  'software-2018-09': 'SOF-13',
  'software-2019-12': 'SOF-13',
  'software-2020-01': 'SOF-13',
  'software-2020-06': 'SOF-9',
  'software-2021-02': 'SOF-16',
  'software-2021-06': 'SOF-18',
  'software-2022': 'SOF-18',
  'software-2023-01': 'SOF-18',
  'software-2023-06': 'SOF-23',
};

/** The version in force in 2025, the year of most examples. */
export const newest: PublishedSoftwarePolicyId = ids.at(-1) as PublishedSoftwarePolicyId;

/** The fields of an answer about 2025 under a policy that was superseded by then. */
export const superseded: object = { notes: ['superseded'], supersededBy: newest };

/** Those fields under the version with this id, or one of nobody's. */
export function succession(id: string): {
  readonly notes: readonly string[];
  readonly supersededBy: string | null;
} {
  const isOld = id !== newest && ids.some((known) => known === id);
  return isOld
    ? { notes: ['superseded'], supersededBy: newest }
    : { notes: [], supersededBy: null };
}
