import type { StandardSchemaV1 } from '@standard-schema/spec';
import { expectTypeOf, test } from 'vitest';
import type {
  ExchangeRequest,
  ExchangeRequestInput,
  MarketCode,
  MarketInput,
  Parser,
  parseExchangeRequest,
  parseMarket,
  parseRefundLedger,
  parseRefundPolicy,
  parseRefundRequest,
  parseRole,
  parseSoftwarePolicy,
  RefundLedger,
  RefundLedgerInput,
  RefundPolicy,
  RefundPolicyInput,
  RefundRequest,
  RefundRequestInput,
  Role,
  RoleInput,
  SoftwarePolicy,
  SoftwarePolicyInput,
} from '../../src/index.ts';

type Types<Schema extends StandardSchemaV1> = [
  StandardSchemaV1.InferInput<Schema>,
  StandardSchemaV1.InferOutput<Schema>,
];

test('a parser is a Standard Schema, and infers what it takes and gives', () => {
  expectTypeOf<Parser<1, 2>>().toExtend<StandardSchemaV1<1, 2>>();
  expectTypeOf<Types<typeof parseRefundRequest>>().toEqualTypeOf<
    [RefundRequestInput, RefundRequest]
  >();
  expectTypeOf<Types<typeof parseExchangeRequest>>().toEqualTypeOf<
    [ExchangeRequestInput, ExchangeRequest]
  >();
  expectTypeOf<Types<typeof parseRefundPolicy>>().toEqualTypeOf<
    [RefundPolicyInput, RefundPolicy]
  >();
  expectTypeOf<Types<typeof parseRefundLedger>>().toEqualTypeOf<
    [RefundLedgerInput, RefundLedger]
  >();
  expectTypeOf<Types<typeof parseSoftwarePolicy>>().toEqualTypeOf<
    [SoftwarePolicyInput, SoftwarePolicy]
  >();
  expectTypeOf<Types<typeof parseMarket>>().toEqualTypeOf<[MarketInput, MarketCode]>();
  expectTypeOf<Types<typeof parseRole>>().toEqualTypeOf<[RoleInput, Role]>();
});

test('what it gives can be put in again', () => {
  expectTypeOf<RefundRequest>().toExtend<RefundRequestInput>();
  expectTypeOf<ExchangeRequest>().toExtend<ExchangeRequestInput>();
  expectTypeOf<RefundPolicy>().toExtend<RefundPolicyInput>();
  expectTypeOf<RefundLedger>().toExtend<RefundLedgerInput>();
  expectTypeOf<SoftwarePolicy>().toExtend<SoftwarePolicyInput>();
});

test('what differs from a published policy names that policy', () => {
  expectTypeOf<{ basedOn: 'azure-2020-07'; feeRate: number }>().toExtend<RefundPolicyInput>();
  expectTypeOf<'azure-2020-07'>().toExtend<RefundPolicyInput>();
  expectTypeOf<{ feeRate: number }>().not.toExtend<RefundPolicyInput>();
  expectTypeOf<{ basedOn: 'azure-1999' }>().not.toExtend<RefundPolicyInput>();
  expectTypeOf<'software-2022'>().toExtend<SoftwarePolicyInput>();
  expectTypeOf<{ linkDays: number }>().not.toExtend<SoftwarePolicyInput>();
});
