import type { DevState } from './dev-state.ts';

/** Pages that are made on the server. */
export type PageName = 'home' | 'moderate';

/** What dev/pages/render-page.ts exports: the whole page, of its markup without what it shows (templates/dev/). */
export type RenderPage = (name: PageName, state: DevState, markup: string) => Promise<string>;
