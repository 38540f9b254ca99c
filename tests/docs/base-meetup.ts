import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Example, ExampleFile } from '../../src/findings/pages/finding-page.ts';
import type { Files } from '../compile-meetup.ts';
import { mp4, WEBM } from '../video-files.ts';

interface Summary {
  readonly fields: string;
  readonly body: string;
}

const EVENT: Summary = { fields: 'title: Founders on databases\nlang: en\nhost: Hanna\n', body: '' };
const QUESTION = 'askedBy: A listener\ntopic: Beginnings\n';
const ANSWER = '### Ada\n\n- With one customer.\n';

/** The files that examples are based on; examples contain only the lines that matter. */
const BASE: Readonly<Record<string, Summary>> = {
  'content/event.md': EVENT,
  'content/talks/01-ada.md': {
    fields:
      'speaker: Ada\ntitle: A database that heals itself\ntakeaway: Build for the day when a disk fails.\n',
    body: '## What it does\n\n- It runs at 40 companies.\n',
  },
  'content/qa/01-start.md': { fields: `question: How do you start?\n${QUESTION}`, body: ANSWER },
};

/** Basis of summaries that only an example has. */
const OTHERS: Readonly<Record<string, Summary>> = {
  talks: {
    fields: 'speaker: Ben\ntitle: Charts that draw themselves\ntakeaway: Draw what people ask for.\n',
    body: '## What it draws\n\n- 12 kinds of charts.\n',
  },
  qa: { fields: `question: What would you do otherwise?\n${QUESTION}`, body: ANSWER },
};

const PHOTO = PNG.sync.write(new PNG({ width: 1960, height: 1100 }));

const ASSETS: Files = {
  'content/assets/photo.png': PHOTO,
  'content/assets/cut.png': PHOTO.subarray(0, PHOTO.length / 2),
  'content/assets/small.png': PNG.sync.write(new PNG({ width: 200, height: 112 })),
  'content/assets/walk.webm': WEBM,
  'content/assets/walk.mp4': mp4(),
  'content/assets/notes.webm': Buffer.from('Three desks, and no window.\n'),
  'content/assets/brand.woff2': readFileSync(
    new URL('../../node_modules/@fontsource/inter/files/inter-latin-400-normal.woff2', import.meta.url),
  ),
};

export interface ExampleMeetup {
  readonly files: Files;
  /** Symbolic links by path, with their targets; these paths are not in `files`. */
  readonly links: Readonly<Record<string, string>>;
  /** Expected places of findings, such as `content/event.md:3`. */
  readonly places: readonly string[];
}

/** The base meetup with an example's lines in place of its own; later files win. */
export function exampleMeetup(example: Example): ExampleMeetup {
  const files = new Map<string, string | Uint8Array>(Object.entries(ASSETS));
  for (const [path, { fields, body }] of Object.entries(BASE)) files.set(path, whole(fields, body));
  const links: Record<string, string> = {};
  const places: string[] = [];
  for (const file of example) {
    if (file.text === null) {
      files.delete(file.path);
      continue;
    }
    if (file.flags.includes('link')) {
      files.delete(file.path);
      links[file.path] = file.text.trim();
      continue;
    }
    const { text, above } = complete(file, file.text);
    files.set(file.path, file.flags.includes('latin1') ? Buffer.from(text, 'latin1') : text);
    places.push(...file.marks.map((mark) => `${file.path}:${above + mark}`));
  }
  return { files: Object.fromEntries(files), links, places };
}

/** Completes a file with the lines that its example omits; `above` counts those before the example's. */
function complete(
  { path, lang, flags }: ExampleFile,
  shown: string,
): { readonly text: string; readonly above: number } {
  const text = repeatLastLine(shown, flags);
  const summary = BASE[path] ?? OTHERS[path.split('/')[1] ?? ''];
  if (!summary || flags.includes('whole')) return { text, above: 0 };
  if (lang === 'yaml') {
    const kept = fieldsBeside(text, summary.fields);
    return { text: whole(kept + text, summary.body), above: 1 + countLines(kept) };
  }
  if (lang !== 'markdown') return { text, above: 0 };
  if (!text.startsWith('---\n')) {
    return { text: whole(summary.fields, text), above: 3 + countLines(summary.fields) };
  }
  return { text: /\n---\n*$/.test(text) ? `${text}\n${summary.body}` : text, above: 0 };
}

function whole(fields: string, body: string): string {
  return `---\n${fields}---\n${body === '' ? '' : `\n${body}`}`;
}

/** The base's fields that an example does not set. */
function fieldsBeside(text: string, fields: string): string {
  const named = new Set([...text.matchAll(/^(\w+)\s*[:\uFF1A]/gm)].map(([, name]) => name));
  if (named.has('speakers')) named.add('speaker');
  return fields.replaceAll(/^(\w+):.*\n/gm, (line, name: string) => (named.has(name) ? '' : line));
}

function repeatLastLine(text: string, flags: readonly string[]): string {
  const times = Number(flags.find((flag) => flag.startsWith('repeat='))?.slice('repeat='.length) ?? 1);
  return text.replace(/[^\n]*\n$/, (line) => line.repeat(times));
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
