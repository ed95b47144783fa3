import type { CustomerTask } from '../customers/customer-tasks.ts';
import type { ResellerTask } from '../resellers/reseller-tasks.ts';
import type { Action } from '../roles/matrix.ts';
import type { NextStep } from '../vocabulary/next-steps.ts';
import type { PortalLabel } from './labels.ts';
import {
  activating,
  activity,
  agreement,
  azurePlan,
  bills,
  buying,
  canceling,
  connecting,
  enrolling,
  licenses,
  newCustomers,
  newSubscriptions,
  owners,
  ownReservations,
  partnerId,
  permissions,
  record,
  reservationsBuying,
  type Source,
  serverKeys,
  softwareSupport,
  supportRequest,
  tasksOfProviders,
  tradingIn,
  turning,
  users,
  verifying,
} from './sources.ts';

/** A portal of Microsoft. */
export type Portal = 'partner-center' | 'azure-portal' | 'microsoft-365-admin-center';

/** A place in a portal. */
export interface Place {
  readonly portal: Portal;
  /** The menu entries and pages to open, in order, as the English portal writes them; in parentheses what is chosen from a list. */
  readonly page: readonly PortalLabel[];
  /** The tab, section or entry of the page; `null` if there is none. */
  readonly tab: PortalLabel | null;
  /** The button, switch, field or list to use; `null` if the page only shows something. */
  readonly button: PortalLabel | null;
}

/** A way to a task: its places, in the order in which they are visited. */
export type Way = readonly [Place, ...Place[]];

/** The ways to a task, and the document that describes them. */
export interface Directions extends Source {
  /** The ways; each leads to the task. */
  readonly ways: readonly [Way, ...Way[]];
}

/** The checks of the conditions for a customer's own purchase (CUS-3). */
export type ConditionCheck =
  | 'check-the-subscription'
  | 'check-the-owner-role'
  | 'check-the-permission';

/** The tasks of customers that they do themselves. The others go through the partner. */
export type OwnCustomerTask = Exclude<
  CustomerTask,
  'exchange' | 'cancel' | 'renew' | 'change-scope'
>;

/** A task that has a place in a portal: an action, a next step, a check, or a task of a reseller or a customer. */
export type PortalTask = Action | NextStep | ResellerTask | OwnCustomerTask | ConditionCheck;

type Spot = Partial<Pick<Place, 'tab' | 'button'>>;

function placeIn(
  portal: Portal,
  page: readonly PortalLabel[],
  { tab = null, button = null }: Spot = {},
): Place {
  return Object.freeze({ portal, page: Object.freeze(page), tab, button });
}

const inPartnerCenter = (page: readonly PortalLabel[], spot?: Spot): Place =>
  placeIn('partner-center', page, spot);
const inAzure = (page: readonly PortalLabel[], spot?: Spot): Place =>
  placeIn('azure-portal', page, spot);

function directions(source: Source, ...places: Way): Directions {
  return either(source, places);
}

/** Directions with several ways. */
function either(
  { document, revision, section }: Source,
  ...ways: readonly [Way, ...Way[]]
): Directions {
  for (const way of ways) Object.freeze(way);
  return Object.freeze({ ways: Object.freeze(ways), document, revision, section });
}

const subscription = ['CSP', 'Customers', '(customer)', 'Subscriptions', '(subscription)'] as const;
const account = ['CSP', 'Customers', '(customer)', 'Account'] as const;
const reservation = ['Customers', '(customer)', 'Azure reservations', '(reservation)'] as const;
const software = ['Customers', '(customer)', 'Software'] as const;
const keys = [...software, '(product)', 'Get keys and downloads'] as const;
const resellers = ['Indirect resellers'] as const;
const accountSettings = ['(gear icon)', 'Account settings'] as const;

/** The record of a reservation in the Azure portal, by the entry of its menu. */
const onRecord = (tab: PortalLabel, button: PortalLabel | null = null): readonly [Place, Place] => [
  inPartnerCenter(reservation, { tab: 'Actions', button: 'Manage' }),
  inAzure(['(reservation)'], { tab, button }),
];

const request = inAzure(['New support request'], { button: 'Create' });

const exchanging = directions(record, ...onRecord('Overview', 'Exchange'), request);
const cancelingSoftware = directions(
  canceling,
  inPartnerCenter([...software, '(product)'], { button: 'Cancel' }),
  inPartnerCenter(['Cancel purchase'], { button: 'Submit' }),
);
const keysAndDownloads = directions(activating, inPartnerCenter(keys));
const subscribing = directions(
  azurePlan,
  inPartnerCenter(['Customers', '(customer)', 'Add products'], { button: 'Review' }),
  inPartnerCenter(['Review'], { button: 'Buy' }),
);
const turningOn = directions(
  turning,
  inPartnerCenter(account, { tab: 'Customer permissions', button: 'Allow customer to purchase' }),
);
const assigningOwner = directions(
  owners,
  inPartnerCenter(subscription, { button: 'Manage' }),
  inAzure(['(subscription)']),
);
const listOfResellers = directions(tasksOfProviders, inPartnerCenter(resellers));
const requestedBy = (button: PortalLabel): Way => [
  inPartnerCenter(resellers, { button: 'Request a partnership' }),
  inPartnerCenter(['Request a partnership'], { button }),
  inPartnerCenter(['Request a partnership'], { button: 'Done' }),
];
const requestingPartnership = either(
  connecting,
  requestedBy('Open in email'),
  requestedBy('Copy to clipboard'),
);
const addingCustomer = directions(
  newCustomers,
  inPartnerCenter([...resellers, '(reseller)'], { button: 'Add new customer' }),
  inPartnerCenter(['Add new customer'], { button: 'Next: Subscriptions' }),
);
const addingSubscription = directions(
  newSubscriptions,
  inPartnerCenter(['Customers', '(customer)'], { button: 'Add subscription' }),
  inPartnerCenter(['New subscription'], { button: 'Submit' }),
);
const namingContact = directions(
  connecting,
  inPartnerCenter(['Customers', '(customer)', 'Subscriptions', '(subscription)'], {
    button: 'Designated support contact',
  }),
);
const enrollment = directions(enrolling, inPartnerCenter(['Welcome page'], { button: 'Next' }));
const acceptingAgreement = directions(
  agreement,
  inPartnerCenter([...accountSettings, 'Agreements'], { button: 'View' }),
);
const inOwnPortal = directions(ownReservations, inAzure([]));

/** The way to every task; `null` if nothing is clicked for it. */
export const directionsOf: Readonly<Record<PortalTask, Directions | null>> = Object.freeze({
  // Actions
  'customer-permissions.view': directions(
    permissions,
    inPartnerCenter(account, { tab: 'Customer permissions' }),
  ),
  'customer-permissions.change': turningOn,
  'customer-purchases.view': either(
    permissions,
    [inPartnerCenter(['Customers', '(customer)', 'Order history'])],
    [inPartnerCenter(['Customers', '(customer)', 'Reservations'])],
    [inPartnerCenter(['(gear icon)', 'Activity log'])],
  ),
  'reservations.buy': directions(
    reservationsBuying,
    inPartnerCenter(['Customers', '(customer)', 'Add products'], { button: 'Review' }),
    inPartnerCenter(['Review'], { button: 'Buy' }),
  ),
  'reservations.view': directions(record, ...onRecord('Overview')),
  'reservations.refund': either(
    supportRequest,
    [inPartnerCenter(reservation, { tab: 'Actions', button: 'Refund' }), request],
    [...onRecord('Overview', 'Refund'), request],
  ),
  'reservations.exchange': exchanging,
  'reservations.manage-access': directions(record, ...onRecord('Access control (IAM)')),
  'reservations.configure': directions(record, ...onRecord('Configuration')),
  'reservations.view-properties': directions(record, ...onRecord('Properties')),
  'reservations.request-support': directions(record, ...onRecord('New support request'), request),
  'software.buy': directions(
    buying,
    inPartnerCenter(['Customers', '(customer)'], { button: 'Add products' }),
  ),
  'software.view': directions(activating, inPartnerCenter(software)),
  'software.download': directions(activating, inPartnerCenter(keys, { button: 'Download' })),
  'software.get-keys': keysAndDownloads,
  'software.copy-link': directions(activating, inPartnerCenter(keys, { button: 'Copy link' })),
  'software.cancel': cancelingSoftware,
  'software-activity.view': directions(
    activity,
    inPartnerCenter(['(gear icon)', 'Activity log'], { button: '(date range)' }),
  ),
  'licenses.cancel': directions(
    licenses,
    inPartnerCenter(['Customers', '(customer)', '(subscription)'], {
      tab: 'Status',
      button: 'Cancel Subscription',
    }),
  ),
  'billing.view': directions(bills, inPartnerCenter(['Billing'])),
  'indirect-resellers.manage': listOfResellers,

  // Next steps: reservations, roles, markets
  'nothing-left-to-return': null,
  'keep-until-term-end': null,
  'wait-for-limit': null,
  'choose-another-day': null,
  'choose-a-more-expensive-reservation': exchanging,
  'choose-the-same-product-family': exchanging,
  'choose-another-reservation': exchanging,
  'trade-in-for-a-savings-plan': directions(
    tradingIn,
    inAzure(['Reservations'], { button: 'Exchange' }),
  ),
  'ask-someone-with-an-allowed-role': directions(
    users,
    inPartnerCenter([...accountSettings, 'User management']),
  ),
  'leave-the-customer-tenant': null,
  'continue-without-a-reservation': null,
  // software
  'keep-the-software': null,
  'request-support': directions(
    softwareSupport,
    inPartnerCenter(['Cancel purchase'], { button: 'customer support request' }),
    inPartnerCenter(['Report a problem with Partner Center'], { tab: 'Details', button: 'Submit' }),
  ),
  'cancel-and-buy-again': cancelingSoftware,
  'renew-the-link': keysAndDownloads,
  'use-the-current-link': null,
  'stop-using-the-software': null,
  'pay-the-full-compute-rate': null,
  // customers
  'buy-a-subscription': subscribing,
  'assign-the-owner-role': assigningOwner,
  'turn-on-the-permission': turningOn,
  'ask-the-partner': null,
  'check-the-other-agreement': null,
  'buy-an-azure-plan': subscribing,
  'keep-the-savings-plan': null,
  'wait-until-it-is-offered': null,
  // resellers
  'enroll-as-indirect-reseller': enrollment,
  'open-a-partner-center-account': enrollment,
  'send-a-partnership-request': requestingPartnership,
  'include-the-personal-link': requestingPartnership,
  'wait-for-the-reseller-to-accept': listOfResellers,
  'use-the-existing-partnership': listOfResellers,
  'associate-with-the-customer': addingCustomer,
  'associate-with-the-subscription': addingSubscription,
  'name-as-support-contact': namingContact,
  'obtain-the-tenant-owner-permission': directions(connecting, inAzure(['User settings'])),
  'have-the-reseller-accept-the-agreement': acceptingAgreement,
  'accept-the-partner-agreement': acceptingAgreement,
  'use-the-location-partner-id': directions(
    partnerId,
    inPartnerCenter(['Customers', '(customer)', 'Subscriptions', '(subscription)'], {
      tab: 'Reseller (PartnerID)',
      button: 'Submit',
    }),
  ),
  'nothing-to-remove': null,
  // support
  'cancel-it-yourself': cancelingSoftware,

  // Tasks of providers and resellers; no document describes the place where resellers do theirs.
  'add-customer': addingCustomer,
  'submit-order': addingSubscription,
  'associate-with-subscription': addingSubscription,
  'manage-customer-account': null,
  'manage-subscription': null,
  'earn-incentive': null,
  'handle-support': null,

  // Conditions for a customer's own purchase
  'check-the-subscription': directions(
    verifying,
    inPartnerCenter(['CSP', 'Customers', '(customer)', 'Subscriptions']),
  ),
  'check-the-owner-role': assigningOwner,
  'check-the-permission': turningOn,

  // Tasks of customers
  'set-first-scope': inOwnPortal,
  manage: inOwnPortal,
  'get-server-keys': directions(
    serverKeys,
    placeIn('microsoft-365-admin-center', ['Billing', 'Your products'], { tab: 'Software' }),
  ),
});
