import type { Issue } from '../../kernel/issue.ts';
import { type Parser, standardSchema } from '../../kernel/standard-schema.ts';
import type { SoftwarePolicyInput } from './policy-fields.ts';
import { readSoftwarePolicy } from './ready-policy.ts';
import type { SoftwarePolicy } from './software-policy.ts';

/**
 * Checks your own software policy, for example from a file. It has either all fields, or `basedOn`
 * with the id of a published policy and the fields that differ. The id of a published policy alone
 * returns that policy.
 *
 * Days in which to cancel are whole, from 0 to 365; a download link works for 1 to 366 days of 24
 * hours and 1 to 1,000,000 downloads. `null` and `'unstated'` mean that the document does not state it.
 *
 * @returns the whole policy, frozen and in canonical form, or every issue.
 *
 * Clauses: the numbers that SOF-1 to SOF-3, SOF-9 (`software`), SOF-13 to SOF-24 (its other revisions and pages) give;
 * interpretations R-SIXTY, R-LINK.
 *
 * @example
 * const parsed = parseSoftwarePolicy({ basedOn: 'software-2022', id: 'ours', subscriptionDays: 14 });
 * parsed.ok && parsed.value.perpetualDays; //=> 30
 */
export const parseSoftwarePolicy: Parser<SoftwarePolicyInput, SoftwarePolicy> =
  /* @__PURE__ */ standardSchema('parseSoftwarePolicy', (input) => {
    const issues: Issue[] = [];
    const policy = readSoftwarePolicy(input, [], issues);
    return issues.length === 0 ? { ok: true, value: policy } : { ok: false, issues };
  });
