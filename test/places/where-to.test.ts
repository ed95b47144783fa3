import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents } from '../../src/clauses/index.ts';
import { koLabels } from '../../src/explain/words/ko-labels.ts';
import { isInputError } from '../../src/kernel/issue.ts';
import type { Place, PortalTask } from '../../src/places/directions.ts';
import { portalLabels } from '../../src/places/labels.ts';
import { portalTasks, whereTo } from '../../src/places/where-to.ts';
import { allActions } from '../../src/roles/matrix.ts';
import { root } from '../docs/blocks.ts';

const ways = portalTasks.map((task) => [task, whereTo(task)] as const);
const clicked = ways.flatMap(([task, way]) => (way === null ? [] : [[task, way] as const]));
const labelsOf = ({ page, tab, button }: Place): string[] =>
  [...page, tab, button].filter((label) => label !== null);

/** The documents, where they are at hand. */
const seeds = `${root}../shared/seeds/`;
const pages = existsSync(seeds) ? readdirSync(seeds) : [];
const files: { readonly [document: string]: string } = {
  'customer-permission': '000',
  reservations: '001',
  'indirect-resellers': '003',
  software: '004',
};

describe('whereTo', () => {
  it('returns the switch of the permission', () => {
    expect(whereTo('turn-on-the-permission')).toEqual({
      ways: [
        [
          {
            portal: 'partner-center',
            page: ['CSP', 'Customers', '(customer)', 'Account'],
            tab: 'Customer permissions',
            button: 'Allow customer to purchase',
          },
        ],
      ],
      document: 'customer-permission',
      revision: '2020-05-13',
      section: 'Turn on or turn off customer permissions to purchase their own Azure reservations',
    });
  });

  it('knows both ways to start a refund', () => {
    const ways = whereTo('reservations.refund')?.ways.map((way) =>
      way.map(({ portal, button }) => `${portal}: ${button}`),
    );
    expect(ways).toEqual([
      ['partner-center: Refund', 'azure-portal: Create'],
      ['partner-center: Manage', 'azure-portal: Refund', 'azure-portal: Create'],
    ]);
  });

  it('finds the entry of a reservation’s record for each task on it', () => {
    const tabs = (
      ['view', 'manage-access', 'configure', 'view-properties', 'request-support'] as const
    ).map((task) => whereTo(`reservations.${task}`)?.ways[0][1]?.tab);
    expect(tabs).toEqual([
      'Overview',
      'Access control (IAM)',
      'Configuration',
      'Properties',
      'New support request',
    ]);
  });

  it('knows a place for every action', () => {
    expect(allActions.filter((action) => whereTo(action) === null)).toEqual([]);
  });

  it('returns null only for what is not done in a portal', () => {
    expect(ways.flatMap(([task, way]) => (way === null ? [task] : []))).toEqual([
      'nothing-left-to-return',
      'keep-until-term-end',
      'wait-for-limit',
      'choose-another-day',
      'leave-the-customer-tenant',
      'continue-without-a-reservation',
      'keep-the-software',
      'use-the-current-link',
      'stop-using-the-software',
      'pay-the-full-compute-rate',
      'ask-the-partner',
      'check-the-other-agreement',
      'keep-the-savings-plan',
      'wait-until-it-is-offered',
      'nothing-to-remove',
      'manage-customer-account',
      'manage-subscription',
      'earn-incentive',
      'handle-support',
    ]);
  });

  it.each(clicked)('%s is dated and cites a public document', (_, way) => {
    expect(way.revision).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(documents[way.document].url).toMatch(/^https:\/\/learn\.microsoft\.com\//);
    expect(way.section).not.toBe('');
  });

  it('suggests the task that was meant', () => {
    expect.assertions(2);
    try {
      whereTo('software.cancl' as PortalTask);
    } catch (error) {
      expect(isInputError(error)).toBe(true);
      expect(String(error)).toContain('(did you mean "software.cancel"?)');
    }
  });

  it('finds nothing on a prototype', () => {
    expect(() => whereTo('__proto__' as PortalTask)).toThrow('task');
    expect(() => whereTo('constructor' as PortalTask)).toThrow('task');
  });

  it('is frozen', () => {
    for (const [, way] of clicked) {
      expect(Object.isFrozen(way)).toBe(true);
      expect(Object.isFrozen(way.ways)).toBe(true);
      expect(way.ways.every(Object.isFrozen)).toBe(true);
      for (const place of way.ways.flat()) {
        expect(Object.isFrozen(place)).toBe(true);
        expect(Object.isFrozen(place.page)).toBe(true);
      }
    }
  });
});

describe('the labels', () => {
  const used = new Set(clicked.flatMap(([, { ways }]) => ways.flat().flatMap(labelsOf)));

  it('are all used', () => {
    expect(portalLabels.filter((label) => !used.has(label))).toEqual([]);
  });

  it('are Korean in Korean, except for names', () => {
    const same = portalLabels.filter((label) => !/[가-힣]/.test(koLabels[label]));
    expect(same).toEqual(['CSP']);
  });

  it.each(
    clicked.flatMap(([task, { document, ways }]) =>
      pages
        .filter((page) => document in files && page.startsWith(`${files[document]}_`))
        .map((page) => [task, ways, page] as const),
    ),
  )('of %s are those of the document', (_, ways, page) => {
    const text = readFileSync(`${seeds}${page}`, 'utf8').toLowerCase();
    const unknown = ways
      .flat()
      .flatMap(labelsOf)
      .filter((label) => !label.startsWith('(') && !text.includes(label.toLowerCase()));
    expect(unknown).toEqual([]);
  });
});
