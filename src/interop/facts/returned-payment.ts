import { readCurrency } from '../../kernel/currencies.ts';
import { type Issue, issue } from '../../kernel/issue.ts';
import {
  formatAmount,
  isLess,
  minus,
  readAmount,
  timesOver,
  type Whole,
} from '../../kernel/money.ts';
import { type Fields, UNREADABLE_TEXT } from '../../kernel/read.ts';
import { terms } from '../../reservations/facts/term.ts';
import type { BodyFields, BodyValue } from '../body/body-fields.ts';
import { isCount, readOwn, readTotal } from '../body/counts.ts';
import {
  type Currency,
  currencyAt,
  currencyOf,
  exactly,
  isSame,
  product,
  readPrice,
  readStatedPrice,
} from '../body/price.ts';
import { NOT_YET, type StatedFact, type StatedFacts } from './known-facts.ts';

// What an answer states of the payment for the units that it returns. Its `TotalPaid` is all that was
// ever paid on the order, also for other units, and so never the price of those units (R-ORDER).

/** The places where an answer states how a reservation is billed; one to an exchange states prices only. */
export const billingNames = [
  'billingPlan',
  'completedTransactions',
  'totalTransactions',
  'billingCurrencyTotalPaidAmount',
  'billingCurrencyRemainingCommitmentAmount',
] as const;

/** The payment facts that an answer states of a returned reservation. */
export interface Returned {
  readonly quantity: BodyValue;
  readonly billing: BodyFields<(typeof billingNames)[number]>;
}

/** The facts that the caller gives in addition to it, and where. */
interface Given {
  readonly given: Fields<string>;
  readonly at: (name: string) => Issue['path'];
}

/** Amounts in minor units, as far as the answer states them well. */
interface Billed {
  readonly currency: Currency;
  readonly paid: Whole | undefined;
  readonly commitment: Whole | undefined;
  /** True if it states the currency or the commitment, but malformed. */
  readonly isFaulty: boolean;
}

/** Reads the facts of the payment that an answer states, and reports those that the caller must add. */
export function readReturnedPayment(
  { quantity, billing }: Returned,
  known: Fields<string>,
  knownPath: Issue['path'],
  issues: Issue[],
): StatedFacts {
  const caller: Given = { given: known, at: (name) => [...knownPath, name] };
  const {
    billingCurrencyTotalPaidAmount: total,
    billingCurrencyRemainingCommitmentAmount: open,
    billingPlan,
  } = billing;
  const { currencyCode } = readPrice(total.value === undefined ? open : total, []);
  const currency = readCurrencyOfAnswer(currencyCode, caller, issues);
  const read = (price: BodyValue): Whole | undefined =>
    currency === undefined ? undefined : readStatedPrice(price, currency, issues);
  const commitment = read(open);
  const plan = planOf(billingPlan, commitment, open, caller, issues);
  const stated = { currency: currencyCode, billingPlan: plan };
  if (plan?.value === 'Monthly') {
    const isFaulty =
      currency === undefined || (commitment === undefined && open.value !== undefined);
    const money = currency ?? currencyOf(UNREADABLE_TEXT);
    const billed = { currency: money, paid: read(total), commitment, isFaulty };
    return { ...stated, ...readMonthly(quantity, billing, billed, caller, issues) };
  }
  if (plan?.value === 'Upfront') checkUpfront(billing, commitment, plan, currency, issues);
  if (known['quantity'] === undefined) {
    const expected = 'how many units were paid for';
    issues.push(issue(caller.at('quantity'), 'missing-field', expected, undefined));
  }
  const { amount } = readPrice(total, issues);
  return { ...stated, paid: amount, ...returnedUnits(quantity, false, caller, issues) };
}

/**
 * The currency of the answer, which must be that of the caller, unless the price is the caller's too. The
 * rule reports a faulty one, unless the caller has another.
 */
function readCurrencyOfAnswer(
  code: BodyValue,
  { given, at }: Given,
  issues: Issue[],
): Currency | undefined {
  const currency = currencyAt(code);
  const named = given['currency'];
  const isOwn = given['paid'] !== undefined || given['instalment'] !== undefined;
  if (named === undefined || isOwn) return currency;
  if (currency === undefined) readCurrency(code.value, code.path, issues);
  else if (named !== currency.code) {
    issues.push(
      issue(at('currency'), 'other-currency', `${currency.code}, as the answer has`, named),
    );
  }
  return currency;
}

/** The billing plan: as the caller or the answer states it, or `Monthly` if something is still to be paid. */
function planOf(
  stated: BodyValue,
  commitment: Whole | undefined,
  open: BodyValue,
  { given, at }: Given,
  issues: Issue[],
): StatedFact | undefined {
  const named = given['billingPlan'];
  if (named !== undefined) return { value: named, path: at('billingPlan') };
  if (stated.value !== undefined) return stated;
  if (commitment !== undefined && isLess(0, commitment)) {
    return { value: 'Monthly', path: [...open.path, 'amount'], isMade: true };
  }
  const expected = 'Upfront or Monthly, which the answer does not state';
  issues.push(issue(at('billingPlan'), 'missing-field', expected, undefined));
  return undefined;
}

/** Upfront payment is made at once, so nothing is still to be paid. */
function checkUpfront(
  { totalTransactions: { value, path } }: Returned['billing'],
  commitment: Whole | undefined,
  plan: StatedFact,
  currency: Currency | undefined,
  issues: Issue[],
): void {
  if (currency !== undefined && commitment !== undefined && isLess(0, commitment)) {
    const amount = formatAmount(commitment, currency.digits);
    const expected = `Monthly, as ${amount} is still to be paid`;
    issues.push(issue(plan.path, 'contradiction', expected, plan.value));
  }
  if (value === undefined || value === 1) return;
  issues.push(issue(path, 'contradiction', '1, as the billing plan is Upfront', value));
}

/** The units that are returned: all that are paid for, or some of those that the caller states. */
function returnedUnits(
  { value, path }: BodyValue,
  isAll: boolean,
  { given, at }: Given,
  issues: Issue[],
): StatedFacts {
  const ofCaller = { value: given['quantityToReturn'], path: at('quantityToReturn') };
  const quantity = value === undefined ? ofCaller : { value, path };
  if (quantity.value === undefined) {
    issues.push(issue(ofCaller.path, 'missing-field', 'how many units are returned', undefined));
  }
  return isAll ? { quantity } : { quantityToReturn: quantity };
}

function readMonthly(
  quantity: BodyValue,
  billing: Returned['billing'],
  billed: Billed,
  caller: Given,
  issues: Issue[],
): StatedFacts {
  const { given, at } = caller;
  // Without the units of the caller, the payment is that for the returned ones.
  const units = returnedUnits(quantity, given['quantity'] === undefined, caller, issues);
  if (given['paymentSchedule'] !== undefined) return units;
  const stated = { ...units, completedTransactions: billing.completedTransactions };
  const plan = readPlan(quantity, billing, billed, caller, issues);
  if (plan === undefined) return { ...stated, instalment: notYet };
  if (given['instalment'] !== undefined) {
    checkInstalment(given['instalment'], plan, billed, at('instalment'), issues);
    return stated;
  }
  const instalment = instalmentOf(plan, billed, at, issues);
  if (instalment === undefined) return { ...stated, instalment: notYet };
  const { path } = billing.billingCurrencyRemainingCommitmentAmount;
  const value = formatAmount(instalment, billed.currency.digits);
  return { ...stated, instalment: { value, path: [...path, 'amount'], isMade: true } };
}

const notYet: StatedFact = { value: NOT_YET, path: [] };

/** Counts of a monthly plan, as the answer states them. */
interface Plan {
  /** The units that a payment is for. */
  readonly quantity: number;
  readonly isQuantityKnown: boolean;
  readonly returned: number;
  readonly made: number;
  /** The payments that are still to be made. */
  readonly left: number;
}

/** Reads the counts; `undefined` if one of them is missing or faulty, which is reported here or by the rule. */
function readPlan(
  quantity: BodyValue,
  { completedTransactions, totalTransactions, ...billing }: Returned['billing'],
  { commitment, isFaulty }: Billed,
  { given, at }: Given,
  issues: Issue[],
): Plan | undefined {
  const term = terms.find((word) => word === given['term']);
  const total = readTotal(totalTransactions, term, issues);
  const returned = readOwn(quantity, given['quantityToReturn'], issues);
  const made = readOwn(completedTransactions, given['completedTransactions'], issues);
  if (made === undefined) {
    const expected = 'how many payments were made';
    issues.push(issue(at('completedTransactions'), 'missing-field', expected, undefined));
  }
  const all = given['quantity'] ?? returned;
  if (isFaulty || total === undefined || !isCount(made) || !isCount(all) || !isCount(returned))
    return undefined;
  const left = total - made;
  if (left < 0) {
    const { value, path: own } = completedTransactions;
    const path = value === undefined ? at('completedTransactions') : own;
    issues.push(issue(path, 'contradiction', `at most ${total}, as the term has`, made));
    return undefined;
  }
  // A part of a few cents can be rounded to nothing.
  const isStated = commitment !== undefined && (isLess(0, commitment) || all === returned);
  if (isStated && isLess(0, commitment) !== left > 0) {
    const { path, value } = billing.billingCurrencyRemainingCommitmentAmount;
    const payments = left === 1 ? 'the payment' : `the ${left} payments`;
    const expected =
      left > 0 ? `an amount for ${payments} to come` : '0, as all payments were made';
    issues.push(issue(path, 'contradiction', expected, value));
    return undefined;
  }
  const isQuantityKnown = given['quantity'] !== undefined;
  return { quantity: all, isQuantityKnown, returned, made, left };
}

/**
 * One payment for all units, from what is still to be paid for the returned ones; or an issue that asks
 * for it, if the answer does not state it exactly.
 */
function instalmentOf(
  plan: Plan,
  { commitment, paid, currency }: Billed,
  at: Given['at'],
  issues: Issue[],
): Whole | undefined {
  const { quantity, returned, made, left } = plan;
  const ask = (why: string): undefined => {
    const expected = `one payment for the ${quantity === returned ? 'returned ' : ''}units, ${why}`;
    issues.push(issue(at('instalment'), 'missing-field', expected, undefined));
  };
  if (left === 0) return ask('as all were made and the answer does not state it');
  if (commitment === undefined) return ask('as the answer does not state what is still to be paid');
  const write = (amount: Whole): string => formatAmount(amount, currency.digits);
  const instalment = exactly(commitment, quantity, product(left, returned));
  if (instalment === undefined || instalment === 0) {
    return ask(
      `as ${write(commitment)} for ${returned} of ${quantity} is not ${left} equal payments`,
    );
  }
  if (paid === undefined) return instalment;
  // All units of an order cost the same, so that each payment made for one is the same part.
  const unitPayments = exactly(paid, quantity, instalment);
  if (unitPayments === undefined || isLess(unitPayments, product(made, returned))) {
    return ask(`as ${write(paid)} was not paid in equal payments of ${write(instalment)}`);
  }
  if (plan.isQuantityKnown && !isSame(unitPayments, product(made, quantity))) {
    const expected = `as many units as ${write(paid)} was paid for in ${made} payments (if some were returned before, leave it out)`;
    issues.push(issue(at('quantity'), 'contradiction', expected, quantity));
    return undefined;
  }
  return instalment;
}

/** A payment that the caller gives must leave what is still to be paid. */
function checkInstalment(
  value: unknown,
  { quantity, returned, left }: Plan,
  { commitment, currency }: Billed,
  path: Issue['path'],
  issues: Issue[],
): void {
  const found: Issue[] = [];
  const instalment = readAmount(value, currency.code, currency.digits, path, found);
  if (commitment === undefined || found.length > 0) return; // the rule reports what is malformed
  const expected = timesOver(instalment, product(left, returned), quantity, 'down');
  if (isSame(commitment, expected) || isSame(commitment, minus(expected, -1))) return;
  const open = formatAmount(commitment, currency.digits);
  const units = returned === quantity ? '' : `, for ${quantity} units`;
  const hint = `of which ${left} leave ${open} to pay${units} (if payments differ, give paymentSchedule)`;
  issues.push(issue(path, 'contradiction', `an amount ${hint}`, value));
}
