import { formatInstant, type Instant, readInstant } from '../../kernel/instant.ts';
import type { Issue } from '../../kernel/issue.ts';
import {
  type Fields,
  onlyGiven,
  readCount,
  readOptional,
  withoutPrototype,
} from '../../kernel/read.ts';
import { fieldsOf, listOf, oneOf, optional, readRecord, required } from '../../kernel/record.ts';
import type { RefundableQuantity, RefundableUnits, RefundOption } from './request.ts';

/** The instants and units that the vendor states for a purchase, as far as it does. */
export interface VendorFacts {
  readonly allowedUntil: Instant | undefined;
  /** `undefined` if none is stated. */
  readonly refundOptions: readonly RefundOption<Instant>[] | undefined;
  readonly refundableQuantity: RefundableQuantity<Instant> | undefined;
}

type VendorField = 'cancellationAllowedUntilDate' | 'refundOptions' | 'refundableQuantity';

const optionFields = /* @__PURE__ */ fieldsOf<RefundOption<Instant>>({
  type: required(oneOf(['Full', 'Partial'])),
  expiresAt: optional(readInstant),
});

const unitsFields = /* @__PURE__ */ fieldsOf<RefundableUnits<Instant>>({
  quantity: required(readCount),
  allowedUntilDateTime: required(readInstant),
});

const quantityFields = /* @__PURE__ */ fieldsOf<RefundableQuantity<Instant>>({
  totalQuantity: required(readCount),
  details: optional(
    listOf(
      (value, path, issues) =>
        readRecord(unitsFields, value, path, issues) as RefundableUnits<Instant>,
    ),
  ),
});

/** Reads the vendor's own instants and units. */
export function readVendorFacts(fields: Fields<VendorField>, issues: Issue[]): VendorFacts {
  const { cancellationAllowedUntilDate, refundOptions, refundableQuantity } = fields;
  const untilPath = ['cancellationAllowedUntilDate'];
  const allowedUntil = readOptional(cancellationAllowedUntilDate, untilPath, issues, readInstant);
  const options = readOptional(refundOptions, ['refundOptions'], issues, readOptions);
  return {
    allowedUntil,
    refundOptions: options?.length === 0 ? undefined : options,
    refundableQuantity: readOptional(
      refundableQuantity,
      ['refundableQuantity'],
      issues,
      (value, path, found) => own(readRecord(quantityFields, value, path, found)),
    ),
  };
}

const readOptions = /* @__PURE__ */ listOf((value, path, issues) =>
  own(readRecord(optionFields, value, path, issues)),
);

/** A record whose optional fields cannot come from `Object.prototype`; an unread one is never used. */
function own<T extends object>(record: T | undefined): T {
  return withoutPrototype(record ?? ({} as T));
}

/** The same facts in canonical form. */
export function canonicalVendorFacts({
  allowedUntil,
  refundOptions,
  refundableQuantity,
}: VendorFacts): { readonly [Name in VendorField]?: unknown } {
  return {
    cancellationAllowedUntilDate: allowedUntil && formatInstant(allowedUntil),
    refundOptions: refundOptions?.map(({ type, expiresAt }) =>
      onlyGiven({ type, expiresAt: expiresAt && formatInstant(expiresAt) }),
    ),
    refundableQuantity:
      refundableQuantity &&
      onlyGiven({
        totalQuantity: refundableQuantity.totalQuantity,
        details: refundableQuantity.details?.map(({ quantity, allowedUntilDateTime }) => ({
          quantity,
          allowedUntilDateTime: formatInstant(allowedUntilDateTime),
        })),
      }),
  };
}
