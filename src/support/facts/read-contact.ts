import type { Issue } from '../../kernel/issue.ts';
import { readText, withoutPrototype } from '../../kernel/read.ts';
import { fieldsOf, oneOf, optional, type RecordFields, readRecord } from '../../kernel/record.ts';
import type {
  ReservationSupportContact,
  SupportContact,
  Unfinished,
} from '../form/support-facts.ts';
import { contactMethods } from '../request-form.ts';

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

/** Reads whom the vendor is to reach about software; `undefined` if nothing is given. */
export function readSoftwareContact(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): Unfinished<SupportContact> | undefined {
  return readContact(ofSoftware, value, path, issues);
}

/** Reads whom the vendor is to reach about a reservation, and how; `undefined` if nothing is given. */
export function readReservationContact(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): Unfinished<ReservationSupportContact> | undefined {
  return readContact(ofReservations, value, path, issues);
}

function readContact<Contact extends object>(
  fields: RecordFields<Contact>,
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): Contact | undefined {
  const contact = readRecord(fields, value, path, issues);
  if (contact === undefined || Object.keys(contact).length === 0) return undefined;
  return withoutPrototype(contact);
}
