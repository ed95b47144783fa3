import type { DocumentKey } from './documents.ts';

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
  | 'RES-14'
  | 'RES-15'
  | 'RES-16'
  | 'RES-17'
  | 'AZR-1'
  | 'AZR-2'
  | 'AZR-3'
  | 'AZR-4'
  | 'AZR-5'
  | 'AZR-6'
  | 'AZR-7'
  | 'AZR-8'
  | 'AZR-9'
  | 'AZR-10'
  | 'AZS-1'
  | 'PAY-1'
  | 'PAY-2'
  | 'PAY-3'
  | 'PAY-4'
  | 'PAY-5'
  | 'PAY-6'
  | 'PAY-7'
  | 'PAY-8'
  | 'ROL-1'
  | 'ROL-2'
  | 'ROL-3'
  | 'ROL-4'
  | 'ROL-5'
  | 'ROL-6'
  | 'ROL-7'
  | 'ROL-8'
  | 'ROL-9'
  | 'ROL-10'
  | 'ROL-11'
  | 'ROL-12'
  | 'ROL-13'
  | 'ROL-14'
  | 'ROL-15'
  | 'ROL-16'
  | 'MKT-1'
  | 'MKT-2'
  | 'MKT-3'
  | 'MKT-4'
  | 'MKT-5'
  | 'MKT-6'
  | 'MKT-7'
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
  | 'SOF-13'
  | 'SOF-14'
  | 'SOF-15'
  | 'SOF-16'
  | 'SOF-17'
  | 'SOF-18'
  | 'SOF-19'
  | 'SOF-20'
  | 'SOF-21'
  | 'SOF-22'
  | 'SOF-23'
  | 'SOF-24'
  | 'SOF-25'
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
  | 'CUS-11'
  | 'CUS-12'
  | 'CUS-13'
  | 'CUS-14'
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
  | 'RSL-13'
  | 'RSL-14'
  | 'RSL-15'
  | 'RSL-16'
  | 'RSL-17'
  | 'SUP-1'
  | 'SUP-2';

/** The clauses that no rule computes. Each has a `why`. */
export type InformationalClauseId =
  | 'RES-12'
  | 'SOF-8'
  | 'SOF-11'
  | 'RSL-1'
  | 'RSL-9'
  | 'RSL-10'
  | 'RSL-11'
  | 'RSL-12';

/** The clauses of older revisions, which only an older policy follows. */
export type SupersededClauseId =
  | 'RES-13'
  | 'RES-14'
  | 'RES-15'
  | 'AZR-1'
  | 'AZR-3'
  | 'AZR-6'
  | 'AZR-7'
  | 'AZR-8'
  | 'SOF-13'
  | 'SOF-14'
  | 'SOF-15'
  | 'SOF-16'
  | 'SOF-17'
  | 'MKT-3'
  | 'MKT-4'
  | 'MKT-5';

/** The clauses that rules compute: all that are not listed above. */
export type ModelledClauseId = Exclude<ClauseId, InformationalClauseId | SupersededClauseId>;

interface Statement {
  readonly document: DocumentKey;
  /** The revision of the document that was read, as `YYYY-MM-DD`. */
  readonly revision: string;
  /** The heading, table or note of the document that states it. */
  readonly section: string;
  /** Our own statement of the rule. */
  readonly statement: string;
}

/**
 * A clause: its statement in this project's words, its source, and its status: `modelled` (a rule
 * computes it), `informational` (none does) or `superseded` (only an older policy follows it). `why`
 * gives the reason for the last two.
 */
export type Clause = Statement &
  (
    | {
        readonly id: ModelledClauseId;
        readonly status: 'modelled';
        readonly why?: undefined;
      }
    | {
        readonly id: InformationalClauseId;
        readonly status: 'informational';
        readonly why: string;
      }
    | {
        readonly id: SupersededClauseId;
        readonly status: 'superseded';
        readonly why: string;
      }
  );

/** The status of a clause. */
export type ClauseStatus = Clause['status'];
