// The repository's pages as pages of the site: a title, links that resolve there, and notebooks with their pictures.

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import GithubSlugger from 'github-slugger';

const { dirname, join, normalize, relative } = posix;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const site = `${root}docs/site/`;
const content = `${site}src/content/docs/`;
const files = `${site}public/files/`;
/** Files have one place for both languages, so they are linked from the root of the site. */
const base = process.env.SITE_BASE ?? '/';

/** The pages that do not lie in `docs`, and their place on the site. */
const others = {
  'README.md': 'start',
  'docs/ko/README.md': 'ko/start',
  'CHANGELOG.md': 'changelog',
  '.github/CONTRIBUTING.md': 'contributing',
  '.github/SECURITY.md': 'security',
  '.github/CODE_OF_CONDUCT.md': 'code-of-conduct',
};

/** The place of a page: `docs/guide/README.md` is `guide`. */
function slugOf(path) {
  if (Object.hasOwn(others, path)) return others[path];
  const place = path
    .replace(/^docs\/(site\/(?=reference))?/, '')
    .replace(/(^|\/)README\.md$|\.(md|ipynb)$/g, '');
  return place.toLowerCase();
}

/** The files below a folder, apart from installed packages and from what is built. */
function filesBelow(folder, ending) {
  if (!existsSync(root + folder)) return [];
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (['node_modules', 'docs/reference', 'docs/site'].some((one) => path.endsWith(one)))
      return [];
    if (entry.isDirectory()) return filesBelow(path, ending);
    return ending.test(entry.name) ? [path] : [];
  });
}

/** Writes every page into the generator's folder, and what pages link to and is no page into `public/files`. */
export function writePages() {
  for (const folder of [content, files]) rmSync(folder, { recursive: true, force: true });
  const sources = [...Object.keys(others), ...filesBelow('docs', /\.(md|ipynb)$/)];
  if (existsSync(`${site}reference`)) sources.push(...filesBelow('docs/site/reference', /\.md$/));
  const pages = new Map(sources.map((path) => [path, slugOf(path)]));
  for (const [path, slug] of pages) {
    write(slug, pageOf(path, slug, pages));
    // A notebook is one file for both languages: its texts have a translation beside them.
    if (path.endsWith('.ipynb')) write(`ko/${slug}`, pageOf(path, `ko/${slug}`, pages));
  }
}

function write(slug, text) {
  const path = `${content}${slug}.md`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pageOf(path, slug, pages) {
  const source = readFileSync(root + path, 'utf8');
  const text = path.endsWith('.ipynb') ? notebookText(JSON.parse(source), slug) : source;
  const title = /^# (.+)$/m.exec(text)?.[1].replace(/[`*]/g, '').replace(/\\(.)/g, '$1') ?? slug;
  const body = text.replace(/^# .+\n+/m, '');
  const isLong = /^(reference|rulebook|changelog)/.test(slug);
  const head = [
    `title: ${JSON.stringify(title)}`,
    ...(isLong ? ['tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 2 }'] : []),
  ];
  const linked = withLinks(body, path, slug, pages);
  return `---\n${head.join('\n')}\n---\n\n${withEnglishAnchors(linked, path)}`;
}

/** The headings of a page, apart from the first, with their places; blocks of code have none. */
const headingsOf = (text) => [
  ...text.replace(/^```.*?^```$/gms, (code) => ' '.repeat(code.length)).matchAll(/^##+ (.*)$/gm),
];

/** The anchors of the English headings in a Korean page too, so that a link with one holds in both languages. */
function withEnglishAnchors(text, path) {
  const english =
    Object.keys(others).find((file) => slugOf(path) === `ko/${others[file]}`) ??
    path.replace(/^docs\/ko\//, 'docs/');
  if (!path.startsWith('docs/ko/') || !existsSync(root + english)) return text;
  const slugger = new GithubSlugger();
  const anchors = headingsOf(readFileSync(root + english, 'utf8')).map(([, heading]) =>
    slugger.slug(heading.replace(/[`*]/g, '')),
  );
  const headings = headingsOf(text);
  const own = new GithubSlugger();
  let written = text;
  for (const [at, { index, 1: heading }] of [...headings.entries()].reverse()) {
    if (own.slug(heading.replace(/[`*]/g, '')) === anchors[at]) continue;
    written = `${written.slice(0, index)}<a id="${anchors[at]}"></a>\n\n${written.slice(index)}`;
  }
  return written;
}

/** Links between pages, from folder to folder: they hold under any base path and in every language. */
function withLinks(text, path, slug, pages) {
  return text.replace(/\]\((?!https?:|#|mailto:)([^)\s]+)\)/g, (whole, link) => {
    const [target, anchor] = link.split('#', 2);
    const file = normalize(join(dirname(path), decodeURI(target)));
    const hash = anchor === undefined ? '' : `#${anchor}`;
    if (pages.has(file)) {
      // A page without a translation is shown in English among the Korean ones.
      const isOther = slug.startsWith('ko/') && !pages.get(file).startsWith('ko/');
      const place = (isOther ? 'ko/' : '') + pages.get(file);
      return `](${relative(`/${slug}/`, `/${place}/`) || '.'}/${hash})`;
    }
    if (!existsSync(root + file) || /\/$/.test(file)) return whole;
    const copy = `${files}${file.replace(/^docs\//, '')}`;
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(root + file, copy, { recursive: true });
    return `](${base}files/${file.replace(/^docs\//, '')})`;
  });
}

/** A notebook: its texts, its code, and what the code showed. */
function notebookText({ cells, metadata }, slug) {
  const language = metadata.kernelspec?.language ?? 'ts';
  let pictures = 0;
  const shown = (output) => {
    const data = output.data ?? {};
    const textOf = (part) => [part].flat().join('');
    if (output.output_type === 'stream') return fenced(textOf(output.text), 'txt');
    if (data['image/svg+xml']) {
      pictures += 1;
      const name = `notebooks/${slug.split('/').at(-1)}-${pictures}.svg`;
      mkdirSync(`${files}notebooks`, { recursive: true });
      const svg = textOf(data['image/svg+xml']);
      writeFileSync(files + name, svg);
      const alt = textOf(data['text/plain'] ?? `Picture ${pictures}`)
        .replace(/[\n[\]<>]/g, ' ')
        .slice(0, 200);
      // As an element: the generator would look for a picture in Markdown among its own sources.
      return `<img src="${base}files/${name}" alt="${alt.replaceAll('"', '&quot;')}" />\n`;
    }
    if (data['text/html'])
      return `<div class="table">\n${textOf(data['text/html']).replace(/\n\s*\n/g, '\n')}\n</div>\n`;
    return data['text/plain'] ? fenced(textOf(data['text/plain']), 'txt') : '';
  };
  return cells
    .map(({ cell_type: type, source, metadata: { ko }, outputs = [] }) => {
      const text = [slug.startsWith('ko/') ? (ko ?? source) : source].flat().join('');
      if (type === 'markdown') return `${text}\n`;
      return [fenced(text, /python/i.test(language) ? 'py' : 'ts'), ...outputs.map(shown)].join(
        '\n',
      );
    })
    .join('\n');
}

const fenced = (text, language) => `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
