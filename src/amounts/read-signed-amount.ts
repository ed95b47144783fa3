import { currencyDigits, readCurrency } from '../kernel/currencies.ts';
import { type Issue, issue } from '../kernel/issue.ts';
import {
  type AmountFault,
  amountHints,
  minus,
  readAmount,
  SUM_WHOLE_DIGITS,
  type Whole,
} from '../kernel/money.ts';
import { ROOT_PATH, UNREADABLE_TEXT } from '../kernel/read.ts';

type Path = Issue['path'];

/** Reads a currency's number of decimals, or adds an issue and returns `undefined`. */
export function readDigits(currency: unknown, path: Path, issues: Issue[]): number | undefined {
  return currencyDigits(readCurrency(currency, path, issues));
}

const SIGNED_HINT =
  ', with a minus sign only in front, and no exponent, separator, space or leading zero';

/**
 * Reads an amount that may be negative, or a sum of amounts, as minor units. Adds an issue and returns
 * 0 if it is neither. `currency` is only named in the report.
 */
export function readSignedAmount(
  value: unknown,
  currency: string,
  digits: number,
  path: Path,
  issues: Issue[],
): Whole {
  const found: Issue[] = [];
  const { isNegative, size } = signAndSize(value);
  const minor = readAmount(size, currency, digits, ROOT_PATH, found, SUM_WHOLE_DIGITS);
  const [fault] = found;
  if (fault === undefined) return isNegative ? minus(0, minor) : minor;
  const code = fault.code as AmountFault;
  const hint = code === 'malformed-amount' ? SIGNED_HINT : amountHints[code];
  const of = currency === UNREADABLE_TEXT ? '' : ` in ${currency}`;
  const limits = `at most ${SUM_WHOLE_DIGITS} whole digits and ${digits === 0 ? 'no' : digits} decimals`;
  issues.push(issue(path, code, `an amount${of} of ${limits}${hint}`, value));
  return 0;
}

interface SignAndSize {
  readonly isNegative: boolean;
  /** The value without its sign, not yet checked. */
  readonly size: unknown;
}

function signAndSize(value: unknown): SignAndSize {
  switch (typeof value) {
    case 'string':
      return value.startsWith('-')
        ? { isNegative: true, size: value.slice(1) }
        : { isNegative: false, size: value };
    case 'number':
    case 'bigint':
      return value < 0 ? { isNegative: true, size: -value } : { isNegative: false, size: value };
    default:
      return signAndSizeOfObject(value);
  }
}

/** Decimals of every library have `toFixed` and `abs`. */
function signAndSizeOfObject(value: unknown): SignAndSize {
  try {
    const { toFixed, abs } = value as { readonly toFixed?: unknown; readonly abs?: unknown };
    if (typeof toFixed === 'function' && typeof abs === 'function') {
      const text: unknown = toFixed.call(value);
      if (typeof text === 'string' && text.startsWith('-')) {
        return { isNegative: true, size: abs.call(value) };
      }
    }
  } catch {
    // Its reader reports it.
  }
  return { isNegative: false, size: value };
}
