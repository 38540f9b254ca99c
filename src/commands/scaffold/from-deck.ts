import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fixContent } from '../../advice/fix-content.ts';
import { CliError, type Wording, wording } from '../../base/errors.ts';
import { FILE_LIMITS, FileReader, whyNotRead } from '../../base/read-file.ts';
import type { ContentFiles } from '../../content/read/read.ts';
import { normalizeText } from '../../content/summary/source-file.ts';
import { validate } from '../../content/validate/validate.ts';
import { type Finding, sortFindings } from '../../findings/finding.ts';
import { decode } from '../../importing/decode.ts';
import type { Because, LeftOut } from '../../importing/slides/deck-lines.ts';
import { type DeckSummary, deckSummary } from '../../importing/slides/deck-summary.ts';
import type { NewFile } from './new-files.ts';
import { textSlug } from './slug.ts';
import { type OpenMeetup, type TalkFacts, talkFile } from './summaries.ts';

/** Another tool's deck, read for a talk. */
export interface ReadDeck extends DeckSummary {
  readonly pictures: readonly DeckPicture[];
}

interface DeckPicture {
  /** Below the meetup's root. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Reads a deck of Slidev, Marp, reveal.js or pandoc. Pictures are only taken from its own folder, after links are
 * followed; nothing else that the deck names is read.
 * @param file absolute
 * @param slug of the talk; prefix of its pictures' names
 * @param isFree whether a path below the root is unused
 * @throws CliError if there is no such file, or it is not text
 */
function readDeck(file: string, slug: string, isFree: (path: string) => boolean): ReadDeck {
  const files = new FileReader();
  const read = files.read(file, { place: 'anywhere', limit: FILE_LIMITS.summary }, file, (bytes) => bytes);
  if (read.state !== 'ok') throw unreadable(file, whyNotRead(read));
  if (/\.(?:html?|pptx?|key|pdf|ipynb|odp)$/i.test(file) || read.value.includes(0))
    throw unreadable(file, wording`it is not Markdown`);
  const folder = dirname(resolve(file));
  const pictures = new Map<string, DeckPicture>();
  const taken = new Set<string>();
  const left: LeftOut[] = [];
  const refuse = (line: number, src: string, because: Because) => {
    left.push({ line, text: src, because });
    return null;
  };
  const place = ({
    src,
    alt,
    line,
  }: {
    readonly src: string;
    readonly alt: string;
    readonly line: number;
  }) => {
    if (/^(?:[a-z][a-z\d+.-]+:|\/\/)/i.test(src)) {
      refuse(line, src, 'picture-remote');
      return /^https?:/i.test(src) ? `[${alt === '' ? src : alt}](${src})` : null;
    }
    const known = pictures.get(src);
    if (known) return `![${alt}](../${known.path.slice('content/'.length)})`;
    const found = readPicture(files, folder, src);
    if (typeof found === 'string') return refuse(line, src, found);
    const path = freePath(slug, src, (each) => !taken.has(each) && isFree(each));
    taken.add(path);
    pictures.set(src, { path, content: found });
    return `![${alt}](../${path.slice('content/'.length)})`;
  };
  const summary = deckSummary(normalizeText(decode(read.value).text), place);
  return {
    ...summary,
    left: [...summary.left, ...left].sort((a, b) => a.line - b.line),
    pictures: [...pictures.values()],
  };
}

/** A new talk made from a deck, with what to write and report. */
interface TalkFromDeck {
  readonly talk: NewFile;
  readonly deck: ReadDeck;
  /** What check will report in it. */
  readonly left: readonly Finding[];
}

/**
 * The file of a new talk with a deck's slides as its sections. The command line takes precedence over the deck.
 * @param from absolute
 * @throws CliError as readDeck does
 */
export function talkFromDeck(
  root: string,
  open: OpenMeetup,
  template: string,
  facts: TalkFacts,
  from: string,
): TalkFromDeck {
  const { path } = talkFile(open, template, facts);
  const slug = /\/(?:\d+[-_. ]+)?([^/]*)\.md$/.exec(path)?.[1] ?? 'talk';
  const deck = readDeck(from, slug, (each) => !existsSync(join(root, each)));
  const { text } = talkFile(open, template, {
    ...facts,
    title: facts.title ?? deck.title,
    takeaway: facts.takeaway ?? deck.takeaway,
  });
  const head = text.slice(0, text.indexOf('\n---\n', 3) + 5);
  const typed = `${head}\n${deck.body}\n`;
  const mended = mend(path, typed, open.meetup.event.lang);
  return { talk: { path, text: mended.text }, deck, left: mended.left };
}

/** A summary with mechanical fixes applied, and what is left to write or fix. @param lang of the meetup */
function mend(path: string, text: string, lang: string) {
  const event = { path: 'content/event.md', text: `---\ntitle: "\u2026"\nlang: ${lang}\n---\n` };
  const contentOf = (talk: string): ContentFiles => ({
    event,
    talks: [{ path, text: talk }],
    exchanges: [],
    ignored: [],
    findings: [],
  });
  const errorsOf = (files: ContentFiles) =>
    validate(files).findings.filter(({ severity }) => severity === 'error');
  const after = fixContent(contentOf(text), errorsOf).find((each) => each.path === path)?.after ?? text;
  const found = validate(contentOf(after)).findings.filter(({ file }) => file === path);
  return { text: after, left: sortFindings(found) };
}

function unreadable(file: string, why: Wording): CliError {
  return new CliError(
    wording`${file} cannot be read as a deck: ${why}.`,
    wording`Behind --from stands the Markdown of a deck for Slidev, Marp, reveal.js or pandoc.`,
  );
}

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Slidev's `/name.png` is in `public/` beside the deck. */
function readPicture(files: FileReader, folder: string, src: string): Uint8Array | Because {
  const way = decodePath(src.replace(/[?#].*$/, ''));
  if (!PICTURE.test(way)) return 'picture-unusable';
  const path = way.startsWith('/') ? join(folder, 'public', way) : resolve(folder, way);
  const rules = { place: { within: folder }, limit: FILE_LIMITS.image };
  const read = files.read(path, rules, path, (bytes) => bytes);
  if (read.state === 'ok') return read.value;
  if (read.state === 'outside' || read.state === 'linked') return 'picture-outside';
  return read.state === 'missing' ? 'picture-missing' : 'picture-unusable';
}

function decodePath(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

function freePath(slug: string, src: string, isFree: (path: string) => boolean): string {
  const end = extname(src.replace(/[?#].*$/, '')).toLowerCase();
  const name =
    textSlug(
      basename(decodePath(src))
        .replace(/\.[^.]*$/, '')
        .replaceAll(/[_-]+/g, ' '),
    ) || 'picture';
  for (let count = 1; ; count += 1) {
    const path = `content/assets/${slug}-${name}${count === 1 ? '' : `-${count}`}${end}`;
    if (isFree(path)) return path;
  }
}
