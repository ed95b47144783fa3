import { groupThousands } from '../../amounts/group-thousands.ts';
import { type ExplainLocale, explain } from '../../explain/index.ts';
import { escapeText } from '../../kernel/issue.ts';
import type { PlanWait, ReturnPlan } from '../../plans/index.ts';
import type { CustomerPlan } from '../commands/plan.ts';
import type { Screen } from '../io/screen.ts';
import { inksOf, names, numbers, rest, tableRow, tableRule } from './columns.ts';

/** Writes plans, one after another. */
export type PlanWriter = (plan: CustomerPlan) => string;

export function planNdjson(plan: CustomerPlan): string {
  return `${JSON.stringify(plan)}\n`;
}

/** Explains each plan; issues go to `report`. */
export function planText(locale: ExplainLocale, report: (message: string) => void): PlanWriter {
  let between = '';
  return (plan) => {
    if (!plan.ok) {
      reportIssues(plan, report);
      return '';
    }
    const text = `${between}${explain(plan.answer, { locale })}\n`;
    between = '\n';
    return text;
  };
}

const amount = numbers(14);
const columns = [names(10), names(24), numbers(7), amount, amount, names(8), rest];
const totals = [names(42), amount];

const waits: { readonly [W in PlanWait]: string } = {
  'limit-given-back': 'limit given back',
  'version-changed': 'later rules',
  'claim-fits': 'fits the limit',
  'leaves-room': 'leaves room',
  'worth-waiting': 'worth waiting',
  'day-without-rule': 'no rule for the day before',
};

/** Writes a table of the returns of each plan, and what they come to. */
export function planTable(screen: Screen, report: (message: string) => void): PlanWriter {
  const inks = inksOf(screen);
  return (plan) => {
    if (!plan.ok) {
      reportIssues(plan, report);
      return '';
    }
    const { answer, customerId } = plan;
    const name = customerId === undefined ? '' : `${escapeText(customerId)}\n`;
    const titles = ['Day', 'Id', 'Units', 'Refund', 'Withheld', 'Currency', 'Waits for'];
    return `${name}${tableRow(columns, titles, inks.title)}${inks.rule(tableRule([columns]))}\n${rowsOf(answer)}${totalsOf(answer)}\n`;
  };
}

function rowsOf({ returns, kept }: ReturnPlan): string {
  const rows = returns.map(({ id, on, quantityToReturn, waitsFor, quote }) =>
    tableRow(columns, [
      on,
      id,
      String(quantityToReturn),
      groupThousands(quote.refund),
      groupThousands(quote.withheld),
      quote.currency,
      waitsFor === null ? '' : waits[waitsFor],
    ]),
  );
  const others = kept.map(({ id, quantity, because }) =>
    tableRow(columns, ['kept', id, String(quantity), '', '', '', because]),
  );
  return [...rows, ...others].join('');
}

function totalsOf(plan: ReturnPlan): string {
  const { refunds, instalments, keptValue, total, baseline, gain, bound } = plan;
  const rows = [
    ['Refunds, in USD', refunds],
    ['Monthly payments, in USD', instalments],
    ['Value of the kept days, in USD', keptValue],
    ['Total, in USD', total],
    ['Everything on the first day, in USD', baseline.total],
    ['Gain, in USD', gain],
    ['No plan exceeds, in USD', bound],
  ] as const;
  return rows.map(([title, figure]) => tableRow(totals, [title, groupThousands(figure)])).join('');
}

function reportIssues(
  { customerId, lines, issues }: Extract<CustomerPlan, { readonly ok: false }>,
  report: (message: string) => void,
): void {
  for (const { path, message } of issues) {
    const line = path[0] === 'candidates' ? lines[Number(path[1])] : undefined;
    const place = line === undefined ? (customerId ?? '') : `line ${line}`;
    report(place === '' ? message : `${place}: ${message}`);
  }
}
