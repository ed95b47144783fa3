import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import facts from '../package.json' with { type: 'json' };
import { jsrMetadata, obstaclesTo, stage, withAbsoluteLinks } from './scripts/release.js';

const address = facts.repository.url.replace(/^git\+|\.git$/g, '');

describe('the facts of the package', () => {
  it('name one repository', () => {
    expect(facts.homepage).toBe(`${address}#readme`);
    expect(facts.bugs).toBe(`${address}/issues`);
    expect(facts.author).toBe(/\(c\) \d+ (.*)/.exec(readFileSync('LICENSE', 'utf8'))?.[1]);
  });
});

describe('a release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'partner-rules-release-test-'));
  beforeAll(() => stage(folder, facts, '@example'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

  it('has a README whose links name files of the repository, at the version', () => {
    const links = [...read('README.md').matchAll(/\]\(([^)\s#]+)/g)].map(([, link = '']) => link);
    const own = links.filter((link) => link.startsWith(address));
    expect(own.length).toBeGreaterThan(30);
    for (const link of links) expect(link).toMatch(/^https?:/);
    const base = `${address}/blob/v${facts.version}/`;
    for (const link of own)
      expect([link, existsSync(link.replace(base, ''))]).toEqual([link, true]);
  });

  it('leaves links to other sites and to headings as they are', () => {
    const text = '[a](https://a.example) [b](#b) [c](docs/c.md#d)';
    expect(withAbsoluteLinks(text, facts)).toBe(
      `[a](https://a.example) [b](#b) [c](${address}/blob/v${facts.version}/docs/c.md#d)`,
    );
  });

  it('has a source for every map', () => {
    for (const ending of ['.js.map', '.cjs.map', '.d.ts.map', '.d.cts.map']) {
      const maps = readdirSync(join(folder, 'dist')).filter((name) => name.endsWith(ending));
      const sources = maps.flatMap((map) => JSON.parse(read(`dist/${map}`)).sources as string[]);
      expect([ending, sources.length > 100]).toEqual([ending, true]);
      const isThere = (source: string): boolean => existsSync(join(folder, 'dist', source));
      expect(sources.filter((source) => !isThere(source))).toEqual([]);
    }
  });

  it('runs no script where it is installed, and names no tool', () => {
    const published = JSON.parse(read('package.json')) as object;
    expect(Object.keys(published)).toEqual(expect.arrayContaining(['exports', 'dependencies']));
    expect(Object.keys(published).filter((key) => /scripts|dev|overrides/.test(key))).toEqual([]);
  });

  it('has the entries of the package on JSR, as sources', () => {
    const { exports, imports } = jsrMetadata(facts, '@example');
    expect(exports['./roles']).toBe('./src/roles/index.ts');
    for (const path of Object.values(exports)) expect(existsSync(join(folder, path))).toBe(true);
    expect(Object.keys(imports)).toEqual(Object.keys(facts.dependencies));
    expect(JSON.parse(read('jsr.json'))).toEqual(jsrMetadata(facts, '@example'));
  });

  it('is refused without a token, or with the address of nowhere', () => {
    const placeholder = { repository: { url: 'git+https://code.example/a/b.git' } };
    const real = { repository: { url: 'git+https://github.com/a/b.git' } };
    expect(obstaclesTo(placeholder, false, {})).toHaveLength(2);
    expect(obstaclesTo(placeholder, false, { NODE_AUTH_TOKEN: 'x' })[0]).toMatch(/repository/);
    expect(obstaclesTo(real, false, { NODE_AUTH_TOKEN: 'x' })).toEqual([]);
    expect(obstaclesTo(placeholder, true, {})).toEqual([]);
  });
});
