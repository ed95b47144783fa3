import { formatDay } from '../../kernel/day.ts';
import { type InputError, type Issue, issue } from '../../kernel/issue.ts';
import { type Fields, readOptional } from '../../kernel/read.ts';
import type { SoftwareCancellationDecision } from '../../software/cancellation/cancellation.ts';
import { creditOf } from '../../software/cancellation/credit.ts';
import {
  readCancellationFacts,
  type SoftwareCancellationFacts,
} from '../../software/cancellation/facts.ts';
import type {
  SoftwareCancellationRequest,
  SoftwareCustomer,
} from '../../software/cancellation/request.ts';
import {
  readSoftwarePolicy,
  type SoftwarePolicyOptions,
} from '../../software/policy/ready-policy.ts';
import type { SoftwareKind, SoftwareTerm } from '../../software/policy/software-policy.ts';
import type { ClauseId } from '../../vocabulary/clauses.ts';
import type { InterpretationId } from '../../vocabulary/interpretations.ts';
import { readSome, readText } from './fact-readers.ts';
import { readCustomerOfAnswer } from './read-customer.ts';

/** What a request for support tells of a decision. Amounts are written with their currency. */
export interface CancellationFacts {
  readonly customer: SoftwareCustomer | undefined;
  readonly productName: string | undefined;
  readonly orderId: string | undefined;
  readonly kind: SoftwareKind;
  readonly term: SoftwareTerm | undefined;
  readonly purchasedOn: string;
  readonly canceledOn: string;
  /** `undefined` if no price was given. */
  readonly paid: string | undefined;
  /** What the cancellation would have credited; `undefined` if no price was given. */
  readonly credit: CreditFacts | undefined;
}

interface CreditFacts {
  readonly amount: string;
  readonly clause: ClauseId;
  readonly interpretations: readonly InterpretationId[];
}

/** The fields of a decision, not yet looked at. */
export type CancellationFields = Fields<keyof SoftwareCancellationDecision | 'obstacles'>;

type RequestFields = Fields<keyof SoftwareCancellationRequest>;

const path = ['cancellation', 'request'] as const;

/** Reads what a decision says that sends one to support. */
export function readCancellation(
  decision: CancellationFields,
  issues: Issue[],
): CancellationFacts | undefined {
  const fields: RequestFields | undefined = readSome(decision.request, path, issues);
  if (fields === undefined) return undefined;
  const { customer, productName, orderId } = fields;
  const given = {
    customer: readOptional(customer, [...path, 'customer'], issues, readCustomerOfAnswer),
    productName: readOptional(productName, [...path, 'productName'], issues, readText),
    orderId: readOptional(orderId, [...path, 'orderId'], issues, readText),
  };
  const purchase = readPurchase(fields, decision.policy, issues);
  if (purchase === undefined) return undefined;
  const { request } = purchase;
  const {
    lines: [line],
    interpretations,
  } = creditOf(purchase);
  const { currency } = request;
  return {
    ...given,
    kind: request.kind,
    term: request.term,
    purchasedOn: request.purchasedOn,
    canceledOn: request.canceledOn,
    paid: request.paid === undefined ? undefined : `${request.paid} ${currency}`,
    credit:
      line === undefined
        ? undefined
        : { amount: `${line.amount} ${currency}`, clause: line.clause, interpretations },
  };
}

/** Reads what the credit goes by, as the cancellation itself reads it. */
function readPurchase(
  fields: RequestFields,
  policy: unknown,
  issues: Issue[],
): SoftwareCancellationFacts | undefined {
  const options = readOptional(policy, ['cancellation', 'policy'], issues, readPolicy);
  const { kind, term, paid, currency, purchasedOn, canceledOn } = fields;
  try {
    const facts = readCancellationFacts(
      { kind, term, paid, currency, purchasedOn, canceledOn, roles: [] },
      options,
    );
    const { windowDays } = facts;
    if (windowDays === null) {
      const expected =
        'a policy that states a cancellation window, because support requests are made only within it';
      issues.push(issue(['cancellation', 'policy'], 'contradiction', expected, policy));
      return undefined;
    }
    if (facts.canceledOn - facts.purchasedOn <= windowDays) return facts;
    const lastDay = formatDay(facts.purchasedOn + windowDays);
    issues.push(
      issue(
        [...path, 'canceledOn'],
        'contradiction',
        `${lastDay} or an earlier day, as support is only asked for then`,
        canceledOn,
      ),
    );
  } catch (error) {
    for (const found of (error as InputError).issues) {
      issues.push({
        ...found,
        path: [...path, ...found.path],
        message: `${path.join('.')}.${found.message}`,
      });
    }
  }
  return undefined;
}

function readPolicy(value: unknown, at: Issue['path'], issues: Issue[]): SoftwarePolicyOptions {
  return { policy: readSoftwarePolicy(value, at, issues) };
}
