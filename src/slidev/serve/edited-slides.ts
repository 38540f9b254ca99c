import type { Plugin } from 'vite';

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
