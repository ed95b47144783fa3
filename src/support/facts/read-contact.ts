import type { Issue } from '../../kernel/issue.ts';
import { readOptional, readText, withoutPrototype } from '../../kernel/read.ts';
import { fieldsOf, oneOf, optional, recordOf } from '../../kernel/record.ts';
import type {
  ReservationSupportContact,
  SupportContact,
  Unfinished,
} from '../form/support-facts.ts';
import { contactMethods, type SupportKind } from '../request-form.ts';

const person = {
  name: /* @__PURE__ */ optional(readText),
  email: /* @__PURE__ */ optional(readText),
  phone: /* @__PURE__ */ optional(readText),
};

const ofSoftware = /* @__PURE__ */ fieldsOf<Unfinished<SupportContact>>(person);

const ofReservations = /* @__PURE__ */ fieldsOf<Unfinished<ReservationSupportContact>>({
  preferredContactMethod: optional(oneOf(contactMethods)),
  ...person,
});

/** Reads whom the vendor is to reach, as far as it is given; `undefined` if nothing is. */
export function readContact(
  kind: SupportKind,
  value: unknown,
  issues: Issue[],
): Unfinished<ReservationSupportContact> | undefined {
  const read = recordOf(kind === 'software-cancellation' ? ofSoftware : ofReservations);
  const contact = readOptional(value, ['contact'], issues, read);
  if (contact === undefined || Object.keys(contact).length === 0) return undefined;
  return withoutPrototype(contact);
}
