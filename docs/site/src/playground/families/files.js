// Files of a customer: a table of quotes, the limit that they use, and the same as CSV.

import Papa from 'papaparse';
import { sumAmounts } from 'partner-rules/amounts';
import { readCollection, readOrderTransactions, readReservationOrder } from 'partner-rules/interop';
import { settleRefunds } from 'partner-rules/reservations';
import { byId, html } from '../kit/elements.js';
import * as field from '../kit/fields.js';
import { grouped, inLanguage, issueText } from '../kit/text.js';
import { curveWords } from '../refund/curve-words.js';

const MOST_BYTES = 20_000_000;
const texts = {
  head: [
    ['Reservation', 'Currency', 'Refund', 'Withheld', 'Limit left (USD)', 'Result'],
    ['예약', '통화', '환불액', '지급되지 않는 금액', '남은 한도(USD)', '결과'],
  ],
  none: ['Choose a file, or take the sample.', '파일을 선택하거나 예시를 사용하세요.'],
  unreadable: ['No reservation was found in the file', '파일에서 예약을 찾지 못했습니다'],
  tooLarge: [
    'The file is larger than 20 MB. Use the command line for it.',
    '파일이 20MB보다 큽니다. 명령줄 도구를 사용하세요.',
  ],
  refused: ['refused', '거절'],
  quoted: ['quoted', '계산함'],
  caption: ['Quotes in the order of the file', '파일 순서대로 계산한 결과'],
};

/** The sample: five orders of one customer, as Cost Management exports transactions. */
export const sample = [
  'EventDate,EventType,ReservationOrderId,Term,Quantity,Amount,Currency,BillingFrequency',
  '2026-01-15,Purchase,RO-01,P1Y,1,42000.00,USD,OneTime',
  '2026-03-01,Purchase,RO-02,P1Y,4,18000.00,USD,OneTime',
  '2026-05-01,Refund,RO-02,P1Y,1,-3750.00,USD,OneTime',
  '2025-07-10,Purchase,RO-03,P3Y,1,60000.00,USD,OneTime',
  '2025-11-20,Purchase,RO-04,P1Y,2,9600.00,USD,OneTime',
  '2025-06-01,Purchase,RO-05,P1Y,1,5000.00,USD,OneTime',
].join('\n');

export default {
  id: 'files',
  fields: [
    field.day('canceledOn', ['Cancelled on (UTC)', '취소일(UTC)']),
    field.yesNo('used', ['Used, even in part', '일부라도 사용함']),
    field.policy,
  ],
  examples: [
    {
      label: ['The sample', '예시 파일'],
      values: {
        canceledOn: '2026-07-02',
        used: 'true',
        policy: 'partner-center-2020-08',
        sample: '1',
      },
    },
  ],
  extra: 'files',
  begin({ form, lang }) {
    const place = byId('drop');
    const input = byId('file');
    const take = async (file) => {
      if (file === undefined) return;
      byId('file-name').textContent = file.name;
      this.text = file.size > MOST_BYTES ? null : await file.text();
      form.dispatchEvent(new Event('input', { bubbles: true }));
    };
    input.addEventListener('change', () => take(input.files[0]));
    for (const name of ['dragenter', 'dragover']) {
      place.addEventListener(name, (event) => {
        event.preventDefault();
        place.classList.add('over');
      });
    }
    place.addEventListener('dragleave', () => place.classList.remove('over'));
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      place.classList.remove('over');
      take(event.dataTransfer.files[0]);
    });
    byId('download').addEventListener('click', () => {
      const address = URL.createObjectURL(new Blob([`\uFEFF${this.csv}`], { type: 'text/csv' }));
      html('a', { href: address, download: 'refunds.csv' }).click();
      setTimeout(() => URL.revokeObjectURL(address), 1_000);
    });
    this.lang = lang;
  },
  ask({ sample: isSample, policy, ...known }) {
    const text = this.text === undefined && isSample !== undefined ? sample : this.text;
    const call = { code: codeFor(policy) };
    if (text === null) return { parsed: { ok: true, value: { message: texts.tooLarge } }, call };
    if (text === undefined) return { parsed: { ok: true, value: { message: texts.none } }, call };
    const missing = ['canceledOn', 'used'].filter((name) => known[name] === undefined);
    if (missing.length > 0) {
      const issues = missing.map((name) => ({
        path: [name],
        code: 'missing-field',
        expected: 'a value',
        received: 'nothing',
      }));
      return { parsed: { ok: false, issues }, call };
    }
    const read = readFile(text, known);
    if (read.length === 0)
      return { parsed: { ok: true, value: { message: texts.unreadable } }, call };
    return { parsed: { ok: true, value: { results: settle(read, policy) } }, call };
  },
  tone: ({ results }) => (results === undefined ? 'open' : 'yes'),
  figure: ({ results }) => totalOf(results),
  sentence({ message, results }, lang) {
    if (message !== undefined) return [inLanguage(message, lang)];
    const paid = results.filter(({ quote }) => quote?.allowed).length;
    const left = results.findLast(({ quote }) => quote?.limit)?.quote.limit;
    const rest =
      left === undefined
        ? ''
        : grouped(
            sumAmounts(
              [left.max, `-${left.consumedAfter}`].filter((one) => one !== '-0.00'),
              'USD',
            ),
          );
    return [
      inLanguage(
        [
          `${paid} of ${results.length} reservations are refunded.${rest && ` ${rest} USD of the limit are left.`}`,
          `예약 ${results.length}건 중 ${paid}건이 환불됩니다.${rest && ` 남은 한도는 ${rest} USD입니다.`}`,
        ],
        lang,
      ),
    ];
  },
  show({ parsed, lang }) {
    const results = parsed.ok ? parsed.value.results : undefined;
    byId('results').hidden = results === undefined;
    if (results === undefined) return;
    byId('results-table').replaceChildren(tableOf(results, lang));
    const rows = results.map((result) => cellsOf(result, lang));
    this.csv = Papa.unparse([inLanguage(texts.head, lang), ...rows], { escapeFormulae: true });
  },
};

const codeFor = (policy) => `import { readOrderTransactions } from 'partner-rules/interop';
import { settleRefunds } from 'partner-rules/reservations';

// readOrderTransactions reads the rows of one order; see the guide, "From and to CSV".
for (const { id, quote } of settleRefunds(records, { policy: '${policy}' })) console.log(id, quote.refund);`;

/** Requests, each with its name, or the issues of those that cannot be read. */
function readFile(text, known) {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (/^[[{]/.test(trimmed)) return readOrders(trimmed, known);
  const { data } = Papa.parse(trimmed, {
    header: true,
    skipEmptyLines: true,
    transformHeader: columnOf,
  });
  if (data[0]?.ReservationOrderId === undefined) return readSheet(data, known);
  const orders = new Map();
  for (const row of data) {
    const id = row.ReservationOrderId;
    orders.set(id, [...(orders.get(id) ?? []), row]);
  }
  return [...orders].map(([id, rows]) => ({ id, parsed: readOrderTransactions(rows, known) }));
}

function readOrders(text, known) {
  let body;
  try {
    body = JSON.parse(text);
  } catch {
    return [];
  }
  const parsed = readCollection(body);
  const orders = parsed.ok ? parsed.value : [body];
  return orders.map((order, at) => ({
    id: nameOf(order, at),
    parsed: readReservationOrder(order, known),
  }));
}

/** A sheet with the library's own field names. */
function readSheet(rows, known) {
  if (rows[0]?.paid === undefined && rows[0]?.instalment === undefined) return [];
  return rows.map(({ used, ...row }, at) => {
    const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''));
    const facts = {
      ...known,
      ...given,
      ...(/^(true|false)$/.test(used ?? '') ? { used: used === 'true' } : {}),
    };
    return { id: row.id || `${at + 1}`, parsed: { ok: true, value: facts } };
  });
}

const columns = [
  ...['EventDate', 'EventType', 'ReservationOrderId', 'Term', 'Quantity', 'Amount', 'Currency'],
  ...['BillingFrequency', 'BillingProfileId', 'CurrentEnrollment'],
];
const columnOf = (name) =>
  columns.find((one) => one.toLowerCase() === name.trim().toLowerCase()) ?? name.trim();
const nameOf = (order, at) => String(order?.name ?? order?.Name ?? order?.id ?? at + 1);

/** One customer, one ledger: what an order uses of the limit is not left for the next. */
function settle(read, policy) {
  const records = read.map(({ id, parsed }) =>
    parsed.ok ? { ...parsed.value, id, customerId: 'customer' } : { id },
  );
  const results = [...settleRefunds(records, { policy })];
  return results.map((result, at) => {
    const { id, parsed } = read[at];
    return { id, ...(parsed.ok ? result : { ok: false, issues: parsed.issues }) };
  });
}

function totalOf(results) {
  const refunds = results?.flatMap(({ quote }) => (quote?.allowed ? [quote] : [])) ?? [];
  if (refunds.length === 0 || refunds.some(({ currency }) => currency !== refunds[0].currency))
    return undefined;
  const { currency } = refunds[0];
  return [
    sumAmounts(
      refunds.map(({ refund }) => refund),
      currency,
    ),
    currency,
  ];
}

function cellsOf({ id, ok, quote, issues }, lang) {
  if (!ok) {
    const text = issues
      .map((issue) => `${issue.path.at(-1) ?? ''}: ${issueText(issue, lang)}`)
      .join(' ');
    return [id, '', '', '', '', text];
  }
  const { allowed, reason, currency, refund, withheld, limit } = quote;
  const result = allowed
    ? inLanguage(texts.quoted, lang)
    : `${inLanguage(texts.refused, lang)}: ${curveWords[lang].refusals[reason] ?? reason}`;
  const left = limit
    ? sumAmounts(
        [limit.max, `-${limit.consumedAfter}`].filter((one) => one !== '-0.00'),
        'USD',
      )
    : '';
  return [id, currency, refund, withheld, left, result];
}

function tableOf(results, lang) {
  const rows = results.map((result) => {
    const [id, currency, ...rest] = cellsOf(result, lang);
    const figures = rest
      .slice(0, 3)
      .map((figure) => html('td', { class: 'number' }, grouped(figure)));
    return html(
      'tr',
      {},
      html('th', { scope: 'row' }, id),
      html('td', {}, currency),
      ...figures,
      html('td', {}, rest[3]),
    );
  });
  const heads = inLanguage(texts.head, lang).map((text) => html('th', { scope: 'col' }, text));
  return html(
    'table',
    {},
    html('caption', {}, inLanguage(texts.caption, lang)),
    html('thead', {}, html('tr', {}, ...heads)),
    html('tbody', {}, ...rows),
  );
}
