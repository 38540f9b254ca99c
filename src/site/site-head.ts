import type { Meetup, Talk } from '../content/summary/meetup.ts';
import { formatTime, type Slot } from '../content/summary/schedule.ts';
import { Html, html } from './html.ts';
import type { SitePage } from './page-parts.ts';
import { PREVIEW } from './preview-pictures.ts';
import { addressFrom, PLACES } from './site-places.ts';

/** Content-Security-Policy: only files of the site itself, and nothing inline. */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

export interface HeadFacts {
  /** Whether search engines are asked to leave it out. */
  readonly isHidden: boolean;
  readonly hasFeed: boolean;
  /** Path of the picture for link previews; null for none. */
  readonly preview: string | null;
}

/** Separate, because bundlers write these words in a tagged template with the help of a package of their own. */
const END_OF_SCRIPT = Html.rendered('</script>');

/** Title, previews, structured data and style sheets of a page. */
export function headHtml(
  page: SitePage,
  { event, talks }: Meetup,
  { isHidden, hasFeed, preview }: HeadFacts,
): Html {
  const { path, title, description, lang } = page;
  const name = path === PLACES.evening ? title : `${title} \u00b7 ${event.title}`;
  const at = absoluteAddress(event.site, path);
  const root = rootOf(event.site, path);
  // Link previews need absolute addresses.
  const picture = preview && absoluteAddress(event.site, preview);
  const data = structuredData(page, event, talks);
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<title>${name}</title>
<meta name="description" content="${description}">
${isHidden || path === PLACES.lost || path === PLACES.moderate ? html`<meta name="robots" content="noindex">\n` : html``}<meta property="og:type" content="${path === PLACES.evening ? 'website' : 'article'}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:site_name" content="${event.title}">
<meta property="og:locale" content="${lang.replaceAll('-', '_')}">
${at === null ? html`` : html`<meta property="og:url" content="${at}">\n<link rel="canonical" href="${at}">\n`}${picture === null ? html`` : html`<meta property="og:image" content="${picture}">\n<meta property="og:image:width" content="${PREVIEW.width}">\n<meta property="og:image:height" content="${PREVIEW.height}">\n<meta name="twitter:card" content="summary_large_image">\n`}<link rel="stylesheet" href="${root}${'site.css'}">
<link rel="stylesheet" href="${root}${'look.css'}">
<link rel="icon" href="${root}${'icon.svg'}" type="image/svg+xml">
${hasFeed ? html`<link rel="alternate" type="application/atom+xml" title="${event.title}" href="${root}${'feed.xml'}">\n` : html``}<script type="application/ld+json">${jsonInHtml(data)}${END_OF_SCRIPT}
`;
}

/** Path from a page to the site's root: relative, except for the page that a host shows at any address. */
export function rootOf(site: string | null, path: string): string {
  if (path === PLACES.lost && site !== null) return new URL(withSlash(site)).pathname;
  return '../'.repeat(path.split('/').length - 1) || './';
}

/** Base path of the published site, decoded, with a slash at both ends. @param site of event.md */
export function baseOf(site: string | null): string {
  try {
    return site === null ? '/' : decodeURI(new URL(withSlash(site)).pathname);
  } catch {
    // An address that cannot be decoded.
    return '/';
  }
}

/** Null unless event.md has the site's address. */
export function absoluteAddress(site: string | null, path: string): string | null {
  if (site === null) return null;
  const name = path === PLACES.evening ? '' : addressFrom('', path);
  return new URL(name, withSlash(site)).href;
}

function withSlash(site: string): string {
  const url = new URL(site);
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

type Json = string | number | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON that can neither close a script element nor open a comment. */
function jsonInHtml(data: Json): Html {
  const text = JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Html.rendered(text);
}

function structuredData(page: SitePage, event: Meetup['event'], talks: readonly Talk[]): Json {
  const at = absoluteAddress(event.site, page.path);
  const evening: Json = {
    '@type': 'Event',
    name: event.title,
    ...(event.subtitle === null ? {} : { description: event.subtitle }),
    ...(event.date === null ? {} : { startDate: event.date.first, endDate: event.date.last }),
    ...(event.venue === null
      ? {}
      : { location: { '@type': 'Place', name: event.venue, address: event.venue } }),
    ...(event.organizer === null ? {} : { organizer: { '@type': 'Organization', name: event.organizer } }),
    inLanguage: event.lang,
  };
  const base = { '@context': 'https://schema.org', ...(at === null ? {} : { url: at }) };
  if (page.path === PLACES.evening) {
    const performer = [...new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)))];
    return {
      ...base,
      ...evening,
      performer: performer.map((name) => ({ '@type': 'Person', name })),
      subEvent: talks.map((talk) => ({
        '@type': 'Event',
        name: talk.title,
        ...beginOf(event.date?.first ?? null, talk.slot),
        performer: talk.speakers.map(({ name }) => ({ '@type': 'Person', name })),
      })),
    };
  }
  const talk = talks.find(({ slug }) => page.path === PLACES.talk(slug));
  return {
    ...base,
    '@type': talk ? 'PresentationDigitalDocument' : 'WebPage',
    name: page.title,
    description: page.description,
    inLanguage: page.lang,
    ...(talk ? { author: talk.speakers.map(({ name }) => ({ '@type': 'Person', name })) } : {}),
    ...(event.date === null ? {} : { datePublished: event.date.first }),
    isPartOf: evening,
  };
}

/** In local time, because event.md has no time zones. */
function beginOf(day: string | null, slot: Slot | null): { readonly [key: string]: Json } {
  const on = slot?.day ?? day;
  return slot && on !== null ? { startDate: `${on}T${formatTime(slot.start)}` } : {};
}
