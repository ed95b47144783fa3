import { describe, expect, it } from 'vitest';
import {
  defaultRefundPolicy,
  type Parsed,
  quoteRefund,
  readExchangeFigures,
  readExchangeResponse,
  readRefundFigures,
  readRefundResponse,
  readReservationOrder,
  readReservedInstance,
  readReturnedReservations,
  readSelfServePolicy,
  readSoftwareEntitlement,
  readSoftwareOrder,
  toRefundResponse,
} from '../../src/index.ts';
import { issuesOf } from '../hostile/issues-of.ts';
import { REQUEST } from '../reservations/request.ts';
import { azure, changed, partnerCenter } from './examples.ts';

const quote = quoteRefund(REQUEST);
/** The part that is kept has more digits than the price and the refund. */
const dear = quoteRefund(
  { ...REQUEST, paid: '40000000000000.00', canceledOn: '2025-12-30' },
  { policy: { ...defaultRefundPolicy, id: 'unlimited', limitUsd: null } },
);

const exchange = azure('Exchange');
const policy = partnerCenter('get-a-self-serve-policy-by-id.1');
const prorated = 'properties.billingInformation.billingCurrencyProratedAmount';

const given = (reservationId: string): unknown => ({
  properties: { reservationToReturn: { reservationId, quantity: 1 } },
});

describe('the expectation of an issue', () => {
  it.each<[what: string, parsed: Parsed<unknown>, path: string, expected: string]>([
    [
      'of an exchange that buys a savings plan',
      readExchangeResponse(exchange),
      'properties.savingsPlansToPurchase',
      'no savings plan, because an exchange buys another reservation',
    ],
    [
      'of an order that is cancelled',
      readReservationOrder(
        changed(azure('ReservationOrder_Get_ExpandPayments'), {
          'properties.provisioningState': 'Cancelled',
        }),
      ),
      'properties.provisioningState',
      'a reservation that is still there',
    ],
    [
      'of no reserved instance',
      readReservedInstance({ virtualMachineReservations: [] }),
      'virtualMachineReservations',
      'one reservation',
    ],
    [
      'of an ID of a reservation alone',
      readReturnedReservations(given('R-1')),
      'properties.reservationToReturn.reservationId',
      'an ID such as /providers/Microsoft.Capacity/reservationOrders/…/reservations/…',
    ],
    [
      'of a new price without its currency',
      readExchangeResponse({ properties: { purchasesTotal: { amount: 1 } } }),
      'properties.purchasesTotal.currencyCode',
      'the currency of the new price',
    ],
    [
      'of a request that returns nothing',
      readReturnedReservations({ properties: {} }),
      'properties.reservationToReturn',
      'one reservation to return, or several to exchange',
    ],
    ['of an order without lines', readSoftwareOrder({}), 'lineItems', 'the line items of an order'],
    [
      'of an order of no line',
      readSoftwareOrder({ lineItems: [] }),
      'lineItems',
      'at least one line item',
    ],
    [
      'of words that are none',
      readRefundFigures(
        changed(azure('CalculateRefund'), {
          'properties.policyResult': { policyErrors: [{ code: 'Forbidden', message: 5 }] },
        }),
      ),
      'properties.policyResult.policyErrors.0.message',
      'a text of at most 10000 characters',
    ],
    [
      'of figures beside an error',
      readExchangeFigures({ ...(azure('CalculateExchange') as object), error: {} }),
      'error',
      'no error together with figures',
    ],
    [
      'of refunds consumed in another currency than the limit',
      readRefundResponse(
        changed(azure('CalculateRefund'), {
          'properties.policyResult.properties.consumedRefundsTotal.currencyCode': 'CAD',
        }),
      ),
      'properties.policyResult.properties.consumedRefundsTotal.currencyCode',
      'USD, the currency of the limit',
    ],
    [
      'of policies on another page',
      readSelfServePolicy({ totalCount: 3, items: [] }),
      'totalCount',
      '0, the number of items, because items that are not listed can also grant it',
    ],
    [
      'of policies of two customers',
      readSelfServePolicy({
        items: [policy, changed(policy, { 'selfServeEntity.tenantID': 'other' })],
      }),
      'items.1.selfServeEntity.tenantID',
      'the customer of the first policy',
    ],
    [
      'of a word of which there is one alone',
      readSelfServePolicy(changed(policy, { 'grantor.grantorType': 'customer' })),
      'grantor.grantorType',
      'billToPartner',
    ],
    [
      'of an entitlement to something else',
      readSoftwareEntitlement({ entitlementType: 'reservation' }),
      'entitlementType',
      'software',
    ],
    [
      'of a line item that the order does not have',
      readSoftwareOrder({ lineItems: [] }, { lineItemNumber: 1 }),
      'known.lineItemNumber',
      'the number of one line item of the order',
    ],
    [
      'of a line item that was cancelled',
      readSoftwareOrder({ lineItems: [{ quantity: 0 }] }),
      'lineItems.0.quantity',
      'a quantity above 0',
    ],
    [
      'of a field in two spellings',
      readSoftwareOrder({ lineItems: [], LineItems: [] }),
      'LineItems',
      'nothing together with lineItems',
    ],
    [
      'of a perpetual license with a term',
      readSoftwareOrder(
        { lineItems: [{ lineItemNumber: 0, quantity: 1, termDuration: 'P1Y' }] },
        { kind: 'perpetual' },
      ),
      'lineItems.0.termDuration',
      'no term for perpetual software',
    ],
    ['of what is known of an order', readSoftwareOrder({}, 'all' as never), 'known', 'an object'],
    [
      'of several line items',
      readSoftwareOrder(partnerCenter('cancel-software-purchases.3')),
      'known.lineItemNumber',
      "the number of one of the order's 2 line items",
    ],
    [
      'of more kept than was paid',
      readRefundFigures(changed(azure('CalculateRefund'), { [`${prorated}.amount`]: 24.01 })),
      `${prorated}.amount`,
      'at most the amount paid, 24.00',
    ],
    [
      'of a resource that no policy grants',
      readSelfServePolicy(changed(policy, { 'permissions.0.resource': 'VirtualMachines' })),
      'permissions.0.resource',
      'one of AzureReservedInstances, AzureSavingsPlan',
    ],
  ])('%s', (_, parsed, path, expected) => {
    const issues = parsed.ok ? [] : parsed.issues;
    expect(issues.filter((issue) => issue.path.join('.') === path)).toMatchObject([{ expected }]);
  });

  const text = 'a text of 1 to 256 characters';

  it.each<[what: string, call: () => unknown, path: string, expected: string]>([
    [
      'of the ID of the reservation that a response names',
      () => toRefundResponse(quote, { reservationId: '' }),
      'names.reservationId',
      text,
    ],
    [
      'of the session that a response names',
      () => toRefundResponse(quote, { sessionId: '' }),
      'names.sessionId',
      text,
    ],
    [
      'of a part that is kept of too many digits',
      () => toRefundResponse(dear),
      'quote.credit',
      'an amount of at most 15 digits, because JSON numbers are exact only up to 15 digits',
    ],
  ])('%s', (_, call, path, expected) => {
    const issues = issuesOf(call);
    expect(issues.map((issue) => [issue.path.join('.'), issue.expected])).toEqual([
      [path, expected],
    ]);
  });
});
