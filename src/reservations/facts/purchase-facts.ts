import { type Issue, issue } from '../../kernel/issue.ts';
import { formatAmount, readAmount, timesOver, type Whole } from '../../kernel/money.ts';
import {
  type Fields,
  isGiven,
  readFields,
  readName,
  readOptional,
  readWord,
  UNREADABLE_TEXT,
} from '../../kernel/read.ts';
import { type Product, products } from '../policy/products.ts';
import type { ReturnFacts } from './refund-facts.ts';
import type { PurchasedItem } from './request.ts';
import { paymentsOf, type Term, terms } from './term.ts';

/** A reservation that is bought. */
export interface PurchaseFacts {
  /** Its price, or all payments of its term, in minor units (PAY-7). */
  readonly total: Whole;
  readonly product: Product | undefined;
  readonly sku: string | undefined;
  readonly region: string | undefined;
  /** `undefined` if it was not given. */
  readonly term: Term | undefined;
}

const purchaseFields: ReadonlySet<string> = new Set<keyof PurchasedItem>([
  'price',
  'instalment',
  'term',
  'currency',
  'product',
  'sku',
  'region',
]);
/** Reads a reservation that is bought in the currency of the first one returned. */
export function readPurchase(
  input: unknown,
  first: ReturnFacts | undefined,
  path: Issue['path'],
  issues: Issue[],
): (PurchaseFacts & { readonly request: PurchasedItem }) | undefined {
  const fields = readFields<keyof PurchasedItem>(input, purchaseFields, path, issues);
  // Without a well-formed returned item there is no currency to read amounts in.
  if (fields === undefined || first === undefined) return undefined;
  const { currency, digits } = first;
  const before = issues.length;
  checkCurrency(fields.currency, currency, [...path, 'currency'], issues);
  const { amount, term } = isGiven(fields.instalment)
    ? readMonthlyPurchase(fields, first, path, issues)
    : readUpfrontPurchase(fields, first, path, issues);
  const product = readProduct(fields.product, [...path, 'product'], issues);
  const sku = readOptional(fields.sku, [...path, 'sku'], issues, readName);
  const region = readOptional(fields.region, [...path, 'region'], issues, readName);
  if (issues.length > before) return undefined;
  const labels = {
    ...(isGiven(fields.currency) ? { currency } : {}),
    ...(product === undefined ? {} : { product }),
    ...(sku === undefined ? {} : { sku }),
    ...(region === undefined ? {} : { region }),
  };
  const known = { product, sku, region, term };

  const text = formatAmount(amount, digits);
  return term === undefined
    ? { ...known, total: amount, request: { price: text, ...labels } }
    : {
        ...known,
        total: timesOver(amount, paymentsOf(term), 1, 'down'),
        request: { instalment: text, term, ...labels },
      };
}

interface Bought {
  readonly amount: Whole;
  readonly term?: Term;
}

function readUpfrontPurchase(
  { price, term }: Fields<keyof PurchasedItem>,
  { currency, digits }: ReturnFacts,
  path: Issue['path'],
  issues: Issue[],
): Bought {
  if (isGiven(term)) {
    const expected = 'nothing next to a price (a term goes with an instalment)';
    issues.push(issue([...path, 'term'], 'contradiction', expected, term));
  }
  return { amount: readAmount(price, currency, digits, [...path, 'price'], issues) };
}

function readMonthlyPurchase(
  { price, instalment, term }: Fields<keyof PurchasedItem>,
  { currency, digits }: ReturnFacts,
  path: Issue['path'],
  issues: Issue[],
): Bought {
  if (isGiven(price)) {
    const expected = 'nothing next to an instalment (give the one or the other)';
    issues.push(issue([...path, 'price'], 'contradiction', expected, price));
  }
  return {
    amount: readAmount(instalment, currency, digits, [...path, 'instalment'], issues),
    term: readWord(term, terms, [...path, 'term'], issues),
  };
}

/** Reads the product of a reservation that is bought, if it was given. */
export function readProduct(
  value: unknown,
  path: Issue['path'],
  issues: Issue[],
): Product | undefined {
  return isGiven(value) ? readWord(value, products, path, issues) : undefined;
}

/** All prices of an exchange have one currency. */
export function checkCurrency(
  value: unknown,
  currency: string,
  path: Issue['path'],
  issues: Issue[],
): void {
  if (!isGiven(value) || currency === UNREADABLE_TEXT || value === currency) return;
  issues.push(issue(path, 'other-currency', `the currency of the price paid, ${currency}`, value));
}
