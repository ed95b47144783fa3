// The rules of software a second time, from the rulebook and not from the code: calendar days by
// Date.UTC, money in BigInt fractions, instants in nanoseconds.

export type Kind = 'perpetual' | 'subscription' | 'suse-linux-plan' | 'red-hat-plan';

export interface Case extends Particulars {
  readonly kind: Kind;
  readonly bought: string;
  readonly cancelled: string;
  readonly roles: readonly string[];
  readonly qualifies?: boolean | undefined;
}

/** What SOF-5 asks for. */
interface Particulars {
  readonly hasCustomer: boolean;
  readonly hasProduct: boolean;
  readonly hasOrder: boolean;
  readonly hasRead: boolean;
}

/** 1970-01-01 is 0. */
export function dayNumber(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(0).setUTCFullYear(year, month - 1, date) / 86_400_000;
}

export function dayText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(-24, -14);
}

/** The reasons of a refusal in the order of the clauses; none where it is allowed. */
export function reasonsOf(given: Case): string[] {
  const reasons: string[] = [];
  // SOF-1: "what the caller marks as not qualifying is refused".
  if (given.qualifies === false) reasons.push('not-eligible');
  // SOF-1: "within 60 days of the purchase date (day 60 inclusive)".
  if (dayNumber(given.bought) + 60 < dayNumber(given.cancelled)) reasons.push('window-passed');
  // SOF-3: "SUSE Linux and Red Hat plans: no cancellation".
  if (/^(suse|red)/.test(given.kind)) reasons.push('not-cancellable');
  // SOF-4: "Only an Admin agent may cancel."
  if (!given.roles.some((role) => role === 'admin-agent')) reasons.push('not-granted');
  // SOF-6: "role and window are fine but what SOF-5 asks for is missing".
  if (reasons.length === 0 && missingOf(given).length > 0) reasons.push('support-required');
  return reasons;
}

/** SOF-5. */
export function missingOf({ hasCustomer, hasProduct, hasOrder, hasRead }: Particulars): string[] {
  const asked: [string, boolean][] = [
    ['customer', hasCustomer],
    ['productName', hasProduct],
    ['orderId', hasOrder],
    ['messageRead', hasRead],
  ];
  return asked.flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

/** R-PRORATE: the day some years later; 29 February becomes 28 February where it is lacking. */
export function termEndOf(bought: string, term: 'P1Y' | 'P3Y'): number {
  const year = Number(bought.slice(0, 4)) + (term === 'P1Y' ? 1 : 3);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const rest = bought.slice(4) === '-02-29' && !isLeap ? '-02-28' : bought.slice(4);
  return dayNumber(`${year}${rest}`);
}

/** R-ROUND: a fraction to the nearest whole number, a tie to the even one. */
function halfEven(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  if (twice < denominator) return whole;
  if (twice > denominator) return whole + 1n;
  return whole % 2n === 0n ? whole : whole + 1n;
}

/** SOF-2, in minor units. */
export function creditOf(
  paid: bigint,
  bought: string,
  cancelled: string,
  term: 'P1Y' | 'P3Y' | null,
): bigint {
  if (term === null) return paid;
  const end = termEndOf(bought, term);
  return halfEven(paid * BigInt(end - dayNumber(cancelled)), BigInt(end - dayNumber(bought)));
}

/** Minor units as a decimal text. */
export function amountText(minor: bigint, digits: number): string {
  if (digits === 0) return `${minor}`;
  const unit = 10n ** BigInt(digits);
  return `${minor / unit}.${`${minor % unit}`.padStart(digits, '0')}`;
}

/** SOF-9: nanoseconds of two weeks. */
export const twoWeeks: bigint = 14n * 24n * 60n * 60n * 1_000_000_000n;

/** SOF-7, SOF-9: at an instant so many nanoseconds after the link was made. */
export function linkStateOf(
  age: bigint,
  downloads: number,
  revoked: boolean,
): 'active' | 'expired' | 'revoked' {
  if (revoked) return 'revoked';
  return age < twoWeeks && downloads < 50 ? 'active' : 'expired';
}
