import type { ExchangeLine, RefundLine, RefundPolicy } from '../../src/reservations/index.ts';
import {
  add,
  divide,
  type Fraction,
  multiply,
  parseDecimal,
  round,
  roundDown,
  roundHalfEven,
  smaller,
  subtract,
} from '../model/refund.model.ts';

/** The share of the units that a line is about. */
function unitsOf(line: {
  readonly quantityToReturn?: number | undefined;
  readonly quantity?: number | undefined;
}): Fraction {
  const { quantityToReturn = 1, quantity = 1 } = line;
  return divide(parseDecimal(`${quantityToReturn}`), parseDecimal(`${quantity}`));
}

/** What a line's amount must be, from nothing but the operands that the line itself shows. */
export function recomputed(
  line: RefundLine | ExchangeLine,
  digits: number,
  policy: RefundPolicy,
): string {
  switch (line.code) {
    case 'part':
    case 'commitment':
      return round(multiply(parseDecimal(line.of), unitsOf(line)), digits, policy);
    case 'credit': {
      const price = multiply(parseDecimal(line.of), unitsOf(line));
      if (line.days === undefined || line.termDays === undefined) {
        return round(price, digits, policy);
      }
      const share = divide(parseDecimal(`${line.days}`), parseDecimal(`${line.termDays}`));
      return round(multiply(price, share), digits, policy);
    }
    case 'refunds-total':
    case 'purchases-total':
      return roundHalfEven(line.of.map(parseDecimal).reduce(add), digits);
    case 'fee':
      return round(multiply(parseDecimal(line.of), parseDecimal(line.rate)), digits, policy);
    case 'limit':
      return roundDown(divide(parseDecimal(line.availableUsd), parseDecimal(line.usdRate)), digits);
    case 'refund': {
      const of = parseDecimal(line.of);
      const paid = line.atMost === undefined ? of : smaller(of, parseDecimal(line.atMost));
      return roundHalfEven(paid, digits);
    }
    case 'refundable':
    case 'withheld':
    case 'net-payable':
      return roundHalfEven(subtract(parseDecimal(line.of), parseDecimal(line.less)), digits);
  }
}
