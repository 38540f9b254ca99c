import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { openProject } from '../../../src/base/project.ts';
import { compile } from '../../../src/build/compile.ts';
import { fieldSnippets, readSchemas } from '../../../src/commands/scaffold/field-snippets.ts';
import { STARTER_LANGS, type StarterLang } from '../../../src/commands/scaffold/starter.ts';
import { SECTION_KINDS } from '../../../src/content/kinds/shapes.ts';
import type { Deck } from '../../../src/deck/deck.ts';
import { ROOT } from '../../cli/run-cli.ts';
import { type Begun, beginMeetup } from './begin-meetup.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

let begun: Begun | null = null;
afterEach(() => {
  if (begun) rmSync(begun.root, { recursive: true, force: true });
  begun = null;
});

/** Text of a snippet that is accepted without changes. */
function expand({ body }: Snippet): string {
  return body
    .join('\n')
    .replaceAll(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replaceAll(/\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d+/g, '$1')
    .replaceAll(/\\([\\$}])/g, '$1');
}

function snippetsIn(lang: StarterLang): Readonly<Record<string, Snippet>> {
  begun = beginMeetup(lang, 'A meetup', 'Ann');
  // From the extension; a meetup has none of its own.
  expect(begun.files.filter(({ path }) => path.includes('snippets'))).toEqual([]);
  const file = join(ROOT, 'starter', lang, '_vscode/talkdeck.code-snippets');
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Snippet>>;
}

/** The decks of the example with one more file. */
function decksWith(path: string, text: string): readonly Deck[] {
  if (!begun) throw new Error('no meetup');
  writeFileSync(join(begun.root, 'content', path), text);
  const { value, findings } = compile(openProject(begun.root));
  expect(findings).toEqual([]);
  return value?.decks.map(({ deck }) => deck) ?? [];
}

const HEAD = '---\nspeaker: Zed\ntitle: T\ntakeaway: Remember 1 thing\n---\n\n';

describe.each(STARTER_LANGS)('snippets in %s', (lang) => {
  it('are for every kind of slide, a note, an answer, a talk and a question', () => {
    const snippets = snippetsIn(lang);
    expect(Object.keys(snippets)).toEqual([
      ...SECTION_KINDS,
      'note',
      'answer',
      'closing-deck',
      'break',
      'talk',
      'person',
      'question',
    ]);
    for (const { scope, prefix, description } of Object.values(snippets)) {
      expect(scope).toBe('markdown');
      expect([prefix].flat().length).toBeGreaterThan(0);
      expect(description).not.toBe('');
    }
    const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(SECTION_KINDS)('%s makes a slide of its kind', (kind) => {
    const snippet = snippetsIn(lang)[kind];
    if (!snippet) throw new Error('no snippet');
    const deck = decksWith('talks/03-zed.md', `${HEAD}${expand(snippet)}\n`).find(
      ({ slug }) => slug === 'zed',
    );
    const sections = deck?.slides.filter(({ origin }) => origin.line > 5) ?? [];
    expect(sections.map((slide) => slide.kind)).toEqual([kind]);
  });

  it('a note is a note, and no slide', () => {
    const { points, note } = snippetsIn(lang);
    if (!points || !note) throw new Error('no snippet');
    const text = `${HEAD}${expand(points)}\n\n${expand(note)}\n`;
    const deck = decksWith('talks/03-zed.md', text).find(({ slug }) => slug === 'zed');
    expect(deck?.slides.flatMap((slide) => slide.notes)).toHaveLength(1);
  });

  it('a talk is a whole talk', () => {
    const { talk } = snippetsIn(lang);
    if (!talk) throw new Error('no snippet');
    const decks = decksWith('talks/03-zed.md', `${expand(talk)}\n`);
    expect(decks.map(({ slug }) => slug)).toContain('zed');
  });

  it('a question is a whole question, once its names are', () => {
    const { question, answer } = snippetsIn(lang);
    if (!question || !answer) throw new Error('no snippet');
    const text = [question, answer].map((each) => expand(each).replace(/^### .+$/m, '### Ann')).join('\n\n');
    const qa = decksWith('qa/03-more.md', `${text}\n`).find(({ kind }) => kind === 'qa');
    expect(qa?.slides.filter(({ kind }) => kind === 'question')).toHaveLength(3);
  });
});

describe('snippets for the fields of front matter', () => {
  const schemas = readSchemas();
  const snippets = fieldSnippets(schemas, 'en') as Readonly<Record<string, Snippet>>;

  it('are for all of them', () => {
    const fields = Object.values(schemas).flatMap(({ properties }) => Object.keys(properties));
    expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual([...new Set(fields)]);
  });

  it.each(Object.entries(snippets))('%s is YAML of that field', (name, snippet) => {
    const data: unknown = parse(expand(snippet), { schema: 'failsafe' });
    expect(Object.keys(data as object)).toEqual([snippet.prefix]);
    expect(name).toBe(snippet.prefix);
  });

  it('says what a field is for in each kind of file', () => {
    expect(snippets.title?.description).toBe(
      'event.md: The name of the meetup, on every cover. talks/*.md: The title of the talk, on its cover.',
    );
  });

  it('offers what may be chosen, and puts colours into quotes', () => {
    expect(snippets.theme?.body).toEqual([`theme: \${1|quiet,bold,vivid|}`]);
    expect(snippets.reveal?.body).toEqual([`reveal: \${1|true,false|}`]);
    expect(snippets.accent?.body).toEqual([`accent: "\${1:#0b5cad}"`]);
    expect(snippets.facts?.body[0]).toBe('facts:');
  });
});
