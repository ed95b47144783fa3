import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { sidebar } from './src/sidebar.js';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Loads the search when it is opened for the first time, not on every page: it is a fifth of the script that a page may have. */
const searchOnDemand = {
  name: 'search-on-demand',
  enforce: 'pre',
  transform(code, id) {
    if (!/starlight\/components\/Search\.astro\?.*type=script/.test(id)) return undefined;
    const idle = /const onIdle = .*;/;
    if (!idle.test(code)) throw new Error('The search of this Starlight loads in another way.');
    return code.replace(
      idle,
      `const onIdle = (begin) => {
        const opened = new MutationObserver(async () => {
          opened.disconnect();
          await begin();
          this.querySelector('input')?.focus();
        });
        opened.observe(document.body, { attributeFilter: ['data-search-modal-open'] });
      };`,
    );
  },
};

/** The folder under which the site is served, such as /partner-rules. */
const base = process.env.SITE_BASE ?? '/';

export default defineConfig({
  base,
  trailingSlash: 'always',
  // Firefox holds a fetch ahead of a click against the Content-Security-Policy.
  prefetch: false,
  outDir: 'dist',
  // What would be inside a page, the Content-Security-Policy would refuse.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [searchOnDemand],
    build: {
      ...{ assetsInlineLimit: 0, modulePreload: { polyfill: false } },
      ...{ minify: 'terser', terserOptions: { compress: { passes: 2 }, module: true } },
    },
    resolve: { alias: [{ find: /^partner-rules\/(.*)$/, replacement: path('../../dist/$1.js') }] },
    server: { fs: { allow: ['../..'] } },
  },
  integrations: [
    starlight({
      title: 'partner-rules',
      defaultLocale: 'root',
      locales: {
        root: { label: 'English', lang: 'en' },
        ko: { label: '한국어', lang: 'ko' },
      },
      customCss: ['./src/styles/site.css'],
      sidebar,
      // Keeps the questions for when there is no network.
      head: [
        {
          tag: 'script',
          attrs: { type: 'module', src: `${base.replace(/\/?$/, '/')}register.js` },
        },
      ],
      // Long lines wrap: a block that scrolls would have to be reached by the keyboard.
      expressiveCode: { defaultProps: { wrap: true }, styleOverrides: { borderRadius: '0.5rem' } },
      credits: false,
      pagination: false,
      disable404Route: false,
    }),
  ],
});
