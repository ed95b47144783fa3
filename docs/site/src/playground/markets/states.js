// The three answers that a market can have, for the map, its legend and the list.

import { decideMarket } from 'partner-rules/markets';

export const states = ['refused', 'disputed', 'unlisted'];

export const stateNames = {
  refused: ['Not sold', '판매하지 않음'],
  disputed: ['Microsoft’s pages disagree', 'Microsoft 문서가 서로 다름'],
  unlisted: ['Not on the list: no promise', '목록에 없음(판매 약속 아님)'],
};

/** The state of a market, by the list of a day or by the list of the documents. */
export function stateOf(code, asOf) {
  const { allowed, notes, newest } = decideMarket(code, ...(asOf === undefined ? [] : [{ asOf }]));
  const disagrees =
    notes.includes('other-page-disagrees') || (newest?.allowed ?? allowed) !== allowed;
  if (disagrees) return 'disputed';
  return allowed ? 'unlisted' : 'refused';
}
