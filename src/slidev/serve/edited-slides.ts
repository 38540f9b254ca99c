import type { ModuleNode, Plugin } from 'vite';

/** In which file of Slidev's client, what, and what instead. */
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
 * Lets Slidev's buttons that edit a slide or its notes tell the page to open the summary (dev/pages/deck/deck-page.ts). On their
 * own they would change the deck, which is generated, or open it.
 */
export function editSummaries(): Plugin {
  return {
    name: 'talkdeck:edit-summaries',
    enforce: 'pre',
    transform(code, id) {
      // A module's address may say its version; other questions ask for a part of a file.
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
 * A page may still ask for a slide that an edit has just taken away: it gets an empty one, where Slidev would print an
 * error about its own code, and the page one about a slide that nobody misses.
 *
 * @param entry absolute path of the deck
 * @param count how many slides there are now
 */
export function emptyGone(entry: string, count: () => number): Plugin {
  const file = entry.replaceAll('\\', '/');
  return {
    name: 'talkdeck:empty-gone',
    enforce: 'pre',
    load(id) {
      const [, no, type] = FACADE.exec(id) ?? SOURCE.exec(id) ?? [];
      if (no === undefined || Number(no) <= count()) return null;
      // Imported as ever: should the slide come back, what it is made of is known.
      if (FACADE.test(id)) {
        const source = JSON.stringify(`${file}__slidev_${no}.${type}`);
        return { code: `export * from ${source}\nexport { default } from ${source}`, map: null };
      }
      if (type === 'md') return { code: '', map: null };
      return { code: 'export const meta = {}\nexport default {}', map: null };
    },
  };
}

/** A part of a slide, as Slidev's client imports it; it hands on what the deck's file holds. */
const SLIDE_PART = /^\/@slidev\/slides\/\d+\//;

/**
 * Keeps pages from loading anew for what no slide shows any more: the parts of a slide that is gone, and its pictures,
 * should they be drawn anew. Nothing imports them, so Vite finds nobody to take their change. Should they come back,
 * they are made anew.
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
