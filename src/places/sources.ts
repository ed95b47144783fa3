import type { DocumentKey } from '../vocabulary/documents.ts';

/** A heading of a document that describes the way to a task. */
export interface Source {
  readonly document: DocumentKey;
  /** The revision of the document that was read, as `YYYY-MM-DD`. A portal may have changed since. */
  readonly revision: string;
  /** The heading. */
  readonly section: string;
}

const ofCustomers = (section: string): Source => ({
  document: 'customer-permission',
  revision: '2020-05-13',
  section,
});
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

const ofReservations = (section: string): Source => ({
  document: 'reservations',
  revision: '2020-08-06',
  section,
});
export const record: Source = ofReservations('Post-purchase steps, steps 1 to 3 and table');
export const supportRequest: Source = ofReservations(
  'Request a refund or exchange on behalf of a customer',
);

const ofSoftware = (section: string): Source => ({
  document: 'software',
  revision: '2020-06-18',
  section,
});
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

const ofResellers = (section: string): Source => ({
  document: 'indirect-resellers',
  revision: '2018-10-29',
  section,
});
export const tasksOfProviders: Source = ofResellers(
  'Indirect provider tasks in the Partner Center',
);
export const connecting: Source = ofResellers('Connect with indirect resellers');
export const newCustomers: Source = ofResellers(
  'Add new customers and associate them with indirect resellers',
);
export const newSubscriptions: Source = ofResellers('Add new subscriptions to customer accounts');

export const reservationsBuying: Source = {
  document: 'reservations-buying-2023-08',
  revision: '2023-08-23',
  section: 'Purchase Azure reservations',
};
export const tradingIn: Source = {
  document: 'reservation-trade-in-2023-02',
  revision: '2023-02-03',
  section: 'How to trade in an existing reservation',
};
export const azurePlan: Source = {
  document: 'azure-plan-2022-09',
  revision: '2022-09-09',
  section: 'How to purchase Azure plan; Review and buy',
};
export const licenses: Source = {
  document: 'subscriptions-2023-10',
  revision: '2023-10-19',
  section: 'Cancel new commerce license-based subscriptions',
};
export const bills: Source = {
  document: 'role-permissions-2022-11',
  revision: '2022-11-22',
  section: 'Manage CSP commercial transactions in Partner Center, table',
};
export const users: Source = {
  document: 'user-accounts-2022-11',
  revision: '2022-11-15',
  section: 'Assign user roles; Create a new user',
};
export const enrolling: Source = {
  document: 'indirect-reseller-tasks-2022-09',
  revision: '2022-09-21',
  section: 'Enroll as an indirect reseller in the Cloud Solution Provider program',
};
export const agreement: Source = {
  document: 'partner-agreement-2022-02',
  revision: '2022-02-22',
  section: 'Sign the Microsoft Partner Agreement',
};
export const partnerId: Source = {
  document: 'indirect-resellers-2023-09',
  revision: '2023-09-15',
  section: 'Update details of existing subscriptions to include the indirect reseller',
};
