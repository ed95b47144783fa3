import { type Issue, issueAt, type Parsed } from '../../kernel/issue.ts';
import type { Source } from '../input/records.ts';
import type { FactRecord } from './order-book.ts';

/** The facts of a record, and the facts that its rule needs in addition. */
export interface ReadFacts {
  readonly ok: true;
  readonly id?: string | undefined;
  /** The event of a transaction or line, in the vendor's words. */
  readonly event?: string;
  /** The day of that event. */
  readonly on?: string | null;
  /** The billing profile or enrolment of a transaction. */
  readonly billedTo?: string | null;
  readonly facts: FactRecord;
  readonly missing: readonly string[];
  readonly source: Source;
}

/** A record that cannot be read. */
export interface UnreadFacts {
  readonly ok: false;
  readonly id?: string | undefined;
  readonly issues: readonly Issue[];
  readonly source: Source;
}

/** Places a missing fact where the caller can add it. */
export function asKnown(one: Issue): Issue {
  const isMissing =
    ['missing-field', 'rate-required'].includes(one.code) && one.path[0] !== 'known';
  return isMissing ? issueAt(['known', ...one.path], one) : one;
}

/** Stand-ins for facts that are missing, so that the others can be read. None is printed. */
const standIns: FactRecord = {
  canceledOn: '9999-12-30',
  exchangedOn: '9999-12-30',
  used: false,
  usdRate: '1',
  paid: '0',
  instalment: '0',
  newPrice: '0',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '0001-01-01',
  quantity: 999_999_999,
  billingPlan: 'Upfront',
  completedTransactions: 1,
  // of software
  kind: 'subscription',
  roles: 'admin-agent',
  // of a customer's purchase
  subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' },
};

/** Reads facts, and finds those that are missing by standing in for them. */
export function completed(
  read: (known: never) => Parsed<object>,
  set: FactRecord,
  source: Source,
): ReadFacts | UnreadFacts {
  const missing: string[] = [];
  for (;;) {
    const added = Object.fromEntries(missing.map((name) => [name, standIns[name]]));
    const result = read({ ...added, ...set } as never);
    if (result.ok) {
      const facts = Object.entries(result.value).filter(([name]) => !missing.includes(name));
      const { id } = result.value as { readonly id?: string };
      return { ok: true, id, facts: Object.fromEntries(facts), missing, source };
    }
    const names = result.issues.flatMap(({ path }) =>
      path[0] === 'known' && path.length === 2 && Object.hasOwn(standIns, String(path[1]))
        ? [String(path[1])]
        : [],
    );
    const found = names.filter((name) => !missing.includes(name));
    if (found.length === 0) return { ok: false, issues: result.issues, source };
    missing.push(...found);
  }
}
