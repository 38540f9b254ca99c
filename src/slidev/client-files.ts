/**
 * Files that Slidev takes from the folder of its entry into the browser: what the printing side asks the page
 * about. Kept in Vue's public API (`$parent`, `$props`, `errorHandler`).
 *
 * `globalThis.__talkdeck` is `{mounted: Set<number>, errors: {no: number | null, detail: string}[]}` with
 * 1-based slide numbers of the bundle.
 */
export const clientFiles: Readonly<Record<string, string>> = {
  'setup/main.js': `
const state = { mounted: new Set(), errors: [] }
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
