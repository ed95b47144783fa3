import { describe, expect, it } from 'vitest';
import { clauseById } from '../../src/clauses/index.ts';
import { askAgain } from '../../src/explain/form/answer-fields.ts';
import type { ExplainableAnswer, ExplainOptions, Issue } from '../../src/explain/index.ts';
import * as library from '../../src/index.ts';
import { throwingProxy } from '../reservations/hostile.ts';
import { junk } from '../support/hostile.ts';
import {
  answers,
  cancelled,
  explain,
  linesOf,
  policyWith,
  readAgain,
  tryExplain,
} from './answers.ts';

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

  it('tells its verdict first, and every clause and interpretation', () => {
    const text = explain(answer);
    const rules = linesOf(text, 'The rules');
    expect(
      rules.filter((line) => /^[A-Z]{3}-\d+: /.test(line)).map((line) => line.split(':')[0]),
    ).toEqual(answer.because);
    for (const id of answer.because) {
      const clause = clauseById(id);
      expect(rules).toContain(`${id}: ${clause.statement}`);
      expect(text).toContain(`, ${clause.revision}, section: ${clause.section}`);
    }
    const interpretations = linesOf(text, 'How they were read');
    expect(interpretations.map((line) => line.split(':')[0])).toEqual(answer.interpretations);
    if ('obstacles' in answer) {
      expect(linesOf(text, 'What stands in the way')).toHaveLength(answer.obstacles.length);
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

describe('an explanation', () => {
  it('of a refund reads well in English', () => {
    const quote = of('refundClipped');
    expect(explain(quote)).toBe(`\
The refund is 2,000.00 USD, paid to the partner; the refund limit holds back the other 101,864.11 USD.
How it is worked out, in USD
  Policy: partner-center-2020-08
  Bought on 2025-01-01 for one year, at 120,000.00; cancelled on 2025-01-07 (6 days later), unused.
  Credit: 120,000.00 × 359 ÷ 365 = 118,027.40 (RES-3; 359 of 365 days remain)
  Early termination fee: 118,027.40 × 12 % = 14,163.29 (RES-3)
  Credit less fee: 118,027.40 − 14,163.29 = 103,864.11 (RES-6)
  Refund limit: of 50,000.00, 48,000.00 were used before; left: 2,000.00 (RES-5)
  Refund: the smaller of 103,864.11 and 2,000.00 = 2,000.00 (RES-7)
  Held back: 103,864.11 − 2,000.00 = 101,864.11 (RES-5)
  Used of the limit afterwards: 48,000.00 + 2,000.00 = 50,000.00; left: 0.00
The rules that it comes from
  RES-3: An unused reservation that is cancelled more than five days after its purchase is credited pro rata, less an early termination fee of 12 %.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work, table, row 3
  RES-5: Refunds of every row are capped at 50,000 USD a year.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work, text and last column of the table
  RES-6: What is paid out is the pro-rated rest of the price, less the fee.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: How cancellations work
  RES-7: The vendor pays the partner and never turns to the customer; the partner settles with the customer.
    “Manage, cancel, exchange or refund Azure reservations for customers”, 2020-08-06, section: Cancel or exchange a reservation
How they were read where they leave a choice
  R-DAYS: Days are counted from one UTC date to another; the time of day does not matter.
  R-PRORATE: Pro-rating goes by days: the price times the days that remain, divided by the days of the term.
  R-BASIS: The price that was paid is what is pro-rated.
  R-ROUND: Each line is rounded once to the smallest unit; a half goes to the even side.
  R-FEE: The fee is a share of the pro-rated credit, not of the price.
  R-YEAR: A refund uses the refund limit on its day and on the 364 days after it.
  R-WHOSE: Each customer has a limit of their own.
  R-COUNTS: What is paid out uses the limit; exchanges never do.
  R-OVER: Above the limit the refund is cut to what is left of it; exactly the limit still fits.
  R-WHICH: Where nothing else is asked for, the texts of 2020 apply, from which these rules were taken.
To keep in mind
  No policy was named, so the partners’ page of 2020 was followed.
  No product was named; it was assumed to be one that can be given back.
  No billing plan was named; payment up front was assumed.
  The refund limit cut the refund.
What would change it
  Without the limit, it would have been 103,864.11: + 101,864.11.
  Had nothing of the limit been used before, it would have been 50,000.00: + 48,000.00.
  In each case 48,000.00 USD of the limit were used before, unless it says otherwise.`);
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
  환불액: 11,835.62, 50,000.00 중 작은 금액 = 11,835.62(RES-7)
  이후 사용한 한도: 0.00 + 11,835.62 = 11,835.62, 남은 한도: 38,164.38
근거 규칙
  RES-2: 구매 후 5일 이내에 취소한 사용된 예약은 수수료 없이 일할 계산됩니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 절: How cancellations work, table, row 2
  RES-5: 어느 경우든 환불은 1년에 50,000 USD까지입니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 절: How cancellations work, text and last column of the table
  RES-6: 지급되는 금액은 일할 계산된 나머지 가격에서 수수료를 뺀 금액입니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 절: How cancellations work
  RES-7: 벤더는 파트너에게 지급하며 고객에게 연락하지 않습니다. 고객과의 정산은 파트너가 합니다.
    ‘고객을 위한 Azure 예약 관리, 취소, 교환 및 환불’, 2020-08-06, 절: Cancel or exchange a reservation
규칙에 해석의 여지가 있을 때 적용한 해석
  R-DAYS: 일수는 UTC 날짜의 차이로 세며, 하루 중의 시각은 상관없습니다.
  R-FIVE: 정해진 기간의 마지막 날도 그 기간에 포함됩니다.
  R-PRORATE: 일할 계산은 가격 × 남은 일수 ÷ 약정 일수입니다.
  R-BASIS: 실제로 낸 가격을 일할 계산합니다.
  R-ROUND: 각 줄은 최소 화폐 단위로 한 번만 반올림하며, 정확히 절반이면 짝수 쪽으로 맞춥니다.
  R-YEAR: 환불은 그날과 그 뒤 364일 동안 환불 한도를 사용합니다.
  R-WHOSE: 한도는 고객마다 따로 있습니다.
  R-COUNTS: 실제로 지급된 금액이 한도를 사용하며, 교환은 한도를 사용하지 않습니다.
  R-WHICH: 따로 지정하지 않으면 이 규칙의 바탕이 된 2020년 문서를 따릅니다.
유의할 점
  정책을 지정하지 않아 2020년 파트너용 페이지를 따랐습니다.
  제품을 알려 주지 않아 반환할 수 있는 제품으로 보았습니다.
  청구 방식을 알려 주지 않아 선불로 보았습니다.
  이전 환불이 한도를 얼마나 사용했는지 알려 주지 않아 사용하지 않은 것으로 보았습니다.
결과가 달라지는 경우
  하루 전인 2025-01-05에는 환불액이 11,868.49입니다(차이: + 32.87).
  하루 뒤인 2025-01-07에는 환불액이 10,386.41입니다(차이: − 1,449.21).
  사용하지 않았다면 환불액이 12,000.00입니다(차이: + 164.38).
  따로 적지 않은 경우, 이미 사용한 한도는 0.00 USD로 보았습니다.`);
  });

  it('of a refused exchange tells both prices', () => {
    const bought = 'Bought on 2025-01-01 for one year, at 12,000.00; exchanged on 2025-07-02';
    expect(explain(of('exchangeBelow'))).toContain(
      `${bought} (182 days later) for one at 1,000.00.`,
    );
    expect(explain(of('exchangeNotReturnable'))).toContain('for one at 15,000.00 USD.');
    expect(explain(of('exchangeBelow'), { locale: 'ko' })).toContain(
      '2025-07-02에 교환(182일 뒤, 새 예약의 가격 1,000.00).',
    );
  });

  it('of a market reads well in Markdown', () => {
    expect(explain(of('marketDenied'), { as: 'markdown' })).toBe(`\
**No: Azure reservations cannot be had in Eswatini (SZ).**

### The facts

- The list that was followed is that of 2019-12-19.
- On the list as: Swaziland.

### What stands in the way, and what to do

- The market is on the list of those without Azure reservations (MKT-1). Do without a reservation there.

### The rules that it comes from

- MKT-1: Under 109 names the table lists markets in which no Azure reservation can be had.\\
  “Sell software subscriptions through the CSP program”, 2020-06-18, section: Azure reservations unavailable markets, table

### How they were read where they leave a choice

- R-WHICH: Where nothing else is asked for, the texts of 2020 apply, from which these rules were taken.

### To keep in mind

- No day was named for the list of markets, so the newest list was taken.`);
  });

  it.each([
    ['refund', 'The refund is 10,386.41 USD, paid to the partner.'],
    ['refundReached', 'Nothing is paid out: the refund limit holds back all of the 10,386.41 USD.'],
    ['refundInYen', 'The refund is 1,038,641 JPY, paid to the partner.'],
    ['refundEnded', 'There is no refund: the term is over.'],
    [
      'exchange',
      'The exchange credits 6,016.44 USD toward the new reservation, which leaves 8,983.56 USD to pay.',
    ],
    ['exchangeBelow', 'The exchange is refused: the new reservation costs less than the credit.'],
    ['access', 'Yes: as Admin agent one may cancel purchases of software.'],
    ['accessWithoutRole', 'No: somebody without a role may not cancel purchases of software.'],
    [
      'market',
      'Yes, as far as the list goes: South Korea (KR) is not among the markets without Azure reservations.',
    ],
    [
      'software',
      'Yes: the purchase can be cancelled, and 1,006.03 USD are credited on the next monthly invoice.',
    ],
    [
      'softwareOfNobody',
      'No, the purchase cannot be cancelled: the last day on which it could be cancelled is over; and none of the roles grants it.',
    ],
    ['linkActive', 'The link works until 2025-03-15 10:00:00 UTC; downloads left until then: 1.'],
    ['linkExpired', 'The link has expired: its time is over; and its downloads are used up.'],
    ['marketIn2019', 'No: Azure reservations cannot be had in Brazil (BR).'],
    [
      'softwareOf2022',
      'Yes: the purchase can be cancelled, and 1,186.85 USD are credited on the next monthly invoice.',
    ],
    [
      'softwareOf2018',
      'Yes: the purchase can be cancelled, but the text that applies does not say how much is credited.',
    ],
    [
      'softwareWithoutWindow',
      'No, the purchase cannot be cancelled: the text that applies has no rule for this case; and none of the roles grants it.',
    ],
    ['linkExpiredByDownloads', 'The link has expired: its downloads are used up.'],
    ['linkExpiredByTime', 'The link has expired: its time is over.'],
    ['linkActiveUntil', 'The link works until 2025-03-07 12:00:00 UTC.'],
    ['linkCounted', 'The link works; downloads left: 1.'],
    [
      'linkUnstated',
      'It cannot be told whether the link still works: the text that applies does not say when it ends.',
    ],
    ['renewedSince2021', 'The link is renewed.'],
    [
      'renewalUnstated',
      'The link is not renewed: the text that applies has no rule for this case.',
    ],
    ['renewalDenied', 'The link is not renewed: the link still works.'],
    ['downloadOnce', 'The download succeeds; it is number 1 of the link.'],
    ['downloadDenied', 'The download fails: the link has expired.'],
    ['renewed', 'The link is renewed and works until 2025-03-19 08:00:00.500 UTC.'],
    ['download', 'The download succeeds; it is number 50 of the link; downloads left: 0.'],
    ['renewalRevoked', 'The link is revoked for good, since its purchase was cancelled.'],
    ['permissionKept', 'Nothing changes: the customer’s permission to buy is on already.'],
    [
      'customerTask',
      'Yes: the customer can manage a reservation themselves, in the vendor’s portal.',
    ],
    ['partnershipEstablished', 'Yes. From now on: the partnership is established.'],
    ['resellerTask', 'Yes, this is allowed: the reseller earns incentives on the subscription.'],
    [
      'draftIncomplete',
      'The request for the exchange of a reservation cannot be sent yet: something is missing.',
    ],
    ['discounts', 'The discount goes to 1 of the subscriptions that were looked at.'],
  ])('of %s begins: %s', (name, verdict) => {
    expect(explain(of(name)).split('\n')[0]).toBe(verdict);
  });

  it.each([
    ['access', ['Without the role Admin agent the answer would be no.']],
    ['accessByTwo', []],
    ['accessDenied', ['The roles that grant it: Admin agent.']],
    ['market', []],
    [
      'software',
      [
        'One day earlier, on 2025-04-28, the credit would have been 1,009.32: + 3.29.',
        'One day later, on 2025-04-30, the credit would have been 1,002.74: − 3.29.',
        'On 2025-05-01, the first day after the window, it would have been refused: the last day on which it could be cancelled is over.',
      ],
    ],
    [
      'softwarePerpetual',
      [
        'On 2025-05-01, the first day after the window, it would have been refused: the last day on which it could be cancelled is over.',
      ],
    ],
    [
      'softwareTooLate',
      [
        'On 2025-04-30, the last day of the window, the credit would have been 1,002.74: + 1,002.74.',
      ],
    ],
    [
      'softwareTooLateWithoutPrice',
      ['On 2025-04-30, the last day of the window, it would have been allowed.'],
    ],
    [
      'softwareOfNobody',
      [
        'The roles that grant it: Admin agent.',
        'On 2025-04-30, the last day of the window, it would have been refused: none of the roles grants it.',
      ],
    ],
    [
      'softwareToSupport',
      ['Nothing else stands in the way: once this is put right, the answer is yes.'],
    ],
    ['softwareNotEligible', ['The roles that grant it: Admin agent.']],
    [
      'softwareNotGrantedNorRead',
      [
        'The roles that grant it: Admin agent.',
        'Even then the answer would be no: something that the cancellation asks for is missing.',
      ],
    ],
    ['softwareKept', []],
    ['softwareWithoutWindow', ['The roles that grant it: Admin agent.']],
    [
      'softwareTooLateIn2022',
      [
        'On 2025-03-08, the last day of the window, the credit would have been 1,176.99: + 1,176.99.',
      ],
    ],
    ['linkExpired', ['Renew the link.']],
    ['linkActive', []],
    ['customerPurchase', ['With the permission off the answer would be no.']],
    ['customerPurchaseDenied', ['Once these 3 points are put right, the answer is yes.']],
    ['customerPurchaseElsewhere', []],
    [
      'permissionDenied',
      [
        'The roles that grant it: Admin agent.',
        'Once these 2 points are put right, the answer is yes.',
      ],
    ],
    [
      'permissionWithoutSubscription',
      ['Nothing else stands in the way: once this is put right, the answer is yes.'],
    ],
    ['customerTaskElsewhere', ['Had the partner sold the subscription, the answer would be yes.']],
    [
      'customerTaskOfPartnerElsewhere',
      ['Even then the answer would be no: it is for the partner to do.'],
    ],
    ['partnershipDenied', ['These 3 points stand in the way.']],
    ['partnershipWithoutLink', ['Nothing else stands in the way.']],
    ['draftIncomplete', ['Once nothing is missing, the request can be sent.']],
    [
      'exchangeBelow',
      ['At a new price of 6,016.44, the credit would have been 6,016.44, and 0.00 left to pay.'],
    ],
    [
      'exchange',
      [
        'One day earlier, on 2025-07-01, the credit would have been 6,049.32, and 8,950.68 left to pay.',
        'One day later, on 2025-07-03, the credit would have been 5,983.56, and 9,016.44 left to pay.',
      ],
    ],
    [
      'exchangeEnded',
      [
        'On 2025-12-31, the last day of the term, the credit would have been 32.88, and 14,967.12 left to pay.',
      ],
    ],
    [
      'exchangeNotReturnable',
      [
        'For a product that can be given back, the credit would have been 6,016.44, and 8,983.56 left to pay.',
      ],
    ],
  ])('of %s says what would change it', (name, whatIf) => {
    expect(linesOf(explain(of(name)), 'What would change it')).toEqual(whatIf);
  });

  it('of a policy of one’s own says so', () => {
    const note = 'The policy ours is no published one';
    expect(explain(of('refundUnlimited'))).toContain(note);
    expect(explain(of('exchangeOfOurs'))).toContain(note);
    expect(explain(of('softwareOfOurs'))).toContain(note);
    expect(explain(of('linkCounted'))).toContain(note);
    expect(explain(of('downloadOfOurs'))).toContain(note);
    for (const name of ['refundCounted', 'softwareOf2022', 'linkUnstated', 'renewalUnstated']) {
      expect(explain(of(name))).not.toContain('is no published one');
    }
  });

  it('tells interpretations as the policy chose them', () => {
    const chosen = explain(of('refundRoundedDown'));
    expect(chosen).toContain('rounded once to the smallest unit, downwards');
    expect(chosen).toContain('until its calendar year ends');
    expect(explain(of('refundCounted'))).toContain('The credit before the fee uses the limit');
    expect(explain(of('refundExceeding'))).toContain('the whole request is refused');
  });

  it('of a brief quote is that of the whole one, where the policy is published', () => {
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

  it('takes what a ledger knew of the limit', () => {
    expect(explain(of('settledClipped'))).toContain(
      'of 50,000.00, 50,000.00 were used before; left: 0.00',
    );
  });

  it('lets no fact look like anything else', () => {
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
  const tooEarly = '0001-01-02T00:00:00.000Z';

  const usedLink = { issuedAt: '2025-03-01T10:00:00Z', downloads: 1 };
  const issuesOf = (answer: unknown, options?: ExplainOptions): readonly Issue[] => {
    const parsed = tryExplain(answer, options);
    if (parsed.ok) throw new Error(`explained: ${parsed.value}`);
    expect(parsed.issues).not.toEqual([]);
    return parsed.issues;
  };
  const faults = (answer: unknown): string[] =>
    issuesOf(answer).map(({ path, code }) => `${path.join('.')}: ${code}`);

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

  it('is refused where nothing tells what it is', () => {
    expect(faults({})).toEqual([': unknown-value']);
    expect(issuesOf({})).toMatchObject([{ expected: 'an answer of this library' }]);
    expect(faults({ allowed: true, toString: 1 })).toEqual([': unknown-value']);
    expect(() => explain({} as ExplainableAnswer)).toThrow(library.InputError);
  });

  it('is refused where it says something else than its facts lead to', () => {
    const quote = readAgain(of('refund'));
    expect(faults({ ...quote, refund: '12000.00' })).toEqual(['refund: contradiction']);
    expect(faults({ ...quote, because: ['RES-1'] })).toEqual(['because: contradiction']);
    expect(faults({ ...quote, lines: [] })).toEqual(['lines: contradiction']);
    expect(faults({ ...quote, fee: undefined })).toEqual(['fee: missing-field']);
    expect(faults({ ...quote, days: 6 })).toEqual(['days: contradiction']);
    expect(faults({ ...quote, lines: { length: 6 } })).toEqual(['lines: contradiction']);
    expect(faults({ ...readAgain(of('market')), available: false })).toEqual([
      'available: contradiction',
    ]);
    expect(faults({ ...readAgain(of('software')), daysLeft: 9 })).toEqual([
      'daysLeft: contradiction',
    ]);
    expect(faults({ ...readAgain(of('draft')), complete: false })).toEqual([
      'complete: contradiction',
    ]);
    expect(faults({ ...readAgain(of('linkExpired')), expiredBy: [] })).toEqual([
      'state: contradiction',
      'downloadsLeft: contradiction',
    ]);
    expect(faults({ ...readAgain(of('linkActive')), downloadsLeft: 51 })).toEqual([
      'downloadsLeft: contradiction',
    ]);
    expect(faults({ ...readAgain(of('linkUnstated')), expiresAt: tooEarly })).toEqual([
      'expiresAt: contradiction',
    ]);
    expect(faults({ ...readAgain(of('linkActive')), assumed: [] })).toEqual([
      'interpretations: contradiction',
    ]);
    expect(faults({ ...readAgain(of('download')), assumed: [] })).toEqual([
      'interpretations: contradiction',
    ]);
    expect(faults({ ...readAgain(of('marketIn2019')), listFrom: '2019-12-19' })).toContain(
      'available: contradiction',
    );
    expect(faults({ ...readAgain(of('partnershipDenied')), obstacles: [] })).toEqual([
      ': contradiction',
    ]);
  });

  it('is refused with every issue of its facts, by where they stand', () => {
    const quote = readAgain(of('refund'));
    expect(faults({ ...quote, request: { ...cancelled, paid: '-1', usd: 1 } })).toEqual([
      'request.usd: unknown-field',
      'request.paid: malformed-amount',
    ]);
    expect(faults({ ...quote, request: 1 })).toEqual(['request: not-an-object']);
    expect(issuesOf({ ...quote, request: 1 })[0]?.message).toMatch(/^request: expected an object/);
    expect(faults({ ...quote, assumed: [], limit: undefined })).toEqual(['limit: not-an-object']);
    expect(faults({ ...quote, policy: 'ours' })).toEqual(['policy: unknown-value']);
    expect(faults({ ...quote, policy: policyWith({}) })).toEqual(['policy: contradiction']);
    expect(faults({ ...quote, policy: 'partner-center-2018-05', assumed: [] })).toContain(
      'policy.feeRate: fee-unstated',
    );
    expect(faults({ ...readAgain(of('exchange')), request: {} })).toContain(
      'request.term: missing-field',
    );
    expect(faults({ ...readAgain(of('softwareOf2022')), policy: { id: 'x' } })).toContain(
      'policy.document: missing-field',
    );
    expect(faults({ ...readAgain(of('market')), listFrom: '2019-04-03' })).toEqual([
      'listFrom: unknown-value',
    ]);
    expect(issuesOf({ ...readAgain(of('linkActive')), expiresAt: tooEarly })).toMatchObject([
      { path: ['expiresAt'], code: 'year-out-of-range', received: `"${tooEarly}"` },
    ]);
    expect(faults({ ...readAgain(of('download')), link: null })).toContain('link: not-an-object');
    expect(faults({ ...readAgain(of('access')), action: 'x' })).toEqual(['action: unknown-value']);
    expect(issuesOf({ ...readAgain(of('access')), action: 'x' })[0]?.message).toMatch(
      /^action: expected/,
    );
    expect(faults({ ...readAgain(of('market')), code: 'XX' })).toEqual(['code: unknown-value']);
    expect(faults({ ...readAgain(of('customerTask')), task: 'x' })).toContain(
      'task: unknown-value',
    );
    expect(
      faults({
        ...readAgain(of('draftOfSoftware')),
        fields: { contact: { name: 1 }, title: 2, files: [3] },
      }),
    ).toEqual([
      'fields.problemType: missing-field',
      'fields.title: wrong-type',
      'fields.contact.name: wrong-type',
      'fields.description: missing-field',
      'fields.files.0: wrong-type',
    ]);
    expect(
      faults({
        ...readAgain(of('download')),
        link: { issuedAt: '9999-12-31T00:00:00Z', downloads: 1 },
      }),
    ).toEqual(['link.issuedAt: year-out-of-range']);
    const link = { ...usedLink, firstDownloadedAt: '2025-02-28T10:00:00Z' };
    expect(faults({ ...readAgain(of('download')), link })).toEqual([
      'link.firstDownloadedAt: before-issue',
    ]);
  });

  it.each(Object.entries(answers).filter(([, answer]) => 'allowed' in answer))(
    'is refused where its verdict was turned round: %s',
    (_, answer) => {
      issuesOf({ ...answer, allowed: !('allowed' in answer && answer.allowed) });
    },
  );

  it('is refused where something else was consumed of the limit', () => {
    const quote = readAgain(of('refund')) as library.RefundQuote;
    const limit = { ...quote.limit, consumedBefore: '49000.00' };
    const request = { ...quote.request, consumedRefunds: '49000.00' };
    expect(faults({ ...quote, limit, request })).toContain('assumed: contradiction');
    expect(faults({ ...quote, request, assumed: [] })).toContain('limit: contradiction');
    expect(faults({ ...readAgain(of('refundEnded')), request })).not.toEqual([]);
  });

  it('is refused where a link does not lead to it', () => {
    const faultsWith = (name: string, change: object): string[] => {
      const answer = readAgain(of(name)) as library.LinkRenewal;
      return faults({ ...answer, link: { ...answer.link, ...change } });
    };
    expect(faultsWith('download', { downloads: 0 })).toEqual(['interpretations: contradiction']);
    expect(faultsWith('download', { downloads: 51 })).toContain('allowed: contradiction');
    expect(faultsWith('download', { revoked: true })).toContain('allowed: contradiction');
    const policy = 'software-2021-02';
    expect(faults({ ...readAgain(of('renewedSince2021')), policy })).toContain(
      'allowed: contradiction',
    );
    expect(faultsWith('renewed', { downloads: 1 })).toContain('interpretations: contradiction');
    expect(faultsWith('renewed', { revoked: true })).toContain('allowed: contradiction');
    expect(faultsWith('renewalDenied', { downloads: 50 })).toContain('allowed: contradiction');
    expect(faultsWith('renewalDenied', { revoked: true })).toContain('reason: contradiction');
  });

  it('is refused where no relationship or event leads to it', () => {
    const task = readAgain(of('resellerTask')) as library.ResellerTaskDecision;
    expect(issuesOf({ ...task, access: ['customer-account'] })).toEqual([
      expect.objectContaining({
        path: [],
        code: 'contradiction',
        expected: 'what a relationship leads to for this task',
      }),
    ]);
    expect(faults({ ...task, task: 'sell' })).toEqual(['task: unknown-value']);
    const partnership = readAgain(of('partnershipDenied')) as library.DeniedPartnership;
    const [first, ...others] = partnership.obstacles;
    const obstacles = [{ ...first, clause: 'MKT-1' }, ...others];
    expect(issuesOf({ ...partnership, obstacles })).toEqual([
      expect.objectContaining({
        path: [],
        code: 'contradiction',
        expected: 'what an event makes of a partnership',
      }),
    ]);
    const established = { enrolled: true, hasAccount: false, stage: 'established' };
    expect(faults({ ...partnership, next: established })).toEqual([
      'next.hasAccount: contradiction',
    ]);
  });

  it('is refused where its form is another, or lacks something else', () => {
    const draft = readAgain(of('draft')) as library.SupportDraft;
    const form = draft.fields ?? {};
    expect(faults({ ...draft, fields: { ...form, contact: {} } })).toEqual([
      'complete: contradiction',
      'missing: contradiction',
    ]);
    expect(faults({ ...draft, kind: 'software-cancellation' })).toEqual([
      'fields.issueType: contradiction',
      'fields.problemType: contradiction',
      'fields.category: contradiction',
      'fields.description: contradiction',
    ]);
    expect(issuesOf({ ...draft, kind: 'reservation-exchange' })).toEqual([
      expect.objectContaining({
        path: ['fields', 'description'],
        expected: 'a text that begins with "Request: exchange of an Azure reservation"',
      }),
    ]);
    expect(faults({ ...draft, fields: { ...form, impact: 'high', files: [] } })).toEqual([
      'fields.impact: contradiction',
      'fields.files: contradiction',
    ]);
    const software = readAgain(of('draftOfSoftware')) as library.SupportDraft;
    expect(faults({ ...software, missing: [] })).toEqual(['missing: contradiction']);
    const denied = readAgain(of('draftDenied')) as library.SupportDraft;
    expect(faults({ ...denied, deniedFor: ['term-ended'] })).toContain(
      'obstacles.0.clause: unknown-value',
    );
    expect(faults({ ...denied, deniedFor: [] })).toEqual(['obstacles: empty']);
    expect(faults({ ...denied, kind: 'software-cancellation' })).toEqual([
      'deniedFor.0: unknown-value',
    ]);
    const notAsked = readAgain(of('draftNotAskedFor')) as library.SupportDraft;
    expect(faults({ ...notAsked, reason: 'answer-denied' })).toEqual(['reason: contradiction']);
  });

  it.each(Object.entries(answers).filter(([, answer]) => 'request' in answer))(
    'is refused for its request, where that is none: %s',
    (_, answer) => {
      for (const request of [1, { used: 'x' }]) {
        const [first] = issuesOf({ ...answer, request });
        expect(first?.path[0]).toBe('request');
        expect(first?.message).toContain(`${first?.path.join('.')}: expected`);
      }
    },
  );

  it.each<[name: string, change: object, faults: readonly string[]]>([
    ['linkActive', { state: 'x' }, ['state: unknown-value']],
    ['linkActive', { expiredBy: ['x'] }, ['expiredBy.0: unknown-value']],
    ['linkActive', { expiresAt: 1 }, ['expiresAt: malformed-instant']],
    ['linkActive', { downloadsLeft: -1 }, ['downloadsLeft: malformed-count']],
    ['download', { allowed: 1 }, ['allowed: wrong-type']],
    ['download', { link: { ...usedLink, issuedAt: 1 } }, ['link.issuedAt: malformed-instant']],
    ['download', { link: { ...usedLink, downloads: -1 } }, ['link.downloads: malformed-count']],
    [
      'download',
      { link: { ...usedLink, firstDownloadedAt: 1 } },
      ['link.firstDownloadedAt: malformed-instant'],
    ],
    ['download', { link: { ...usedLink, revoked: 1 } }, ['link.revoked: wrong-type']],
    ['customerTask', { task: 'x' }, ['task: unknown-value']],
    ['access', { roles: ['x'] }, ['roles.0: unknown-value']],
    ['exchange', { lines: [] }, ['lines: contradiction']],
    ['exchangeOfOurs', { policy: 'ours' }, ['policy: unknown-value']],
    [
      'refund',
      { assumed: [], limit: { consumedBefore: 'x' } },
      ['limit.consumedBefore: malformed-amount'],
    ],
    ['draft', { kind: 'x' }, ['kind: unknown-value']],
    ['draft', { allowed: 1 }, ['allowed: wrong-type']],
    ['draft', { advised: ['x'] }, ['advised.0: unknown-value']],
    ['draft', { assumed: ['x'] }, ['assumed.0: unknown-value']],
    ['draft', { because: ['x'] }, ['because.0: unknown-value']],
    ['draft', { interpretations: ['x'] }, ['interpretations.0: unknown-value']],
    ['draft', { missing: 1 }, ['missing: not-an-array']],
    ['draft', { missing: [1] }, ['missing.0: not-an-object']],
    ['draft', { missing: [{ oneOf: 1 }] }, ['missing.0.oneOf: not-an-array']],
    ['draft', { missing: [{ oneOf: ['x'] }] }, ['missing.0.oneOf.0: unknown-value']],
    ['draft', { fields: 1 }, ['fields: not-an-object']],
    ['draftDenied', { obstacles: 1 }, ['obstacles: not-an-array']],
    ['draftDenied', { obstacles: [{ clause: 'MKT-1' }] }, ['obstacles.0.clause: unknown-value']],
    [
      'renewed',
      { reason: 'x', obstacles: [] },
      ['reason: contradiction', 'obstacles: contradiction'],
    ],
  ])('is refused: %s with %o', (name, change, expected) => {
    expect(faults({ ...readAgain(of(name)), ...change })).toEqual(expected);
  });

  it.each<[name: string, change: object, expected: string]>([
    ['refund', { refund: '1.00' }, 'what the facts of the answer lead to'],
    [
      'linkActive',
      { expiresAt: tooEarly },
      'the end of a link that was made in the year 0001 or later',
    ],
    [
      'refund',
      { policy: policyWith({}) },
      'partner-center-2020-08, which is what is taken where none is named',
    ],
    ['refund', { policy: 'partner-center-2018-05', assumed: [] }, 'the fee of a refund'],
    ['renewed', { reason: 'x' }, 'no reason against what is allowed'],
    ['draft', { kind: 'software-cancellation' }, 'no such field in this form'],
    ['draftOfSoftware', { fields: { contact: {} } }, 'CSP Purchase/Refund on behalf of customers'],
    ['draft', { fields: { contact: { name: 1 } } }, 'Billing'],
  ])('is told what was expected: %s with %o', (name, change, expected) => {
    expect(issuesOf({ ...readAgain(of(name)), ...change })[0]).toMatchObject({ expected });
  });

  it('is refused where nobody can look at what it assumed', () => {
    const assumed = throwingProxy('get', []);
    expect(faults({ ...readAgain(of('refundCounted')), assumed })).toEqual([
      'assumed: contradiction',
    ]);
  });

  it('is refused for each field of a form that is none', () => {
    const draft = readAgain(of('draft')) as library.SupportDraft;
    const form = draft.fields ?? {};
    const contactWith = (contact: unknown): string[] =>
      faults({ ...draft, fields: { ...form, contact } });
    expect(contactWith(1)).toEqual(['fields.contact: not-an-object']);
    expect(contactWith({ preferredContactMethod: 'x' })).toEqual([
      'fields.contact.preferredContactMethod: unknown-value',
    ]);
    expect(issuesOf({ ...draft, fields: { ...form, title: 1 } })).toMatchObject([
      { path: ['fields', 'title'], code: 'wrong-type', expected: 'a text' },
    ]);
    const exchange = readAgain(of('draftIncomplete')) as library.SupportDraft;
    expect(faults({ ...exchange, fields: { ...exchange.fields, category: 'x' } })).toEqual([
      'fields.category: contradiction',
    ]);
  });

  it('is refused for an unknown option', () => {
    const code = (options: unknown): string[] =>
      issuesOf(of('refund'), options as ExplainOptions).map(
        ({ path, code }) => `${path.join('.')}: ${code}`,
      );
    expect(code({ locale: 'de' })).toEqual(['options.locale: unknown-value']);
    expect(code({ locale: null })).toEqual(['options.locale: unknown-value']);
    expect(code({ as: 'html' })).toEqual(['options.as: unknown-value']);
    expect(code({ as: '__proto__', locale: 'constructor' })).toHaveLength(2);
    expect(code({ language: 'ko' })).toEqual(['options.language: unknown-field']);
    expect(code(1)).toEqual(['options: not-an-object']);
  });

  it('takes options that are left out for the defaults', () => {
    expect(explain(of('refund'), { locale: undefined, as: undefined })).toBe(explain(of('refund')));
  });
});

it('is told alike whatever somebody put on every object', () => {
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

it('passes a bug of ours on', () => {
  const bug = new Error('a bug');
  const ask = (): never => {
    throw bug;
  };
  expect(() => askAgain(ask, ['request'], [])).toThrow(bug);
});
