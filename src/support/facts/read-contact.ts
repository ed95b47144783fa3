import type { Issue } from '../../kernel/issue.ts';
import { readFields, readOptional, readWord } from '../../kernel/read.ts';
import type { ReservationSupportContact, Unfinished } from '../form/support-draft.ts';
import { contactMethods, type SupportKind } from '../request-form.ts';
import { onlyGiven, readText } from './fact-readers.ts';

type ContactField = keyof ReservationSupportContact;

const person = ['name', 'email', 'phone'] as const;
const ofReservations: ReadonlySet<string> = new Set<ContactField>([
  'preferredContactMethod',
  ...person,
]);
const ofSoftware: ReadonlySet<string> = new Set<ContactField>(person);

/** Reads whom the vendor is to reach, as far as it is given. */
export function readContact(
  kind: SupportKind,
  value: unknown,
  issues: Issue[],
): Unfinished<ReservationSupportContact> {
  if (value === undefined) return {};
  const known = kind === 'software-cancellation' ? ofSoftware : ofReservations;
  const fields = readFields<ContactField>(value, known, ['contact'], issues);
  if (fields === undefined) return {};

  const [name, email, phone] = person.map((field) =>
    readOptional(fields[field], ['contact', field], issues, readText),
  );
  const given = fields.preferredContactMethod;
  const preferredContactMethod =
    given === undefined || !known.has('preferredContactMethod')
      ? undefined
      : readWord(given, contactMethods, ['contact', 'preferredContactMethod'], issues);
  return onlyGiven({ preferredContactMethod, name, email, phone });
}
