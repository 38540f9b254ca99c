import type { Plugin } from 'vite';
import { replaceOnce } from './replace-once.ts';

/** Pages that nobody has a use for: other devices need a server, and Slidev's list for printing is one window. */
const UNUSED_PAGES = /\/@slidev\/client\/pages\/(?:entry|notes|notes-edit|presenter\/print)\.vue$/;

const MERMAID = /\/@slidev\/client\/modules\/mermaid\.ts(?:\?|$)/;

/** Diagrams are drawn before: the drawing program is larger than everything else. */
const DRAWN = `const drawn = JSON.parse(document.getElementById('talkdeck-diagrams')?.textContent ?? '{}')
export async function renderMermaid(lzEncoded, options) {
  // Drawn in a light browser: of a dark one only the settings differ.
  const svg = drawn[lzEncoded + JSON.stringify(options)]
    ?? Object.entries(drawn).find(([key]) => key.startsWith(lzEncoded + '{'))?.[1]
  if (svg === undefined)
    throw new Error('this diagram was not drawn')
  return svg
}
`;

/** Pieces of Slidev's client, by file, each occurring once, with replacements. */
const CHANGES: readonly { readonly file: RegExp; readonly before: string; readonly after: string }[] = [
  // The address of the file itself, wherever it lies.
  change('setup/main.ts', 'createWebHashHistory(import.meta.env.BASE_URL)', 'createWebHashHistory()'),
  change('env.ts', "import.meta.env.BASE_URL + (__SLIDEV_HASH_ROUTE__ ? '#/' : '')", "'#/'"),
  // The policy of the page knows all its styles; the sheet of the file says the same for printing.
  change('logic/dark.ts', 'window!.document.head.appendChild(style)', 'void 0'),
  change('logic/dark.ts', 'document.head.removeChild(style!)', 'void 0'),
  change('composables/usePrintStyles.ts', 'useStyleTag(computed', 'void (computed'),
  // Paper is as wide as a slide, whatever the window is.
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
  // Every window of the file may lead.
  change('constants.ts', "'127.0.0.1',\n]", "'127.0.0.1',\n  location.host.split(':')[0],\n]"),
  change(
    'composables/useNav.ts',
    'function enterPresenter() {',
    'function enterPresenter() {\n    if (globalThis.__talkdeck?.openPresenter())\n      return',
  ),
];

/** Makes of Slidev's client one file that needs nothing outside of its page, or files on a server of any kind. */
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

/** Slidev names the files of a theme by their way from its own folder, which says where they lie on this machine. */
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

/** Takes diagrams from the page. */
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
 * Lets whoever prints take the diagrams that the page has drawn: `globalThis.__talkdeckDiagrams`, by what they are of,
 * and `__talkdeckSources`, what was typed, by the same.
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
