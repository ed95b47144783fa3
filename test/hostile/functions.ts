import * as library from '../../src/index.ts';
import { answerOf } from './answers.ts';
import {
  exchangeFigures,
  exchangeResponse,
  knownOfExchange,
  knownOfRefund,
  knownOfSoftware,
  order,
  partnerRelationship,
  reconciliationLine,
  refundFigures,
  refundResponse,
  reservation,
  responseNames,
  selfServe,
  softwareOrder,
  subscription,
  transaction,
} from './bodies.ts';
import {
  besideLedger,
  change,
  columnOptions,
  columns,
  derived,
  discounts,
  exchange,
  ledger,
  linkArgs,
  monthlyColumns,
  onAnyDay,
  options,
  planned,
  policy,
  purchase,
  record,
  refund,
  relationship,
  reservationFacts,
  role,
  software,
  softwareFacts,
  softwareOptions,
  softwarePolicy,
} from './facts.ts';
import { named, type Reader, reader } from './reader.ts';
import {
  anything,
  iterable,
  list,
  name,
  nullable,
  open,
  optional,
  signed,
  spelled,
  text,
  unsaid,
} from './template.ts';

const settlementOptions = optional({
  policy: optional('partner-center-2020-08'),
  ledgers: optional(iterable([ledger])),
});

const explainOptions = optional({ locale: optional('en'), as: optional('text') });

const functions: readonly Reader[] = [
  reader(library.clauseById, ['RES-5'], 'InputError'),
  reader(library.whereTo, ['software.cancel'], 'InputError'),
  reader(library.isInputError, [new library.InputError([])], 'false'),
  reader(library.currencyDigits, ['USD'], 'undefined'),
  reader(library.compareAmounts, [signed('1.00'), signed('2.00')], 'InputError'),
  reader(library.formatMoney, [signed('1.00'), 'USD'], 'InputError'),
  reader(library.sumAmounts, [iterable([signed('1.00')]), 'USD'], 'InputError'),
  reader(library.refundColumns, [columns, columnOptions], 'InputError'),
  {
    ...reader(library.refundColumns, [monthlyColumns], 'InputError'),
    name: 'refundColumns of monthly plans',
  },
  reader(library.decideCustomerPurchase, [purchase], 'InputError'),
  reader(
    library.decideCustomerTask,
    ['exchange', { subscriptionBoughtBy: 'partner' }],
    'InputError',
  ),
  reader(library.decidePermissionChange, [change], 'InputError'),
  reader(library.discountedSubscriptions, [discounts], 'InputError'),
  reader(library.readCollection, [list(open({ items: [anything(1)] }))], 'issues'),
  reader(library.readExchangeFigures, [exchangeFigures], 'issues'),
  reader(library.readExchangeResponse, [exchangeResponse, knownOfExchange], 'issues'),
  reader(library.readRefundFigures, [refundFigures], 'issues'),
  reader(library.readRefundResponse, [refundResponse, knownOfRefund], 'issues'),
  reader(
    library.readReservation,
    [reservation, { paid: '12000.00', currency: 'USD', canceledOn: '2025-07-02', used: true }],
    'issues',
  ),
  reader(library.readReservationTransaction, [transaction], 'issues'),
  reader(
    library.readOrderTransactions,
    [[transaction], { canceledOn: '2025-07-02', used: true }],
    'issues',
  ),
  reader(library.readReconciliationLine, [reconciliationLine], 'issues'),
  reader(library.readPartnerRelationship, [partnerRelationship], 'issues'),
  reader(
    library.readPartnerSubscription,
    [subscription, { kind: 'subscription', canceledOn: '2019-02-08', roles: list(role) }],
    'issues',
  ),
  reader(library.readReservationOrder, [order, { canceledOn: '2025-07-02', used: true }], 'issues'),
  reader(
    library.readReservedInstance,
    [
      open({
        virtualMachineReservations: [open({ effectiveDateTime: '2025-01-01T18:15:24.6724884Z' })],
      }),
      { paid: '12000.00', currency: 'USD', term: 'P1Y', canceledOn: '2025-07-02', used: true },
    ],
    'issues',
  ),
  reader(
    library.readReturnedReservations,
    [
      open({
        properties: open({
          reservationsToExchange: [
            open({
              quantity: 1,
              // Its last part is a name, whatever that is.
              reservationId: name(
                '/providers/microsoft.capacity/reservationOrders/1f14354c/reservations/c8c926bd',
              ),
            }),
          ],
        }),
      }),
    ],
    'issues',
  ),
  reader(
    library.readSelfServeChange,
    [open(selfServe), { roles: list(role), current: 'off', hasSubscription: true }],
    'issues',
  ),
  reader(
    library.readSelfServePolicy,
    [
      open({ items: [open(selfServe)], totalCount: unsaid(1) }),
      { subscription: nullable({ offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' }) },
    ],
    'issues',
  ),
  reader(
    library.readSoftwareEntitlement,
    [
      open({ entitlementType: 'software', referenceOrder: open({ id: unsaid(name('O-1')) }) }),
      knownOfSoftware,
    ],
    'issues',
  ),
  reader(
    library.readSoftwareOrder,
    [
      softwareOrder,
      {
        kind: 'subscription',
        canceledOn: '2020-02-10',
        roles: list(role),
        lineItemNumber: optional(1),
      },
    ],
    'issues',
  ),
  reader(library.toExchangeResponse, [answerOf('exchange'), responseNames], 'InputError'),
  reader(library.toRefundResponse, [answerOf('refund'), responseNames], 'InputError'),
  reader(
    library.decideMarket,
    [spelled('KR'), optional({ asOf: optional('2020-01-01') })],
    'InputError',
  ),
  reader(library.isMarketAvailable, [spelled('Swaziland')], 'InputError'),
  reader(
    library.isTaxIncluded,
    [spelled('AU'), optional({ offer: optional('reservations') })],
    'InputError',
  ),
  reader(library.marketListAt, ['2019-08-01'], 'InputError'),
  reader(library.parseMarket, [spelled('KR')], 'issues'),
  reader(
    library.advancePartnership,
    [
      { enrolled: true, hasAccount: false, stage: 'none' },
      { kind: 'send-request', text: text('Join: https://a'), link: text('https://a') },
      optional({ asOf: optional('2020-07-03') }),
    ],
    'InputError',
  ),
  reader(
    library.decideResellerTask,
    ['earn-incentive', relationship, optional({ asOf: optional('2020-02-01') })],
    'InputError',
  ),
  reader(library.readResellerError, [open({ code: 900123 })], 'issues'),
  reader(
    library.decideHybridBenefit,
    [{ license: 'windows-server-standard', softwareAssurance: true, commercial: true }],
    'InputError',
  ),
  reader(library.isServerSubscription, ['sql-server'], 'InputError'),
  reader(library.isCoveredSubscription, ['individual'], 'InputError'),
  reader(library.stepsToAccess, ['support', relationship], 'InputError'),
  reader(library.compareRefund, [refund, optional(['partner-center-2020-08'])], 'InputError'),
  reader(library.createSettlement, [settlementOptions], 'InputError'),
  reader(library.diffPolicies, [policy, derived], 'InputError'),
  reader(library.openRefundLedger, [name('contoso')], 'InputError'),
  reader(library.parseRefundLedger, [ledger], 'issues'),
  reader(library.limitOn, [ledger, '2025-03-01', options], 'InputError'),
  reader(library.nextBetterDay, [ledger, besideLedger, options], 'InputError'),
  reader(library.parseExchangeRequest, [exchange], 'issues'),
  reader(library.parseRefundPolicy, [policy], 'issues'),
  reader(library.planReturns, [planned], 'InputError'),
  reader(library.tryPlanReturns, [planned], 'issues'),
  reader(library.parseRefundRequest, [refund], 'issues'),
  reader(library.quoteExchange, [exchange, options], 'InputError'),
  reader(library.tryQuoteExchange, [exchange, options], 'issues'),
  reader(library.quoteRefund, [refund, options], 'InputError'),
  reader(library.tryQuoteRefund, [refund, options], 'issues'),
  reader(
    library.refundCurve,
    [
      onAnyDay,
      optional({
        policy: optional('partner-center-2020-08'),
        from: optional('2025-02-01'),
        to: optional('2025-02-03'),
      }),
    ],
    'InputError',
  ),
  reader(library.refundPolicyAt, ['partner-center', '2020-09-01'], 'InputError'),
  reader(library.settleRefund, [ledger, besideLedger, options], 'InputError'),
  reader(library.trySettleRefund, [ledger, besideLedger, options], 'issues'),
  named(
    'settleRefunds',
    (records: Iterable<unknown>, given: library.SettlementOptions) => [
      ...library.settleRefunds(records, given),
    ],
    [iterable([anything(1)]), settlementOptions],
    'InputError',
  ),
  reader(
    library.actionsAllowed,
    [list(role), optional({ asOf: optional('2023-09-15') })],
    'InputError',
  ),
  reader(
    library.decideAccess,
    [
      list(role),
      'software.cancel',
      optional({ asOf: optional('2023-09-15'), guest: optional(true) }),
    ],
    'InputError',
  ),
  reader(
    library.isAllowed,
    [
      list(role),
      'software.cancel',
      optional({ asOf: optional('2023-09-15'), guest: optional(true) }),
    ],
    'InputError',
  ),
  reader(library.parseRole, [spelled(role)], 'issues'),
  reader(library.parseRoles, [list(role)], 'issues'),
  reader(library.permissionMatrixAt, ['2022-11-22'], 'InputError'),
  reader(
    library.rolesAllowed,
    ['software.cancel', optional({ asOf: optional('2023-09-15') })],
    'InputError',
  ),
  reader(library.decideSoftwareCancellation, [software, softwareOptions], 'InputError'),
  reader(
    library.compareSoftwareCancellation,
    [software, optional(['software-2020-06'])],
    'InputError',
  ),
  reader(library.decideSoftwareExchange, [{ kind: 'perpetual' }], 'InputError'),
  reader(library.downloadLinkStatus, linkArgs, 'InputError'),
  reader(library.parseSoftwarePolicy, [softwarePolicy], 'issues'),
  reader(library.recordDownload, linkArgs, 'InputError'),
  reader(library.renewDownloadLink, linkArgs, 'InputError'),
  reader(library.softwarePolicyAt, ['2020-09-01'], 'InputError'),
  reader(library.draftSupportRequest, ['reservation-refund', reservationFacts], 'InputError'),
  reader(library.tryExplain, [answerOf('refund'), explainOptions], 'issues'),
  reader(library.explain, [answerOf('exchange'), explainOptions], 'InputError'),
];

const validRefund = {
  paid: '1.00',
  currency: 'USD',
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-01-02',
  used: true,
};

/** Further interpretations of the same functions. */
const others: readonly Reader[] = [
  named(
    'Settlement.settle',
    (one: unknown) => library.createSettlement().settle(one),
    [record],
    'issues',
  ),
  named(
    'a record of settleRefunds',
    (one: unknown) => [...library.settleRefunds([one])][0],
    [record],
    'issues',
  ),
  named(
    'draftSupportRequest of software',
    library.draftSupportRequest,
    ['software-cancellation', softwareFacts],
    'InputError',
  ),
  named('parseRefundPolicy of a derived one', library.parseRefundPolicy, [derived], 'issues'),
  named(
    'quoteRefund by ones own policy',
    library.quoteRefund,
    [anything(validRefund), optional({ policy: optional({ ...policy, feeRate: '0.12' }) })],
    'InputError',
  ),
];

/** Every other kind of answer that is explained. */
const explained: readonly Reader[] = [
  ...['access', 'market', 'software', 'softwareExchange', 'linkActive', 'renewed', 'download'],
  ...['customerPurchase', 'permissionOn', 'customerTask', 'discounts', 'partnership'],
  ...['resellerTask', 'draftIncomplete'],
].map((kind) => named(`explain ${kind}`, library.explain, [answerOf(kind)], 'InputError'));

/** The parsers that are Standard Schemas. */
const schemas: readonly Reader[] = functions.flatMap(({ name: of, read, args }) => {
  const schema = (read as Partial<library.Parser<unknown, unknown>>)['~standard'];
  return schema === undefined
    ? []
    : [named(`${of}['~standard']`, schema.validate, args, 'standard' as const)];
});

/** Every reading by a function of the library. */
export const functionReaders: readonly Reader[] = [
  ...functions,
  ...schemas,
  ...others,
  ...explained,
];

/** What is exported and reads nothing from outside, and why. */
export const readsNothing: Readonly<Record<string, string>> = {
  InputError: 'is made by the library, of issues that it found',
};
