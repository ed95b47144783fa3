import { describe, expectTypeOf, test } from 'vitest';
import {
  type RefundColumns,
  type RefundColumnsRequest,
  type RefundStatus,
  refundColumns,
  type refundStatuses,
} from '../../src/columns/index.ts';

declare const request: RefundColumnsRequest;
declare const answer: RefundColumns;

describe('refundColumns', () => {
  test('takes typed arrays of the right kinds, and gives some', () => {
    expectTypeOf(refundColumns(request)).toEqualTypeOf<RefundColumns>();
    expectTypeOf(answer.refund).toEqualTypeOf<Float64Array>();
    expectTypeOf(answer.status).toEqualTypeOf<Uint8Array>();
  });

  test('takes neither arrays nor columns of another kind', () => {
    // @ts-expect-error: no typed array
    refundColumns({ ...request, paid: [1_200_000] });
    // @ts-expect-error: bigints
    refundColumns({ ...request, paid: new BigInt64Array(1) });
    // @ts-expect-error: numbers that can hold a time
    refundColumns({ ...request, purchasedOn: new Float64Array(1) });
    const { termMonths: _, ...rest }: RefundColumnsRequest = request;
    // @ts-expect-error: no terms
    refundColumns(rest);
    // @ts-expect-error: not all of the arrays
    refundColumns(request, { out: { credit: new Float64Array(1) } });
  });

  test('counts every status, and no other', () => {
    expectTypeOf<keyof RefundColumns['counts']>().toEqualTypeOf<RefundStatus>();
    expectTypeOf<RefundStatus>().toEqualTypeOf<(typeof refundStatuses)[number]>();
    // @ts-expect-error: a name that no status has
    answer.counts['clipped'];
  });
});
