import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packagesFolder } from '../../../src/base/packages.ts';
import { openProject } from '../../../src/base/project.ts';
import { type DeckServer, serveDeck } from '../../../src/slidev/serve/serve-deck.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'talkdeck-serve-')));
const slides = join(root, 'slides');
let deck: DeckServer;
let server: ViteDevServer;

beforeAll(async () => {
  mkdirSync(slides);
  cpSync(openProject(root).themeFolder, join(root, 'templates', 'theme'), { recursive: true });
  writeFileSync(join(slides, 'package.json'), '{"private":true,"workspaces":[]}');
  [deck, server] = await served('ada');
});
afterAll(async () => {
  await deck.close();
  rmSync(root, { recursive: true, force: true });
});

/** A deck of one slide, served. @param root folder of the meetup */
async function served(slug: string, meetup = root): Promise<[DeckServer, ViteDevServer]> {
  const slides = join(meetup, 'slides');
  writeFileSync(join(slides, `${slug}.md`), `---\nlayout: closing\ntitle: Ada\n---\n\n# Ada\n`);
  let made: ViteDevServer | undefined;
  const running = await serveDeck(
    {
      entry: join(slides, `${slug}.md`),
      themeRoot: openProject(meetup).themeFolder,
      base: `/${slug}/`,
      cacheFolder: join(root, 'cache'),
      scripts: { before: [], after: [] },
      hasFile: (path) => path === 'assets/photo.png',
    },
    { stale: () => {}, failed: () => {} },
    (vite) => {
      made = vite;
    },
  );
  if (!made) throw new Error('nothing is served');
  return [running, made];
}

test('modules come without source maps, which are larger than the code, except for the theme', async () => {
  const client = join(packagesFolder(), '@slidev/client');
  const mapOf = async (url: string) => (await server.transformRequest(url))?.map;
  expect(await mapOf(join(client, 'App.vue'))).toEqual({ mappings: '' });
  expect(await mapOf(join(openProject(root).themeFolder, 'canvas/settle-headings.ts'))).toMatchObject({
    sources: [expect.stringContaining('settle-headings')],
  });
});

test('the first page does not wait for packages that only slides that edit code need', () => {
  const { include = [] } = server.environments.client.config.optimizeDeps;
  expect(include).toContainEqual(expect.stringMatching(/\blz-string$/));
  expect(include.filter((name) => /typescript/.test(name))).toEqual([]);
});

test.each(['', '?v=01234567', '?t=1'])('a slide that is gone is empty, asked for as %s', async (query) => {
  const made = await server.transformRequest(`/@slidev/slides/9/md${query}`);
  expect(made?.code).toContain('ada.md__slidev_9.md');
});

/*
 * Handlers behind the gate. If an update of Slidev or Vite adds one, check what it answers and to whom, and that
 * src/slidev/serve/deck-paths.ts allows it only if a page needs it.
 */
test('all that answers requests behind the gate is known', () => {
  const known = server.middlewares.stack.map(
    ({ route, handle }) => `${route} ${(handle as { name: string }).name}`,
  );
  expect(known).toEqual([
    ' viteRejectInvalidRequestMiddleware',
    ' corsMiddleware',
    ' hostValidationMiddleware',
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    '/__unocss ',
    ' nodeMiddleware',
    ' viteCachedTransformMiddleware',
    ' viteBaseMiddleware',
    '/__open-in-editor launchEditorMiddleware',
    ' viteHMRPingMiddleware',
    ' viteServePublicMiddleware',
    ' viteTransformMiddleware',
    ' viteServeRawFsMiddleware',
    ' viteServeStaticMiddleware',
    ' viteHtmlFallbackMiddleware',
    ' ',
    ' viteIndexHtmlMiddleware',
    ' vite404Middleware',
    ' viteErrorMiddleware',
  ]);
});

test('all plugins that have a hand in the server are known', () => {
  const has = (plugin: Plugin) => plugin.configureServer !== undefined;
  expect(server.config.plugins.filter(has).map(({ name }) => name)).toEqual([
    'slidev:loader',
    'unocss:global',
    'vite:oxc',
    'slidev:mcp',
    'vite:vue',
    'vite-plugin-vue-server-ref',
    'slidev:config',
    'slidev:monaco-write',
    'unocss:config',
    'unocss:devtools',
    'unocss:inspector',
    'unocss:inspector:spa',
    'unocss:inspector:rpc',
    'unplugin-vue-components',
  ]);
});

test('all plugins that make up modules are known', () => {
  const has = (plugin: Plugin) => plugin.load !== undefined;
  expect(server.config.plugins.filter(has).map(({ name }) => name)).toEqual([
    'vite:optimized-deps',
    'talkdeck:empty-gone',
    'slidev:loader',
    'unplugin-icons',
    'unocss:global',
    'slidev:patch-monaco-sourcemap',
    'vite:modulepreload-polyfill',
    'vite:bundled-dev-client-imports',
    'vite:html-inline-proxy',
    'vite:css',
    'builtin:oxc-runtime',
    'builtin:vite-json',
    'vite:worker',
    'vite:asset',
    'vite:vue-jsx',
    'vite:vue',
    'vite-plugin-vue-server-ref',
    'slidev:monaco-types-loader',
    'unocss:devtools',
    'slidev:pwa-register-stub',
    'vite:dynamic-import-vars',
  ]);
});

test.each([
  ['/@vite/client', null],
  ['/@slidev/slides/3/md', null],
  ['/@slidev/configs', 't=1795899694070'],
  ['/@server-reactive/nav', null],
  ['/@server-reactive/drawings', 'diff'],
  ['/__slidev/slides/1.json', null],
  ['/@id/__x00__/__uno.css', 't=1'],
  ['/@id/~icons/carbon/sun', null],
  ['/ada.md__slidev_1.md', 'import'],
  ['/ada.md__slidev_1.md', 't=1&vue&type=style&index=0&scoped=0123abcd&lang.css'],
  ['/assets/photo.png', null],
  ['/assets/photo.png', 'import&t=12'],
])('a page may ask for %s?%s', (path, query) => {
  expect(deck.files.find(path, query)?.path).toBe(path);
});

test.each([
  ['/@server-ref/nav', null],
  ['/@server-reactive/__proto__', null],
  ['/@server-reactive/nav/__proto__', null],
  ["/@server-ref/x'+import('/@fs/etc/hostname?raw')+'", null],
  ['/@slidev-monaco-types/load', 'root=/&name=x'],
  ['/@slidev-monaco-types/resolve', 'pkg=x&importer=/'],
  ['/@slidev/monaco-types', null],
  ['/@slidev/setups/monaco', null],
  ['/__open-in-editor', 'file=x'],
  ['/__inspect/', null],
  ['/__unocss', null],
  ['/__mcp', null],
  ['/@id/__x00__virtual:anything', null],
  ['/@id//etc/passwd', null],
  ['/@fs/etc/hostname', 'raw'],
  ['/ada.md', 'raw'],
  ['/ada.md', null],
  ['/other.md__slidev_1.md', 'import'],
  ['/ada.md__slidev_1.md', 'raw'],
  ['/package.json', null],
  ['/assets/.talkdeck.json', null],
  ['/assets/photo.png', 'raw'],
  ['/assets/photo.png', 'url'],
  ['/assets/photo.png', 'inline'],
  ['/assets/photo.png', 'import&raw'],
  ['/assets/photo.png', 'import&import'],
  ['/assets/photo.png', 'worker'],
  ['/assets/other.png', null],
  [`/@fs${root}/slides/ada.md`, null],
  [`/@fs${root}/slides/assets/photo.png`, null],
  [`/@fs${root}/cache/jiti/x.js`, null],
])('and not for %s?%s', (path, query) => {
  expect(deck.files.find(path, query)).toBeNull();
});

test('of the theme and the packages it may have modules, pictures and fonts, and nothing hidden or linked', () => {
  const theme = openProject(root).themeFolder.replaceAll('\\', '/');
  expect(deck.files.find(`/@fs${theme}/layouts/closing.vue`, null)).not.toBeNull();
  expect(
    deck.files.find(`/@fs${theme}/layouts/closing.vue`, 'vue&type=style&index=0&lang.css'),
  ).not.toBeNull();
  expect(deck.files.find(`/@fs${theme}/layouts/closing.vue`, 'raw')).not.toBeNull();
  expect(deck.files.find(`/@fs${theme}/layouts/none.vue`, null)).toBeNull();
  expect(deck.files.find(`/@fs${theme}/README.md`, null)).toBeNull();
  const vue = deck.files.folders
    .map((folder) => `/@fs${folder}/vue/package.json`)
    .find((path) => deck.files.find(path, null) !== null);
  expect(vue).toBeDefined();
  expect(deck.files.find(`${vue}`, 'raw')).toBeNull();
});

test('of saves soon after each other the last one stays', async () => {
  const entry = join(root, 'slides', 'ada.md');
  const save = (alias: string, slides: number) => {
    const text = '\n---\n\n# More\n'.repeat(slides);
    writeFileSync(
      `${entry}~`,
      `---\nlayout: closing\ntitle: Ada\nrouteAlias: ${alias}\n---\n\n# Ada\n${text}`,
    );
    renameSync(`${entry}~`, entry);
    deck.prepare([entry]);
    deck.show();
  };
  // The longer text takes longer to read, so it may finish last although it started first.
  for (let ms = 0; ms < 12; ms += 1) {
    save(`long-${ms}`, 4000);
    await delay(ms * 2);
    save(`short-${ms}`, 0);
    await expect.poll(() => deck.aliases()).toEqual([`short-${ms}`]);
    await delay(300);
    expect(deck.aliases()).toEqual([`short-${ms}`]);
  }
});

test('an edit of the theme updates the pages of every deck, whichever is told of it first', async () => {
  const [other, second] = await served('bo');
  const layout = join(openProject(root).themeFolder, 'layouts', 'points.vue');
  const updated = [server, second].map((each) => {
    const paths: string[] = [];
    const send = each.ws.send.bind(each.ws) as (payload: HotPayload) => void;
    each.ws.send = (payload: HotPayload | string) => {
      if (typeof payload === 'string') return;
      if (payload.type === 'update') paths.push(...payload.updates.map(({ path }) => path));
      send(payload);
    };
    return paths;
  });
  try {
    for (const each of [server, second]) await each.transformRequest(`/@fs${layout}`);
    const text = readFileSync(layout, 'utf8');
    writeFileSync(layout, text.replace('<template>', '<template><p>one more</p>'));
    for (const [index, each] of [deck, other].entries()) {
      each.prepare([layout]);
      each.show();
      await expect.poll(() => updated[index]).toContainEqual(expect.stringContaining('points.vue'));
    }
  } finally {
    await other.close();
  }
});

test('a folder reached by a link shows edits of its decks and its theme', async () => {
  const linked = `${root}-linked`;
  symlinkSync(root, linked, 'junction');
  const [other, vite] = await served('cy', linked);
  const told: string[] = [];
  for (const name of ['add', 'change', 'unlink'] as const)
    vite.watcher.on(name, (path: string) => told.push(`${name} ${path}`));
  const [layout, gone] = ['steps.vue', 'gone.vue'].map((name) =>
    join(openProject(linked).themeFolder, 'layouts', name),
  );
  const entry = join(linked, 'slides', 'cy.md');
  try {
    const real = realpathSync(`${layout}`);
    await vite.transformRequest(`/@fs${real}`);
    other.prepare([entry, `${layout}`, `${gone}`]);
    other.show();
    expect(told).toEqual([
      `change ${entry}`,
      `change ${real}`,
      `unlink ${join(realpathSync(openProject(linked).themeFolder), 'layouts', 'gone.vue')}`,
    ]);
    writeFileSync(entry, `---\nlayout: closing\ntitle: Cy\nrouteAlias: cy\n---\n\n# Cy\n`);
    other.prepare([entry]);
    other.show();
    await expect.poll(() => other.aliases()).toEqual(['cy']);
  } finally {
    await other.close();
    rmSync(linked);
  }
});
