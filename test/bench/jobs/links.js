import { addDays } from 'date-fns/addDays';
import { isBefore } from 'date-fns/isBefore';
import { parseISO } from 'date-fns/parseISO';
import { downloadLinkStatus } from '../../../dist/index.js';

// The state of a download link: instants in as text, the whole answer out.

export const cases = Array.from({ length: 4_096 }, (_, at) => ({
  link: {
    issuedAt: new Date(Date.UTC(2025, 2, 1, at % 24, at % 60, 0, at % 1000)).toISOString(),
    downloads: at % 55,
  },
  asOf: new Date(Date.UTC(2025, 2, 1 + (at % 20), 23, at % 59)).toISOString(),
}));

// What is the same in each answer to them.
const { kind, because, interpretations, unstated, assumed, policy, notes, supersededBy } =
  downloadLinkStatus(cases[0].link, cases[0].asOf);

function answerOf({ link, asOf }, isOver, expiresAt) {
  const expiredBy = isOver ? ['time'] : [];
  if (link.downloads >= 50) expiredBy.push('downloads');
  return {
    kind,
    state: expiredBy.length === 0 ? 'active' : 'expired',
    expiresAt,
    downloadsLeft: expiredBy.length === 0 ? 50 - link.downloads : 0,
    expiredBy,
    because,
    interpretations,
    unstated,
    assumed,
    request: { link: { issuedAt: link.issuedAt, downloads: link.downloads }, asOf },
    policy,
    notes,
    supersededBy,
  };
}

const FOURTEEN_DAYS = 14 * 86_400_000;

export const contenders = {
  'partner-rules': ({ link, asOf }) => downloadLinkStatus(link, asOf),
  'the same answer, unchecked': (one) => {
    const expires = Date.parse(one.link.issuedAt) + FOURTEEN_DAYS;
    return answerOf(one, Date.parse(one.asOf) >= expires, new Date(expires).toISOString());
  },
  'date-fns': (one) => {
    const expires = addDays(parseISO(one.link.issuedAt), 14);
    return answerOf(one, !isBefore(parseISO(one.asOf), expires), expires.toISOString());
  },
};
