import { describe, expect, it } from 'vitest';
import type { ExplainableAnswer } from '../../src/explain/index.ts';
import * as library from '../../src/index.ts';
import { answers, readAgain, tryExplain } from './answers.ts';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

interface Alteration {
  readonly path: readonly (string | number)[];
  readonly value: Json;
}

/** Every value with one leaf, field or element altered, dropped or added. */
function* alterationsOf(value: Json): Generator<Alteration, void, undefined> {
  for (const other of othersOf(value)) yield { path: [], value: other };
  if (typeof value !== 'object' || value === null) return;
  const within = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [name, inner] of within) {
    for (const { path, value: other } of alterationsOf(inner)) {
      const copy = Array.isArray(value) ? [...value] : { ...value };
      (copy as Record<string | number, Json>)[name] = other;
      yield { path: [name, ...path], value: copy };
    }
  }
  if (Array.isArray(value)) {
    for (const at of value.keys())
      yield { path: [at], value: value.filter((_, position) => position !== at) };
    yield { path: [value.length], value: [...value, value[0] ?? 'another'] };
    if (value.length > 1) yield { path: [0], value: [...value].reverse() };
    return;
  }
  for (const name of Object.keys(value)) {
    const { [name]: _, ...others } = value;
    yield { path: [name], value: others };
  }
  yield { path: ['another'], value: { ...value, another: 'field' } };
}

function othersOf(value: Json): Json[] {
  switch (typeof value) {
    case 'string':
      return [`${value}0`, value.slice(1), '999.99', '1', null];
    case 'number':
      return [value + 1, value - 1, String(value), null];
    case 'boolean':
      return [!value, null];
    default:
      return value === null ? ['0.00', 0, false, {}] : [null, 'another'];
  }
}

function valueAt(value: Json | undefined, path: readonly (string | number)[]): Json | undefined {
  let inner: Json | undefined = value;
  for (const name of path) inner = (inner as Record<string | number, Json> | undefined)?.[name];
  return inner;
}

/** What can be altered so that the altered answer is another true one. */
const facts: ReadonlySet<unknown> = new Set([
  ...['request', 'policy', 'policies', 'policySource', 'assumed', 'ignoredRoles'],
]);

/** The answer to the facts of an answer, without them. */
function answerTo(answer: ExplainableAnswer): object {
  const isAssumed = (fact: string): boolean =>
    'assumed' in answer && (answer.assumed as readonly string[]).includes(fact);
  const options =
    isAssumed('policy') || !('policy' in answer) ? {} : { policy: answer.policy as never };
  switch (answer.kind) {
    case 'refund-quote': {
      // What the ledger of a settled quote knew.
      const consumedRefunds = isAssumed('consumedRefunds')
        ? undefined
        : (answer.request.consumedRefunds ?? answer.limit?.consumedBefore ?? '0.00');
      return library.quoteRefund({ ...answer.request, consumedRefunds }, options);
    }
    case 'exchange-quote':
      return library.quoteExchange(answer.request, options);
    case 'return-plan':
      return library.planReturns({
        ...answer.request,
        ...(answer.policySource === null ? options : { policy: answer.policySource }),
      });
    case 'access-decision':
      return library.decideAccess(
        [...answer.request.roles, ...answer.ignoredRoles],
        answer.request.action,
        { asOf: answer.request.asOf, guest: answer.request.guest },
      );
    case 'market-decision':
      return library.decideMarket(answer.request.market, {
        asOf: answer.request.asOf,
        list: answer.request.list,
      });
    case 'software-cancellation':
      return library.decideSoftwareCancellation(
        { ...answer.request, roles: [...answer.request.roles, ...answer.ignoredRoles] },
        options,
      );
    case 'software-comparison':
      return library.compareSoftwareCancellation(
        { ...answer.request, roles: [...answer.request.roles, ...answer.ignoredRoles] },
        answer.policies,
      );
    case 'software-exchange':
      return library.decideSoftwareExchange(answer.request);
    case 'link-status':
      return library.downloadLinkStatus(answer.request.link, answer.request.asOf, options);
    case 'link-renewal':
      return library.renewDownloadLink(answer.request.link, answer.request.asOf, options);
    case 'recorded-download':
      return library.recordDownload(answer.request.link, answer.request.asOf, options);
    case 'customer-purchase':
      return library.decideCustomerPurchase(answer.request);
    case 'permission-change':
      return library.decidePermissionChange({
        ...answer.request,
        roles: [...answer.request.roles, ...answer.ignoredRoles],
      });
    case 'customer-task': {
      const { task, ...others } = answer.request;
      return library.decideCustomerTask(task, others);
    }
    case 'discounted-subscriptions':
      return library.discountedSubscriptions(answer.request);
    case 'partnership':
      return library.advancePartnership(answer.request.state, answer.request.event, {
        asOf: answer.request.asOf,
      });
    case 'reseller-task':
      return library.decideResellerTask(answer.request.task, answer.request.relationship, {
        asOf: answer.request.asOf,
      });
    case 'hybrid-benefit':
      return library.decideHybridBenefit(answer.request);
    case 'support-draft': {
      const { kind, ...others } = answer.request;
      return library.draftSupportRequest(kind, others);
    }
  }
}

const figuresOf = ({ request: _, ...figures }: { readonly request?: unknown }): object => figures;

describe.each(Object.entries(answers))('%s, with anything altered', (_, answer) => {
  const given = readAgain(answer) as unknown as Json;

  it('is refused, or is the true answer to other facts', () => {
    const wrong: unknown[] = [];
    let altered = 0;
    const unaltered = JSON.stringify(given);
    for (const { path, value } of alterationsOf(given)) {
      if (JSON.stringify(value) === unaltered) continue;
      const parsed = tryExplain(value);
      altered += 1;
      if (!parsed.ok) continue;
      // A quote may leave its lines out, as the command line does.
      if (path.join() === 'lines' && !Object.hasOwn(value as object, 'lines')) continue;
      if (path.join() === 'lines' && (value as { lines: unknown }).lines === null) continue;
      const other = value as unknown as ExplainableAnswer;
      if (facts.has(path[0])) {
        expect(figuresOf(other)).toEqual(readAgain(figuresOf(answerTo(other))));
      } else wrong.push([path, JSON.stringify(valueAt(value, path))]);
    }
    expect(wrong).toEqual([]);
    expect(altered).toBeGreaterThan(40);
  });
});
