import { describe, expectTypeOf, test } from 'vitest';
import { softwareClauses } from '../../src/clauses/index.ts';
import {
  type AllowedSoftwareCancellation,
  type Decision,
  type Denied,
  type DeniedSoftwareCancellation,
  type DownloadLink,
  type DownloadLinkStatus,
  type DownloadRefusal,
  decideSoftwareCancellation,
  decideSoftwareExchange,
  downloadLinkStatus,
  type LinkRenewalRefusal,
  type PublishedSoftwarePolicyId,
  parseSoftwarePolicy,
  recordDownload,
  renewDownloadLink,
  type SoftwareCancellationDecision,
  type SoftwareCancellationInput,
  type SoftwareCancellationRefusal,
  type SoftwareCancellationRequest,
  type SoftwareCredit,
  type SoftwareExchangeRefusal,
  type SoftwareKind,
  type SoftwarePolicy,
  softwareKinds,
  softwarePolicies,
  softwarePolicyAt,
} from '../../src/software/index.ts';

declare const kind: SoftwareKind;
declare const decision: SoftwareCancellationDecision;
declare const status: DownloadLinkStatus;
declare const link: DownloadLink;
declare const maybeTerm: 'P1Y' | 'P3Y' | undefined;

const days = { purchasedOn: '2025-03-01', canceledOn: '2025-03-02', roles: 'admin-agent' } as const;
const price = { paid: '1200.00', currency: 'USD' } as const;

describe('what compiles', () => {
  test('any kind without a price', () => {
    decideSoftwareCancellation({ ...days, kind });
    decideSoftwareCancellation({ ...days, kind: 'subscription' });
    decideSoftwareCancellation({ ...days, kind: 'subscription', term: 'P1Y' });
    decideSoftwareCancellation({ ...days, kind: 'perpetual', paid: undefined, term: undefined });
  });

  test('a price with its currency, and of a subscription with its term', () => {
    decideSoftwareCancellation({ ...days, ...price, kind: 'perpetual' });
    decideSoftwareCancellation({ ...days, ...price, kind: 'red-hat-plan' });
    decideSoftwareCancellation({ ...days, ...price, kind: 'subscription', term: 'P3Y' });
    decideSoftwareCancellation({ ...days, kind: 'perpetual', paid: 1200n, currency: 'KRW' });
  });

  test('days and roles of any accepted kind', () => {
    const when = { purchasedOn: new Date(0), canceledOn: new Date(0) };
    decideSoftwareCancellation({ ...when, kind, roles: [] });
    decideSoftwareCancellation({ ...when, kind, roles: ['sales-agent', 'admin-agent'] });
  });

  test('the facts of an answer, again', () => {
    expectTypeOf<SoftwareCancellationRequest>().toExtend<SoftwareCancellationInput>();
    decideSoftwareCancellation(decision.request);
    renewDownloadLink(link, new Date(0));
    recordDownload(renewDownloadLink(link, new Date(0)).link, '2025-03-01T10:00:00Z');
  });

  test('an answer that is narrowed first', () => {
    expectTypeOf(decision).toExtend<Decision<SoftwareCancellationRefusal>>();
    if (decision.allowed) {
      expectTypeOf(decision).toEqualTypeOf<AllowedSoftwareCancellation>();
      expectTypeOf(decision.credit).toEqualTypeOf<SoftwareCredit>();
      expectTypeOf(decision.missing).toEqualTypeOf<readonly []>();
      if (decision.credit.basis === 'pro-rated') {
        expectTypeOf(decision.credit.days).toEqualTypeOf<number | null>();
      }
    } else {
      expectTypeOf(decision).toEqualTypeOf<DeniedSoftwareCancellation>();
      expectTypeOf(decision.credit).toBeNull();
    }
    if (decision.request.kind === 'subscription') {
      expectTypeOf(decision.request.term).toEqualTypeOf<'P1M' | 'P1Y' | 'P3Y' | undefined>();
      if (decision.request.paid !== undefined) {
        expectTypeOf(decision.request.term).toEqualTypeOf<'P1M' | 'P1Y' | 'P3Y'>();
      }
    }
  });

  test('an exchange, which is always a no', () => {
    expectTypeOf(decideSoftwareExchange({ kind })).toExtend<Denied<SoftwareExchangeRefusal>>();
    expectTypeOf(decideSoftwareExchange({ kind }).allowed).toEqualTypeOf<false>();
  });

  test('a policy by its name, from the library or parsed', () => {
    const facts = { ...days, kind: 'perpetual' } as const;
    decideSoftwareCancellation(facts, {});
    decideSoftwareCancellation(facts, { policy: 'software-2022' });
    decideSoftwareCancellation(facts, { policy: softwarePolicyAt('2021-01-01').policy });
    recordDownload(link, new Date(0), { policy: softwarePolicies['software-2018-09'] });
    renewDownloadLink(link, new Date(0), { policy: decision.policy });
    const parsed = parseSoftwarePolicy({ basedOn: 'software-2022', id: 'ours' });
    if (parsed.ok) downloadLinkStatus(link, new Date(0), { policy: parsed.value });
    expectTypeOf<keyof typeof softwarePolicies>().toEqualTypeOf<PublishedSoftwarePolicyId>();
  });

  test('the last day of a cancellation', () => {
    expectTypeOf(decision.lastDay).toEqualTypeOf<string | null>();
  });

  test('the state of a link', () => {
    expectTypeOf(status.state).toEqualTypeOf<'active' | 'expired' | 'revoked' | 'unstated'>();
    if (status.state === 'expired') {
      expectTypeOf(status.expiredBy[0]).toEqualTypeOf<'time' | 'downloads'>();
    } else {
      expectTypeOf(status.expiredBy).toEqualTypeOf<readonly []>();
    }
    const renewed = renewDownloadLink(link, new Date(0));
    if (!renewed.allowed) expectTypeOf(renewed.reason).toEqualTypeOf<LinkRenewalRefusal>();
    const recorded = recordDownload(link, new Date(0));
    if (!recorded.allowed) expectTypeOf(recorded.reason).toEqualTypeOf<DownloadRefusal>();
  });
});

describe('what does not compile', () => {
  test('a price without a currency, or a currency without a price', () => {
    // @ts-expect-error no currency
    decideSoftwareCancellation({ ...days, kind: 'perpetual', paid: '1200.00' });
    // @ts-expect-error no price
    decideSoftwareCancellation({ ...days, kind: 'perpetual', currency: 'USD' });
    // @ts-expect-error no currency
    decideSoftwareCancellation({ ...days, kind: 'subscription', term: 'P1Y', paid: '1200.00' });
  });

  test('a term of what has none, or the price of a subscription without one', () => {
    // @ts-expect-error for good
    decideSoftwareCancellation({ ...days, kind: 'perpetual', term: 'P1Y' });
    // @ts-expect-error for good, with a price
    decideSoftwareCancellation({ ...days, ...price, kind: 'perpetual', term: 'P1Y' });
    // @ts-expect-error a plan
    decideSoftwareCancellation({ ...days, kind: 'suse-linux-plan', term: 'P1Y' });
    // @ts-expect-error no term
    decideSoftwareCancellation({ ...days, ...price, kind: 'subscription' });
    // @ts-expect-error perhaps no term
    decideSoftwareCancellation({ ...days, ...price, kind: 'subscription', term: maybeTerm });
    // @ts-expect-error perhaps a subscription
    decideSoftwareCancellation({ ...days, ...price, kind });
    // @ts-expect-error no such term
    decideSoftwareCancellation({ ...days, ...price, kind: 'subscription', term: 'P5Y' });
  });

  test('facts that are missing, unknown or of the wrong type', () => {
    // @ts-expect-error no role
    decideSoftwareCancellation({ purchasedOn: '2025-03-01', canceledOn: '2025-03-02', kind });
    // @ts-expect-error no such role
    decideSoftwareCancellation({ ...days, kind, roles: 'Admin agent' });
    // @ts-expect-error no such kind
    decideSoftwareCancellation({ ...days, kind: 'lease' });
    // @ts-expect-error no such field
    decideSoftwareCancellation({ ...days, kind, used: false });
    // @ts-expect-error a customer has a name, a tenant or a domain
    decideSoftwareCancellation({ ...days, kind, customer: 'Contoso' });
    // @ts-expect-error no such field
    decideSoftwareCancellation({ ...days, kind, customer: { id: 'C-1' } });
    // @ts-expect-error yes or no
    decideSoftwareCancellation({ ...days, kind, messageRead: 'yes' });
    // @ts-expect-error no kind
    decideSoftwareExchange({});
    // @ts-expect-error a count
    downloadLinkStatus({ issuedAt: '2025-03-01T10:00:00Z', downloads: '1' }, new Date(0));
    // @ts-expect-error no instant
    downloadLinkStatus({ issuedAt: '2025-03-01T10:00:00Z', downloads: 1 });
    // @ts-expect-error an instant is text or a Date
    recordDownload(link, 0);
  });

  test('policies that are none', () => {
    const facts = { ...days, kind: 'perpetual' } as const;
    // @ts-expect-error no such version
    decideSoftwareCancellation(facts, { policy: 'software-2023' });
    // @ts-expect-error a misspelt option
    decideSoftwareCancellation(facts, { polcy: 'software-2022' });
    // @ts-expect-error what is based on another is parsed first
    recordDownload(link, new Date(0), { policy: { basedOn: 'software-2022', id: 'ours' } });
    // @ts-expect-error perhaps it was not parsed
    downloadLinkStatus(link, new Date(0), { policy: parseSoftwarePolicy({}) });
    // @ts-expect-error only what has a term is pro-rated
    const credit: SoftwarePolicy['perpetualCredit'] = 'pro-rated';
    // @ts-expect-error a published number
    softwarePolicies['software-2022'].linkDays = 6;
    return credit;
  });

  test('a no taken for a yes', () => {
    // @ts-expect-error perhaps there is no credit
    decision.credit.amount;
    // @ts-expect-error perhaps it is a yes
    decision.obstacles;
    // @ts-expect-error there is no yes
    if (decideSoftwareExchange({ kind }).allowed === true) return undefined;
    // @ts-expect-error a fresh link may not have been made
    return renewDownloadLink(link, new Date(0)).reason;
  });

  test('to change an answer', () => {
    // @ts-expect-error whether it is allowed
    decision.allowed = true;
    // @ts-expect-error what is missing
    decision.missing.push('orderId');
    // @ts-expect-error what comes of it
    decision.effects[0] = 'keys-revoked';
    // @ts-expect-error the count
    link.downloads += 1;
    // @ts-expect-error the words
    softwareKinds.push('lease');
    for (const clause of softwareClauses) {
      // @ts-expect-error a clause
      clause.statement = '';
    }
  });
});
