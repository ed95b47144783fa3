import { readReconciliationLine } from '../../interop/exports/read-reconciliation-line.ts';
import { readReservedInstance } from '../../interop/facts/read-reserved-instance.ts';
import { readSelfServePolicy } from '../../interop/facts/read-self-serve-policy.ts';
import { readSoftwareEntitlement } from '../../interop/facts/read-software-entitlement.ts';
import { readSoftwareOrder } from '../../interop/facts/read-software-order.ts';
import { readPartnerRelationship } from '../../interop/partner-center/read-partner-relationship.ts';
import { readPartnerSubscription } from '../../interop/partner-center/read-partner-subscription.ts';
import type { Parsed } from '../../kernel/issue.ts';
import { cancellationFields } from '../../software/cancellation/facts.ts';
import type { SourceRecord } from '../input/records.ts';
import type { OtherType } from '../input/types.ts';
import { fieldsOf, fieldsOfBody, textIn } from './body-names.ts';
import { completed, type ReadFacts, type UnreadFacts } from './missing-facts.ts';
import type { FactRecord } from './order-book.ts';

type Line = ReadFacts | UnreadFacts;

/** The readers of records that are about no reservation order, and of their facts for the rules. */
const readers: { readonly [T in OtherType]: (record: SourceRecord, set: FactRecord) => Line[] } = {
  reconciliation: ({ value, source }) => [lineFacts(value, source)],
  'partner-center-orders': softwareOrderFacts,
  entitlements: ({ value, source }, set) => [
    fieldsOf(value).has('virtualmachinereservations')
      ? completed((known) => readReservedInstance(value, known), set, source)
      : completed((known) => readSoftwareEntitlement(value, known), ofSoftware(set), source),
  ],
  'self-serve-policies': ({ value, source }, set) => {
    const names = ['subscription', 'market', 'product', 'asOf'];
    const read = (known: never) => readSelfServePolicy(value, known);
    const line = completed(read, chosen(set, names), source);
    if (!line.ok) return [line];
    const customerId = textIn(fieldsOfBody(value, 'selfServeEntity'), 'tenantID');
    return [{ ...line, facts: { customerId, ...line.facts } }];
  },
  subscriptions: ({ value, source }, set) => {
    const line = completed(
      (known) => readPartnerSubscription(value, known),
      ofSoftware(set),
      source,
    );
    return [{ ...line, id: textIn(fieldsOf(value), 'id') }];
  },
  relationships: ({ value, source }) => [plain(value, readPartnerRelationship(value), source)],
};

/** Reads the facts of a record that is about no reservation order. */
export function otherFacts(record: SourceRecord, type: OtherType, set: FactRecord): Line[] {
  return readers[type](record, set);
}

function ofSoftware(set: FactRecord): FactRecord {
  return chosen(set, [...cancellationFields]);
}

function chosen(set: FactRecord, names: readonly string[]): FactRecord {
  return Object.fromEntries(Object.entries(set).filter(([name]) => names.includes(name)));
}

/** Reads the facts of each line item of an order. */
function softwareOrderFacts({ value, source }: SourceRecord, set: FactRecord): Line[] {
  const lines = fieldsOf(value).get('lineitems');
  const numbers = Array.isArray(lines)
    ? lines.map((line) => fieldsOf(line).get('lineitemnumber'))
    : [];
  const orderId = textIn(fieldsOf(value), 'id');
  const asked = numbers.length > 1 ? numbers : [undefined];
  return asked.map((lineItemNumber) => {
    const read = (known: FactRecord): Parsed<object> =>
      readSoftwareOrder(value, { ...known, lineItemNumber } as never);
    const id = lineItemNumber === undefined ? orderId : `${orderId}/${lineItemNumber}`;
    return { ...completed(read, ofSoftware(set), source), id };
  });
}

function lineFacts(value: unknown, source: SourceRecord['source']): Line {
  const read = readReconciliationLine(value);
  if (!read.ok) return { ok: false, issues: read.issues, source };
  const { chargeType: event, on, ...stated } = read.value;
  const facts = given(stated);
  const id = stated.subscriptionId ?? stated.reservationOrderId ?? stated.orderId ?? undefined;
  return { ok: true, id, event, on, facts, missing: [], source };
}

/** A record whose fields are all that it states. */
function plain(body: unknown, read: Parsed<object>, source: SourceRecord['source']): Line {
  const id = textIn(fieldsOf(body), 'id');
  if (!read.ok) return { ok: false, id, issues: read.issues, source };
  return { ok: true, id, facts: given(read.value), missing: [], source };
}

function given(facts: object): FactRecord {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
