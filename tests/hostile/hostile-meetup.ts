import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { composed } from '../../src/base/text.ts';
import { createMarkdown } from '../../src/content/parse/grammar.ts';
import { validate } from '../../src/content/validate/validate.ts';
import { hasErrors } from '../../src/findings/finding.ts';
import { ALLOWED_CODES } from '../../src/findings/messages/foreign-messages.ts';
import { hasGlyphs } from './has-glyphs.ts';
import { isDiagram } from './is-diagram.ts';
import { each, PLACES, shown } from './places.ts';
import { renderedText } from './rendered-text.ts';
import { chunks, literal, normalize } from './text.ts';
import type { Vector } from './vector.ts';
import { SECRET, YAML_VECTORS } from './vectors.ts';

/** Texts that must be readable, each as the full text of an element on the slides made from one place of a summary. */
export interface Expectation {
  readonly place: string;
  /** Path of the summary; and the line that the slides come from, or null for any slide of the deck. */
  readonly file: string;
  readonly line: number | null;
  /** The last line that such slides may come from, if a rule in the text begins a slide; by default the same. */
  readonly lastLine?: number;
  readonly deck: string;
  /** CSS selector within the slide. */
  readonly selector: string;
  readonly texts: readonly string[];
  /** Looks for the text anywhere in the slide's content, ignoring whitespace. */
  readonly loose?: boolean;
}

export interface NoteExpectation {
  readonly file: string;
  readonly line: number;
  readonly deck: string;
  readonly texts: readonly string[];
}

export interface HostileMeetup {
  /** Number of texts in every place. */
  readonly vectors: number;
  readonly slides: readonly Expectation[];
  readonly notes: readonly NoteExpectation[];
  /** Raw vectors that a build would reject, by name. */
  readonly rejected: readonly string[];
}

/** Texts that YAML escapes can put into front matter, unlike Markdown. */
const YAML_WORDS = YAML_VECTORS.map(({ text }) => Buffer.from(text).toString()).filter(hasGlyphs);

const PER_SECTION = 24;
const PER_FIELD = 8;
/** A speaker with a harmless name. */
const PLAIN = 'Plain';
const SEPARATOR = ' \u2502 ';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Writes a meetup below `root` that puts each vector into every place. */
export async function writeHostileMeetup(root: string, drawn: readonly Vector[]): Promise<HostileMeetup> {
  const meetup = new Builder(drawn);
  meetup.build();
  const files: Readonly<Record<string, string | Buffer>> = {
    ...meetup.files,
    'content/talks/pixel.png': PIXEL,
    'secret.txt': SECRET,
    'secret.md': SECRET,
    'slides/secret.txt': SECRET,
    'slides/secret.md': SECRET,
    'content/secret.md': SECRET,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return meetup;
}

class Builder implements HostileMeetup {
  readonly #drawn: readonly Vector[];
  readonly #texts: readonly string[];
  readonly #words: readonly string[];
  readonly #talks: readonly (readonly string[])[];
  readonly files: Record<string, string> = {};
  readonly slides: Expectation[] = [];
  readonly notes: NoteExpectation[] = [];
  readonly rejected: string[] = [];

  constructor(drawn: readonly Vector[]) {
    this.#drawn = drawn;
    this.#texts = drawn.map(({ text }) => text);
    this.#words = [...this.#texts, ...YAML_WORDS];
    this.#talks = chunks(this.#words, PER_FIELD);
  }

  get vectors(): number {
    return this.#drawn.length;
  }

  build(): void {
    const sections = [...this.#sections()];
    const sectionsUpTo = (talk: number) => Math.floor((talk * sections.length) / this.#talks.length);
    this.#event();
    this.#talks.forEach((words, index) => {
      this.#talk(index, words, sections.slice(sectionsUpTo(index), sectionsUpTo(index + 1)));
    });
    this.#exchanges();
  }

  #event(): void {
    const all = chunks(this.#words, Math.ceil(this.#words.length / 4)).map((words) => words.join(SEPARATOR));
    const [title = '', subtitle = '', host = '', organizer = ''] = all;
    this.files['content/event.md'] = frontMatter({
      title,
      subtitle,
      lang: 'en',
      host,
      organizer,
      allow: ALLOWED_CODES,
    });
    const cover = { file: 'content/event.md', line: null, deck: 'qa', place: 'event' };
    this.slides.push({ ...cover, selector: 'p, h1', texts: [title, subtitle].map(inField) });
    this.slides.push({
      ...cover,
      selector: 'p',
      texts: [inField(`Host ${host} \u00B7 Organised by ${organizer}`)],
    });
  }

  #talk(index: number, words: readonly string[], sections: readonly Section[]): void {
    const file = `content/talks/${index}-talk-${index}.md`;
    const deck = `talk-${index}`;
    const at = (offset: number) => rotate(words, offset).join(SEPARATOR);
    const fields = {
      speaker: this.#speaker(index),
      role: at(1),
      org: at(2),
      title: at(3),
      takeaway: at(4),
      facts: words,
      links: Object.fromEntries(words.map((text, at) => [`a${text}`, `https://example.org/${at}`])),
    };
    const head = frontMatter(fields);
    let text = head;
    for (const { place, selectors, title, body, texts, loose, note } of sections) {
      text += '\n';
      const line = text.split('\n').length;
      const common = { file, line, deck };
      const lastLine = line + body.split('\n').length + 1;
      for (const selector of selectors) {
        this.slides.push({ ...common, place, selector, texts, ...(loose ? { loose, lastLine } : {}) });
      }
      this.slides.push({ ...common, place: 'heading', selector: 'h1', texts: [normalize(title)] });
      text += `## ${literal(title)}${MARKERS[place] ?? ''}\n\n${body}\n`;
      if (note.length > 0) {
        text += `\n<!--\n${each((words) => literal(words), '\n\n')(note)}\n-->\n`;
        this.notes.push({ ...common, texts: note.map(normalize) });
      }
    }
    this.files[file] = text;
    const common = { file, line: null, deck };
    const person = inField(fields.speaker);
    this.slides.push(
      { ...common, place: 'cover title', selector: 'h1', texts: [inField(fields.title)] },
      { ...common, place: 'speaker', selector: '.person', texts: [person] },
      { ...common, place: 'takeaway', selector: 'p', texts: [inField(fields.takeaway)] },
      { ...common, place: 'fact', selector: 'li', texts: words.map(inField) },
      { ...common, place: 'link', selector: '.coded b', texts: words.map((text) => inField(`a${text}`)) },
      {
        ...common,
        place: 'role and org',
        selector: 'li, p',
        texts: [inField(`${person} ${fields.org} \u00B7 ${fields.role}`)],
      },
    );
  }

  #exchanges(): void {
    this.files['content/talks/999-plain.md'] =
      `${frontMatter({ speaker: PLAIN, title: 'a', takeaway: 'b' })}\n## c\n\n- d\n`;
    this.#talks.forEach((words, index) => {
      const file = `content/qa/${index}.md`;
      const at = (offset: number) => rotate(words, offset).join(SEPARATOR);
      const fields = {
        question: at(5),
        askedBy: at(6),
        askedTo: [this.#speaker(index)],
        topic: `${index}${at(7)}`,
      };
      const texts = words.map((text) => text.replaceAll('\u0000', ' '));
      const body = each((text) => `- ${literal(text)}`)(texts);
      const paragraphs = each((text) => literal(text), '\n\n')(texts);
      this.files[file] = `${frontMatter(fields)}\n### ${literal(this.#speaker(index))}\n\nYes.\n`;
      // Long questions and names leave no room for answers.
      const answers = `content/qa/${this.#talks.length + index}.md`;
      const short = { question: 'a', askedBy: 'b', topic: 'c' };
      this.files[answers] =
        `${frontMatter(short)}\n### ${PLAIN}\n\n${body}\n\n### ${PLAIN}\n\n${paragraphs}\n`;
      const common = { file, line: null, deck: 'qa' };
      this.slides.push(
        { ...common, place: 'question', selector: 'h1', texts: [inField(fields.question)] },
        { ...common, place: 'askedBy', selector: '.person', texts: [inField(fields.askedBy)] },
        { ...common, place: 'askedTo', selector: '.person', texts: [inField(this.#speaker(index))] },
        {
          ...common,
          place: 'topic',
          selector: '.kicker',
          texts: [inField(`Q${index + 1} ${fields.topic}`)],
        },
        { ...common, file: answers, place: 'answer bullet', selector: 'li', texts: words.map(normalize) },
        { ...common, file: answers, place: 'answer paragraph', selector: 'p', texts: words.map(normalize) },
      );
    });
  }

  /** Titles and notes cycle through all vectors, too. */
  *#sections(): Generator<Section> {
    let count = 0;
    const next = () => {
      const title = this.#texts[count % this.#texts.length] ?? '';
      const note = chunks(this.#texts, 6)[count % Math.ceil(this.#texts.length / 6)] ?? [];
      count += 1;
      return { title, note };
    };
    for (const { name, selectors, body } of PLACES) {
      for (const texts of chunks(this.#texts, PER_SECTION)) {
        const expected = texts.map((text) => shown(name, text));
        yield { ...next(), place: name, selectors, body: body(texts), texts: expected };
      }
    }
    for (const body of this.#rawBodies()) {
      const texts = [renderedText(body)];
      yield { ...next(), place: 'raw', selectors: ['.slide-content > :not(h1)'], body, texts, loose: true };
    }
    // Every vector has been a title.
    while (count < this.#texts.length) {
      yield { ...next(), place: 'filler', selectors: ['p'], body: 'filler', texts: ['filler'] };
    }
  }

  /** Vectors as typed: in a quote, which contains whatever a vector opens; and at the top level if it is only text. */
  *#rawBodies(): Generator<string> {
    const quoted: string[] = [];
    const top: string[] = [];
    for (const { name, text } of this.#drawn.filter((vector) => !isDiagram(vector))) {
      const quote = text.replaceAll(/^/gm, '> ');
      const isAlone = /^(?:```|~~~)/m.test(text);
      if (isAccepted(quote)) quoted.push(quote);
      else this.rejected.push(`${name} in a quote`);
      if (!isAccepted(text)) this.rejected.push(`${name} at the top`);
      else if (isAlone) yield text;
      else top.push(text);
    }
    for (const bodies of [...chunks(quoted, PER_SECTION), ...chunks(top, PER_SECTION)]) {
      yield bodies.join('\n\n');
    }
  }

  /** Names must be unique because people are looked up by name. */
  #speaker(index: number): string {
    return normalize(rotate(this.#talks[index] ?? [], index).join(SEPARATOR));
  }
}

/** Places that a section has if its heading asks for them. */
const MARKERS: Readonly<Record<string, string>> = {
  bar: ' {.bars}',
  stack: ' {.stacks}',
  column: ' {.columns}',
};

interface Section {
  readonly title: string;
  readonly note: readonly string[];
  readonly place: string;
  readonly selectors: readonly string[];
  readonly body: string;
  readonly texts: readonly string[];
  readonly loose?: boolean;
}

/** Fields show letters composed, so that a name typed in parts, as macOS stores it, is the same as elsewhere. */
function inField(text: string): string {
  return composed(normalize(text));
}

function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function frontMatter(fields: Readonly<Record<string, unknown>>): string {
  return `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
}

/** Whether a build accepts a section with this body and yields only that section; images do not exist. */
function isAccepted(body: string): boolean {
  const head = frontMatter({ speaker: 'a', title: 'b', takeaway: 'c' });
  const source = { path: 'content/talks/a.md', text: `${head}\n## d\n\n${body}\n` };
  const content = {
    event: { path: 'content/event.md', text: frontMatter({ title: 'a', lang: 'en', allow: ALLOWED_CODES }) },
    talks: [source],
    exchanges: [],
    ignored: [],
    findings: [],
  };
  const { meetup, findings } = validate(content);
  const [talk] = meetup.talks;
  const isOneSection = talk?.sections.length === 1 && talk.sections[0]?.notes.length === 0;
  const html = markdown.render(body);
  return isOneSection && !hasErrors(findings) && !/<img/.test(html) && hasGlyphs(html);
}

const markdown = createMarkdown();
markdown.renderer.rules.note = () => '';
