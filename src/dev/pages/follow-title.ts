import type { SlidevContext } from './slidev-page.ts';

/**
 * Keeps the titles of the page and of its footers those of the deck: Slidev reads them when a page is loaded, and
 * writes `Presenter - ` and the like in front.
 */
export function followTitle({ configs }: SlidevContext): (title: string) => void {
  const loaded = configs.slidesTitle ?? document.title;
  let current = loaded;
  const rename = (from: string) => {
    const { title } = document;
    // What stands in front of it ends with a blank.
    if (from === current || from === '' || !(title === from || title.endsWith(` ${from}`))) return;
    document.title = title.slice(0, title.length - from.length) + current;
  };
  // With each view Slidev sets the title anew, of what it has read.
  new MutationObserver(() => rename(loaded)).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return (title) => {
    const before = current;
    current = title;
    rename(before);
    rename(loaded);
    const { themeConfig } = configs;
    if (themeConfig && themeConfig.title !== title) themeConfig.title = title;
  };
}
