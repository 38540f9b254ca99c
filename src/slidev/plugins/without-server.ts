import type { Plugin } from 'vite';
import { replaceOnce } from './replace-once.ts';

/** Unneeded pages: other devices need a server, and Slidev's list for printing is a single window. */
const UNUSED_PAGES = /\/@slidev\/client\/pages\/(?:entry|notes|notes-edit|presenter\/print)\.vue$/;

const MERMAID = /\/@slidev\/client\/modules\/mermaid\.ts(?:\?|$)/;

/** Diagrams are drawn beforehand: Mermaid is larger than everything else. */
const DRAWN = `const drawn = JSON.parse(document.getElementById('talkdeck-diagrams')?.textContent ?? '{}')
export async function renderMermaid(lzEncoded, options) {
  // Drawn in a light browser: in a dark one, only the settings differ.
  const svg = drawn[lzEncoded + JSON.stringify(options)]
    ?? Object.entries(drawn).find(([key]) => key.startsWith(lzEncoded + '{'))?.[1]
  if (svg === undefined)
    throw new Error('this diagram was not drawn')
  return svg
}
`;

/** Pieces of Slidev's client, by file, each occurring once, with replacements. */
const CHANGES: readonly { readonly file: RegExp; readonly before: string; readonly after: string }[] = [
  // The address of the file itself, wherever it is.
  change('setup/main.ts', 'createWebHashHistory(import.meta.env.BASE_URL)', 'createWebHashHistory()'),
  change('env.ts', "import.meta.env.BASE_URL + (__SLIDEV_HASH_ROUTE__ ? '#/' : '')", "'#/'"),
  // The page's policy lists all its styles; the file's own sheet sets the same for printing.
  change('logic/dark.ts', 'window!.document.head.appendChild(style)', 'void 0'),
  change('logic/dark.ts', 'document.head.removeChild(style!)', 'void 0'),
  change('composables/usePrintStyles.ts', 'useStyleTag(computed', 'void (computed'),
  // Paper is as wide as a slide, regardless of the window.
  change(
    'internals/PrintContainer.vue',
    'const width = computed(() => props.width)',
    'const width = computed(() => slideWidth.value)',
  ),
  change(
    'internals/PrintContainer.vue',
    'const height = computed(() => props.width / slideAspect.value)',
    'const height = computed(() => slideWidth.value / slideAspect.value)',
  ),
  change(
    'utils.ts',
    "const { saveAs } = await import('file-saver')\n  saveAs(",
    'globalThis.__talkdeck?.print(',
  ),
  // Every window of the file may control the others.
  change('constants.ts', "'127.0.0.1',\n]", "'127.0.0.1',\n  location.host.split(':')[0],\n]"),
  change(
    'composables/useNav.ts',
    'function enterPresenter() {',
    'function enterPresenter() {\n    if (globalThis.__talkdeck?.openPresenter())\n      return',
  ),
];

/** Makes Slidev's client work from a single file, or from files on any server. */
export function withoutServer(): Plugin {
  return {
    name: 'talkdeck:without-server',
    enforce: 'pre',
    load: (id) => (UNUSED_PAGES.test(id) ? '<template><div /></template>' : null),
    transform(code, id) {
      const changes = CHANGES.filter(({ file }) => file.test(id));
      if (changes.length === 0) return null;
      return {
        code: changes.reduce((text, { before, after }) => replaceOnce(text, before, after, id), code),
        map: null,
      };
    },
  };
}

function change(path: string, before: string, after: string) {
  const file = new RegExp(`/@slidev/client/${path.replaceAll('.', '\\.')}$`);
  return { file, before, after };
}

const FOUND_FILES = /\/virtual\/import-glob\.[0-9a-f]+\.ts$/;

/**
 * Slidev names a theme's files by their path from its own folder, which would reveal where they are on this machine.
 */
export function withoutFolders(): Plugin {
  return {
    name: 'talkdeck:without-folders',
    enforce: 'post',
    transform(code, id) {
      if (!FOUND_FILES.test(id)) return null;
      let found = 0;
      return { code: code.replace(/"(?:\\.|[^"\\])*"(?=: ?__)/g, () => `"${found++}"`), map: null };
    },
  };
}

/** Uses the diagrams stored in the page. */
export function diagramsDrawn(): Plugin {
  return {
    name: 'talkdeck:diagrams-drawn',
    enforce: 'pre',
    load: (id) => (MERMAID.test(id) ? DRAWN : null),
  };
}

const CACHE = 'const cache = new Map<string, string>()';
const DECODED = 'const code = lz.decompressFromBase64(lzEncoded)';

/**
 * Exposes the diagrams drawn by the page to the printing process: `globalThis.__talkdeckDiagrams`, by key, and
 * `__talkdeckSources`, their sources, by the same key.
 */
export function showDiagrams(): Plugin {
  return {
    name: 'talkdeck:show-diagrams',
    enforce: 'pre',
    transform(code, id) {
      if (!MERMAID.test(id)) return null;
      const shown = `const cache = globalThis.__talkdeckDiagrams = new Map<string, string>()
const sources = globalThis.__talkdeckSources = new Map<string, string>()`;
      const said = `${DECODED}\n  sources.set(key, code)`;
      return { code: replaceOnce(replaceOnce(code, CACHE, shown, id), DECODED, said, id), map: null };
    },
  };
}
