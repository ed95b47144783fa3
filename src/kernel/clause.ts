/** The five source documents, by the keys under which answers cite them. */
export type DocumentKey =
  | 'customer-permission'
  | 'reservations'
  | 'reservations-2018'
  | 'indirect-resellers'
  | 'software';

/** A numbered statement of a source document. */
export type ClauseId =
  | 'RES-1'
  | 'RES-2'
  | 'RES-3'
  | 'RES-4'
  | 'RES-5'
  | 'RES-6'
  | 'RES-7'
  | 'RES-8'
  | 'RES-9'
  | 'RES-10'
  | 'RES-11'
  | 'RES-12'
  | 'RES-13'
  | 'ROL-1'
  | 'ROL-2'
  | 'ROL-3'
  | 'ROL-4'
  | 'ROL-5'
  | 'ROL-6'
  | 'ROL-7'
  | 'ROL-8'
  | 'ROL-9'
  | 'MKT-1'
  | 'MKT-2'
  | 'SOF-1'
  | 'SOF-2'
  | 'SOF-3'
  | 'SOF-4'
  | 'SOF-5'
  | 'SOF-6'
  | 'SOF-7'
  | 'SOF-8'
  | 'SOF-9'
  | 'SOF-10'
  | 'SOF-11'
  | 'SOF-12'
  | 'CUS-1'
  | 'CUS-2'
  | 'CUS-3'
  | 'CUS-4'
  | 'CUS-5'
  | 'CUS-6'
  | 'CUS-7'
  | 'CUS-8'
  | 'CUS-9'
  | 'CUS-10'
  | 'RSL-1'
  | 'RSL-2'
  | 'RSL-3'
  | 'RSL-4'
  | 'RSL-5'
  | 'RSL-6'
  | 'RSL-7'
  | 'RSL-8'
  | 'RSL-9'
  | 'RSL-10'
  | 'RSL-11'
  | 'RSL-12'
  | 'SUP-1'
  | 'SUP-2';

/** A choice made where the documents are silent or disagree. */
export type ReadingId =
  | 'R-DAYS'
  | 'R-FIVE'
  | 'R-PRORATE'
  | 'R-FEE'
  | 'R-ROUND'
  | 'R-YEAR'
  | 'R-WHOSE'
  | 'R-COUNTS'
  | 'R-OVER'
  | 'R-FX'
  | 'R-ENDED'
  | 'R-SWAP'
  | 'R-BASIS'
  | 'R-WHICH'
  | 'R-SIXTY'
  | 'R-LINK'
  | 'R-RENEW'
  | 'R-CONDITIONS'
  | 'R-NO-ENTRY'
  | 'R-RELATIONSHIP';

/** What one clause says, in this project's words, and where the original stands. */
export interface Clause {
  readonly id: ClauseId;
  readonly document: DocumentKey;
  /** The revision of the document that was read, as `YYYY-MM-DD`. */
  readonly revision: string;
  /** The heading, table or note of the document that says it. */
  readonly section: string;
  /** Our own statement of the rule. */
  readonly statement: string;
}
