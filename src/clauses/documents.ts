import type { DocumentKey } from '../vocabulary/documents.ts';

/** A public document: its title, and the address of its newest revision. */
export interface SourceDocument {
  /** The English title. */
  readonly title: string;
  /** The page can have changed since the revision that a clause cites. */
  readonly url: string;
}

const learn = 'https://learn.microsoft.com';
const partnerCenter = (page: string, title: string): SourceDocument =>
  Object.freeze({ title, url: `${learn}/partner-center/${page}` });
const azure = (page: string, title: string): SourceDocument =>
  Object.freeze({ title, url: `${learn}/azure/cost-management-billing/${page}` });

const permission = 'give-customers-permission';
const managing = 'azure-reservations-manage';
const buying = partnerCenter(
  'azure-reservations-buying',
  'Buy Microsoft Azure reservations on behalf of your customers',
);
const partnersPage = partnerCenter(managing, 'Manage Azure reservations for customers');
const olderPage = partnerCenter(managing, 'Manage Azure reservations on behalf of your customers');
const software = partnerCenter(
  'csp-software-subscriptions',
  'Sell software subscriptions through the CSP program',
);
const resellers = partnerCenter(
  'indirect-provider-tasks-in-partner-center',
  'Partner with indirect resellers in the CSP program',
);
const refunds = azure(
  'reservations/exchange-and-refund-azure-reservations',
  'Exchanges and refunds for Azure reservations (for all customers)',
);

/**
 * The public documents that clauses and versions cite, by key. Revisions of one page have its address.
 *
 * @example
 * documents['azure-refunds-2022-10'].url;
 * //=> 'https://learn.microsoft.com/azure/cost-management-billing/reservations/exchange-and-refund-azure-reservations'
 */
export const documents: Readonly<Record<DocumentKey, SourceDocument>> = Object.freeze({
  reservations: partnerCenter(
    managing,
    'Manage, cancel, exchange or refund Azure reservations for customers',
  ),
  'reservations-2018': olderPage,
  'reservations-2018-10': olderPage,
  'reservations-2018-11': olderPage,
  'reservations-2023-07': partnersPage,
  'reservations-2024-12': partnersPage,
  'reservations-2026-01': partnersPage,
  'reservations-2027-02': partnersPage,
  'azure-refunds-2020-01': refunds,
  'azure-refunds-2020-02': refunds,
  'azure-refunds-2020-07': refunds,
  'azure-refunds-2022-10': refunds,
  'azure-refunds-2024-12': refunds,
  'azure-refunds-2026-01': azure(
    'reservations/exchange-and-refund-azure-reservations',
    'Self-service exchanges and refunds for Azure reservations',
  ),
  'azure-exchanges-2027-02': azure(
    'reservations/reservation-exchange-policy-changes',
    'Changes to the Azure reservation exchange policy',
  ),
  'azure-reservation-costs': azure(
    'reservations/save-compute-costs-reservations',
    'What are Azure reservations?',
  ),
  'azure-service-2023': Object.freeze({
    title: 'Recorded answers of Microsoft’s reservation service',
    url: 'https://github.com/Azure/azure-powershell/tree/main/src/Reservations',
  }),
  software,
  'software-2018-09': software,
  'software-2019-04': software,
  'software-2019-07': software,
  'software-2019-12': software,
  'software-2020-01': software,
  'software-2021-02': software,
  'software-2021-06': software,
  'software-2022': software,
  'software-2023-01': partnerCenter('billing-basics', 'Overview of Partner Center billing'),
  'software-2023-06': software,
  'software-reconciliation-2022-01': partnerCenter(
    'modern-invoice-reconciliation-file',
    'Recon file fields for CSP new commerce invoice',
  ),
  'software-resources-2023-06': partnerCenter(
    'developer/subscription-resources',
    'Subscription resources',
  ),
  'reservations-buying-2020-08': buying,
  'reservations-buying-2023-08': buying,
  'csp-reservations-2024-06': azure(
    'reservations/how-to-view-csp-reservations',
    'View Azure reservations as a Cloud Solution Provider (CSP)',
  ),
  'role-permissions-2022-11': partnerCenter(
    'permissions-overview',
    'Assign roles, permissions, and workspace access to users',
  ),
  'cancellation-policy-2023-07': partnerCenter(
    'new-commerce-cancellation-policy',
    'New commerce experience cancellation policy',
  ),
  'unavailable-markets-api-2022-06': partnerCenter(
    'developer/purchase-azure-reservations',
    'Markets without Azure reservations (Partner Center API)',
  ),
  'customer-permission': partnerCenter(
    permission,
    'Give customers permission to buy their own products or services',
  ),
  'customer-permission-2022-10': partnerCenter(
    permission,
    'Give customers permissions to buy their own products and services',
  ),
  'indirect-resellers': resellers,
  'indirect-resellers-2020-02': resellers,
  'indirect-resellers-2020-07': resellers,
  'indirect-resellers-2023-09': resellers,
  'indirect-reseller-tasks-2022-09': partnerCenter(
    'indirect-reseller-tasks-in-partner-center',
    'Learn how to partner with indirect providers in the CSP program',
  ),
  'partner-agreement-2022-02': partnerCenter(
    'microsoft-partner-agreement',
    'Learn about the Microsoft Partner Agreement (MPA) for CSP program partners',
  ),
  'azure-plan-2022-09': partnerCenter(
    'purchase-azure-plan',
    'Purchase the Azure plan for customers and access the latest Azure services',
  ),
  'subscriptions-2023-10': partnerCenter(
    'create-a-new-subscription',
    'Manage customer subscriptions',
  ),
  'user-accounts-2022-11': partnerCenter(
    'create-user-accounts-and-set-permissions',
    'Create user accounts',
  ),
  'reservation-trade-in-2023-02': azure(
    'savings-plan/reservation-trade-in',
    'Self-service trade-in for Azure savings plans',
  ),
});
