import type { FileToWrite } from '../base/files.ts';
import type { Meetup } from '../content/summary/meetup.ts';
import { escapeForPage } from './html.ts';
import type { SitePage } from './page-parts.ts';
import { absoluteAddress } from './site-head.ts';
import { PLACES } from './site-places.ts';

/** The sitemap and the feed, which need the site's address; none without `site` in event.md. */
export function machineFiles(
  pages: readonly SitePage[],
  { event, talks }: Meetup,
  isHidden: boolean,
): readonly FileToWrite[] {
  const { site, date } = event;
  if (site === null || isHidden) return [];
  const shown = pages.filter(({ template }) => template !== 'lost' && template !== 'moderate');
  const at = (path: string) => escapeForPage(absoluteAddress(site, path) ?? '');
  const map = shown.map(({ path }) => `  <url><loc>${at(path)}</loc></url>\n`).join('');
  const sitemap = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${map}</urlset>\n`;
  // Without a date it is unknown when something was new.
  if (date === null) return [{ path: 'sitemap.xml', content: sitemap }];
  const updated = `${date.last}T00:00:00Z`;
  const entries = shown
    .filter(({ template }) => template === 'talk' || template === 'qa')
    .map((page) => {
      const names = talks.find(({ slug }) => page.path === PLACES.talk(slug))?.speakers ?? [];
      const authors = names
        .map(({ name }) => `<author><name>${escapeForPage(name)}</name></author>`)
        .join('');
      return `  <entry><id>${at(page.path)}</id><title>${escapeForPage(page.title)}</title><link href="${at(page.path)}"/><updated>${updated}</updated>${authors}<summary>${escapeForPage(page.description)}</summary></entry>\n`;
    })
    .join('');
  const author = escapeForPage(event.organizer ?? event.host ?? event.title);
  const feed = `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeForPage(event.lang)}">\n  <id>${at(PLACES.evening)}</id>\n  <title>${escapeForPage(event.title)}</title>\n  <link href="${at(PLACES.evening)}"/>\n  <link rel="self" href="${at('feed.xml')}"/>\n  <updated>${updated}</updated>\n  <author><name>${author}</name></author>\n${entries}</feed>\n`;
  return [
    { path: 'feed.xml', content: feed },
    { path: 'sitemap.xml', content: sitemap },
  ];
}

/** Whether the pages have a feed to name. */
export function hasFeed({ event }: Meetup, isHidden: boolean): boolean {
  return event.site !== null && event.date !== null && !isHidden;
}
