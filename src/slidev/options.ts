import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig, Plugin, PluginOption } from 'vite';
import { type FontFolders, packageFolder } from '../base/fonts/font-packages.ts';
import { compiledFile } from '../base/packages.ts';
import { FILE_LIMITS, readFile } from '../base/read-file.ts';
import type { BundleJob, BundlePurpose } from './job.ts';
import { loadSlidev, type Slidev } from './load/load-slidev.ts';
import { NOTES_FILE } from './plugins/notes-apart.ts';

/** What Slidev's plugins are made from: the slides, the settings, the theme. */
export type ResolvedOptions = Awaited<ReturnType<Slidev['resolveOptions']>>;

/** Options for a bundle. */
export type SlidevOptions = ResolvedOptions & {
  /** Fonts of the meetup; by default those that talkdeck finds. */
  readonly fontFolders?: FontFolders;
  readonly purpose: BundlePurpose;
};

/**
 * Lets Slidev read the entry. Slidev collects files it could not read and goes on without them; here that is an error.
 */
export async function slidevOptions(
  entry: string,
  { root, themeRoot, shellFolder, fontFolders = {}, purpose = 'print' }: BundleJob,
): Promise<SlidevOptions> {
  const slidev = await loadSlidev();
  const theme = themeRoot.replaceAll('\\', '/');
  const cache = shellFolder ? dirname(shellFolder) : join(root, 'cache');
  const options = await keepScripts(cache, () =>
    slidev.resolveOptions({ entry, theme, download: purpose !== 'stage' }, 'build'),
  );
  const errors = Object.values(options.data.markdownFiles).flatMap((file) => file.errors ?? []);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  // The path on this machine must not leak: the client contains its settings.
  options.data.config.theme = basename(theme);
  return { ...options, fontFolders, purpose };
}

/** Without it, all of Vue is loaded just to ask for its version. */
export const MARKDOWN = { vueVersion: '3' };

/** Plugins that turn slides into an application, for a build. */
export async function slidevPlugins(options: SlidevOptions): Promise<Plugin[]> {
  const slidev = await loadSlidev();
  return flattenPlugins(await slidev.ViteSlidevPlugin(options, { markdown: MARKDOWN }));
}

/** Slidev and themes supply plugins as nested arrays of promises, some of them empty. */
export async function flattenPlugins(option: PluginOption): Promise<Plugin[]> {
  const value = await option;
  if (!value) return [];
  return Array.isArray(value) ? (await Promise.all(value.map(flattenPlugins))).flat() : [value as Plugin];
}

const SETUP = `import { slides } from '#slidev/slides'
const notes = slides.value.map(({ meta }) => meta.slide.noteHTML)
const state = { mounted: new Set(), errors: [], notes }
globalThis.__talkdeck = state
export default ({ app }) => {
  app.config.errorHandler = (error, instance) => {
    let no = null
    for (let at = instance; at && no === null; at = at.$parent) no = at.$props?.route?.no ?? null
    state.errors.push({ no, detail: String(error?.message ?? error) })
  }
}
`;

/** On stage, notes are separate (plugins/notes-apart.ts): guests do not get them. */
const STAGE_SETUP = SETUP.replace(
  '({ app }) => {',
  `async ({ app }) => {
  const answer = await fetch('/${NOTES_FILE}').catch(() => null)
  const apart = answer?.ok ? await answer.json() : []
  slides.value.forEach(({ meta }, index) => {
    notes[index] = meta.slide.noteHTML = apart[index] ?? ''
  })`,
);

/** Absolute path of a module of ours for the browser. @param path without extension */
function ownModule(path: string): string {
  return fileURLToPath(compiledFile(`${path}.js`, import.meta.url)).replaceAll('\\', '/');
}

/** Replaces Slidev's page for a slide that could not be loaded; an attribute is safer to detect than English text. */
const LOST = '<template><div data-talkdeck-error /></template>\n';

/** An import statement. @param path of a module of ours, without extension */
const importOf = (name: string, path: string) => `import { ${name} } from '${ownModule(path)}'`;

/** Root setup without a server. @param open module of ours that starts the page, without extension */
const rootOf = (
  open: string,
  path: string,
) => `import { addSyncMethod, disableBuiltinSync, useNav } from '@slidev/client'
${importOf('acceptState', './file/accept-state')}
${importOf(open, path)}
export default () => {
  const nav = useNav()
  const slides = nav.slides.value.map(({ meta }) => {
    const { slug, page, alias } = meta.slide.frontmatter.talkdeck
    return { deck: slug, page, alias }
  })
  ${open}({ nav, slides, addSyncMethod, disableBuiltinSync, accept: acceptState })
}
`;

const SHORTCUTS = `const OTHERS = new Set(['toggle_dark'])
export default ({ goFirst, goLast }, shortcuts) => [
  ...shortcuts.filter(({ name }) => !OTHERS.has(name)),
  { name: 'first', key: 'home', fn: goFirst },
  { name: 'last', key: 'end', fn: goLast },
  { name: 'presenter', key: 'p', fn: () => globalThis.__talkdeck.openPresenter() },
]
`;

/**
 * Files that Slidev takes from the folder of its entry into the browser: they answer the questions that printing and
 * presenting ask the page. They use only the public API of Vue (`$parent`, `$props`, `errorHandler`) and of Slidev
 * (`#slidev/slides`, `useNav`, shortcuts).
 *
 * `globalThis.__talkdeck` is `{mounted: Set<number>, errors: {no: number | null, detail: string}[], notes: string[]}`
 * with 1-based slide numbers of the bundle; `notes` has the HTML of each slide's speaker notes, in order. On stage it
 * also has Slidev's own `nav` and `stopSync` (present/pages/slidev-stage.ts).
 */
export const clientFiles: Readonly<Record<BundlePurpose, Readonly<Record<string, string>>>> = {
  print: { 'setup/main.js': SETUP, 'layouts/error.vue': LOST },
  stage: {
    'setup/main.js': STAGE_SETUP,
    'setup/root.js': `import { disableBuiltinSync, drawingState, sharedState, useNav } from '@slidev/client'
import { patchDrawingState } from '@slidev/client/state/drawings.ts'
import { patch } from '@slidev/client/state/shared.ts'
import { watch } from 'vue'
export default () => {
  const nav = useNav()
  Object.assign(globalThis.__talkdeck, { nav, stopSync: disableBuiltinSync })
  const tell = () => dispatchEvent(new Event('talkdeck:moved'))
  watch([nav.currentSlideNo, nav.clicks, nav.isPresenter], tell, { immediate: true, flush: 'post' })
  // Drawings and pointers belong to the slide that was left; the presenter's window clears them for all.
  watch(nav.currentSlideNo, (_, before) => {
    if (!nav.isPresenter.value) return
    if (drawingState[before]) patchDrawingState(before, '')
    if (sharedState.cursor) patch('cursor', undefined)
  })
}
`,
    // The keys of the stage are in present/pages; a deck has a single look, light or dark.
    'setup/shortcuts.js': `const OTHERS = new Set(['toggle_dark'])
export default (_, shortcuts) => shortcuts.filter(({ name }) => !OTHERS.has(name))
`,
    'layouts/error.vue': LOST,
  },
  file: {
    'setup/main.js': SETUP,
    'setup/root.js': rootOf('openFile', './file/pages/open-file'),
    'setup/shortcuts.js': SHORTCUTS,
    'layouts/error.vue': LOST,
  },
  web: {
    'setup/main.js': SETUP,
    'setup/root.js': rootOf('openDeck', './web/pages/open-deck'),
    'setup/shortcuts.js': SHORTCUTS,
    'layouts/error.vue': LOST,
  },
};

const VARIABLES = ['TMPDIR', 'TMP', 'TEMP'];

/**
 * Slidev's TypeScript loader caches compiled scripts of the theme and the client in `jiti/` in the temporary folder,
 * which it looks up when it first loads a script in a process. In a lasting folder they need no compiler next time.
 *
 * @param folder absolute; not the current folder, which the loader rejects
 * @param work loads the first script
 */
export async function keepScripts<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = VARIABLES.map((name) => [name, process.env[name]] as const);
  for (const name of VARIABLES) process.env[name] = folder;
  try {
    return await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

const OWN = fileURLToPath(new URL('../../index.js', import.meta.url));
const BARE = /^(?:@[\w.-]+\/)?[\w][\w.-]*(?:\/|$)/;

/**
 * Lets a custom theme import packages installed with talkdeck, such as fonts, so that a meetup needs no packages of its
 * own. Packages installed beside the theme take precedence.
 *
 * @param themeRoot absolute
 * @param fonts installed by the meetup, possibly neither beside the theme nor with talkdeck
 */
export function borrowPackages(themeRoot: string, fonts: FontFolders = {}): Plugin {
  const alias = Object.entries(borrowedPackages(themeRoot, fonts)).map(([find, replacement]) => ({
    find,
    replacement,
  }));
  const within = `${themeRoot.replaceAll('\\', '/')}/`;
  return {
    name: 'talkdeck:borrow-packages',
    enforce: 'pre',
    // Style sheets resolve fonts without asking plugins.
    config: () => ({ resolve: { alias } }),
    async resolveId(source, importer, options) {
      if (!importer?.startsWith(within) || !BARE.test(source)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found ?? this.resolve(source, OWN, { ...options, skipSelf: true });
    },
  };
}

/** Folders of the packages that a theme borrows (see {@link borrowPackages}), by name. */
export function borrowedPackages(themeRoot: string, fonts: FontFolders): Readonly<Record<string, string>> {
  const found = dependenciesOf(themeRoot).flatMap((name) => {
    if (packageFolder(themeRoot, name) !== null) return [];
    const folder = (fonts as Readonly<Record<string, string>>)[name] ?? packageFolder(dirname(OWN), name);
    return folder === null ? [] : [[name, folder.replaceAll('\\', '/')] as const];
  });
  return Object.fromEntries(found);
}

/**
 * Keeps Vite from reading configuration in the slides' folder and above, where a pull request, or another user of the
 * temporary folder, may have put some. PostCSS configuration is executed, and `.env` files become variables of our
 * process. The organiser's theme configuration is read separately and may add PostCSS plugins.
 */
export const CLOSED = {
  configFile: false as const,
  envDir: false as const,
  css: { postcss: { plugins: [] } },
} satisfies InlineConfig;

function dependenciesOf(folder: string): readonly string[] {
  const file = readFile(join(folder, 'package.json'), { place: 'anywhere', limit: FILE_LIMITS.other });
  try {
    const manifest = JSON.parse(file.state === 'ok' ? file.value.toString('utf8') : '');
    return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  } catch {
    return [];
  }
}
