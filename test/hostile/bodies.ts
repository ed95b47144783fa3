import type { Facts } from './facts.ts';
import {
  anything,
  beside,
  empty,
  list,
  name,
  open,
  optional,
  signed,
  text,
  unsaid,
} from './template.ts';

// The vendor's bodies: what is read of them, with what the caller knows beside them.

const price = (amount: number): unknown => open({ amount, currencyCode: 'USD' });
const policyErrors: unknown = unsaid([open({ code: name('C'), message: unsaid(text('No.')) })]);
const commitment: unknown = unsaid(price(0));
const billing: Facts = {
  billingCurrencyTotalPaidAmount: price(12_000),
  billingCurrencyRemainingCommitmentAmount: commitment,
  billingPlan: 'Upfront',
  totalTransactions: unsaid(1),
};
const figures: Facts = {
  quantity: unsaid(1),
  billingInformation: open({
    billingPlan: unsaid(name('Upfront')),
    completedTransactions: unsaid(1),
    totalTransactions: unsaid(1),
    billingCurrencyTotalPaidAmount: price(12_000),
    billingCurrencyProratedAmount: price(2_000),
    billingCurrencyRemainingCommitmentAmount: unsaid(price(0)),
  }),
  billingRefundAmount: price(10_000),
  pricingRefundAmount: unsaid(price(10_000)),
};
export const refundResponse: unknown = open({
  status: unsaid('Succeeded'),
  properties: open({
    quantity: 1,
    billingInformation: open(billing),
    policyResult: unsaid(
      open({
        properties: unsaid(
          open({
            consumedRefundsTotal: unsaid(
              open({ amount: unsaid(1_000), currencyCode: beside('USD') }),
            ),
          }),
        ),
      }),
    ),
  }),
});
export const refundFigures: unknown = open({
  properties: open({
    ...figures,
    policyResult: unsaid(
      open({
        properties: unsaid(
          open({
            maxRefundLimit: unsaid(price(50_000)),
            consumedRefundsTotal: unsaid(price(1_000)),
            policyErrors,
          }),
        ),
      }),
    ),
  }),
});
export const exchangeResponse: unknown = open({
  properties: open({
    purchasesTotal: price(15_000),
    reservationsToExchange: [
      open({
        quantity: 1,
        billingInformation: open({
          billingCurrencyTotalPaidAmount: price(12_000),
          billingCurrencyRemainingCommitmentAmount: commitment,
        }),
      }),
    ],
    reservationsToPurchase: unsaid([
      open({
        properties: unsaid(
          open({
            location: unsaid(name('westus')),
            sku: unsaid(open({ name: unsaid(name('Standard_B1ls')) })),
            properties: unsaid(
              open({ reservedResourceType: unsaid(name('VirtualMachines')), term: unsaid('P1Y') }),
            ),
          }),
        ),
      }),
    ]),
  }),
});
export const exchangeFigures: unknown = open({
  properties: open({
    refundsTotal: price(10_000),
    purchasesTotal: price(15_000),
    // Alone among the amounts it may be negative.
    netPayable: open({ amount: anything(5_000), currencyCode: 'USD' }),
    reservationsToExchange: unsaid([open(figures)]),
    policyResult: unsaid(open({ policyErrors })),
  }),
});
export const order: unknown = open({
  properties: open({
    benefitStartTime: '2025-01-01T03:51:49Z',
    provisioningState: unsaid('Succeeded'),
    expiryDate: unsaid('2026-01-01'),
    expiryDateTime: unsaid('2026-01-01T03:51:49Z'),
    term: 'P1Y',
    billingPlan: unsaid('Upfront'),
    planInformation: open({
      transactions: [open({ status: 'Succeeded', billingCurrencyTotal: price(466) })],
    }),
    reservations: unsaid([
      open({ properties: unsaid(open({ reservedResourceType: unsaid('AVS') })) }),
    ]),
  }),
});
export const transaction: unknown = open({
  eventType: 'Purchase',
  eventDate: '2025-01-01',
  amount: '12000.00',
  currency: 'USD',
  quantity: 10,
  term: 'P1Y',
  billingFrequency: 'OneTime',
  reservationOrderId: name('O-1'),
});
export const reconciliationLine: unknown = open({
  ChargeType: name('removeQuantity'),
  OrderDate: unsaid('2023-05-03'),
  ChargeStartDate: unsaid('2023-05-03'),
  ChargeEndDate: unsaid('2023-05-31'),
  EffectiveUnitPrice: signed('9.429677'),
  BillableQuantity: signed('-10'),
  Subtotal: signed('-94.20'),
  Currency: 'USD',
  PricingCurrency: unsaid('USD'),
});
export const partnerRelationship: unknown = open({
  id: name('R-1'),
  state: unsaid('Active'),
});
const named = (template: string): unknown => empty(name(template));
export const subscription: unknown = open({
  id: unsaid(named('S-1')),
  orderId: unsaid(named('O-1')),
  offerName: unsaid(named('SQL')),
  friendlyName: unsaid(named('SQL of Contoso')),
  quantity: unsaid(10),
  status: unsaid('active'),
  termDuration: unsaid('P1Y'),
  billingCycle: unsaid('monthly'),
  creationDate: '2019-02-01T10:00:00Z',
  cancellationAllowedUntilDate: unsaid('2019-02-08T10:00:00Z'),
  refundOptions: unsaid([open({ type: 'Full', expiresAt: unsaid('2019-02-02T10:00:00Z') })]),
  refundableQuantity: unsaid(
    open({
      totalQuantity: 10,
      details: unsaid([open({ quantity: 10, allowedUntilDateTime: '2019-02-08T10:00:00Z' })]),
    }),
  ),
});
export const selfServe: Facts = {
  selfServeEntity: open({ selfServeEntityType: 'customer', tenantID: name('T-1') }),
  grantor: open({ grantorType: 'billToPartner' }),
  permissions: [open({ resource: 'AzureReservedInstances', action: 'Purchase' })],
};
export const softwareOrder: unknown = open({
  id: unsaid(name('O-1')),
  referenceCustomerId: unsaid(name('T-1')),
  creationDate: '2020-02-01T10:00:00Z',
  lineItems: [
    open({
      lineItemNumber: 1,
      friendlyName: unsaid(named('SQL')),
      subscriptionId: unsaid(named('S-1')),
      termDuration: unsaid('P1Y'),

      quantity: unsaid(1),
    }),
  ],
});
export const reservation: unknown = open({
  properties: open({
    benefitStartTime: '2025-01-01T03:51:49Z',
    expiryDate: unsaid('2026-01-01'),
    term: 'P1Y',
    billingPlan: unsaid('Upfront'),
    quantity: unsaid(1),
    reservedResourceType: unsaid('AVS'),
    provisioningState: unsaid('Succeeded'),
    displayProvisioningState: unsaid('Succeeded'),
  }),
});
export const knownOfRefund: Facts = {
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  canceledOn: '2025-07-02',
  used: true,
  quantity: 1,
};
export const knownOfExchange: Facts = {
  term: 'P1Y',
  purchasedOn: '2025-01-01',
  exchangedOn: '2025-07-02',
  billingPlan: 'Upfront',
  quantity: 1,
};
export const knownOfSoftware: Facts = {
  kind: 'subscription',
  purchasedOn: '2019-02-01',
  canceledOn: '2019-02-08',
  roles: list('admin-agent'),
};

/** The names that a response has next to its quote. */
export const responseNames: unknown = optional({
  reservationId: optional(name('R-1')),
  sessionId: optional(name('S-1')),
});
