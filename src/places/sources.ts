import type { DocumentKey } from '../vocabulary/documents.ts';

/** A heading of a document that describes the way to a task. */
export interface Source {
  readonly document: DocumentKey;
  /** The revision of the document that was read, as `YYYY-MM-DD`. A portal may have changed since. */
  readonly revision: string;
  /** The heading. */
  readonly section: string;
}

const headingOf =
  (document: DocumentKey, revision: string) =>
  (section: string): Source => ({ document, revision, section });

const ofCustomers = headingOf('customer-permission', '2020-05-13');
export const permissions: Source = ofCustomers(
  'Overview of customer permissions in Partner Center',
);
export const verifying: Source = ofCustomers(
  'Verify the customer has an existing Azure subscription',
);
export const owners: Source = ofCustomers(
  'Verify the customer has been assigned the correct role in Azure',
);
export const turning: Source = ofCustomers(
  'Turn on or turn off customer permissions to purchase their own Azure reservations',
);
export const ownReservations: Source = ofCustomers(
  'Help customers manage reservations they purchase',
);

const ofReservations = headingOf('reservations', '2020-08-06');
export const record: Source = ofReservations('Post-purchase steps, steps 1 to 3 and table');
export const supportRequest: Source = ofReservations(
  'Request a refund or exchange on behalf of a customer',
);

const ofSoftware = headingOf('software', '2020-06-18');
export const buying: Source = ofSoftware('Buy software subscriptions on behalf of customers');
export const activating: Source = ofSoftware('Activate and manage software subscriptions');
export const serverKeys: Source = ofSoftware(
  'Server subscription download and license keys available through Microsoft 365 Admin Center for customers',
);
export const activity: Source = ofSoftware(
  'View activity for software key access and software downloads',
);
export const canceling: Source = ofSoftware('Cancel a purchase');
export const softwareSupport: Source = ofSoftware(
  'Submit a customer support request to cancel a purchase',
);

const ofResellers = headingOf('indirect-resellers', '2018-10-29');
export const tasksOfProviders: Source = ofResellers(
  'Indirect provider tasks in the Partner Center',
);
export const connecting: Source = ofResellers('Connect with indirect resellers');
export const newCustomers: Source = ofResellers(
  'Add new customers and associate them with indirect resellers',
);
export const newSubscriptions: Source = ofResellers('Add new subscriptions to customer accounts');

export const reservationsBuying: Source = headingOf(
  'reservations-buying-2023-08',
  '2023-08-23',
)('Purchase Azure reservations');
export const tradingIn: Source = headingOf(
  'reservation-trade-in-2023-02',
  '2023-02-03',
)('How to trade in an existing reservation');
export const azurePlan: Source = headingOf(
  'azure-plan-2022-09',
  '2022-09-09',
)('How to purchase Azure plan; Review and buy');
export const licenses: Source = headingOf(
  'subscriptions-2023-10',
  '2023-10-19',
)('Cancel new commerce license-based subscriptions');
export const bills: Source = headingOf(
  'role-permissions-2022-11',
  '2022-11-22',
)('Manage CSP commercial transactions in Partner Center, table');
export const users: Source = headingOf(
  'user-accounts-2022-11',
  '2022-11-15',
)('Assign user roles; Create a new user');
export const enrolling: Source = headingOf(
  'indirect-reseller-tasks-2022-09',
  '2022-09-21',
)('Enroll as an indirect reseller in the Cloud Solution Provider program');
export const agreement: Source = headingOf(
  'partner-agreement-2022-02',
  '2022-02-22',
)('Sign the Microsoft Partner Agreement');
export const partnerId: Source = headingOf(
  'indirect-resellers-2023-09',
  '2023-09-15',
)('Update details of existing subscriptions to include the indirect reseller');
