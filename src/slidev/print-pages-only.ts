import type { Plugin } from 'vite';

const UNUSED_PAGES = /\/@slidev\/client\/pages\/(?:play|404|presenter\/print)\.vue$/;

/** Leaves out the pages that are not printed, and with them a third of Slidev's client. */
export function printPagesOnly(): Plugin {
  return {
    name: 'talkdeck:print-pages-only',
    enforce: 'pre',
    load: (id) => (UNUSED_PAGES.test(id) ? '<template><div /></template>' : null),
  };
}
