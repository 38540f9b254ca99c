import { decodePercent } from './decode-percent.ts';

/** Where a link of a summary may lead: the web, a mailbox, or a slide of its own deck (`#its title`). */
export type LinkTarget =
  | { readonly type: 'web'; readonly href: string }
  | { readonly type: 'slide'; readonly title: string }
  | { readonly type: 'refused' };

const PROTOCOLS: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

export function linkTarget(href: string): LinkTarget {
  if (href.startsWith('#')) return { type: 'slide', title: decodePercent(href.slice(1)) };
  // URL parsing, not a pattern: it sees through blanks and control characters as a browser would.
  const url = URL.canParse(href) ? new URL(href) : null;
  return url && PROTOCOLS.has(url.protocol) ? { type: 'web', href: url.href } : { type: 'refused' };
}
