import type { Issue } from '../../kernel/issue.ts';
import { readFields, readOptional } from '../../kernel/read.ts';
import type { ReservationSupportContact, Unfinished } from '../form/support-draft.ts';
import type { ReservationSupportKind } from '../request-form.ts';
import { readRequestedAmount, readSome, readText } from './fact-readers.ts';
import { readContact } from './read-contact.ts';
import { type AnswerObstacle, readObstacles } from './read-obstacles.ts';
import { type QuoteFacts, type QuoteFields, readQuote } from './read-quote.ts';
import type { ExchangeSupportFacts, RefundSupportFacts } from './support-facts.ts';

/** The facts of a request about a reservation. Texts are escaped, amounts have their currency. */
export interface ReservationFacts<Kind extends ReservationSupportKind> {
  /** Why the quote says no. */
  readonly obstacles: readonly AnswerObstacle<Kind>[];
  /** What the quote says; `undefined` if there is none, or it says no. */
  readonly quote: QuoteFacts | undefined;
  readonly reservationId: string | undefined;
  readonly reservationOrderId: string | undefined;
  readonly customerId: string | undefined;
  readonly id: string | undefined;
  readonly amountRequested: string | undefined;
  readonly title: string | undefined;
  readonly contact: Unfinished<ReservationSupportContact>;
}

type FactName = keyof RefundSupportFacts | keyof ExchangeSupportFacts;

const known: ReadonlySet<string> = new Set<FactName>([
  'quote',
  'reservationId',
  'reservationOrderId',
  'customerId',
  'id',
  'amountRequested',
  'title',
  'contact',
]);

/** Reads the facts of a request about a reservation; `undefined` if there are none to read. */
export function readReservationFacts<Kind extends ReservationSupportKind>(
  kind: Kind,
  input: unknown,
  issues: Issue[],
): ReservationFacts<Kind> | undefined {
  const fields = readFields<FactName>(input, known, [], issues);
  if (fields === undefined) return undefined;
  const text = (name: FactName): string | undefined =>
    readOptional(fields[name], [name], issues, readText);

  const given: QuoteFields | undefined = readOptional(fields.quote, ['quote'], issues, readSome);
  const obstacles = given === undefined ? [] : readObstacles(kind, given, ['quote'], issues);
  const isAllowed = given !== undefined && given.allowed !== false;
  return {
    obstacles,
    quote: isAllowed ? readQuote(kind, given, issues) : undefined,
    reservationId: text('reservationId'),
    reservationOrderId: text('reservationOrderId'),
    customerId: text('customerId'),
    id: text('id'),
    amountRequested: readOptional(
      fields.amountRequested,
      ['amountRequested'],
      issues,
      readRequestedAmount,
    ),
    title: text('title'),
    contact: readContact(kind, fields.contact, issues),
  };
}
