import { describe } from 'vitest';
import {
  type DownloadLinkInput,
  defaultSoftwarePolicy,
  downloadLinkStatus,
  InputError,
  recordDownload,
  renewDownloadLink,
  type SoftwarePolicy,
  type SoftwarePolicyOptions,
} from '../../../src/software/index.ts';
import { type Cell, itHolds } from '../../cells.ts';
import { faultTexts } from '../../hostile/issues-of.ts';
import { linkClause, succession, table, transcribed } from '../policy-table.ts';

// Instants are nanoseconds after the link was made.
const DAY = 86_400_000_000_000n;
const MADE = BigInt(Date.parse('2025-03-01T10:00:00Z')) * 1_000_000n;

function textOf(age: bigint): string {
  const [seconds, nanos] = [(MADE + age) / 1_000_000_000n, (MADE + age) % 1_000_000_000n];
  const digits = `${nanos}`.padStart(9, '0').replace(/000000$/, '');
  return `${new Date(Number(seconds) * 1_000).toISOString().slice(0, 19)}.${digits}Z`;
}

/** The published policies, the default one unnamed, and some that no text is of. */
interface Case {
  readonly policy: SoftwarePolicy;
  readonly clause: string;
  readonly options: SoftwarePolicyOptions | undefined;
}

const published: readonly Case[] = table.map((row) => {
  const policy = transcribed(row);
  const id = policy.id as keyof typeof linkClause;
  return { policy, clause: linkClause[id], options: { policy: id } };
});

const ownFields = [
  { linkDays: null, linkDaysFrom: 'issue', linkDownloads: 50 },
  { linkDays: 14, linkDaysFrom: 'issue', linkDownloads: null },
  { linkDays: 5, linkDaysFrom: 'first-download', linkDownloads: 50 },
  { linkDays: null, linkDaysFrom: 'first-download', linkDownloads: 1 },
] as const;

const own: readonly Case[] = ownFields.map((fields) => {
  const policy = { ...defaultSoftwarePolicy, id: 'ours', ...fields };
  return { policy, clause: 'SOF-9', options: { policy } };
});

const unnamed = { ...(published[3] as Case), options: undefined };
const cases = [unnamed, ...published, ...own];

interface Link {
  readonly age: bigint;
  readonly downloads: number;
  readonly first: bigint | undefined;
  readonly revoked: boolean | undefined;
}

/** Every link at every instant around every end that some policy gives it. */
function* everyLink(): Iterable<Link> {
  const ends = [0n, 2n * DAY, 5n * DAY, 7n * DAY, 14n * DAY];
  const away = [-DAY, -1_000_000n, -1n, 0n, 1n, 1_000_000n, DAY];
  const ages = ends.flatMap((end) => away.map((by) => end + by));
  for (const age of ages) {
    for (const downloads of [0, 1, 49, 50, 51]) {
      for (const first of [undefined, 0n, 2n * DAY]) {
        for (const revoked of [undefined, false, true]) yield { age, downloads, first, revoked };
      }
    }
  }
}

/** What is wrong with the facts. */
function faultsOf({ policy }: Case, { age, downloads, first }: Link): string[] {
  const isNeeded = policy.linkDaysFrom === 'first-download' && policy.linkDays !== null;
  if (isNeeded && downloads > 0 && first === undefined) {
    return ['link.firstDownloadedAt: missing-field'];
  }
  return [
    ...(first !== undefined && downloads === 0 ? ['link.firstDownloadedAt: contradiction'] : []),
    ...(first !== undefined && age < first ? ['asOf: contradiction'] : []),
    ...(age < 0n ? ['asOf: before-issue'] : []),
  ];
}

const kinds = ['link-status', 'recorded-download', 'link-renewal'];

/** The three answers in full. */
function answersOf(given: Case, link: Link): readonly object[] {
  const request = { link: linkOf(link), asOf: textOf(link.age) };
  return figuresOf(given, link).map((figures, at) => ({ kind: kinds[at], ...figures, request }));
}

/** The three answers of SOF-7, SOF-9 and the older and newer texts, without kind and facts. */
function figuresOf(given: Case, { age, downloads, first, revoked }: Link): readonly object[] {
  const { policy, clause, options } = given;
  const { linkDays, linkDaysFrom, linkDownloads } = policy;
  const begin = linkDaysFrom === 'issue' ? 0n : first;
  const end = linkDays === null || begin === undefined ? null : begin + BigInt(linkDays) * DAY;
  const unstated = [
    ...(end === null ? ['time'] : []),
    ...(linkDownloads === null ? ['downloads'] : []),
  ];
  const ofPolicy = succession(policy.id);
  const which = [
    ...(options === undefined ? ['R-WHICH'] : []),
    ...(ofPolicy.supersededBy === null ? [] : ['R-WHEN']),
  ];
  const assumed = options === undefined ? ['policy'] : [];
  const figures = { unstated, assumed, policy, ...ofPolicy };
  const link = linkOf({ downloads, first, revoked });
  const expiresAt = end === null ? null : textOf(end);

  const refused = (
    reason: string,
    by: string,
    nextStep: string,
    ofIt: string[],
    more: string[],
  ) => ({
    allowed: false,
    reason,
    obstacles: [{ reason, clause: by, ...(ofIt[0] && { interpretation: ofIt[0] }), nextStep }],
    because: [by],
    interpretations: [...ofIt, ...more, ...which],
    link,
    ...figures,
  });
  if (revoked === true) {
    const gone = refused('revoked', 'SOF-7', 'stop-using-the-software', [], []);
    const ofStatus = { state: 'revoked', expiresAt, downloadsLeft: 0, expiredBy: [] };
    return [{ ...ofStatus, because: ['SOF-7'], interpretations: which, ...figures }, gone, gone];
  }

  const isFirst = linkDaysFrom === 'first-download' && linkDays !== null && downloads === 0;
  const counted = linkOf({ downloads: downloads + 1, first: isFirst ? age : first, revoked });
  const recorded = { allowed: true, because: [clause], link: counted, ...figures };
  if (unstated.length === 2) {
    const ofStatus = { state: 'unstated', expiresAt: null, downloadsLeft: null, expiredBy: [] };
    return [
      { ...ofStatus, because: [clause], interpretations: which, ...figures },
      { ...recorded, interpretations: which },
      refused('undefined-by-text', clause, 'use-the-current-link', ['R-RENEW'], []),
    ];
  }

  const expiredBy = [
    ...(end !== null && age >= end ? ['time'] : []),
    ...(linkDownloads !== null && downloads >= linkDownloads ? ['downloads'] : []),
  ];
  const interpretations = ['R-LINK', ...which];
  const status = { expiresAt, expiredBy, because: [clause], interpretations, ...figures };
  if (expiredBy.length === 0) {
    const downloadsLeft = linkDownloads === null ? null : linkDownloads - downloads;
    return [
      { state: 'active', downloadsLeft, ...status },
      { ...recorded, interpretations },
      refused('still-active', clause, 'use-the-current-link', ['R-RENEW'], ['R-LINK']),
    ];
  }
  return [
    { state: 'expired', downloadsLeft: 0, ...status },
    refused('expired', clause, 'renew-the-link', ['R-LINK'], []),
    {
      allowed: true,
      because: [...new Set([clause, 'SOF-9'])],
      interpretations: ['R-LINK', 'R-RENEW', ...which],
      link: { issuedAt: textOf(age), downloads: 0 },
      ...figures,
    },
  ];
}

function linkOf({ downloads, first, revoked }: Omit<Link, 'age'>): DownloadLinkInput {
  return {
    issuedAt: textOf(0n),
    downloads,
    ...(first !== undefined && { firstDownloadedAt: textOf(first) }),
    ...(revoked !== undefined && { revoked }),
  };
}

function asked(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return faultTexts(error.issues);
  }
}

describe('every download link', () => {
  const questions = [downloadLinkStatus, recordDownload, renewDownloadLink];
  const count = 14 * 35 * 5 * 3 * 3 * 3;

  itHolds('under every policy, seen, used and renewed', count, function* (): Iterable<Cell> {
    for (const given of cases) {
      for (const link of everyLink()) {
        const faults = faultsOf(given, link);
        const answers = faults.length > 0 ? [faults, faults, faults] : answersOf(given, link);
        const input = linkOf(link);
        const asOf = textOf(link.age);
        for (const [at, ask] of questions.entries()) {
          const answer = asked(() => ask(input, asOf, given.options));
          yield [[ask.name, input, asOf, given.options], answer, answers[at]];
        }
      }
    }
  });
});
