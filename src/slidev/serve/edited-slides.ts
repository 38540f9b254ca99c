import type { ModuleNode, Plugin } from 'vite';

/** Replacements in files of Slidev's client. */
const CHANGES: readonly (readonly [file: string, from: string | RegExp, to: string])[] = [
  [
    'internals/NoteEditable.vue',
    "const editing = useVModel(props, 'editing', emit, { passive: true })",
    `const editing = ref(false)
watch(() => props.editing, (isAsked) => {
  if (!isAsked) return
  emit('update:editing', false)
  dispatchEvent(new CustomEvent('talkdeck:edit', { detail: props.no }))
})`,
  ],
  ['pages/overview.vue', /openInEditor\(`[^`]*slide\.filepath[^`]*`\)/, 'openInEditor(String(route.no))'],
  [
    'composables/useNav.ts',
    /await fetch\(`\/__open-in-editor[^`]*`\)/,
    "dispatchEvent(new CustomEvent('talkdeck:edit', { detail: +url }))",
  ],
  ['pages/notes.vue', '<IconButton title="Edit notes"', '<IconButton v-if="false" title="Edit notes"'],
];

/**
 * Makes Slidev's buttons for editing a slide or its notes ask the page to open the summary
 * (dev/pages/deck/deck-page.ts). Originally they change or open the generated deck.
 */
export function editSummaries(): Plugin {
  return {
    name: 'talkdeck:edit-summaries',
    enforce: 'pre',
    transform(code, id) {
      // A module's URL may carry its version; other queries request part of a file.
      const [path = '', query = ''] = id.split('?');
      if (/\bvue\b/.test(query)) return null;
      const change = CHANGES.find(([file]) => path.endsWith(`/@slidev/client/${file}`));
      if (!change) return null;
      const [, from, to] = change;
      const changed = code.replace(from, () => to);
      if (changed === code) throw new Error('this version of Slidev edits slides in another way');
      return { code: changed, map: null };
    },
  };
}

const FACADE = /^\/@slidev\/slides\/(\d+)\/(md|frontmatter)$/;
const SOURCE = /__slidev_(\d+)\.(md|frontmatter)$/;

/**
 * Serves an empty slide when a page requests one that an edit has just removed. Slidev would print an error about its
 * own code, and the page would show one about a slide nobody misses.
 *
 * @param entry absolute path of the deck
 * @param count current number of slides
 */
export function emptyGone(entry: string, count: () => number): Plugin {
  const file = entry.replaceAll('\\', '/');
  return {
    name: 'talkdeck:empty-gone',
    enforce: 'pre',
    load(id) {
      const [path = ''] = id.split('?');
      const [, no, type] = FACADE.exec(path) ?? SOURCE.exec(path) ?? [];
      if (no === undefined || Number(no) <= count()) return null;
      // Still imported, so that its dependencies are known if the slide comes back.
      if (FACADE.test(path)) {
        const source = JSON.stringify(`${file}__slidev_${no}.${type}`);
        return { code: `export * from ${source}\nexport { default } from ${source}`, map: null };
      }
      if (type === 'md') return { code: '', map: null };
      return { code: 'export const meta = {}\nexport default {}', map: null };
    },
  };
}

/** Part of a slide, as Slidev's client imports it; re-exports a module of the deck's file. */
const SLIDE_PART = /^\/@slidev\/slides\/\d+\//;

/**
 * Prevents page reloads for changes to what no slide shows any more: parts of a removed slide and its pictures. No
 * module imports them, so Vite finds none to accept the change. They are invalidated instead and made again if they
 * come back.
 *
 * @param folder of the deck, absolute
 */
export function skipUnshown(folder: string): Plugin {
  const within = `${folder.replaceAll('\\', '/').replace(/\/$/, '')}/`;
  const isOfSlides = ({ id, file }: ModuleNode) => SLIDE_PART.test(id ?? '') || file?.startsWith(within);
  return {
    name: 'talkdeck:skip-unshown',
    enforce: 'post',
    handleHotUpdate({ modules, server, timestamp }) {
      const seen = new Set<ModuleNode>();
      return modules.filter((module) => {
        if (module.importers.size > 0 || !isOfSlides(module)) return true;
        for (const made of [module, ...module.importedModules]) {
          server.moduleGraph.invalidateModule(made, seen, timestamp, true);
        }
        return false;
      });
    },
  };
}
