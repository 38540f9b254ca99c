import { posix } from 'node:path';

/** Paths of pages and files below the site, with forward slashes; the same on every host and from a folder. */
export const PLACES = {
  evening: 'index.html',
  qa: 'qa.html',
  transcript: 'transcript.html',
  /** Controls the slides of the questions. */
  moderate: 'moderate.html',
  lost: '404.html',
  talk: (slug: string) => `talks/${slug}.html`,
  /** Slides to present. */
  deck: (slug: string) => `slides/${slug}/index.html`,
  /** Files shared by decks. */
  app: (path: string) => `app/${path}`,
  /** Sections of event.md. */
  part: (slug: string) => `evening/${slug}.html`,
  /** @param path below slides/ */
  media: (path: string) => `media/${path}`,
  /** A diagram of a deck, from 1. */
  drawing: (slug: string, number: number) => `drawn/${slug}-${number}.svg`,
  /** Picture of a deck's cover. */
  preview: (slug: string) => `preview/${slug}.png`,
  /** Picture of a slide. */
  slide: (slug: string, number: number) => `preview/${slug}-${number}.webp`,
  file: (path: string) => `files/${path}`,
} as const;

/** Address of a file of the site from one of its pages. */
export function addressFrom(page: string, target: string, anchor: string | null = null): string {
  const path = page === target ? '' : posix.relative(posix.dirname(page), target);
  const address = path.split('/').map(encodeURIComponent).join('/');
  return anchor === null ? address || posix.basename(page) : `${address}#${encodeURIComponent(anchor)}`;
}

/** More clicks than any slide has: Slidev shows its final state. */
const ALL_CLICKS = 999_999;

/** Address of a slide, with everything that appears click by click. @param page of the site @param slide 1-based */
export function slideFrom(page: string, slug: string, slide: number): string {
  return `${addressFrom(page, PLACES.deck(slug))}#/${slide}${slide === 1 ? '' : `?clicks=${ALL_CLICKS}`}`;
}

/** Unique names of anchors on a page. */
export class Anchors {
  readonly #taken = new Set<string>();

  /** The letters and digits of a title in any script, numbered if the name is taken. */
  named(title: string): string {
    const words = title
      .normalize('NFC')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    const name = [...words].slice(0, LONGEST).join('').replace(/-+$/, '') || 'section';
    let free = name;
    for (let count = 2; this.#taken.has(free) || OWN.test(free); count += 1) free = `${name}-${count}`;
    this.#taken.add(free);
    return free;
  }
}

/** Names used by the templates: the text, its last parts, questions and footnotes. */
const OWN = /^(?:text|links|answered|q\d+|note-\d+(?:-back)?)$/;

/** Maximum length of a name in an address, in characters. */
const LONGEST = 40;
