import { type Column, names, numbers, rest } from './columns.ts';

/** The columns of a report. */
interface Layout {
  /** Those of a record, in one line or, on a narrow terminal, in two. */
  readonly rows: readonly [first: readonly Column[], ...more: (readonly Column[])[]];
  readonly totals: readonly Column[];
  readonly limits: readonly Column[];
}

const GAP = 2;
const AMOUNT = 12;
const CURRENCY = 8;
const COUNT = 9;
const DAY = 10;
/** Of a line's number, and of a number of days. */
const NUMBER = 5;

interface Span {
  readonly most: number;
  readonly least: number;
}

const id: Span = { most: 14, least: 8 };
const customer: Span = { most: 32, least: 10 };
const outcome: Span = { most: 33, least: 12 };

/** Fits the columns of a report with so many amounts to a terminal; without a width nothing is cut short. */
export function layoutOf(width: number | undefined, amounts: number): Layout {
  const sums = Array.from({ length: amounts }, () => numbers(AMOUNT));
  const ofAmounts = amounts * (AMOUNT + GAP) + CURRENCY + GAP;
  const ofNumbers = 2 * NUMBER + 4 * GAP;
  const spans = [id, customer, outcome];
  const isNarrow = width !== undefined && width < ofNumbers + ofAmounts + sum(spans, 'least');

  const left = (taken: number): number => (width ?? Number.POSITIVE_INFINITY) - taken;
  const [idWidth, customerWidth, outcomeWidth] = widthsOf(
    spans,
    left(isNarrow ? ofNumbers : ofNumbers + ofAmounts),
  ) as [number, number, number];
  const leading = [
    ...[numbers(NUMBER), names(idWidth), names(customerWidth)],
    ...[numbers(NUMBER), names(outcomeWidth)],
  ];
  const figures = [...sums, names(CURRENCY)];
  const [totalWidth] = widthsOf([outcome], left(COUNT + GAP + amounts * (AMOUNT + GAP)));
  const [limitWidth] = widthsOf([customer], left(DAY + 2 * AMOUNT + 4 * GAP + LIMIT_TEXT));
  return {
    rows: isNarrow ? [leading, [numbers(NUMBER), ...figures]] : [[...leading, ...figures]],
    totals: [names(totalWidth as number), numbers(COUNT), ...sums],
    limits: [names(limitWidth as number), names(DAY), numbers(AMOUNT), numbers(AMOUNT), rest],
  };
}

/** One amount and the day on which it becomes available again. */
const LIMIT_TEXT = 26;

function sum(spans: readonly Span[], side: keyof Span): number {
  return spans.reduce((total, span) => total + span[side], 0);
}

/** Shares what is left of a line among names, each between its least and most. */
function widthsOf(spans: readonly Span[], left: number): number[] {
  const [most, least] = [sum(spans, 'most'), sum(spans, 'least')];
  const share = Math.max(0, Math.min(1, (left - least) / (most - least)));
  return spans.map((span) => span.least + Math.floor((span.most - span.least) * share));
}
