// The rules of customers who buy for themselves, written down a second time from the rulebook, and
// in another way: as texts and tables that the answers are held against.

/** CUS-5 to CUS-8: what it means for the partner. */
export const whileOn = {
  payer: 'partner',
  partnerNotified: false,
  shownIn: ['order-history', 'reservations-page', 'activity-log'],
  customerSets: ['first-scope'],
  priceSetBy: 'partner',
} as const;

/** CUS-5 and CUS-13: what savings plans mean for the partner. No page says who sets their price. */
export const whileOnForSavingsPlans = {
  payer: 'partner',
  partnerNotified: false,
  shownIn: ['savings-plans-page'],
  customerSets: [],
  priceSetBy: null,
} as const;

/** CUS-11: the second permission. */
export const savingsPlans = {
  tooEarly: { reason: 'not-yet-offered', clause: 'CUS-11', nextStep: 'wait-until-it-is-offered' },
  plan: { reason: 'no-azure-plan', clause: 'CUS-11', nextStep: 'buy-an-azure-plan' },
} as const;

/** CUS-12: tasks with a savings plan. */
export const savingsPlanTasks = {
  'set-first-scope': ['undefined-by-text', 'ask-the-partner'],
  manage: null,
  exchange: ['never-for-savings-plans', 'keep-the-savings-plan'],
  cancel: ['never-for-savings-plans', 'keep-the-savings-plan'],
  renew: ['undefined-by-text', 'ask-the-partner'],
  'change-scope': ['undefined-by-text', 'ask-the-partner'],
} as const;

/** CUS-3, CUS-4, CUS-1 and MKT-1: what is told where a condition is missing, in this order. */
export const missing = {
  subscription: { reason: 'no-subscription', clause: 'CUS-3', nextStep: 'buy-a-subscription' },
  owner: { reason: 'not-owner', clause: 'CUS-4', nextStep: 'assign-the-owner-role' },
  permission: { reason: 'permission-off', clause: 'CUS-1', nextStep: 'turn-on-the-permission' },
  market: {
    reason: 'market-unavailable',
    clause: 'MKT-1',
    interpretation: 'R-CONDITIONS',
    nextStep: 'continue-without-a-reservation',
  },
} as const;

/** CUS-2: what stands in the way of a change, as the rulebook says it. */
export const refused = {
  role: { reason: 'not-granted', clause: 'CUS-2', nextStep: 'ask-someone-with-an-allowed-role' },
  subscription: { reason: 'no-subscription', clause: 'CUS-3', nextStep: 'buy-a-subscription' },
} as const;

/** CUS-10: the log, by what was and what is. Elsewhere nothing changes (R-NO-ENTRY). */
export const entries: Readonly<Record<string, string>> = {
  'off to on': 'Create Customer Purchase Permissions',
  'on to off': 'Delete Customer Purchase Permissions',
};

/** CUS-7 and SOF-10: every task, how it is done where the partner sold it, and who says so. */
export const tasks = [
  ['set-first-scope', 'yes', 'while-buying', 'CUS-7'],
  ['manage', 'yes', 'in-the-vendors-portal', 'CUS-7'],
  ['exchange', 'ask', 'through-the-partner', 'CUS-7'],
  ['cancel', 'ask', 'through-the-partner', 'CUS-7'],
  ['renew', 'ask', 'through-the-partner', 'CUS-7'],
  ['change-scope', 'ask', 'through-the-partner', 'CUS-7'],
  ['get-server-keys', 'yes', 'in-the-admin-center', 'SOF-10'],
] as const;
