import type { Candidate, Claim } from '../claims/claim.ts';
import type { Stretch } from '../claims/limit.ts';
import type { Option } from './options.ts';
import { type Prices, priceOn, reducedOf } from './prices.ts';

/** The few claims of a candidate that are tried before all others, the best first. */
export interface Choices {
  readonly candidate: Candidate;
  readonly options: readonly Option[];
}

const MOST_OF_STRETCH = 2;
const MOST_CHOICES = 10;

/** Takes the best claims of each stretch at the prices, so that no part of the horizon is left out. */
export function choicesOf(
  candidate: Candidate,
  claims: readonly Claim[],
  stretches: readonly Stretch[],
  prices: Prices,
): Choices {
  const taken = new Map<Stretch | undefined, number>();
  const options = claims
    .filter(({ worth }) => worth > 0)
    .map((claim): Option & { readonly day: number } => ({
      claims: [claim],
      reduced: reducedOf(claim, priceOn(prices, claim.day)),
      day: claim.day,
    }))
    .sort((a, b) => b.reduced - a.reduced || a.day - b.day)
    .filter(({ day }) => {
      const stretch = stretchOn(stretches, day);
      const count = (taken.get(stretch) ?? 0) + 1;
      taken.set(stretch, count);
      return count <= MOST_OF_STRETCH;
    });
  return { candidate, options: options.slice(0, MOST_CHOICES) };
}

function stretchOn(stretches: readonly Stretch[], day: number): Stretch | undefined {
  let [from, to] = [0, stretches.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((stretches[middle] as Stretch).from <= day) from = middle;
    else to = middle - 1;
  }
  return stretches[from];
}
