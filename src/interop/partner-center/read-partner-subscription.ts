import { formatInstant, readInstant } from '../../kernel/instant.ts';
import type { Issue, Parsed } from '../../kernel/issue.ts';
import { readBoolean, readCount, readText } from '../../kernel/read.ts';
import {
  type BodyValue,
  readBodyFields,
  readElements,
  readOptionalBodyFields,
  wholeBody,
} from '../body/body-fields.ts';
import { optionalDay, optionalText, optionalValue } from '../body/optional-values.ts';
import { checkSubscriptionStatus } from '../body/states.ts';

/** A subscription of the Partner Center API. Fields that the body leaves out are `null`. */
export interface PartnerSubscription {
  readonly subscriptionId: string;
  readonly orderId: string | null;
  readonly productName: string | null;
  readonly quantity: number | null;
  /** An ISO 8601 duration, such as `P1M` or `P1Y`. */
  readonly term: string | null;
  /** The vendor's word, such as `monthly` or `annual`. */
  readonly billingCycle: string | null;
  /** The UTC day of its creation. */
  readonly purchasedOn: string | null;
  /** The last UTC day of the commitment. */
  readonly commitmentEndsOn: string | null;
  /** The instant up to which it can be cancelled. */
  readonly cancellableUntil: string | null;
  /** The units that can still be given back, and up to which instant. */
  readonly refundable: readonly { readonly quantity: number; readonly until: string }[];
  readonly renews: boolean | null;
}

/**
 * Reads a subscription of the Partner Center API: one item of the collection that `readCollection` reads.
 *
 * A `status` in which nothing is left to cancel, such as `deleted`, is an issue, as is an unknown one. The instants
 * of the vendor (`cancellableUntil`, `refundable`) are returned as they are.
 *
 * @returns the subscription, or every issue. Never throws.
 *
 * @example
 * readPartnerSubscription({
 *   id: 'S-1', orderId: 'O-1', offerName: 'Office', quantity: 10, status: 'active', termDuration: 'P1Y',
 *   cancellationAllowedUntilDate: '2023-05-08T10:00:00Z',
 * });
 * //=> { ok: true, value: { subscriptionId: 'S-1', …, cancellableUntil: '2023-05-08T10:00:00Z', … } }
 */
export function readPartnerSubscription(subscription: unknown): Parsed<PartnerSubscription> {
  const issues: Issue[] = [];
  const fields = readBodyFields(wholeBody(subscription), names, issues);
  checkSubscriptionStatus(fields.status, issues);
  const { details } = readOptionalBodyFields(fields.refundableQuantity, ['details'], issues);
  const name = fields.friendlyName.value === undefined ? fields.offerName : fields.friendlyName;
  const value: PartnerSubscription = {
    subscriptionId: readText(fields.id.value, fields.id.path, issues),
    orderId: optionalText(fields.orderId, issues),
    productName: optionalText(name, issues),
    quantity: optionalValue(fields.quantity, issues, readCount),
    term: optionalText(fields.termDuration, issues),
    billingCycle: optionalText(fields.billingCycle, issues),
    purchasedOn: optionalDay(fields.creationDate, issues),
    commitmentEndsOn: optionalDay(fields.commitmentEndDate, issues),
    cancellableUntil: optionalValue(fields.cancellationAllowedUntilDate, issues, readInstantText),
    refundable: readElements(details, issues).map((detail) => readRefundable(detail, issues)),
    renews: optionalValue(fields.autoRenewEnabled, issues, readBoolean),
  };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

function readRefundable(
  detail: BodyValue,
  issues: Issue[],
): PartnerSubscription['refundable'][number] {
  const names = ['quantity', 'allowedUntilDateTime'] as const;
  const { quantity, allowedUntilDateTime: until } = readBodyFields(detail, names, issues);
  return {
    quantity: readCount(quantity.value, quantity.path, issues),
    until: readInstantText(until.value, until.path, issues),
  };
}

function readInstantText(value: unknown, path: Issue['path'], issues: Issue[]): string {
  const instant = readInstant(value, path, issues);
  return typeof value === 'string' ? value : formatInstant(instant);
}

const names = [
  'id',
  'orderId',
  'friendlyName',
  'offerName',
  'quantity',
  'status',
  'termDuration',
  'billingCycle',
  'creationDate',
  'commitmentEndDate',
  'cancellationAllowedUntilDate',
  'refundableQuantity',
  'autoRenewEnabled',
] as const;
