import type { ClauseId } from '../../vocabulary/clauses.ts';

const documents = [
  'software-2018-09',
  'software-2019-12',
  'software-2020-01',
  'software',
  'software-2021-02',
  'software-2021-06',
  'software-2022',
  'software-2023-01',
  'software-2023-06',
] as const;

/** The documents that a software policy can follow. */
export const softwareDocuments: typeof documents = Object.freeze(documents);

export type SoftwareDocument = (typeof softwareDocuments)[number];

/** The clauses that a software policy cites, for each document that it can follow. */
export interface SoftwareCitations {
  readonly window: ClauseId;
  readonly credit: ClauseId;
  readonly nonCancellable: ClauseId;
  readonly link: ClauseId;
  /** The details that a cancellation requires. */
  readonly particulars: ClauseId;
}

const june2020: SoftwareCitations = {
  window: 'SOF-1',
  credit: 'SOF-2',
  nonCancellable: 'SOF-3',
  link: 'SOF-9',
  particulars: 'SOF-5',
};

const september2018: SoftwareCitations = {
  ...june2020,
  window: 'SOF-13',
  credit: 'SOF-13',
  link: 'SOF-13',
};

const year2022: SoftwareCitations = Object.freeze({
  ...june2020,
  window: 'SOF-19',
  credit: 'SOF-19',
  link: 'SOF-18',
});

export const softwareCitations: Readonly<Record<SoftwareDocument, SoftwareCitations>> =
  Object.freeze({
    'software-2018-09': Object.freeze(september2018),
    'software-2019-12': Object.freeze({ ...september2018, credit: 'SOF-14' }),
    'software-2020-01': Object.freeze({
      ...september2018,
      credit: 'SOF-14',
      nonCancellable: 'SOF-15',
    }),
    software: Object.freeze(june2020),
    'software-2021-02': Object.freeze({ ...june2020, link: 'SOF-16' }),
    'software-2021-06': Object.freeze({ ...june2020, window: 'SOF-17', link: 'SOF-18' }),
    'software-2022': year2022,
    'software-2023-01': year2022,
    'software-2023-06': Object.freeze({
      ...june2020,
      window: 'SOF-22',
      credit: 'SOF-22',
      link: 'SOF-23',
      particulars: 'SOF-22',
    }),
  });
