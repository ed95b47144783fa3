import { describe, expect, it } from 'vitest';
import { clauseById } from '../../src/clauses/index.ts';
import type { ExplainableAnswer, ExplainOptions, Issue } from '../../src/explain/index.ts';
import * as library from '../../src/index.ts';
import { faultTexts } from '../hostile/issues-of.ts';
import { throwingProxy } from '../reservations/hostile.ts';
import { junk } from '../support/hostile.ts';
import { answers, cancelled, explain, linesOf, readAgain, tryExplain } from './answers.ts';

const everyOption: ExplainOptions[] = (['en', 'ko'] as const).flatMap((locale) =>
  (['text', 'markdown'] as const).map((as) => ({ locale, as })),
);

const of = (name: string): ExplainableAnswer => {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no answer ${name}`);
  return answer;
};

describe.each(Object.entries(answers))('%s', (_, answer) => {
  it('is explained in each language and form, the same after having been JSON', () => {
    for (const options of everyOption) {
      const text = explain(answer, options);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(explain(readAgain(answer), options)).toBe(text);
    }
  });

  it('has its verdict first, and every clause and interpretation', () => {
    const text = explain(answer);
    const rules = linesOf(text, 'Rules applied');
    expect(
      rules.filter((line) => /^[A-Z]{3}-\d+: /.test(line)).map((line) => line.split(':')[0]),
    ).toEqual(answer.because);
    for (const id of answer.because) {
      const clause = clauseById(id);
      expect(rules).toContain(`${id}: ${clause.statement}`);
      expect(text).toContain(`, ${clause.revision}, section: ${clause.section}`);
    }
    const interpretations = linesOf(text, 'Interpretations applied');
    expect(interpretations.map((line) => line.split(':')[0])).toEqual(answer.interpretations);
    if ('obstacles' in answer) {
      const lines = linesOf(text, 'Why not');
      expect(lines.filter((line) => !line.startsWith('Where: '))).toHaveLength(
        answer.obstacles.length,
      );
    }
  });

  it('is one paragraph of text without empty lines, and other words in Korean', () => {
    const text = explain(answer);
    expect(text).toMatch(/^\S.*[.](\n {0,4}\S.*)+$/);
    const korean = explain(answer, { locale: 'ko' });
    expect(korean).toMatch(/^.*[가-힣].*\n/);
    expect(korean.split('\n')).toHaveLength(text.split('\n').length);
  });
});

const sameRoles = 'The newest version, roles-2023-09, gives the same answer.';

describe('an explanation', () => {
  it('of a refund reads well in English', () => {
    const quote = of('refundClipped');
    expect(explain(quote)).toBe(`\
The refund is 2,000.00 USD, paid to the partner. The refund limit withholds 101,864.11 USD.
Calculation, in USD
  Policy: partner-center-2020-08
  Purchased on 2025-01-01 for one year, price 120,000.00; cancelled on 2025-01-07 (6 days later), unused.
  Credit: 120,000.00 × 359 ÷ 365 = 118,027.40 (RES-3; 359 of 365 days remain)
  Early termination fee: 118,027.40 × 12 % = 14,163.29 (RES-3)
  Credit after the fee: 118,027.40 − 14,163.29 = 103,864.11 (RES-6)
  Refund limit: 50,000.00; used before: 48,000.00; left: 2,000.00 (RES-5)
  Refund: the smaller of 103,864.11 and 2,000.00 = 2,000.00 (RES-7)
  Withheld: 103,864.11 − 2,000.00 = 101,864.11 (RES-5)
  Limit used after this refund: 48,000.00 + 2,000.00 = 50,000.00; left: 0.00
Where to click
  Partner Center > Customers > (customer) > Azure reservations > (reservation), “Actions”: select “Refund”; then Azure portal > New support request: select “Create”
  Partner Center > Customers > (customer) > Azure reservations > (reservation), “Actions”: select “Manage”; then Azure portal > (reservation), “Overview”: select “Refund”; then Azure portal > New support request: select “Create”
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: Request a refund or exchange on behalf of a customer
Rules applied
  RES-3: An unused reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work, table, row 3
  RES-5: Refunds are limited to 50,000 USD a year in all cases.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work, text and last column of the table
  RES-6: The refund is the pro-rated remainder of the price, less the fee.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work
  RES-7: Microsoft pays the partner and does not contact the customer; the partner settles with the customer.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: Cancel or exchange a reservation
Interpretations applied
  R-DAYS: Days are counted between UTC dates; the time of day does not matter.
  R-PRORATE: The pro-rated credit is the price times the remaining days, divided by the days of the term.
  R-BASIS: The price actually paid is pro-rated.
  R-ROUND: Each line is rounded once, to the smallest currency unit; a half is rounded to the even neighbor.
  R-FEE: The fee is a percentage of the pro-rated credit, not of the price.
  R-YEAR: A refund uses the refund limit on its own day and the 364 days after it.
  R-WHOSE: Each customer has a separate refund limit.
  R-COUNTS: The refunded amount uses the limit; exchanges do not.
  R-OVER: A refund above the limit is reduced to what is left of the limit; a refund equal to the limit is paid in full.
  R-WHICH: Unless another policy is given, the documents of 2020 apply.
Notes
  No policy was given; the 2020 policy for partners was applied.
  No product was given; it is assumed to be returnable.
  No billing plan was given; upfront payment is assumed.
  The refund limit reduced the refund.
  A later version of the rules was in force on that day.
  Under partner-center-2024-12 it would be refused: the amount exceeds what is left of the refund limit, and this policy then refuses the whole request.
  This assumes that 48,000.00 USD of the limit was used before by that version’s count, too.
What would change the result
  Without the limit, the refund would be 103,864.11 (+101,864.11).
  If none of the limit had been used before, the refund would be 50,000.00 (+48,000.00).
  Each case assumes that 48,000.00 USD of the limit was used before, unless it says otherwise.`);
  });

  it('of a refund reads well in Korean', () => {
    expect(explain(of('refundUsed'), { locale: 'ko' })).toBe(`\
환불액은 11,835.62 USD이며 파트너에게 지급됩니다.
계산 과정(단위: USD)
  정책: partner-center-2020-08
  2025-01-01에 1년 약정으로 구매(가격 12,000.00), 2025-01-06에 취소(5일 뒤), 사용함.
  크레딧: 12,000.00 × 360 ÷ 365 = 11,835.62(RES-2, 365일 중 360일 남음)
  수수료를 뺀 크레딧: 11,835.62 − 0.00 = 11,835.62(RES-6)
  환불 한도: 50,000.00 중 이미 사용한 금액 0.00, 남은 금액 50,000.00(RES-5)
  환불액: 11,835.62 및 50,000.00 중 작은 금액 = 11,835.62(RES-7)
  이후 사용한 한도: 0.00 + 11,835.62 = 11,835.62, 남은 한도: 38,164.38
메뉴 경로
  파트너 센터 > 고객 > (고객) > Azure 예약 > (예약), ‘작업’: ‘환불’ 선택 → Azure Portal > 새 지원 요청: ‘만들기’ 선택
  파트너 센터 > 고객 > (고객) > Azure 예약 > (예약), ‘작업’: ‘관리’ 선택 → Azure Portal > (예약), ‘개요’: ‘환불’ 선택 → Azure Portal > 새 지원 요청: ‘만들기’ 선택
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 섹션: Request a refund or exchange on behalf of a customer
적용한 규칙
  RES-2: 구매 후 5일 이내에 취소한 사용된 예약은 수수료 없이 일할 계산하여 크레딧으로 처리됩니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 섹션: How cancellations work, table, row 2
  RES-5: 환불은 모든 경우에 1년에 50,000 USD로 제한됩니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 섹션: How cancellations work, text and last column of the table
  RES-6: 환불액은 일할 계산된 나머지 가격에서 수수료를 뺀 금액입니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 섹션: How cancellations work
  RES-7: Microsoft는 파트너에게 지급하며 고객에게 연락하지 않습니다. 고객과의 정산은 파트너가 합니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 섹션: Cancel or exchange a reservation
적용한 해석
  R-DAYS: 일수는 UTC 날짜를 기준으로 계산하며, 시각은 고려하지 않습니다.
  R-FIVE: 기간의 마지막 날도 그 기간에 포함됩니다.
  R-PRORATE: 일할 계산 금액은 가격 × 남은 일수 ÷ 약정 일수입니다.
  R-BASIS: 실제로 결제한 가격을 일할 계산합니다.
  R-ROUND: 각 항목은 최소 화폐 단위로 한 번만 반올림하며, 정확히 절반이면 가까운 짝수로 맞춥니다.
  R-YEAR: 환불액은 환불한 날과 그 후 364일 동안 환불 한도에 포함됩니다.
  R-WHOSE: 환불 한도는 고객별로 적용됩니다.
  R-COUNTS: 환불액이 한도에 포함되며, 교환은 포함되지 않습니다.
  R-WHICH: 다른 정책을 지정하지 않으면 2020년 문서를 적용합니다.
참고 사항
  정책이 지정되지 않아 2020년 파트너용 정책을 적용했습니다.
  제품이 지정되지 않아 반환할 수 있는 제품으로 간주했습니다.
  청구 방식이 지정되지 않아 선불로 간주했습니다.
  이전 환불이 지정되지 않아 이미 사용한 한도가 없는 것으로 간주했습니다.
  해당 날짜에는 이후 버전의 규칙이 시행되고 있었습니다.
  partner-center-2024-12 기준으로는 환불액이 11,835.62입니다(+0.00).
결과가 달라지는 경우
  하루 전인 2025-01-05에는 환불액이 11,868.49입니다(+32.87).
  하루 뒤인 2025-01-07에는 환불액이 10,386.41입니다(−1,449.21).
  사용하지 않았다면 환불액이 12,000.00입니다(+164.38).`);
  });

  it('gives the verdict and amount of the version in force next to its own', () => {
    const quote = library.quoteRefund({
      ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: true },
      ...{ purchasedOn: '2026-01-01', canceledOn: '2026-07-02' },
    });
    expect(explain(quote).split('\n')[0]).toBe('The refund is 5,294.47 USD, paid to the partner.');
    expect(linesOf(explain(quote), 'Notes').slice(-2)).toEqual([
      'A later version of the rules was in force on that day.',
      'Under partner-center-2026-01 the refund would be 6,016.44 (+721.97).',
    ]);
    expect(explain(quote, { locale: 'ko' })).toContain(
      '\n  해당 날짜에는 이후 버전의 규칙이 시행되고 있었습니다.\n  partner-center-2026-01 기준으로는 환불액이 6,016.44입니다(+721.97).\n',
    );
  });

  it('gives the verdict of the version in force on the day on which software was bought', () => {
    const license = library.decideSoftwareCancellation({
      ...{ kind: 'perpetual', paid: '1200.00', currency: 'USD', roles: 'admin-agent' },
      ...{ purchasedOn: '2025-03-01', canceledOn: '2025-04-20', customer: { name: 'Contoso' } },
      ...{ productName: 'SQL Server', orderId: 'O-1', messageRead: true, qualifies: true },
    });
    expect(explain(license).split('\n')[0]).toBe(
      'Yes: the purchase can be cancelled. 1,200.00 USD is credited on the next monthly invoice.',
    );
    expect(linesOf(explain(license), 'Notes').slice(-2)).toEqual([
      'A later version of the rules was in force on that day.',
      'Under software-2023-06 it would be refused: the cancellation window has closed.',
    ]);
    expect(explain(license, { locale: 'ko' })).toContain(
      '\n  해당 날짜에는 이후 버전의 규칙이 시행되고 있었습니다.\n  software-2023-06 기준으로는 거절됩니다: 취소 가능 기간이 지났습니다.\n',
    );
  });

  it('gives the state of a link under the version in force, or the facts that it needs', () => {
    const link = { issuedAt: '2022-08-01T10:00:00Z', downloads: 2 };
    const asOf = '2022-08-09T10:00:00Z';
    expect(explain(library.downloadLinkStatus(link, asOf))).toContain(
      '\n  Under software-2022 the answer also depends on: link.firstDownloadedAt.',
    );
    const used = { ...link, firstDownloadedAt: '2022-08-02T10:00:00Z' };
    for (const answer of [
      library.downloadLinkStatus(used, asOf),
      library.recordDownload(used, asOf),
      library.renewDownloadLink(used, asOf),
    ]) {
      expect(explain(answer)).toContain(
        '\n  Under software-2022: The link has expired: its period has ended.',
      );
      expect(explain(answer, { locale: 'ko' })).toContain(
        '\n  software-2022 기준으로는 다음과 같습니다. 링크가 만료되었습니다',
      );
    }
    const unstated = { issuedAt: '2025-03-01T10:00:00Z', downloads: 2 };
    expect(explain(library.downloadLinkStatus(unstated, '2025-03-09T10:00:00Z'))).toContain(
      '\n  Under software-2023-06: It is not known whether the link still works',
    );
    const inForce = library.downloadLinkStatus(used, asOf, { policy: 'software' });
    expect(explain(inForce)).not.toContain('Under ');
  });

  it('gives the exchange of the version in force, or the facts that it needs', () => {
    const request = {
      ...({ paid: '12000.00', currency: 'USD', term: 'P1Y', newPrice: '15000.00' } as const),
      ...{ purchasedOn: '2027-02-10', exchangedOn: '2027-03-01' },
    };
    expect(explain(library.quoteExchange(request))).toContain(
      '\n  Under partner-center-2027-02 the answer also depends on: savingsPlanEligible.\n',
    );
    const machines = { ...request, product: 'VirtualMachines' } as const;
    expect(explain(library.quoteExchange(machines))).toContain(
      '\n  Under partner-center-2027-02 it would be refused: the reservation was bought after exchanges ended for services that savings plans cover.\n',
    );
  });

  it('tells the day from which the rule for exchanges is another', () => {
    const quote = library.quoteExchange(
      {
        ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', newPrice: '15000.00' },
        ...{ purchasedOn: '2026-10-01', exchangedOn: '2027-01-01' },
      },
      { policy: 'azure' },
    );
    expect(explain(quote)).toContain(
      '\n  From 2027-02-01 on: The rule for exchanges changes soon: a reservation bought from then on',
    );
    expect(explain(quote, { locale: 'ko' })).toContain(
      '\n  2027-02-01부터: 곧 교환 규칙이 변경됩니다.',
    );
  });

  it('of a refused exchange has both prices', () => {
    const bought = 'Purchased on 2025-01-01 for one year, price 12,000.00; exchanged on 2025-07-02';
    expect(explain(of('exchangeBelow'))).toContain(
      `${bought} (182 days later) for a reservation at 1,000.00.`,
    );
    expect(explain(of('exchangeNotReturnable'))).toContain('for a reservation at 15,000.00 USD.');
    expect(explain(of('exchangeBelow'), { locale: 'ko' })).toContain(
      '2025-07-02에 교환(182일 뒤, 새 예약의 가격 1,000.00).',
    );
  });

  it('of a market reads well in Markdown', () => {
    expect(explain(of('marketDenied'), { as: 'markdown' })).toBe(`\
**No: Azure reservations are not available in Eswatini (SZ).**

### Facts

- The market list of 2019-12-19 was used (software-2019-12).
- Name on the list: Swaziland.

### Why not, and what to do next

- The market is on the list of markets without Azure reservations (MKT-1). Use Azure in this market without a reservation.

### Rules applied

- MKT-1: The table lists, under 109 names, the markets in which Azure reservations are not available.\\
  “Sell software subscriptions through the CSP program”, 2020-06-18, section: Azure reservations unavailable markets, table

### Interpretations applied

- R-WHICH: Unless another policy is given, the documents of 2020 apply.

### Notes

- No day was given; the documents of 2020 were applied.

### What would change the result

- The newest version, api-2022-06, gives the same answer.`);
  });

  it.each([
    ['refund', 'The refund is 10,386.41 USD, paid to the partner.'],
    ['refundReached', 'No refund is paid: the refund limit withholds the whole 10,386.41 USD.'],
    ['refundInYen', 'The refund is 1,038,641 JPY, paid to the partner.'],
    ['refundEnded', 'No refund is possible: the term has ended.'],
    [
      'exchange',
      'The exchange credits 6,016.44 USD toward the new reservation. The amount due is 8,983.56 USD.',
    ],
    [
      'exchangeBelow',
      'The exchange is not possible: the new reservation costs less than the credit.',
    ],
    ['access', 'Yes: a user with the role Admin agent can cancel software purchases.'],
    ['accessWithoutRole', 'No: a user without a role cannot cancel software purchases.'],
    [
      'market',
      'Yes: the list of markets without Azure reservations does not include South Korea (KR).',
    ],
    [
      'software',
      'Yes: the purchase can be cancelled. 1,006.03 USD is credited on the next monthly invoice.',
    ],
    [
      'softwareOfNobody',
      'No, the purchase cannot be cancelled: the cancellation window has closed; none of the given roles allows this.',
    ],
    ['linkActive', 'The link works until 2025-03-15 10:00:00 UTC. Downloads left: 1.'],
    ['linkExpired', 'The link has expired: its period has ended; all its downloads are used.'],
    ['marketIn2019', 'No: Azure reservations are not available in Brazil (BR).'],
    [
      'softwareOf2022',
      'Yes: the purchase can be cancelled. 1,186.84 USD is credited on the next monthly invoice.',
    ],
    [
      'softwareOf2018',
      'Yes: the purchase can be cancelled. The applicable document does not state the credit.',
    ],
    [
      'softwareWithoutWindow',
      'No, the purchase cannot be cancelled: the applicable document has no rule for this case; none of the given roles allows this.',
    ],
    ['linkExpiredByDownloads', 'The link has expired: all its downloads are used.'],
    ['linkExpiredByTime', 'The link has expired: its period has ended.'],
    ['linkActiveUntil', 'The link works until 2025-03-07 12:00:00 UTC.'],
    ['linkCounted', 'The link works. Downloads left: 1.'],
    [
      'linkUnstated',
      'It is not known whether the link still works: the applicable document does not state when it expires.',
    ],
    ['renewedSince2021', 'The link is renewed.'],
    [
      'renewalUnstated',
      'The link is not renewed: the applicable document has no rule for this case.',
    ],
    ['renewalDenied', 'The link is not renewed: the link still works.'],
    ['downloadOnce', 'The download succeeds. Downloads of this link so far: 1.'],
    ['downloadDenied', 'The download fails: the link has expired.'],
    ['renewed', 'The link is renewed and works until 2025-03-19 08:00:00.500 UTC.'],
    ['download', 'The download succeeds. Downloads of this link so far: 50; left: 0.'],
    ['renewalRevoked', 'The link is permanently revoked because the purchase was cancelled.'],
    ['permissionKept', 'Nothing changes: the customer’s permission to buy is already on.'],
    [
      'customerTask',
      'Yes: the customer can manage a reservation themselves, in the Microsoft portal.',
    ],
    ['partnershipEstablished', 'Yes. The new status: the partnership is established.'],
    ['resellerTask', 'Yes, this is allowed: the reseller earns incentives on the subscription.'],
    [
      'draftIncomplete',
      'The support request for a reservation exchange cannot be sent yet: information is missing.',
    ],
    ['discounts', 'The discount applies to 1 of the subscriptions checked.'],
  ])('of %s begins: %s', (name, verdict) => {
    expect(explain(of(name)).split('\n')[0]).toBe(verdict);
  });

  it.each([
    ['access', ['Without the role Admin agent, the answer would be no.', sameRoles]],
    ['accessByTwo', [sameRoles]],
    ['accessDenied', ['Roles that allow it: Admin agent.', sameRoles]],
    ['market', ['The newest version, api-2022-06, gives the same answer.']],
    [
      'software',
      [
        'One day earlier, on 2025-04-28, the credit would be 1,009.32 (+3.29).',
        'One day later, on 2025-04-30, the credit would be 1,002.74 (−3.29).',
        'On 2025-05-01, the first day after the window, it would be refused: the cancellation window has closed.',
      ],
    ],
    [
      'softwarePerpetual',
      [
        'On 2025-05-01, the first day after the window, it would be refused: the cancellation window has closed.',
      ],
    ],
    [
      'softwareTooLate',
      ['On 2025-04-30, the last day of the window, the credit would be 1,002.74 (+1,002.74).'],
    ],
    [
      'softwareTooLateWithoutPrice',
      ['On 2025-04-30, the last day of the window, it would be allowed.'],
    ],
    [
      'softwareOfNobody',
      [
        'Roles that allow it: Admin agent.',
        'On 2025-04-30, the last day of the window, it would be refused: none of the given roles allows this.',
      ],
    ],
    ['softwareToSupport', ['This is the only obstacle. If it is resolved, the answer is yes.']],
    ['softwareNotEligible', ['Roles that allow it: Admin agent.']],
    [
      'softwareNotGrantedNorRead',
      [
        'Roles that allow it: Admin agent.',
        'Even without these obstacles, the answer would be no: information that the cancellation requires is missing.',
      ],
    ],
    ['softwareKept', []],
    ['softwareWithoutWindow', ['Roles that allow it: Admin agent.']],
    [
      'softwareTooLateIn2022',
      [
        'On 2025-03-08, the last day of the window, the answer also depends on: billingCycle, quantity.',
      ],
    ],
    ['linkExpired', ['Renew the link.']],
    ['linkActive', []],
    ['customerPurchase', ['If the permission were off, the answer would be no.']],
    ['customerPurchaseDenied', ['If these 3 obstacles are resolved, the answer is yes.']],
    ['customerPurchaseElsewhere', []],
    [
      'permissionDenied',
      [
        'Roles that allow it: Admin agent.',
        'If these 2 obstacles are resolved, the answer is yes.',
      ],
    ],
    [
      'permissionWithoutSubscription',
      ['This is the only obstacle. If it is resolved, the answer is yes.'],
    ],
    [
      'customerTaskElsewhere',
      ['If the partner had sold the subscription, the answer would be yes.'],
    ],
    [
      'customerTaskOfPartnerElsewhere',
      ['Even without these obstacles, the answer would be no: only the partner can do this.'],
    ],
    ['partnershipDenied', ['These 3 obstacles must be resolved.']],
    ['partnershipWithoutLink', ['This is the only obstacle.']],
    ['draftIncomplete', ['When nothing is missing, the request can be sent.']],
    [
      'exchangeBelow',
      ['With a new reservation at 6,016.44, the credit would be 6,016.44 and the amount due 0.00.'],
    ],
    [
      'exchange',
      [
        'One day earlier, on 2025-07-01, the credit would be 6,049.32 and the amount due 8,950.68.',
        'One day later, on 2025-07-03, the credit would be 5,983.56 and the amount due 9,016.44.',
      ],
    ],
    [
      'exchangeEnded',
      [
        'On 2025-12-31, the last day of the term, the credit would be 32.88 and the amount due 14,967.12.',
      ],
    ],
    [
      'exchangeNotReturnable',
      ['For a returnable product, the credit would be 6,016.44 and the amount due 8,983.56.'],
    ],
  ])('of %s says what would change it', (name, whatIf) => {
    expect(linesOf(explain(of(name)), 'What would change the result')).toEqual(whatIf);
  });

  it('of your own policy has a note', () => {
    const note = 'The policy ours is not a published policy';
    expect(explain(of('refundUnlimited'))).toContain(note);
    expect(explain(of('exchangeOfOurs'))).toContain(note);
    expect(explain(of('softwareOfOurs'))).toContain(note);
    expect(explain(of('linkCounted'))).toContain(note);
    expect(explain(of('downloadOfOurs'))).toContain(note);
    for (const name of ['refundCounted', 'softwareOf2022', 'linkUnstated', 'renewalUnstated']) {
      expect(explain(of(name))).not.toContain('is not a published policy');
    }
  });

  it('has the interpretations that the policy chose', () => {
    const chosen = explain(of('refundRoundedDown'));
    expect(chosen).toContain('rounded down once, to the smallest currency unit');
    expect(chosen).toContain('until the end of its calendar year');
    expect(explain(of('refundCounted'))).toContain('The credit before the fee uses the limit');
    expect(explain(of('refundExceeding'))).toContain('is refused as a whole');
  });

  it('of a brief quote is that of the full one, if the policy is published', () => {
    for (const name of [
      'refund',
      'refundClipped',
      'refundExceeding',
      'exchange',
      'settledClipped',
    ]) {
      const { policy, lines: _, ...brief } = of(name) as library.RefundQuote;
      expect(explain({ ...brief, policy: policy.id } as unknown as ExplainableAnswer)).toBe(
        explain(of(name)),
      );
    }
  });

  it('uses the limit of a settled quote', () => {
    expect(explain(of('settledClipped'))).toContain(
      'Refund limit: 50,000.00; used before: 50,000.00; left: 0.00',
    );
  });

  it('escapes facts so that none can look like anything else', () => {
    const hostile = '](x) **b** <i> `c` # _d_\n- e\u202e\u001b[2J https://f.example 가';
    const quote = library.quoteRefund({ ...cancelled, id: hostile });
    const text = explain(quote);
    expect(text).toContain(
      'Record: ](x) **b** <i> `c` # _d_\\u{a}- e\\u{202e}\\u{1b}[2J https://f.example 가\n',
    );
    expect(explain(quote, { as: 'markdown' })).toContain(
      '- Record: \\]\\(x\\) \\*\\*b\\*\\* \\<i\\> \\`c\\` \\# \\_d\\_\\\\u\\{a\\}\\- e\\\\u\\{202e\\}\\\\u\\{1b\\}\\[2J https\\:\\/\\/f\\.example 가\n',
    );
    expect(explain(of('refundRoundedDown'), { as: 'markdown' })).toContain('Policy: a\\*b\n');
    const plain = library.quoteRefund({
      ...cancelled,
      id: 'a-1 -b c- 1-é 1.5 1. .5 a.b 1.b k: x:y',
    });
    expect(explain(plain, { as: 'markdown' })).toContain(
      '- Record: a-1 \\-b c\\- 1\\-é 1.5 1\\. \\.5 a\\.b 1\\.b k: x\\:y\n',
    );
  });
});

describe('what is no answer of this library', () => {
  const issuesOf = (answer: unknown, options?: ExplainOptions): readonly Issue[] => {
    const parsed = tryExplain(answer, options);
    if (parsed.ok) throw new Error(`explained: ${parsed.value}`);
    expect(parsed.issues).not.toEqual([]);
    return parsed.issues;
  };
  const faults = (answer: unknown): string[] => faultTexts(issuesOf(answer));

  it.each(junk)('is refused: %s', (_, value) => {
    issuesOf(value);
    for (const [name, answer] of Object.entries(answers)) {
      for (const field of Object.keys(answer)) {
        const parsed = tryExplain({ ...answer, [field]: value });
        // Only what an answer does not go by can be anything.
        if (parsed.ok) expect([name, parsed.value]).toEqual([name, explain(answer)]);
      }
    }
  });

  it('is refused if it does not name its kind', () => {
    expect(faults({})).toEqual(['kind: missing-field']);
    expect(faults({ ...of('refund'), kind: 'refund' })).toEqual(['kind: unknown-value']);
    expect(issuesOf({ kind: 'refund-qoute' })).toMatchObject([
      {
        expected: expect.stringMatching(
          /^one of the 19 known words, such as .* \(did you mean "refund-quote"\?\)$/,
        ),
      },
    ]);
    expect(() => explain({} as ExplainableAnswer)).toThrow(library.InputError);
  });

  it('is refused on a day before the first text of the source that it names', () => {
    const quote = library.quoteRefund({
      ...{ paid: '12000.00', currency: 'USD', term: 'P1Y', used: true },
      ...{ purchasedOn: '2019-01-01', canceledOn: '2019-06-01' },
    });
    const assumed = quote.assumed.filter((fact) => fact !== 'policy');
    expect(faults({ ...quote, assumed, policy: 'azure' })).toEqual([
      'request.canceledOn: before-first-version',
    ]);
  });

  it('is refused with every field that differs from the computed one', () => {
    const quote = readAgain(of('refundNamed')) as library.RefundQuote;
    const { limit, lines } = quote;
    const altered = {
      ...quote,
      refund: '12000.00',
      payee: 'customer',
      limit: { ...limit, available: 1 },
      because: ['RES-1', ...quote.because.slice(1)],
      lines: [{ ...lines[0], amount: '1.00' }, ...lines.slice(1), ...lines.slice(0, 1)],
      reason: 'term-ended',
      fee: undefined,
      days: 6,
    };
    expect(faults(altered)).toEqual([
      'reason: unknown-field',
      'because.0: contradiction',
      'fee: missing-field',
      'refund: contradiction',
      'payee: contradiction',
      'days: not-an-object',
      'limit.available: contradiction',
      `lines.0.amount: contradiction`,
      `lines.${lines.length}: contradiction`,
    ]);
    expect(issuesOf(altered)).toContainEqual({
      path: ['refund'],
      code: 'contradiction',
      expected: '"10386.41", which follows from the facts of the answer',
      received: '"12000.00"',
      message:
        'refund: expected "10386.41", which follows from the facts of the answer, got "12000.00"',
    });
    expect(issuesOf(altered).at(-1)?.expected).toBe('no further element');
  });

  it('is refused with every issue of its facts, by their place', () => {
    const quote = readAgain(of('refund'));
    expect(faults({ ...quote, request: { ...cancelled, paid: '-1', usd: 1 } })).toEqual([
      'request.usd: unknown-field',
      'request.paid: malformed-amount',
    ]);
    expect(faults({ ...quote, request: 1 })).toEqual(['request: not-an-object']);
    expect(issuesOf({ ...quote, request: 1 })[0]?.message).toMatch(/^request: expected an object/);
    expect(faults({ ...quote, policy: 'ours', assumed: [] })).toEqual(['policy: unknown-value']);
    expect(faults({ ...quote, policy: 'partner-center-2018-05', assumed: [] })).toContain(
      'policy.feeRate: fee-unstated',
    );
    expect(faults({ ...readAgain(of('exchange')), request: {} })).toContain(
      'request.term: missing-field',
    );
    expect(faults({ ...readAgain(of('softwareOf2022')), policy: { id: 'x' } })).toContain(
      'policy.document: missing-field',
    );
    const market = { market: 'BR', asOf: '2018-09-03' };
    expect(faults({ ...readAgain(of('marketIn2019')), request: market })).toEqual([
      'request.asOf: before-first-version',
    ]);
    const draft = readAgain(of('draftIncomplete')) as library.SupportDraft;
    const request = { ...draft.request, quote: { ...of('exchange'), credit: '1.00' } };
    expect(faults({ ...draft, request })).toEqual(['request.quote.credit: contradiction']);
    expect(faults({ ...draft, request: { kind: 'x' } })).toEqual(['request.kind: unknown-value']);
  });

  it('is refused if the limit of a settled quote cannot be read', () => {
    const quote = readAgain(of('settled')) as library.RefundQuote;
    expect(faults({ ...quote, limit: undefined })).toEqual(['limit: not-an-object']);
    expect(faults({ ...quote, limit: { ...quote.limit, consumedBefore: 'x' } })).toEqual([
      'limit.consumedBefore: malformed-amount',
    ]);
    const request = { ...quote.request, consumedRefunds: '49000.00' };
    expect(faults({ ...quote, request })).toContain('limit.consumedBefore: contradiction');
    expect(faults({ ...readAgain(of('refundEnded')), request })).not.toEqual([]);
  });

  it.each(Object.entries(answers))(
    'is refused for its request, if that is none: %s',
    (_, answer) => {
      for (const request of [1, { used: 'x' }]) {
        const [first] = issuesOf({ ...answer, request });
        expect(first?.path[0]).toBe('request');
        expect(first?.message).toContain(`${first?.path.join('.')}: expected`);
      }
    },
  );

  it('is refused if nobody can look at what it assumed', () => {
    const assumed = throwingProxy('get', []);
    expect(faults({ ...readAgain(of('refundCounted')), assumed })).toContain('assumed: unreadable');
  });

  it('is refused for an unknown option', () => {
    const code = (options: unknown): string[] =>
      issuesOf(of('refund'), options as ExplainOptions).map(
        ({ path, code }) => `${path.join('.')}: ${code}`,
      );
    expect(code({ locale: 'de' })).toEqual(['options.locale: unknown-value']);
    expect(code({ locale: 1 })).toEqual(['options.locale: unknown-value']);
    expect(code({ as: 'html' })).toEqual(['options.as: unknown-value']);
    expect(code({ as: '__proto__', locale: 'constructor' })).toHaveLength(2);
    expect(code({ language: 'ko' })).toEqual(['options.language: unknown-field']);
    expect(code(1)).toEqual(['options: not-an-object']);
  });

  it('uses the defaults for missing options', () => {
    expect(explain(of('refund'), { locale: undefined, as: undefined })).toBe(explain(of('refund')));
    const none = { locale: null, as: null } as unknown as ExplainOptions;
    expect(explain(of('refund'), none)).toBe(explain(of('refund')));
  });
});

it('is explained the same with properties on Object.prototype', () => {
  const text = explain(of('refund'));
  Object.defineProperty(Object.prototype, 'locale', {
    value: 'ko',
    writable: true,
    enumerable: true,
    configurable: true,
  });
  try {
    expect(explain(of('refund'))).toBe(text);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'locale');
  }
});

it('explains a cancellation whose window ends on no stated day', () => {
  const decision = library.decideSoftwareCancellation({
    ...{ kind: 'subscription', paid: '120.00', currency: 'USD', term: 'P1Y' },
    ...{ purchasedOn: '2025-03-01', canceledOn: '2025-03-02', roles: 'admin-agent' },
    ...{ customer: { tenantId: 'contoso' }, productName: 'Office', orderId: 'O-1' },
    ...{ messageRead: true, refundOptions: [{ type: 'Full' }] },
  } as never);
  expect(decision).toMatchObject({ allowed: true, lastDay: null, daysLeft: null });
  expect(explain(decision)).toContain('does not state the last day to cancel');
  expect(explain(decision)).not.toContain('last day of the window');
});

describe('an explanation of where to click', () => {
  it('stands below an obstacle with its next step', () => {
    const denied = library.decideCustomerPurchase({
      subscription: { offer: 'azure-plan', boughtBy: 'partner', userRole: 'owner' },
      permission: 'off',
    });
    expect(linesOf(explain(denied), 'Why not')).toEqual([
      'The customer’s permission to buy is off (CUS-1). Ask an admin agent to turn it on.',
      'Where: Partner Center > CSP > Customers > (customer) > Account, “Customer permissions”: select “Allow customer to purchase” (“Give customers permission to buy their own products or services”, 2020-05-13)',
    ]);
    expect(explain(denied, { locale: 'ko' })).toContain(
      '    경로: 파트너 센터 > CSP > 고객 > (고객) > 계정, ‘고객 권한’: ‘고객이 구매할 수 있음’ 선택(‘고객에게 제품 또는 서비스를 직접 구매할 권한 부여’, 2020-05-13)',
    );
  });

  it('is left out if nothing is clicked', () => {
    const denied = library.decideMarket('CN');
    expect(explain(denied)).not.toMatch(/Where/);
  });

  it.each([
    ['access', library.decideAccess('admin-agent', 'software.cancel'), 'Software'],
    [
      'a customer’s task',
      library.decideCustomerTask('get-server-keys', { subscriptionBoughtBy: 'partner' }),
      'Microsoft 365 admin center > Billing > Your products, “Software”',
    ],
    [
      'a removed partnership',
      library.advancePartnership(
        { enrolled: true, hasAccount: true, stage: 'established' },
        { kind: 'remove-partnership' },
      ),
      'Partner Center > Indirect resellers',
    ],
  ])('follows a yes: %s', (_, answer, place) => {
    expect(linesOf(explain(answer), 'Where to click').join('\n')).toContain(place);
  });
});
