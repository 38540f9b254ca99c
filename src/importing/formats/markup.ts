import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { CliError, wording } from '../../base/errors.ts';
import type { Format, Piece, Reading } from './format.ts';
import { dateIn } from './text-facts.ts';
import { readLines } from './text-lines.ts';

export const DOCX: Format = {
  name: 'docx',
  title: 'Word (Teams, 腾讯会议, 通义听悟)',
  fits: ({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b && documentOf(bytes) !== null,
  read(source) {
    const xml = documentOf(source.bytes);
    if (xml === null)
      throw new CliError(
        wording`${source.name} has no word/document.xml.`,
        wording`Name another format with --format.`,
      );
    return readingOf(wordLines(xml), null, null);
  },
};

export const HTML: Format = {
  name: 'html',
  title: 'a saved page (公众号 article)',
  fits: ({ text }) =>
    /^\s*(?:<!doctype html|<html|<head|<body|<article|<div|<!--)/i.test(text) ||
    /id=["']js_content["']/.test(text),
  read: ({ text }) => {
    const { lines, title, date } = pageLines(text);
    return readingOf(lines, title, date);
  },
};

function readingOf(lines: readonly string[], title: string | null, date: string | null): Reading {
  const { pieces, facts } = readLines(lines);
  return {
    pieces: pieces.map((piece): Piece => ({ ...piece, line: null })),
    lines: null,
    facts: { ...facts, title: title ?? facts.title, date: facts.date ?? date },
    damages: [],
  };
}

/** A document is a few times larger than its archive; one that unpacks to more than this is malicious. */
const LARGEST_XML = 400_000_000;

function documentOf(bytes: Uint8Array): string | null {
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= LARGEST_XML,
    });
    const document = files['word/document.xml'];
    return document ? strFromU8(document) : null;
  } catch {
    return null;
  }
}

/** Paragraphs and line breaks of WordprocessingML end lines; headings are marked as in Markdown. */
function wordLines(xml: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let hashes = '';
  let isText = false;
  const end = () => {
    lines.push(`${line.trim() === '' ? '' : hashes}${line}`);
    line = '';
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:t') isText = true;
        else if (name === 'w:tab') line += '\t';
        else if (name === 'w:br' || name === 'w:cr') end();
        else if (name === 'w:pStyle') {
          const level = /^(?:heading|标题)\s*([1-6])$/i.exec(attributes['w:val'] ?? '')?.[1];
          if (level) hashes = `${'#'.repeat(Number(level))} `;
        }
      },
      ontext(text) {
        if (isText) line += text;
      },
      onclosetag(name) {
        if (name === 'w:t') isText = false;
        if (name !== 'w:p') return;
        end();
        hashes = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return lines;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'p div section article h1 h2 h3 h4 h5 h6 li ul ol blockquote tr table figure figcaption dd dt pre header main'.split(
    ' ',
  ),
);
/** Elements whose content is not text of the page. */
const HIDDEN: ReadonlySet<string> = new Set(
  'script style noscript svg template head nav footer aside form button select iframe'.split(' '),
);
/** Elements that hold a page's text, most reliable first. */
const HOLDERS: readonly ((name: string, id: string) => boolean)[] = [
  (_, id) => id === 'js_content',
  (name) => name === 'article',
  (name) => name === 'main',
  (name) => name === 'body',
];

interface PageLines {
  readonly lines: readonly string[];
  readonly title: string | null;
  readonly date: string | null;
}

/** The lines of the best holder. Bold stays marked as in Markdown, because it distinguishes labels from speech. */
function pageLines(html: string): PageLines {
  const held = HOLDERS.map(() => [] as string[]);
  const all: string[] = [];
  const open: { readonly name: string; readonly holder: number }[] = [];
  let line = '';
  let hidden = 0;
  let bold = 0;
  let title: string | null = null;
  let date: string | null = null;
  let hashes = '';
  const end = () => {
    const closed = bold > 0 ? `${line}**` : line;
    const text = closed.replaceAll('****', '').replaceAll(/\s+/g, ' ').trim();
    line = bold > 0 ? '**' : '';
    if (text === '' || /^\*+$/.test(text)) return;
    all.push(`${hashes}${text}`);
    for (const { holder } of open) if (holder >= 0) held[holder]?.push(`${hashes}${text}`);
  };
  const setBold = (by: number) => {
    if (bold === 0 || bold + by === 0) line += '**';
    bold += by;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'meta' && /^(?:og:title|twitter:title)$/.test(attributes.property ?? ''))
          title ??= attributes.content || null;
        if (
          name === 'meta' &&
          /published_time|publishdate/.test(attributes.property ?? attributes.name ?? '')
        )
          date ??= dateIn(attributes.content ?? '');
        if (HIDDEN.has(name)) hidden += 1;
        if (BLOCKS.has(name) || name === 'br') end();
        if (/^h[1-6]$/.test(name)) hashes = `${'#'.repeat(Number(name[1]))} `;
        const isBold = name === 'strong' || name === 'b';
        if (isBold && hashes === '') setBold(1);
        const holder = HOLDERS.findIndex((holds) => holds(name, attributes.id ?? ''));
        open.push({ name, holder });
      },
      ontext(text) {
        if (hidden === 0) line += text;
      },
      onclosetag(name) {
        if (BLOCKS.has(name)) end();
        if (/^h[1-6]$/.test(name)) hashes = '';
        if (HIDDEN.has(name)) hidden -= 1;
        if ((name === 'strong' || name === 'b') && bold > 0) setBold(-1);
        const at = open.findLastIndex((element) => element.name === name);
        if (at >= 0) open.splice(at);
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  end();
  return { lines: held.find(({ length }) => length > 0) ?? all, title, date };
}
