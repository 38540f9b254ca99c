/**
 * Files that Slidev takes from the folder of its entry into the browser: what the printing side asks the page
 * about. Kept in the public API of Vue (`$parent`, `$props`, `errorHandler`) and of Slidev (`#slidev/slides`).
 *
 * `globalThis.__talkdeck` is `{mounted: Set<number>, errors: {no: number | null, detail: string}[], notes: string[]}`
 * with 1-based slide numbers of the bundle; `notes` has the HTML of each slide's speaker notes, in order.
 */
export const clientFiles: Readonly<Record<string, string>> = {
  'setup/main.js': `import { slides } from '#slidev/slides'
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
`,
  // What Slidev shows for a slide that could not be loaded; an attribute is surer than its English words.
  'layouts/error.vue': '<template><div data-talkdeck-error /></template>\n',
};
