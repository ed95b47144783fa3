import { pages } from '../../clauses/documents.ts';
import { type PortalLabel, portalLabels } from '../../places/labels.ts';
import type { Clause } from '../../vocabulary/clauses.ts';
import type { PageKey } from '../../vocabulary/documents.ts';
import type { Facts } from './texts.ts';

const titles = Object.fromEntries(Object.entries(pages).map(([key, { title }]) => [key, title]));

/** The labels of the English portals are their names in the data. */
const labels = Object.fromEntries(portalLabels.map((label) => [label, label]));

/** Explanations in English. Their shape is that of every language: see `Templates`. */
export const en = {
  listed: ', ',
  reasonsJoined: '; ',

  titles: {
    calculation: ({ currency }: Facts<'currency'>): string => `Calculation, in ${currency}`,
    facts: 'Facts',
    effects: 'Effects',
    comparison: 'Under each policy',
    form: 'The request',
    planCalendar: 'Calendar',
    planTotals: 'Totals, in USD',
    planKept: 'Kept',
    obstacles: 'Why not, and what to do next',
    where: 'Where to click',
    clauses: 'Rules applied',
    interpretations: 'Interpretations applied',
    remarks: 'Notes',
    whatIf: 'What would change the result',
  },

  compared: {
    allowed: ({ policy, credit }: Facts<'policy' | 'credit'>): string =>
      `${policy}: allowed; ${credit}.`,
    allowedUntil: ({ policy, lastDay, credit }: Facts<'policy' | 'lastDay' | 'credit'>): string =>
      `${policy}: allowed until ${lastDay}; ${credit}.`,
    refused: ({ policy, reasons }: Facts<'policy' | 'reasons'>): string =>
      `${policy}: refused; ${reasons}.`,
    credit: ({ amount }: Facts<'amount'>): string => `the credit is ${amount}`,
    creditBy: ({ amount, by }: Facts<'amount' | 'by'>): string => `the credit is ${amount} (${by})`,
    basis: {
      full: 'the full price is credited',
      'pro-rated': 'the price of the remaining days is credited',
      unstated: 'the document does not state the credit',
    },
  },

  obstacle: ({ reason, clause, nextStep }: Facts<'reason' | 'clause' | 'nextStep'>): string =>
    `${capital(reason)} (${clause}). ${nextStep}`,
  reasons: {
    'term-ended': 'the term has ended',
    'not-returnable': 'this product cannot be returned',
    'undefined-by-text': 'the applicable document has no rule for this case',
    'limit-exceeded':
      'the amount exceeds what is left of the refund limit, and this policy then refuses the whole request',
    'covered-by-savings-plans':
      'the reservation was bought after exchanges ended for services that savings plans cover',
    'same-reservation': 'the new reservation has the same SKU, region and term',
    'other-product-family': 'the new reservation is of another product family',
    'purchase-below-credit': 'the new reservation costs less than the credit',
    'not-granted': 'none of the given roles allows this',
    'guest-of-tenant': 'the user is a guest of the customer’s tenant',
    'not-available': 'the market is on the list of markets without Azure reservations',
    'not-eligible': 'this software has no cancellation window',
    'window-passed': 'the cancellation window has closed',
    'not-cancellable': 'this kind of software cannot be cancelled',
    'support-required': 'information that the cancellation requires is missing',
    'not-exchangeable': 'SUSE Linux and Red Hat plans cannot be exchanged',
    'no-exchange-rule': 'no rule allows software to be exchanged',
    expired: 'the link has expired',
    revoked: 'the purchase was cancelled, so the link is permanently revoked',
    'still-active': 'the link still works',
    'no-subscription':
      'the customer has no Azure plan or Azure Global subscription bought by the partner',
    'not-owner': 'the user is not an Owner of the subscription',
    'permission-off': 'the customer’s permission to buy is off',
    'market-unavailable': 'Azure reservations are not available in the customer’s market',
    'no-azure-plan': 'a savings plan needs an Azure plan',
    'not-yet-offered': 'this did not exist on the given day',
    'never-for-savings-plans': 'savings plans cannot be cancelled or exchanged',
    'wrong-edition': 'the license is not for Windows Server Datacenter or Standard',
    'no-software-assurance': 'the license has no Software Assurance',
    'not-commercial': 'the customer is not a commercial customer',
    'through-the-partner': 'only the partner can do this',
    'out-of-scope': 'another seller sold the subscription, and these rules do not cover it',
    'not-enrolled': 'the reseller is not enrolled as an indirect reseller',
    'no-account': 'the reseller has no Partner Center account',
    'link-missing': 'the request does not contain the provider’s personal link',
    'nothing-to-accept': 'there is no request for the reseller to accept',
    'already-established': 'the partnership is already established',
    'not-requested': 'the provider has not sent a partnership request',
    'not-accepted': 'the reseller has not accepted a partnership request',
    'not-associated-with-customer': 'the reseller is not associated with the customer’s account',
    'not-tenant-owner': 'the reseller is not a tenant owner of the Azure customer',
    'not-associated-with-subscription': 'the reseller is not associated with the subscription',
    'not-support-contact': 'the reseller is not the support contact of the subscription',
    'not-established': 'the partnership is not established',
    'agreement-not-accepted': 'the reseller has not accepted the Microsoft Partner Agreement',
    'provider-agreement-not-accepted':
      'the provider has not accepted the Microsoft Partner Agreement',
    'wrong-partner-id': 'the PartnerID is not that of the reseller’s location account',
    'support-not-required': 'the cancellation does not require a support request',
    'answer-denied': 'the underlying answer is a refusal',
  },
  nextSteps: {
    'nothing-left-to-return': 'Nothing is left to return.',
    'keep-until-term-end': 'Keep the reservation until its term ends.',
    'wait-for-limit':
      'Wait until the amount fits into the limit: the amount falls every day, and the part of the limit that earlier refunds used may become available again.',
    'choose-another-day': 'Choose another day.',
    'choose-a-more-expensive-reservation': 'Choose a reservation that costs at least the credit.',
    'choose-another-reservation': 'Choose another SKU, region or term.',
    'choose-the-same-product-family': 'Choose a reservation of the same product family.',
    'trade-in-for-a-savings-plan': 'Trade the reservation in for a savings plan.',
    'ask-someone-with-an-allowed-role': 'Ask a user who has an allowed role.',
    'leave-the-customer-tenant':
      'Leave the customer’s tenant, or ask a user who is not a guest there.',
    'continue-without-a-reservation': 'Use Azure in this market without a reservation.',
    'keep-the-software': 'Keep the software.',
    'request-support': 'Contact Microsoft support.',
    'cancel-and-buy-again':
      'Cancel the software within its cancellation window, and buy the product you want instead.',
    'renew-the-link': 'Renew the link.',
    'use-the-current-link': 'Use the current link.',
    'stop-using-the-software': 'Stop using the software.',
    'pay-the-full-compute-rate': 'Run the virtual machine without the benefit.',
    'buy-a-subscription': 'Have the partner buy one for the customer.',
    'assign-the-owner-role': 'Make the user an Owner of the subscription.',
    'turn-on-the-permission': 'Ask an admin agent to turn it on.',
    'ask-the-partner': 'Ask the partner.',
    'check-the-other-agreement': 'Check the agreement with that seller.',
    'buy-an-azure-plan': 'Have the partner buy an Azure plan for the customer.',
    'keep-the-savings-plan': 'Keep the savings plan until its term ends.',
    'wait-until-it-is-offered': 'Choose a later day.',
    'enroll-as-indirect-reseller': 'Have the reseller enroll as an indirect reseller.',
    'open-a-partner-center-account': 'Have the reseller open an account.',
    'send-a-partnership-request': 'Send the reseller a partnership request.',
    'include-the-personal-link': 'Include the personal link in the request.',
    'wait-for-the-reseller-to-accept': 'Wait for the reseller to accept a request.',
    'use-the-existing-partnership': 'Use the existing partnership.',
    'associate-with-the-customer':
      'Associate the reseller with the customer when you add the customer.',
    'associate-with-the-subscription': 'Associate the reseller with the subscription.',
    'name-as-support-contact': 'Name the reseller as the support contact.',
    'obtain-the-tenant-owner-permission': 'Obtain the tenant owner permission for the reseller.',
    'have-the-reseller-accept-the-agreement':
      'Have the reseller accept the Microsoft Partner Agreement.',
    'accept-the-partner-agreement':
      'Have your global admin accept the Microsoft Partner Agreement.',
    'use-the-location-partner-id':
      'Use the PartnerID of the location account with which the reseller joined Partner Center.',
    'nothing-to-remove': 'There is nothing to remove.',
    'cancel-it-yourself': 'Cancel the software yourself.',
  },
  portals: {
    'partner-center': 'Partner Center',
    'azure-portal': 'Azure portal',
    'microsoft-365-admin-center': 'Microsoft 365 admin center',
  },
  portalLabels: labels as Readonly<Record<PortalLabel, string>>,
  tab: ({ path, tab }: Facts<'path' | 'tab'>): string => `${path}, “${tab}”`,
  button: ({ path, button }: Facts<'path' | 'button'>): string => `${path}: select “${button}”`,
  placesJoined: '; then ',
  waysJoined: '; or ',
  where: ({ ways, document, revision }: Facts<'ways' | 'document' | 'revision'>): string =>
    `Where: ${ways} (“${document}”, ${revision})`,
  nothingToClick: 'Nothing is clicked for this.',
  clause: ({ id, statement }: Facts<'id' | 'statement'>): string => `${id}: ${statement}`,
  statementOf: ({ statement }: Clause): string => statement,
  source: ({ document, revision, section }: Facts<'document' | 'revision' | 'section'>): string =>
    `“${document}”, ${revision}, section: ${section}`,
  pages: titles as Readonly<Record<PageKey, string>>,
  interpretation: ({ id, sentence }: Facts<'id' | 'sentence'>): string => `${id}: ${sentence}`,
  interpretations: {
    'R-DAYS': 'Days are counted between UTC dates; the time of day does not matter.',
    'R-FIVE': 'The last day of the window belongs to the window.',
    'R-PRORATE':
      'The pro-rated credit is the price times the remaining days, divided by the days of the term.',
    'R-FEE': 'The fee is a percentage of the pro-rated credit, not of the price.',
    'R-ROUND': {
      'half-even':
        'Each line is rounded once, to the smallest currency unit; a half is rounded to the even neighbor.',
      'half-up': 'Each line is rounded once, to the smallest currency unit; a half is rounded up.',
      down: 'Each line is rounded down once, to the smallest currency unit.',
    },
    'R-YEAR': {
      '365-days': 'A refund uses the refund limit on its own day and the 364 days after it.',
      'calendar-year': 'A refund uses the refund limit until the end of its calendar year (UTC).',
      none: 'A refund uses the refund limit permanently.',
    },
    'R-WHOSE': 'Each customer has a separate refund limit.',
    'R-COUNTS': {
      refund: 'The refunded amount uses the limit; exchanges do not.',
      'canceled-commitment': 'The credit before the fee uses the limit; exchanges do not.',
    },
    'R-OVER': {
      clip: 'A refund above the limit is reduced to what is left of the limit; a refund equal to the limit is paid in full.',
      refuse:
        'A request above the limit is refused as a whole; a request equal to the limit is allowed.',
    },
    'R-FX':
      'The limit is in USD. What is left of it is converted at the given rate and rounded down; the part a refund uses is rounded to the cent, a half to the even neighbor.',
    'R-ENDED': 'After the last covered day, nothing is left to return.',
    'R-SWAP':
      'An exchange is pro-rated on every day; the policy decides whether the new reservation must cost at least the credit.',
    'R-BASIS': 'The price actually paid is pro-rated.',
    'R-WHICH': 'Unless another policy is given, the documents of 2020 apply.',
    'R-ANNIVERSARY':
      'Monthly payments are due on the day of purchase in each month, or on the last day of a month that lacks it.',
    'R-DUE': 'A payment that is due on the day of the return counts as made.',
    'R-WINDOW':
      'Microsoft’s service was seen to credit the first days in full; day 5 is taken as the last of them.',
    'R-QUANTITY':
      'The share of the returned units is rounded once; the price of a unit is not rounded first.',
    'R-COMMIT': 'The limit counts the credit and the cancelled payments.',
    'R-MONTHLY-FEE':
      'The applicable document does not cover monthly payment; its fee is applied to the credit only.',
    'R-RATE':
      'If monthly payments differ, the last one made is shared; a payment to come whose amount is unknown is taken as the last known one.',
    'R-PRICING': 'The limit counts the USD amount that Microsoft’s service states for the refund.',
    'R-ORDER':
      'The total paid that a response states is for the whole order, units returned before included.',
    'R-WHEN':
      'The version in force is that of the day of the purchase or, for a download link, of its creation.',
    'R-SIXTY': 'The cancellation window is counted in UTC dates and includes its last day.',
    'R-HOURS':
      'Hours are counted from the instant of the purchase, and are over at the instant at which they end; all of the first day is inside if only days are known.',
    'R-UNIT':
      'A pro-rated credit is rounded down: for one unit, or in total if the policy says so.',
    'R-TODAY': 'The day of the cancellation is not charged, unless the policy says so.',
    'R-LINK':
      'A day of a link lasts 24 hours, counted from the instant the link’s period starts; the last allowed download still succeeds.',
    'R-RENEW':
      'Only an expired link can be renewed; its period and its downloads then start again.',
    'R-CONDITIONS':
      'All missing conditions are reported together, including an unavailable market.',
    'R-NO-ENTRY': 'A request that changes nothing leaves no entry in the activity log.',
    'R-RELATIONSHIP': 'The relationship decides, because the document names no roles.',
    'R-ACCEPT':
      'A request can be sent, and sent again, until it is accepted. To accept it, the reseller must be enrolled and have an account.',
    'R-CONTACT':
      'The form requires the name, email and phone number of a contact, as the form for software does.',
  },
  assumed: {
    policy: 'No policy was given; the 2020 policy for partners was applied.',
    consumedRefunds:
      'No earlier refunds were given; it is assumed that none of the limit was used before.',
    product: 'No product was given; it is assumed to be returnable.',
    billingPlan: 'No billing plan was given; upfront payment is assumed.',
    currentPrice:
      'No current price was given; it is assumed not to be below the price paid. This policy calculates with the lower of the two.',
    savingsPlanEligible:
      'It was not given whether savings plans cover the service; the list of known services decided.',
    qualifies: 'The software is assumed to have a cancellation window, because this was not given.',
    market: 'No market was given; reservations are assumed to be available there.',
    asOf: 'No day was given; the documents of 2020 were applied.',
    answer: 'Whether the requested amount is due was not checked here.',
  },
  notes: {
    'limit-clipped': 'The refund limit reduced the refund.',
    'limit-reached': 'The refund limit leaves nothing to pay.',
    'plan-not-in-text': 'The applicable document does not cover monthly payment.',
    'commitment-estimated':
      'Some payments to come have no amount yet; the last known amount was used for them.',
    superseded: 'A later version of the rules was in force on that day.',
    'exchange-rule-changes':
      'The rule for exchanges changes soon: a reservation bought from then on cannot be exchanged if savings plans cover its service.',
    'last-exchange': 'The new reservation cannot be exchanged again.',
    'no-promise-to-sell':
      'The list names only markets without reservations. A market that is not on the list is not guaranteed to have them.',
    'credit-unstated':
      'The applicable document does not state the credit, so no amount is calculated.',
    'vendor-differs':
      'Microsoft’s own dates for this purchase decided; the policy alone would have decided otherwise.',
    'if-incentives-apply': 'Incentives are earned only if the subscription has any.',
    'needs-azure-access':
      'Sales agents and helpdesk agents also need explicit access to the Azure subscription.',
    'other-page-disagrees': 'Another Microsoft page of the same time says otherwise.',
    'global-admin-dropped-later':
      'Undated copies of the page since 2024 no longer name Global admin.',
    'no-text-yet': 'No page of that time names a role for this; later pages do.',
    'agreement-not-checked':
      'Since 2020-02 the provider and the reseller must have accepted the Microsoft Partner Agreement, and the PartnerID must be that of the reseller’s location account. This was not checked.',
    'address-needed': 'The request is sent by email: have the reseller’s address ready.',
    'order-needs-licenses': 'An order needs at least one subscription and the number of licenses.',
  },
  ownPolicy: ({ policy }: Facts<'policy'>): string =>
    `The policy ${policy} is not a published policy; its numbers can differ from those of the rules above.`,

  market: ({ name, code }: Facts<'name' | 'nameKo' | 'code'>): string => `${name} (${code})`,
  days: ({ count }: Facts<'count'>): string => (count === '1' ? '1 day' : `${count} days`),
  dayCount: ({ days }: Facts<'days'>): string =>
    days === '0 days' ? 'the same day' : `${days} later`,
  roles: {
    'admin-agent': 'Admin agent',
    'sales-agent': 'Sales agent',
    'helpdesk-agent': 'Helpdesk agent',
    'global-admin': 'Global admin',
    'user-management-admin': 'User management admin',
    'account-admin': 'Account admin',
    'referral-admin': 'Referral admin',
    'marketing-content-admin': 'Marketing content admin',
    'billing-admin': 'Billing admin',
  },
  actions: {
    'customer-permissions.view': 'view customer permissions',
    'customer-permissions.change': 'change customer permissions',
    'customer-purchases.view': 'view purchases made by customers',
    'reservations.buy': 'buy reservations for customers',
    'reservations.view': 'view reservations',
    'reservations.refund': 'request refunds of reservations',
    'reservations.exchange': 'exchange reservations',
    'reservations.manage-access': 'manage access to reservations',
    'reservations.configure': 'configure reservations',
    'reservations.view-properties': 'view the properties of reservations',
    'reservations.request-support': 'request support for reservations',
    'software.buy': 'buy software for customers',
    'software.view': 'view purchased software',
    'software.download': 'download software',
    'software.get-keys': 'get activation keys for software',
    'software.copy-link': 'copy download links for software',
    'software.cancel': 'cancel software purchases',
    'software-activity.view': 'view who read software keys or downloaded software',
    'licenses.cancel': 'cancel licenses',
    'billing.view': 'view billing, invoices and reconciliation files',
    'indirect-resellers.manage': 'manage partnerships with indirect resellers',
  },
  terms: { P1Y: 'one year', P3Y: 'three years', P5Y: 'five years' },
  payees: { partner: 'the partner', customer: 'the customer' },
  softwareKinds: {
    perpetual: 'perpetual software',
    subscription: 'a software subscription',
    'suse-linux-plan': 'a SUSE Linux plan',
    'red-hat-plan': 'a Red Hat plan',
  },
  particulars: {
    customer: 'the customer (name, tenant or domain)',
    productName: 'the product name',
    orderId: 'the order ID',
    messageRead: 'the confirmation that the important message was read',
    subscription: 'the friendly name or ID of the subscription',
  },
  linkExpiries: {
    time: 'its period has ended',
    downloads: 'all its downloads are used',
  },
  permissions: { on: 'on', off: 'off' },
  products: { reservation: 'reservation', 'savings-plan': 'savings plan' },
  customerTasks: {
    'set-first-scope': 'set the first scope of a reservation',
    manage: 'manage a reservation',
    exchange: 'exchange a reservation',
    cancel: 'cancel a reservation',
    renew: 'renew a reservation',
    'change-scope': 'change the scope of a reservation',
    'get-server-keys': 'get keys and downloads for a server subscription',
  },
  customerTaskWays: {
    'while-buying': 'during the purchase',
    'in-the-vendors-portal': 'in the Microsoft portal',
    'through-the-partner': 'through the partner',
    'in-the-admin-center': 'in their own admin center',
  },
  purchasePlaces: {
    'order-history': 'the order history',
    'reservations-page': 'the reservations page',
    'activity-log': 'the activity log',
    'savings-plans-page': 'the Savings plans page of the Azure portal',
  },
  stages: {
    none: 'no partnership request has been sent',
    removed: 'the partnership was removed',
    requestedAgain: 'after its removal, the partnership was requested again',
    requested: 'a partnership request has been sent but not yet accepted',
    established: 'the partnership is established',
  },
  resellerTasks: {
    'add-customer': 'the provider adds a customer for the reseller',
    'submit-order': 'the provider submits an order for a customer of the reseller',
    'associate-with-subscription': 'the provider associates the reseller with a subscription',
    'name-as-support-contact': 'the provider names the reseller as the support contact',
    'manage-customer-account': 'the reseller manages the customer’s account',
    'manage-subscription': 'the reseller manages the subscription',
    'earn-incentive': 'the reseller earns incentives on the subscription',
    'handle-support': 'the reseller handles support for the subscription',
  },
  resellerAccess: {
    'customer-account': 'the customer’s account',
    subscription: 'the subscription',
    incentive: 'the incentives on the subscription',
    support: 'support for the subscription',
  },
  supportKinds: {
    'reservation-refund': 'a reservation refund',
    'reservation-exchange': 'a reservation exchange',
    'software-cancellation': 'a software cancellation',
  },
  contactMethods: { email: 'email', phone: 'phone' },
  supportFacts: {
    impact: 'the impact',
    'customer.tenantId': 'the customer’s tenant GUID',
    'customer.domain': 'the customer’s domain',
    orderId: 'the order ID',
    subscriptionId: 'the subscription ID',
    refundReason: 'the reason for the refund',
    amountRequested: 'the requested amount',
    'contact.preferredContactMethod': 'the preferred contact method',
    'contact.name': 'the contact’s name',
    'contact.email': 'the contact’s email address',
    'contact.phone': 'the contact’s phone number',
    reservationId: 'the reservation ID',
    reservationOrderId: 'the reservation order ID',
  },

  // The answer in one or two sentences.
  verdicts: {
    refund: ({ refund, payee }: Facts<'refund' | 'payee'>): string =>
      `The refund is ${refund}, paid to ${payee}.`,
    refundMonthly: ({ refund, payee, canceled }: Facts<'refund' | 'payee' | 'canceled'>): string =>
      `The refund is ${refund}, paid to ${payee}; ${canceled} of payments to come are cancelled.`,
    paymentsCancelled: ({ canceled }: Facts<'canceled'>): string =>
      `${canceled} of payments to come are cancelled.`,
    refundClipped: ({ refund, payee, withheld }: Facts<'refund' | 'payee' | 'withheld'>): string =>
      `The refund is ${refund}, paid to ${payee}. The refund limit withholds ${withheld}.`,
    refundReached: ({ withheld }: Facts<'withheld'>): string =>
      `No refund is paid: the refund limit withholds the whole ${withheld}.`,
    refundDenied: ({ reasons }: Facts<'reasons'>): string => `No refund is possible: ${reasons}.`,
    exchange: ({ credit, netPayable }: Facts<'credit' | 'netPayable'>): string =>
      `The exchange credits ${credit} toward the new reservation. The amount due is ${netPayable}.`,
    exchangeOfSeveral: ({ refunds, netPayable }: Facts<'refunds' | 'netPayable'>): string =>
      `The exchange sets ${refunds} against the new purchases. The amount due is ${netPayable}.`,
    exchangeForLess: ({ credit, more }: Facts<'credit' | 'more'>): string =>
      `The exchange credits ${credit}, which is ${more} more than the new reservation costs.`,
    exchangeDenied: ({ reasons }: Facts<'reasons'>): string =>
      `The exchange is not possible: ${reasons}.`,
    access: ({ roles, action }: Facts<'roles' | 'action'>): string =>
      `Yes: a user with the role ${roles} can ${action}.`,
    accessDenied: ({ roles, action }: Facts<'roles' | 'action'>): string =>
      `No: a user with the role ${roles} cannot ${action}.`,
    accessWithoutRole: ({ action }: Facts<'action'>): string =>
      `No: a user without a role cannot ${action}.`,
    plan: ({
      count,
      first,
      last,
      total,
      gain,
      asOf,
    }: Facts<'count' | 'first' | 'last' | 'total' | 'gain' | 'asOf'>): string =>
      `${count} returns from ${first} to ${last} leave the partner with ${total}, ${gain} more than returning everything on ${asOf}.`,
    planOnOneDay: ({
      count,
      on,
      total,
      gain,
      asOf,
    }: Facts<'count' | 'on' | 'total' | 'gain' | 'asOf'>): string =>
      `${count === '1' ? '1 return' : `${count} returns`} on ${on} ${count === '1' ? 'leaves' : 'leave'} the partner with ${total}, ${gain} more than returning everything on ${asOf}.`,
    planNothing: ({ total }: Facts<'total'>): string =>
      `Nothing should be returned. Keeping everything comes to ${total}.`,
    market: ({ market }: Facts<'market'>): string =>
      `Yes: the list of markets without Azure reservations does not include ${market}.`,
    marketDenied: ({ market }: Facts<'market'>): string =>
      `No: Azure reservations are not available in ${market}.`,
    softwareCredit: ({ amount }: Facts<'amount'>): string =>
      `Yes: the purchase can be cancelled. ${amount} is credited on the next monthly invoice.`,
    softwareFull:
      'Yes: the purchase can be cancelled. The full price is credited on the next monthly invoice.',
    softwareProRated:
      'Yes: the purchase can be cancelled. The price of the remaining days is credited on the next monthly invoice.',
    softwareUnstated:
      'Yes: the purchase can be cancelled. The applicable document does not state the credit.',
    softwareDenied: ({ reasons }: Facts<'reasons'>): string =>
      `No, the purchase cannot be cancelled: ${reasons}.`,
    softwareCompared: ({ allowed, count }: Facts<'allowed' | 'count'>): string =>
      `Policies under which the purchase can be cancelled: ${allowed} of ${count}.`,
    softwareExchangeDenied: ({ reasons }: Facts<'reasons'>): string =>
      `No, the software cannot be exchanged: ${reasons}.`,
    linkActive: ({ expiresAt, downloads }: Facts<'expiresAt' | 'downloads'>): string =>
      `The link works until ${expiresAt}. Downloads left: ${downloads}.`,
    linkActiveUntil: ({ expiresAt }: Facts<'expiresAt'>): string =>
      `The link works until ${expiresAt}.`,
    linkActiveFor: ({ downloads }: Facts<'downloads'>): string =>
      `The link works. Downloads left: ${downloads}.`,
    linkUnstated:
      'It is not known whether the link still works: the applicable document does not state when it expires.',
    linkNotBegun:
      'It is not yet known when the link expires: its period starts with its first download.',
    linkExpired: ({ by }: Facts<'by'>): string => `The link has expired: ${by}.`,
    linkRevoked: 'The link is permanently revoked because the purchase was cancelled.',
    linkRenewed: 'The link is renewed.',
    linkRenewedUntil: ({ expiresAt }: Facts<'expiresAt'>): string =>
      `The link is renewed and works until ${expiresAt}.`,
    linkKept: ({ reasons }: Facts<'reasons'>): string => `The link is not renewed: ${reasons}.`,
    downloaded: ({ downloads }: Facts<'downloads'>): string =>
      `The download succeeds. Downloads of this link so far: ${downloads}.`,
    downloadedOf: ({ downloads, downloadsLeft }: Facts<'downloads' | 'downloadsLeft'>): string =>
      `The download succeeds. Downloads of this link so far: ${downloads}; left: ${downloadsLeft}.`,
    downloadDenied: ({ reasons }: Facts<'reasons'>): string => `The download fails: ${reasons}.`,
    customerPurchase: ({ product }: Facts<'product'>): string =>
      `Yes: the customer can buy the ${product} themselves.`,
    customerPurchaseDenied: ({ product, reasons }: Facts<'product' | 'reasons'>): string =>
      `No, the customer cannot buy the ${product} themselves: ${reasons}.`,
    hybridBenefit: 'Yes: the license qualifies for the Azure Hybrid Benefit.',
    hybridBenefitDenied: ({ reasons }: Facts<'reasons'>): string =>
      `No, the license does not qualify for the Azure Hybrid Benefit: ${reasons}.`,
    permissionChanged: ({ permission }: Facts<'permission'>): string =>
      `Yes: the customer’s permission to buy is now ${permission}.`,
    permissionKept: ({ permission }: Facts<'permission'>): string =>
      `Nothing changes: the customer’s permission to buy is already ${permission}.`,
    permissionDenied: ({ permission, reasons }: Facts<'permission' | 'reasons'>): string =>
      `No, the customer’s permission to buy stays ${permission}: ${reasons}.`,
    customerTask: ({ task, how }: Facts<'task' | 'how'>): string =>
      `Yes: the customer can ${task} themselves, ${how}.`,
    customerTaskDenied: ({ task, reasons }: Facts<'task' | 'reasons'>): string =>
      `No, the customer cannot ${task} themselves: ${reasons}.`,
    partnership: ({ stage }: Facts<'stage'>): string => `Yes. The new status: ${stage}.`,
    partnershipDenied: ({ stage, reasons }: Facts<'stage' | 'reasons'>): string =>
      `No: ${reasons}. The status is unchanged: ${stage}.`,
    resellerTask: ({ task }: Facts<'task'>): string => `Yes, this is allowed: ${task}.`,
    resellerTaskDenied: ({ task, reasons }: Facts<'task' | 'reasons'>): string =>
      `No, this is not allowed (${task}): ${reasons}.`,
    draftComplete: ({ kind }: Facts<'kind'>): string =>
      `The support request for ${kind} is complete and can be sent.`,
    draftIncomplete: ({ kind }: Facts<'kind'>): string =>
      `The support request for ${kind} cannot be sent yet: information is missing.`,
    draftDenied: ({ kind, reasons }: Facts<'kind' | 'reasons'>): string =>
      `No support request for ${kind} can be prepared: ${reasons}.`,
    discounts: ({ count }: Facts<'count'>): string =>
      `The discount applies to ${count} of the subscriptions checked.`,
    noDiscounts: 'The discount applies to none of the subscriptions checked.',
  },

  // The facts, and the lines of a calculation.
  steps: {
    record: ({ id }: Facts<'id'>): string => `Record: ${id}`,
    customer: ({ id }: Facts<'id'>): string => `Customer: ${id}`,
    product: ({ product }: Facts<'product'>): string => `Product: ${product}`,
    policy: ({ policy }: Facts<'policy'>): string => `Policy: ${policy}`,
    refund: ({
      purchasedOn,
      canceledOn,
      days,
      term,
      paid,
      usage,
    }: Facts<'purchasedOn' | 'canceledOn' | 'days' | 'term' | 'paid' | 'usage'>): string =>
      `Purchased on ${purchasedOn} for ${term}, price ${paid}; cancelled on ${canceledOn} (${days}), ${usage}.`,
    refundMonthly: ({
      purchasedOn,
      canceledOn,
      days,
      term,
      instalment,
      usage,
    }: Facts<'purchasedOn' | 'canceledOn' | 'days' | 'term' | 'instalment' | 'usage'>): string =>
      `Purchased on ${purchasedOn} for ${term}, ${instalment} a month; cancelled on ${canceledOn} (${days}), ${usage}.`,
    used: 'used',
    unused: 'unused',
    part: ({
      units,
      quantity,
      sum,
      amount,
      clause,
    }: Facts<'units' | 'quantity' | 'sum' | 'amount' | 'clause'>): string =>
      `Part: ${units} of ${quantity} units, ${sum} = ${amount} (${clause})`,
    partMonthly: ({
      units,
      quantity,
      sum,
      amount,
      clause,
    }: Facts<'units' | 'quantity' | 'sum' | 'amount' | 'clause'>): string =>
      `Part: ${units} of ${quantity} units, ${sum} = ${amount} a month (${clause})`,
    payments: ({
      made,
      payments,
      from,
      to,
      days,
    }: Facts<'made' | 'payments' | 'from' | 'to' | 'days'>): string =>
      `Payments: ${made} of ${payments} were made; the latest pays for ${from} to ${to}, ${days}`,
    creditOfMonth: ({
      sum,
      amount,
      days,
      clause,
    }: Facts<'sum' | 'amount' | 'days' | 'clause'>): string =>
      `Credit: ${sum} = ${amount}, for the ${days} left of this billing month (${clause})`,
    creditOfFirst: ({ amount, clause }: Facts<'amount' | 'clause'>): string =>
      `Credit: the whole first payment, ${amount} (${clause})`,
    earlierPayments: 'Earlier payments are for past months and are not refunded.',
    canceledPayments: ({ equation, clause }: Facts<'equation' | 'clause'>): string =>
      `Cancelled payments: ${equation}; they are not charged, and not refunded (${clause})`,
    exchangedPayments: ({ equation, clause }: Facts<'equation' | 'clause'>): string =>
      `Cancelled payments: ${equation}; they are not charged, and count toward the purchase (${clause})`,
    commitmentCounts: ({
      credit,
      canceled,
      amount,
    }: Facts<'credit' | 'canceled' | 'amount'>): string =>
      `Counts toward the limit: credit ${credit} + payments to come ${canceled} = ${amount} (PAY-6, R-COMMIT)`,
    refundCounts: ({ amount }: Facts<'amount'>): string =>
      `Counts toward the limit: ${amount}; payments to come do not count (R-COUNTS)`,
    exchangedOn: ({
      exchangedOn,
      returned,
      bought,
    }: Facts<'exchangedOn' | 'returned' | 'bought'>): string =>
      `Exchanged on ${exchangedOn}: ${returned} returned, ${bought} bought.`,
    returnedItem: ({ item, text }: Facts<'item' | 'text'>): string =>
      `Reservation ${item}: ${text}`,
    towardPurchase: ({ equation, clause }: Facts<'equation' | 'clause'>): string =>
      `Toward the purchase: ${equation}, credits and cancelled payments (${clause})`,
    newTotal: ({ equation, clause }: Facts<'equation' | 'clause'>): string =>
      `New total: ${equation} (${clause})`,
    boughtItem: ({ total }: Facts<'total'>): string => `Purchase: ${total} in all.`,
    exchange: ({
      purchasedOn,
      exchangedOn,
      days,
      term,
      paid,
      newPrice,
    }: Facts<'purchasedOn' | 'exchangedOn' | 'days' | 'term' | 'paid' | 'newPrice'>): string =>
      `Purchased on ${purchasedOn} for ${term}, price ${paid}; exchanged on ${exchangedOn} (${days}) for a reservation at ${newPrice}.`,
    creditInFull: ({ amount, clause }: Facts<'amount' | 'clause'>): string =>
      `Credit: the full price, ${amount} (${clause})`,
    unitCredit: ({
      sum,
      amount,
      days,
      termDays,
      clause,
    }: Facts<'sum' | 'amount' | 'days' | 'termDays' | 'clause'>): string =>
      `Credit of one unit, rounded down: ${sum} = ${amount} (${clause}; ${days} of ${termDays} days remain)`,
    creditOfUnits: ({ sum, amount, clause }: Facts<'sum' | 'amount' | 'clause'>): string =>
      `Credit: ${sum} = ${amount} (${clause})`,
    credit: ({
      sum,
      amount,
      days,
      termDays,
      clause,
    }: Facts<'sum' | 'amount' | 'days' | 'termDays' | 'clause'>): string =>
      `Credit: ${sum} = ${amount} (${clause}; ${days} of ${termDays} days remain)`,
    noFee: ({ clause }: Facts<'clause'>): string => `Early termination fee: none (${clause})`,
    fee: ({ sum, amount, clause }: Facts<'sum' | 'amount' | 'clause'>): string =>
      `Early termination fee: ${sum} = ${amount} (${clause})`,
    refundable: ({ sum, amount, clause }: Facts<'sum' | 'amount' | 'clause'>): string =>
      `Credit after the fee: ${sum} = ${amount} (${clause})`,
    limit: ({
      max,
      consumed,
      available,
      clause,
    }: Facts<'max' | 'consumed' | 'available' | 'clause'>): string =>
      `Refund limit: ${max}; used before: ${consumed}; left: ${available} (${clause})`,
    limitConverted: ({ sum, amount, currency }: Facts<'sum' | 'amount' | 'currency'>): string =>
      `Limit left, in ${currency}: ${sum} = ${amount}, rounded down`,
    paidOut: ({ amount, clause }: Facts<'amount' | 'clause'>): string =>
      `Refund: ${amount} (${clause})`,
    paidOutAtMost: ({
      of,
      atMost,
      amount,
      clause,
    }: Facts<'of' | 'atMost' | 'amount' | 'clause'>): string =>
      `Refund: the smaller of ${of} and ${atMost} = ${amount} (${clause})`,
    withheld: ({ sum, amount, clause }: Facts<'sum' | 'amount' | 'clause'>): string =>
      `Withheld: ${sum} = ${amount} (${clause})`,
    limitUsed: ({ sum, amount }: Facts<'sum' | 'amount'>): string =>
      `Limit used by this refund: ${sum} = ${amount}`,
    limitAfter: ({ sum, consumed, available }: Facts<'sum' | 'consumed' | 'available'>): string =>
      `Limit used after this refund: ${sum} = ${consumed}; left: ${available}`,
    netPayable: ({ sum, amount, clause }: Facts<'sum' | 'amount' | 'clause'>): string =>
      `Amount due: ${sum} = ${amount} (${clause})`,
    rolesAsked: ({ roles }: Facts<'roles'>): string => `Roles given: ${roles}.`,
    noRoles: 'No roles were given.',
    listedAs: ({ names }: Facts<'names'>): string => `Name on the list: ${names}.`,
    notListed: 'The market is not on the list.',
    marketList: ({ list, from }: Facts<'list' | 'from'>): string =>
      `The market list of ${from} was used (${list}).`,
    software: ({
      purchasedOn,
      canceledOn,
      days,
      kind,
    }: Facts<'purchasedOn' | 'canceledOn' | 'days' | 'kind'>): string =>
      `The product is ${kind}, purchased on ${purchasedOn} and cancelled on ${canceledOn} (${days}).`,
    softwareWindow: ({ lastDay, daysLeft }: Facts<'lastDay' | 'daysLeft'>): string =>
      `The last day to cancel is ${lastDay}, ${daysLeft} after the cancellation.`,
    softwareWindowPassed: ({ lastDay }: Facts<'lastDay'>): string =>
      `The last day to cancel was ${lastDay}.`,
    softwareWindowUnstated: 'The applicable document does not state the last day to cancel.',
    softwareWindowEnds: ({ endsAt }: Facts<'endsAt'>): string => `The window ends at ${endsAt}.`,
    remainingDays: ({ days, termDays }: Facts<'days' | 'termDays'>): string =>
      `${days} of the ${termDays} days of the term remain.`,
    remainingCycleDays: ({ days, termDays }: Facts<'days' | 'termDays'>): string =>
      `${days} of the ${termDays} days of the charge cycle remain.`,
    missing: ({ facts }: Facts<'facts'>): string => `Missing: ${facts}.`,
    softwareKind: ({ kind }: Facts<'kind'>): string => `The product is ${kind}.`,
    linkMade: ({ issuedAt, downloads }: Facts<'issuedAt' | 'downloads'>): string =>
      `Created at ${issuedAt}; downloads so far: ${downloads}.`,
    linkFirstDownload: ({ firstDownloadedAt }: Facts<'firstDownloadedAt'>): string =>
      `First downloaded at ${firstDownloadedAt}.`,
    linkEnd: ({ expiresAt }: Facts<'expiresAt'>): string => `The period ends at ${expiresAt}.`,
    linkBegins: ({ days }: Facts<'days'>): string =>
      `The period (${days}) starts with the first download; the applicable document does not state how long the first download can wait.`,
    linkUnstated: {
      time: 'The applicable document does not state how long this link works.',
      downloads: 'The applicable document does not state how often a link can be used.',
    },
    noSubscription: 'The customer has no subscription.',
    subscription: ({
      offer,
      boughtBy,
      userRole,
    }: Facts<'offer' | 'boughtBy' | 'userRole'>): string =>
      `The subscription is ${offer}, bought by ${boughtBy}; the user is ${userRole}.`,
    offers: {
      'azure-plan': 'an Azure plan',
      'azure-global': 'an Azure Global subscription',
      other: 'of another kind',
    },
    buyers: { partner: 'the partner', other: 'another seller' },
    userRoles: { owner: 'its Owner', other: 'not its Owner' },
    permission: ({ permission }: Facts<'permission'>): string =>
      `The customer’s permission to buy is ${permission}.`,
    market: ({ market }: Facts<'market'>): string => `Market: ${market}`,
    wanted: ({ current, wanted }: Facts<'current' | 'wanted'>): string =>
      `The customer’s permission to buy: currently ${current}, requested ${wanted}.`,
    boughtProduct: ({ product }: Facts<'product'>): string => `To buy: ${product}.`,
    onDay: ({ day }: Facts<'day'>): string => `Day: ${day}.`,
    guest: 'The user is a guest of the customer’s tenant.',
    noGuest: 'The user is not a guest of the customer’s tenant.',
    rolesIgnored: ({ roles }: Facts<'roles'>): string =>
      `Ignored, because no rule knows them: ${roles}.`,
    permissionsOf: ({ version }: Facts<'version'>): string => `Permissions applied: ${version}.`,
    licenses: {
      'windows-server-datacenter': 'License: Windows Server Datacenter.',
      'windows-server-standard': 'License: Windows Server Standard.',
      other: 'License: another product or edition.',
    },
    softwareAssurance: {
      true: 'It has Software Assurance.',
      false: 'It has no Software Assurance.',
    },
    commercial: {
      true: 'The customer is a commercial customer.',
      false: 'The customer is not a commercial customer.',
    },
    savesUpTo: ({ percent }: Facts<'percent'>): string =>
      `It saves up to ${percent} % on virtual machines.`,
    agreement: {
      provider: {
        true: 'The provider has accepted the Microsoft Partner Agreement.',
        false: 'The provider has not accepted the Microsoft Partner Agreement.',
      },
      reseller: {
        true: 'The reseller has accepted the Microsoft Partner Agreement.',
        false: 'The reseller has not accepted the Microsoft Partner Agreement.',
      },
      locationPartnerId: {
        true: 'The PartnerID is that of the reseller’s location account.',
        false: 'The PartnerID is not that of the reseller’s location account.',
      },
    },
    activity: ({ entry }: Facts<'entry'>): string => `Activity log entry: ${entry}`,
    noActivity: 'No entry is added to the activity log.',
    boughtBy: ({ buyer }: Facts<'buyer'>): string => `The subscription was bought by ${buyer}.`,
    enrolled: 'The reseller is enrolled as an indirect reseller.',
    notEnrolled: 'The reseller is not enrolled as an indirect reseller.',
    account: 'The reseller has a Partner Center account.',
    noAccount: 'The reseller has no Partner Center account.',
    stage: ({ stage }: Facts<'stage'>): string => `${capital(stage)}.`,
    access: ({ levels }: Facts<'levels'>): string => `The reseller has access to: ${levels}.`,
    noAccess: 'The reseller has no access.',
    scopes: { shared: 'The scope is shared.', single: 'The scope is a single subscription.' },
    candidates: ({ count }: Facts<'count'>): string => `Subscriptions checked: ${count}.`,
    discounted: ({ id }: Facts<'id'>): string => `Discounted subscription: ${id}`,
  },

  effects: {
    'keys-revoked': 'The keys of the partner and the customer are revoked.',
    'download-links-revoked': 'The download links of the partner and the customer are revoked.',
    'listed-without-key': 'The software stays in the list, without a key.',
    'credit-on-next-monthly-invoice': 'The credit appears on the next monthly invoice.',
    'dashboard-may-lag-15-minutes': 'The dashboard shows the cancellation within 15 minutes.',
    'both-stop-using': 'To do: the partner and the customer must stop using the software.',
    'partner-uninstalls': 'To do: the partner must uninstall the software.',
    'partner-removes-downloads-and-links':
      'To do: the partner must delete its downloaded files and links.',
  },
  partnershipEffects: {
    'customers-stay': 'The reseller’s customers stay.',
    'delegated-administration-stays': 'Delegated administration stays as it was granted.',
    'nobody-notified': 'Microsoft notifies neither the reseller nor the customers.',
  },
  purchaseEffects: {
    payer: { partner: 'The partner pays Microsoft for the customer’s purchases.' },
    partnerNotified: { false: 'The partner is not notified of these purchases.' },
    shownIn: ({ places }: Facts<'places'>): string => `Purchases appear in: ${places}.`,
    customerSets: { 'first-scope': 'The customer sets the first scope during the purchase.' },
    priceSetBy: { partner: 'The partner sets the price that the customer pays.' },
  },

  form: {
    fields: {
      issueType: 'Issue type',
      problemType: 'Problem type',
      category: 'Category',
      impact: 'Impact',
      title: 'Title',
      description: 'Description',
      files: 'Files',
      preferredContactMethod: 'Preferred contact method',
      name: 'Name',
      email: 'Email',
      phone: 'Phone',
    },
    field: ({ field, value }: Facts<'field' | 'value'>): string => `${field}: ${value}`,
    missing: ({ facts }: Facts<'facts'>): string => `Missing: ${facts}.`,
    advised: ({ facts }: Facts<'facts'>): string => `The support agent may also ask for: ${facts}.`,
    oneOf: ' or ',
    deniedFor: ({ reasons }: Facts<'reasons'>): string => `Reasons for the refusal: ${reasons}.`,
  },

  // A plan of returns.
  plan: {
    optimal: 'No other plan comes to more.',
    notOptimal: ({ amount }: Facts<'amount'>): string =>
      `It is the best plan found; no plan can come to more than ${amount} above it.`,
    candidates: ({ count, asOf }: Facts<'count' | 'asOf'>): string =>
      `Reservations that could be returned from ${asOf} on: ${count}`,
    limit: ({ max, available, asOf }: Facts<'max' | 'available' | 'asOf'>): string =>
      `Refund limit: ${max}, of which ${available} are left on ${asOf}`,
    noLimit: 'This policy has no refund limit.',
    versions: ({ source }: Facts<'source'>): string =>
      `Later days follow the version of ${source} in force on them.`,
    givenBack: ({ on, amount }: Facts<'on' | 'amount'>): string =>
      `${on}: ${amount} of the limit become available again`,
    returned: ({ on, id, refund }: Facts<'on' | 'id' | 'units' | 'quantity' | 'refund'>): string =>
      `${on}: return ${id}; the refund is ${refund}`,
    returnedPart: ({
      on,
      id,
      units,
      quantity,
      refund,
    }: Facts<'on' | 'id' | 'units' | 'quantity' | 'refund'>): string =>
      `${on}: return ${units} of ${quantity} units as ${id}; the refund is ${refund}`,
    waits: {
      'limit-given-back': 'It waits for the limit that becomes available on this day.',
      'version-changed': 'It waits for the version of the rules that applies from this day.',
      'claim-fits': 'It waits until its amount has fallen to what is left of the limit.',
      'leaves-room': 'It waits so that it leaves more of the limit to later returns.',
      'worth-waiting': 'It waits because the days until then are worth more than they cost.',
      'day-without-rule':
        'It waits because the applicable document has no rule for the day before.',
    },
    under: ({ policy }: Facts<'policy'>): string => `It follows ${policy}.`,
    withheld: ({ amount }: Facts<'amount'>): string => `The refund limit withholds ${amount}.`,
    cancelled: ({ amount }: Facts<'amount'>): string =>
      `${amount} of payments to come are cancelled.`,
    inCurrency: ({ amount }: Facts<'amount'>): string => `Refunds of ${amount} are counted in USD.`,
    total: ({ sum, total }: Facts<'sum' | 'total'>): string =>
      `Refunds − monthly payments after the first day + value of the kept days: ${sum} = ${total}`,
    baseline: ({ asOf, total }: Facts<'asOf' | 'total'>): string =>
      `If everything were returned on ${asOf}: ${total}`,
    gain: ({ sum, gain }: Facts<'sum' | 'gain'>): string => `Gain of the plan: ${sum} = ${gain}`,
    kept: ({ id, quantity, reason }: Facts<'id' | 'quantity' | 'reason'>): string =>
      `${id} (units: ${quantity}): ${reason}.`,
    keptReasons: {
      limit: 'within the refund limit, returning it does not improve the plan',
      'worth-keeping': 'no return comes to more than keeping it',
      'term-ended': 'the term has ended',
      'not-returnable': 'this product cannot be returned',
      'undefined-by-text': 'the applicable document has no rule for these days',
    },
    exchange: ({ asOf, credit, until }: Facts<'asOf' | 'credit' | 'until'>): string =>
      `An exchange on ${asOf} would credit ${credit}, which no limit reduces; it is possible until ${until}, for less every day.`,
    once: ({ day }: Facts<'day'>): string =>
      `From ${day} on it can be exchanged once only, if savings plans cover its service.`,
    coverageUnknown:
      'Whether it can be exchanged depends on whether savings plans cover its service (savingsPlanEligible).',
  },

  whatIf: {
    otherwise: 'Without these obstacles',
    underVersion: ({ policy }: Facts<'policy'>): string => `Under ${policy}`,
    needs: ({ when, facts }: Facts<'when' | 'facts'>): string =>
      `${when} the answer also depends on: ${facts}.`,
    sameConsumed: ({ consumed }: Facts<'consumed'>): string =>
      `This assumes that ${consumed} USD of the limit was used before by that version’s count, too.`,
    ruleChangesOn: ({ day, rule }: Facts<'day' | 'rule'>): string => `From ${day} on: ${rule}`,
    consumed: ({ consumed }: Facts<'consumed'>): string =>
      `Each case assumes that ${consumed} USD of the limit was used before, unless it says otherwise.`,
    dayEarlier: ({ day }: Facts<'day'>): string => `One day earlier, on ${day},`,
    dayLater: ({ day }: Facts<'day'>): string => `One day later, on ${day},`,
    windowLast: ({ day }: Facts<'day'>): string => `On ${day}, the last day of the window,`,
    windowAfter: ({ day }: Facts<'day'>): string => `On ${day}, the first day after the window,`,
    nextDue: ({ day }: Facts<'day'>): string => `On ${day}, after the next payment is made,`,
    allUnits: ({ quantity }: Facts<'quantity'>): string => `With all ${quantity} units returned,`,
    termLast: ({ day }: Facts<'day'>): string => `On ${day}, the last day of the term,`,
    used: 'If the reservation had been used,',
    unused: 'If the reservation had not been used,',
    nothingConsumed: 'If none of the limit had been used before,',
    noLimit: 'Without the limit,',
    returnable: 'For a returnable product,',
    newPrice: ({ price }: Facts<'price'>): string => `With a new reservation at ${price},`,
    refund: ({ when, refund, by }: Facts<'when' | 'refund' | 'by'>): string =>
      `${when} the refund would be ${refund} (${by}).`,
    exchange: ({ when, credit, netPayable }: Facts<'when' | 'credit' | 'netPayable'>): string =>
      `${when} the credit would be ${credit} and the amount due ${netPayable}.`,
    linkIs: ({ when, verdict }: Facts<'when' | 'verdict'>): string => `${when}: ${verdict}`,
    credit: ({ when, amount, by }: Facts<'when' | 'amount' | 'by'>): string =>
      `${when} the credit would be ${amount} (${by}).`,
    allowed: ({ when }: Facts<'when'>): string => `${when} it would be allowed.`,
    denied: ({ when, reasons }: Facts<'when' | 'reasons'>): string =>
      `${when} it would be refused: ${reasons}.`,
    allowedRoles: ({ roles }: Facts<'roles'>): string => `Roles that allow it: ${roles}.`,
    newest: {
      same: ({ version }: Facts<'version'>): string =>
        `The newest version, ${version}, gives the same answer.`,
      yes: ({ version }: Facts<'version'>): string =>
        `Under the newest version, ${version}, the answer would be yes.`,
      no: ({ version }: Facts<'version'>): string =>
        `Under the newest version, ${version}, the answer would be no.`,
    },
    onlyRole: ({ role }: Facts<'role'>): string =>
      `Without the role ${role}, the answer would be no.`,
    permissionOff: 'If the permission were off, the answer would be no.',
    soldByPartner: 'If the partner had sold the subscription, the answer would be yes.',
    resolved: 'This is the only obstacle. If it is resolved, the answer is yes.',
    allResolved: ({ count }: Facts<'count'>): string =>
      `If these ${count} obstacles are resolved, the answer is yes.`,
    stillDenied: ({ reasons }: Facts<'reasons'>): string =>
      `Even without these obstacles, the answer would be no: ${reasons}.`,
    onlyObstacle: 'This is the only obstacle.',
    allObstacles: ({ count }: Facts<'count'>): string =>
      `These ${count} obstacles must be resolved.`,
    draftCompleted: 'When nothing is missing, the request can be sent.',
  },
};

function capital(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}
