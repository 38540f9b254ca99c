import type { DevState } from './dev-state.ts';

/** Pages rendered on the server. */
export type PageName = 'home' | 'moderate';

/** Exported by dev/pages/render-page.ts: inserts the content into a page's markup (templates/dev/). */
export type RenderPage = (name: PageName, state: DevState, markup: string) => Promise<string>;
