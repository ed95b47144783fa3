import { type DocumentKey, type PageKey, pageOf } from '../vocabulary/documents.ts';

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

const resellers = partnerCenter(
  'indirect-provider-tasks-in-partner-center',
  'Partner with indirect resellers in the CSP program',
);

/** The pages of the documents. */
export const pages: Readonly<Record<PageKey, SourceDocument>> = Object.freeze({
  'reservations-2020': partnerCenter(
    managing,
    'Manage, cancel, exchange or refund Azure reservations for customers',
  ),
  'reservations-2018': partnerCenter(
    managing,
    'Manage Azure reservations on behalf of your customers',
  ),
  'reservations-2023': partnerCenter(managing, 'Manage Azure reservations for customers'),
  'azure-refunds': azure(
    'reservations/exchange-and-refund-azure-reservations',
    'Exchanges and refunds for Azure reservations (for all customers)',
  ),
  'azure-refunds-2026': azure(
    'reservations/exchange-and-refund-azure-reservations',
    'Self-service exchanges and refunds for Azure reservations',
  ),
  'azure-exchanges': azure(
    'reservations/reservation-exchange-policy-changes',
    'Changes to the Azure reservation exchange policy',
  ),
  'azure-reservation-costs': azure(
    'reservations/save-compute-costs-reservations',
    'What are Azure reservations?',
  ),
  'azure-service': Object.freeze({
    title: 'Recorded answers of Microsoft’s reservation service',
    url: 'https://github.com/Azure/azure-powershell/tree/main/src/Reservations',
  }),
  software: partnerCenter(
    'csp-software-subscriptions',
    'Sell software subscriptions through the CSP program',
  ),
  billing: partnerCenter('billing-basics', 'Overview of Partner Center billing'),
  'reconciliation-fields': partnerCenter(
    'modern-invoice-reconciliation-file',
    'Recon file fields for CSP new commerce invoice',
  ),
  'subscription-resources': partnerCenter(
    'developer/subscription-resources',
    'Subscription resources',
  ),
  'reservations-buying': partnerCenter(
    'azure-reservations-buying',
    'Buy Microsoft Azure reservations on behalf of your customers',
  ),
  'csp-reservations': azure(
    'reservations/how-to-view-csp-reservations',
    'View Azure reservations as a Cloud Solution Provider (CSP)',
  ),
  'role-permissions': partnerCenter(
    'permissions-overview',
    'Assign roles, permissions, and workspace access to users',
  ),
  'cancellation-policy': partnerCenter(
    'new-commerce-cancellation-policy',
    'New commerce experience cancellation policy',
  ),
  'unavailable-markets-api': partnerCenter(
    'developer/purchase-azure-reservations',
    'Markets without Azure reservations (Partner Center API)',
  ),
  'customer-permission': partnerCenter(
    permission,
    'Give customers permission to buy their own products or services',
  ),
  'customer-permission-2022': partnerCenter(
    permission,
    'Give customers permissions to buy their own products and services',
  ),
  'indirect-resellers': resellers,
  'indirect-resellers-2020': resellers,
  'indirect-reseller-tasks': partnerCenter(
    'indirect-reseller-tasks-in-partner-center',
    'Learn how to partner with indirect providers in the CSP program',
  ),
  'partner-agreement': partnerCenter(
    'microsoft-partner-agreement',
    'Learn about the Microsoft Partner Agreement (MPA) for CSP program partners',
  ),
  'azure-plan': partnerCenter(
    'purchase-azure-plan',
    'Purchase the Azure plan for customers and access the latest Azure services',
  ),
  subscriptions: partnerCenter('create-a-new-subscription', 'Manage customer subscriptions'),
  'user-accounts': partnerCenter(
    'create-user-accounts-and-set-permissions',
    'Create user accounts',
  ),
  'reservation-trade-in': azure(
    'savings-plan/reservation-trade-in',
    'Self-service trade-in for Azure savings plans',
  ),
});

/**
 * The public documents that clauses and versions cite, by key. Revisions of one page have its address.
 *
 * @example
 * documents['azure-refunds-2022-10'].url;
 * //=> 'https://learn.microsoft.com/azure/cost-management-billing/reservations/exchange-and-refund-azure-reservations'
 */
export const documents: Readonly<Record<DocumentKey, SourceDocument>> =
  /* @__PURE__ */ documentsOfPages();

function documentsOfPages(): Readonly<Record<DocumentKey, SourceDocument>> {
  const found = Object.entries(pageOf).map(([key, page]) => [key, pages[page]]);
  return Object.freeze(Object.fromEntries(found) as Record<DocumentKey, SourceDocument>);
}
