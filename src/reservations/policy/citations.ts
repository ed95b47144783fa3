import type { ClauseId } from '../../vocabulary/clauses.ts';

const documents = [
  'reservations',
  'reservations-2018',
  'reservations-2018-10',
  'reservations-2018-11',
  'azure-refunds-2020-01',
  'azure-refunds-2020-02',
  'azure-refunds-2020-07',
  'azure-refunds-2022-10',
  'azure-refunds-2024-12',
  'azure-refunds-2026-01',
  'azure-exchanges-2027-02',
  'azure-service-2023',
  'reservations-2023-07',
  'reservations-2024-12',
  'reservations-2026-01',
  'reservations-2027-02',
] as const;

/** The documents, and revisions of them, whose refund rules a policy can follow. */
export const refundDocuments: typeof documents = Object.freeze(documents);

export type RefundDocument = (typeof refundDocuments)[number];

/** The clauses of each document that a refund policy can follow. */
export interface Citations {
  /** The rows of the cancellation table: within the window, and after it. */
  readonly inWindow: { readonly unused: ClauseId; readonly used: ClauseId };
  readonly afterWindow: { readonly unused: ClauseId; readonly used: ClauseId };
  /** The clauses of every refund, in addition to that of its row. */
  readonly everyRefund: readonly ClauseId[];
  readonly limit: ClauseId;
  readonly balance: ClauseId;
  readonly payee: ClauseId;
  readonly anyTimeInTerm: ClauseId;
  readonly exchange: ClauseId;
  readonly nonReturnable: ClauseId;
  /** True if the text knows monthly payment (R-MONTHLY-FEE). */
  readonly knowsMonthly: boolean;
}

const azure2020: Partial<Citations> = { exchange: 'AZR-4', limit: 'AZR-3', knowsMonthly: true };
const azureSinceJuly2020: Partial<Citations> = {
  exchange: 'AZR-4',
  limit: 'AZR-5',
  knowsMonthly: true,
};

export const citations: Readonly<Record<RefundDocument, Citations>> = Object.freeze({
  reservations: Object.freeze({
    inWindow: Object.freeze({ unused: 'RES-1', used: 'RES-2' }),
    afterWindow: Object.freeze({ unused: 'RES-3', used: 'RES-4' }),
    everyRefund: Object.freeze(['RES-5', 'RES-6', 'RES-7'] as const),
    limit: 'RES-5',
    balance: 'RES-6',
    payee: 'RES-7',
    anyTimeInTerm: 'RES-8',
    exchange: 'RES-9',
    nonReturnable: 'RES-11',
    knowsMonthly: false,
  }),
  'reservations-2018': citing('RES-13', { nonReturnable: 'RES-11' }),
  'reservations-2018-10': citing('RES-14', { nonReturnable: 'RES-11', exchange: 'RES-13' }),
  'reservations-2018-11': citing('RES-15', { nonReturnable: 'RES-11', exchange: 'RES-13' }),
  'azure-refunds-2020-01': citing('AZR-1', azure2020),
  'azure-refunds-2020-02': citing('AZR-2', azure2020),
  'azure-refunds-2020-07': citing('AZR-2', { ...azureSinceJuly2020, nonReturnable: 'AZR-6' }),
  'azure-refunds-2022-10': citing('AZR-2', { ...azureSinceJuly2020, nonReturnable: 'AZR-7' }),
  'azure-refunds-2024-12': citing('AZR-2', { ...azureSinceJuly2020, nonReturnable: 'AZR-8' }),
  'azure-refunds-2026-01': citing('AZR-2', { ...azureSinceJuly2020, nonReturnable: 'AZR-9' }),
  'azure-exchanges-2027-02': citing('AZR-2', { ...azureSinceJuly2020, nonReturnable: 'AZR-9' }),
  'reservations-2023-07': pointing('AZR-7'),
  'reservations-2024-12': pointing('AZR-8'),
  'reservations-2026-01': pointing('AZR-9'),
  'reservations-2027-02': pointing('AZR-9'),
  'azure-service-2023': citing('AZS-1', { exchange: 'PAY-7', knowsMonthly: true }),
});

/** RES-16: the page for all customers decides, and the page for partners points to it. */
function pointing(nonReturnable: ClauseId): Citations {
  const azure = citing('AZR-2', { ...azureSinceJuly2020, nonReturnable, payee: 'RES-16' });
  return Object.freeze({
    ...azure,
    everyRefund: Object.freeze([...azure.everyRefund, 'RES-16'] as const),
  });
}

/** One clause for all that a refund is made of, and others where they are named. */
function citing(clause: ClauseId, others: Partial<Citations>): Citations {
  const { limit = clause } = others;
  return Object.freeze({
    inWindow: Object.freeze({ unused: clause, used: clause }),
    afterWindow: Object.freeze({ unused: clause, used: clause }),
    everyRefund: Object.freeze(limit === clause ? [] : [limit]),
    limit,
    balance: clause,
    payee: clause,
    anyTimeInTerm: clause,
    exchange: clause,
    nonReturnable: clause,
    knowsMonthly: false,
    ...others,
  });
}
