/** Examples of each command for its help. A test runs every one. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  quote: [
    'partner-rules quote paid=12000.00 currency=USD term=P1Y used=false purchasedOn=2025-01-01 canceledOn=2025-01-07',
    'partner-rules quote --format table cancellations.ndjson',
    'partner-rules quote --format csv --bom cancellations.ndjson > refunds.csv',
    'partner-rules quote transactions.csv --set used=true --set canceledOn=2025-07-02',
  ],
  settle: [
    'partner-rules settle cancellations.ndjson > refunds.ndjson',
    'partner-rules settle --format table --ledger ledgers.ndjson cancellations.ndjson',
    'partner-rules settle cancellations.ndjson | partner-rules explain --format text --locale ko',
  ],
  exchange: [
    'partner-rules exchange paid=12000.00 currency=USD term=P1Y purchasedOn=2025-01-01 exchangedOn=2025-07-02 newPrice=15000.00',
    'partner-rules exchange --format table exchanges.ndjson',
  ],
  ledger: [
    'partner-rules ledger show --ledger ledgers.ndjson --on 2025-06-30 contoso',
    'partner-rules ledger check --ledger ledgers.ndjson',
    'partner-rules ledger forget --ledger ledgers.ndjson --reason "entered twice" contoso CR-1',
  ],
  limits: [
    'partner-rules limits --ledger ledgers.ndjson --format table',
    'partner-rules limits --ledger ledgers.ndjson --format csv --bom > limits.csv',
  ],
  plan: [
    'partner-rules plan --from 2025-07-02 --format table candidates.ndjson',
    'partner-rules plan --from 2025-07-02 --ledger ledgers.ndjson --format text candidates.ndjson',
  ],
  read: [
    'partner-rules read transactions.csv',
    'partner-rules read transactions.csv customers.csv --set used=true',
  ],
  check: [
    'partner-rules check transactions.csv --set used=true',
    'partner-rules check transactions.csv --set used=true --policy azure-service-2023 --format table',
    'partner-rules check reconciliation.csv --locale ko',
  ],
  explain: ['partner-rules explain --format markdown --locale ko refunds.ndjson'],
  can: [
    'partner-rules can "Help Desk Agent" customer-permissions.view',
    'if partner-rules can --exit-code admin-agent software.buy; then echo yes; fi',
    'partner-rules can "Sales agent" reservations.buy asOf=2023-08-23',
  ],
  actions: ['partner-rules actions sales-agent "Helpdesk agent"'],
  roles: ['partner-rules roles software.cancel'],
  market: ['partner-rules market 대한민국', 'partner-rules market BR asOf=2019-12-01'],
  tax: ['partner-rules tax Australia', 'partner-rules tax Australia offer=reservations'],
  'compare-software': [
    'partner-rules compare-software kind=perpetual roles=admin-agent purchasedOn=2025-03-01 canceledOn=2025-04-20',
  ],
  'cancel-software': [
    'partner-rules cancel-software kind=perpetual roles=admin-agent purchasedOn=2020-08-01 canceledOn=2020-08-20',
    'partner-rules cancel-software kind=perpetual roles=admin-agent purchasedOn=2025-03-01 canceledOn=2025-04-20 policy=software',
  ],
  'exchange-software': ['partner-rules exchange-software perpetual'],
  'hybrid-benefit': [
    'partner-rules hybrid-benefit license=windows-server-standard softwareAssurance=true commercial=true',
  ],
  link: [
    'partner-rules link link.issuedAt=2025-03-01T10:00:00Z link.downloads:=49 asOf=2025-03-15T10:00:00Z',
  ],
  'renew-link': [
    'partner-rules renew-link link.issuedAt=2025-03-01T10:00:00Z link.downloads:=49 asOf=2025-04-15T10:00:00Z',
  ],
  'record-download': [
    'partner-rules record-download link.issuedAt=2025-03-01T10:00:00Z link.downloads:=49 asOf=2025-03-15T10:00:00Z',
  ],
  'customer-purchase': [
    'partner-rules customer-purchase permission=on market=KR subscription.offer=azure-plan subscription.boughtBy=partner subscription.userRole=owner',
  ],
  'customer-permission': [
    'partner-rules customer-permission current=off wanted=on hasSubscription=true roles=admin-agent',
  ],
  'customer-task': ['partner-rules customer-task cancel subscriptionBoughtBy=partner'],
  discounts: [
    `partner-rules discounts scope=shared customerId=contoso partnerId=P1 subscriptions:='[{"id":"S1","customerId":"contoso","partnerId":"P1"}]'`,
  ],
  partnership: [
    'partner-rules partnership state.enrolled=true state.hasAccount=true state.stage=requested event.kind=accept-request',
  ],
  'reseller-task': [
    `partner-rules reseller-task submit-order relationship:='{"partnership":{"enrolled":true,"hasAccount":true,"stage":"established"},"customer":{"associated":true,"azure":false},"subscription":{"associated":false,"supportContact":false}}'`,
  ],
  'reseller-access': [
    `partner-rules reseller-access incentive relationship:='{"partnership":{"enrolled":true,"hasAccount":true,"stage":"established"},"customer":{"associated":true,"azure":false},"subscription":{"associated":false,"supportContact":false}}'`,
  ],
  support: [
    'partner-rules support reservation-refund reservationOrderId=RO-1 customerId=contoso amountRequested.amount=10386.41 amountRequested.currency=USD',
  ],
  compare: [
    'partner-rules compare paid=12000.00 currency=USD term=P1Y used=false purchasedOn=2025-01-01 canceledOn=2025-01-07',
  ],
  curve: [
    'partner-rules curve paid=12000.00 currency=USD term=P1Y used=false purchasedOn=2025-01-01 to=2025-02-01',
  ],
  where: [
    'partner-rules where software.cancel',
    'partner-rules where turn-on-the-permission --locale ko',
    'partner-rules where --format ndjson',
  ],
  policies: [
    'partner-rules policies',
    'partner-rules policies azure-2020-07 --format ndjson',
    'partner-rules policies --timeline',
  ],
  completion: [
    'source <(partner-rules completion bash)',
    'partner-rules completion zsh > ~/.zfunc/_partner-rules',
    'partner-rules completion fish > ~/.config/fish/completions/partner-rules.fish',
  ],
  help: ['partner-rules help settle'],
};
