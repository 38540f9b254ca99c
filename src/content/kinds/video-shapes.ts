import { ownStatements } from '../summary/block-statements.ts';
import { type Block, type Prose, plainText } from '../summary/markup.ts';
import type { Around, ShapeKind } from './shape-kind.ts';

interface VideoShape {
  readonly kind: 'video';
  readonly href: string;
  /** The video site's name. */
  readonly site: string;
  /** The link's text; null if that is its address. */
  readonly words: Prose | null;
}

/** A link to a video, alone in its paragraph. Nothing is fetched: the slide shows where the video is. */
export const video: ShapeKind<VideoShape> = {
  needs: 'a link to YouTube, Bilibili or Vimeo in a paragraph of its own',
  claims: ({ blocks }) => readVideo(blocks) !== null,
  read({ blocks }) {
    const found = readVideo(blocks);
    return found && { kind: 'video', href: found.href, site: found.site, words: found.words };
  },
  around: ({ blocks }) => readVideo(blocks) ?? { lead: null, aside: null },
  statements: ({ words }, inherited) => ownStatements(words, inherited),
  isPicture: true,
};

const SITES: readonly { readonly site: string; readonly host: RegExp }[] = [
  { site: 'YouTube', host: /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$|^youtu\.be$/ },
  { site: 'Bilibili', host: /^(?:(?:www|m)\.)?bilibili\.com$|^b23\.tv$/ },
  { site: 'Vimeo', host: /^(?:(?:www|player)\.)?vimeo\.com$/ },
];

type Video = Omit<VideoShape, 'kind'>;

/** Null unless there is one, with at most a paragraph above and one below. */
function readVideo(blocks: readonly Block[]): (Video & Around) | null {
  const at = blocks.findIndex((block) => videoOf(block) !== null);
  const [block, above, below] = [blocks[at], blocks.slice(0, Math.max(at, 0)), blocks.slice(at + 1)];
  const found = block ? videoOf(block) : null;
  if (!found || above.length > 1 || below.length > 1) return null;
  const others = [...above, ...below];
  if (others.some((each) => each.type !== 'paragraph' || videoOf(each) !== null)) return null;
  return { ...found, lead: proseOf(above[0]), aside: proseOf(below[0]) };
}

function videoOf(block: Block): Video | null {
  if (block.type !== 'paragraph') return null;
  const [link, ...more] = block.prose.inlines;
  if (link?.type !== 'link' || more.length > 0 || !URL.canParse(link.href)) return null;
  const { protocol, hostname, href, pathname } = new URL(link.href);
  const known = SITES.find(({ host }) => host.test(hostname));
  // The site's home page is not a video.
  if (!known || !/^https?:$/.test(protocol) || pathname === '/') return null;
  const says = plainText(link.children).trim();
  const words = says === '' || says === link.href ? null : { ...block.prose, inlines: link.children };
  return { href, site: known.site, words };
}

function proseOf(block: Block | undefined): Prose | null {
  return block?.type === 'paragraph' ? block.prose : null;
}
