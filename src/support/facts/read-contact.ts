import type { Issue } from '../../kernel/issue.ts';
import { readFields, readOptional, readText, readWord } from '../../kernel/read.ts';
import type { ReservationSupportContact, Unfinished } from '../form/support-facts.ts';
import { contactMethods, type SupportKind } from '../request-form.ts';
import { onlyGiven } from './fact-readers.ts';

type ContactField = keyof ReservationSupportContact;

const person = ['name', 'email', 'phone'] as const;
const ofReservations: ReadonlySet<string> = new Set<ContactField>([
  'preferredContactMethod',
  ...person,
]);
const ofSoftware: ReadonlySet<string> = new Set<ContactField>(person);

/** Reads whom the vendor is to reach, as far as it is given; `undefined` if nothing is. */
export function readContact(
  kind: SupportKind,
  value: unknown,
  issues: Issue[],
): Unfinished<ReservationSupportContact> | undefined {
  if (value === undefined) return undefined;
  const known = kind === 'software-cancellation' ? ofSoftware : ofReservations;
  const fields = readFields<ContactField>(value, known, ['contact'], issues);
  if (fields === undefined) return undefined;

  const [name, email, phone] = person.map((field) =>
    readOptional(fields[field], ['contact', field], issues, readText),
  );
  const given = fields.preferredContactMethod;
  const preferredContactMethod =
    given === undefined || !known.has('preferredContactMethod')
      ? undefined
      : readWord(given, contactMethods, ['contact', 'preferredContactMethod'], issues);
  const contact = onlyGiven({ preferredContactMethod, name, email, phone });
  return Object.keys(contact).length === 0 ? undefined : contact;
}
