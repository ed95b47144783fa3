import type { ExchangeLine, RefundLine, RefundPolicy } from '../../src/reservations/index.ts';
import {
  divide,
  multiply,
  parseDecimal,
  round,
  roundDown,
  roundHalfEven,
  smaller,
  subtract,
} from '../model/refund.model.ts';

/** What a line's amount must be, from nothing but the operands that the line itself shows. */
export function recomputed(
  line: RefundLine | ExchangeLine,
  digits: number,
  policy: RefundPolicy,
): string {
  switch (line.code) {
    case 'credit': {
      const price = parseDecimal(line.of);
      if (line.days === undefined || line.termDays === undefined) {
        return roundHalfEven(price, digits);
      }
      const share = divide(parseDecimal(`${line.days}`), parseDecimal(`${line.termDays}`));
      return round(multiply(price, share), digits, policy);
    }
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
