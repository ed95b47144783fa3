import { addDays } from 'date-fns/addDays';
import { isBefore } from 'date-fns/isBefore';
import { parseISO } from 'date-fns/parseISO';
import { downloadLinkStatus } from '../../../dist/index.js';

export const cases = Array.from({ length: 500 }, (_, at) => ({
  link: {
    issuedAt: new Date(Date.UTC(2025, 2, 1, at % 24, at % 60)).toISOString(),
    downloads: at % 55,
  },
  asOf: new Date(Date.UTC(2025, 2, 1 + (at % 20), 23)).toISOString(),
}));

const FOURTEEN_DAYS = 14 * 86_400_000;

export const contenders = {
  'partner-rules': ({ link, asOf }) => downloadLinkStatus(link, asOf).state,
  'Date.parse, unchecked': ({ link, asOf }) =>
    link.downloads < 50 && Date.parse(asOf) < Date.parse(link.issuedAt) + FOURTEEN_DAYS
      ? 'active'
      : 'expired',
  'date-fns': ({ link, asOf }) =>
    link.downloads < 50 && isBefore(parseISO(asOf), addDays(parseISO(link.issuedAt), 14))
      ? 'active'
      : 'expired',
};
