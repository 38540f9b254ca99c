import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openProject } from '../../src/base/project.ts';
import { compile } from '../../src/build/compile.ts';
import { ALLOWED_CODES } from '../../src/findings/messages/foreign-messages.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { DIAGRAM_VECTORS, INFO_VECTORS } from './diagram-vectors.ts';
import { isDiagram } from './is-diagram.ts';
import { type OpenBundle, openBundle } from './open-bundle.ts';
import { startTally } from './start-tally.ts';
import { VECTORS } from './vectors.ts';

const TIMEOUT = 240_000;
/** Its text, markup and formula must come through. */
const PLAIN = 'graph LR\n  a["**x** <b>bold</b><br>line"] --> b["$$x^2$$"]';
/** Must still be drawn whatever the first line of its fence. */
const SOUND = 'graph LR\n  a --> b';
const fence = (text: string, info = '') => `\`\`\`mermaid${info}\n${text}\n\`\`\``;

const INFOS = [
  { name: 'sound', body: fence(SOUND) },
  ...INFO_VECTORS.map(({ name, text }) => ({ name, body: fence(SOUND, text) })),
];
const DIAGRAMS = [
  ...DIAGRAM_VECTORS.map(({ name, text }) => ({ name, body: fence(text) })),
  ...VECTORS.filter(isDiagram).map(({ name, text }) => ({ name, body: text })),
  ...INFOS,
  ...INFOS.map(({ name, body }) => ({ name: `quoted ${name}`, body: body.replaceAll(/^/gm, '> ') })),
  { name: 'plain', body: fence(PLAIN) },
];

const tally = startTally('Hostile diagrams:');
let root: string;
let decks: readonly string[];
let opened: OpenBundle;
let drawn: readonly Drawn[];

/** What a slide shows in place of its diagram. */
interface Drawn {
  readonly title: string;
  /** Null if the diagram's text or an error shows instead of a drawing. */
  readonly svg: string | null;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'diagrams-')));
  const sections = DIAGRAMS.map(({ name, body }) => `## ${name}\n\n${body}\n`);
  const head = '---\nspeaker: S\ntitle: T\ntakeaway: K\n---\n';
  mkdirSync(join(root, 'content', 'talks'), { recursive: true });
  writeFileSync(
    join(root, 'content', 'event.md'),
    `---\ntitle: E\nlang: en\nallow: [${ALLOWED_CODES.join()}]\n---\n`,
  );
  writeFileSync(join(root, 'content', 'talks', '1-diagrams.md'), [head, ...sections].join('\n'));
  const { value, findings } = compile(openProject(root));
  if (!value) throw new Error(JSON.stringify(findings));
  decks = value.decks.map(({ text }) => text);
  opened = await openBundle(value, openProject(root), join(root, 'bundle'), {
    purpose: 'print',
    shellFolder: KEPT_SHELL,
  });
  const isDone = `(${readDrawings})().length === ${DIAGRAMS.length}`;
  await opened.page.waitForFunction(isDone, undefined, { timeout: TIMEOUT, polling: 200 });
  await opened.page.waitForLoadState('networkidle');
  drawn = await opened.page.evaluate(readDrawings);
}, TIMEOUT);
afterAll(async () => {
  await opened?.close();
  rmSync(root, { recursive: true, force: true });
});

test('they run nothing and ask the network for nothing', async () => {
  const { requests, events, page } = opened;
  expect([...requests.blocked, ...requests.missing]).toEqual([]);
  expect(events).toEqual([]);
  expect(await page.evaluate('globalThis.pwned ?? null')).toBeNull();
  tally('diagrams', DIAGRAMS.length, 0);
});

test('what follows the word `mermaid` is for nobody', () => {
  const lines = decks.flatMap((text) => text.match(/^.*mermaid.*$/gim) ?? []);
  const asCode = decks.flatMap((text) => text.match(/<pre v-pre/g) ?? []);
  expect(lines.length + asCode.length).toBe(DIAGRAMS.length);
  expect(lines.length).toBeGreaterThan(2 * INFOS.length);
  expect(new Set(lines)).toEqual(new Set(['```mermaid', '> ```mermaid']));
  const [sound, quoted] = ['', 'quoted '].map((prefix) =>
    INFOS.map(({ name }) => drawn.find(({ title }) => title === prefix + name)?.svg),
  );
  for (const svgs of [sound, quoted]) {
    // Each has its own number.
    const looks = new Set(svgs?.map((svg) => svg?.replaceAll(/\bdiagram-\d+/g, 'diagram')));
    expect(looks.size).toBe(1);
    expect([...looks][0]).toContain('<svg');
  }
});

test('what is drawn holds nothing that is fetched or run', () => {
  const live =
    /<(?:img|image|script|iframe|video|link|use|object|embed)\b|\bon\w+=|javascript:|url\(\s*["']?(?!#)/i;
  expect(drawn.filter(({ svg }) => svg !== null && live.test(svg))).toEqual([]);
  // Most must be drawn: texts shown as code would prove little.
  expect(drawn.filter(({ svg }) => svg !== null).length).toBeGreaterThan(DIAGRAMS.length / 2);
});

test('a sound one is drawn as before', () => {
  const { svg } = drawn.find(({ title }) => title === 'plain') ?? {};
  expect(svg).toMatch(/<strong>x<\/strong>|<b>x<\/b>|\*\*x\*\*/);
  expect(svg).toContain('<b>bold</b>');
  expect(svg).toMatch(/<msup>/);
});

interface Root {
  readonly textContent: string;
  readonly innerHTML: string;
  readonly shadowRoot: Root | null;
  querySelector(selector: string): Root | null;
  querySelectorAll(selector: string): Iterable<Root>;
}

/** Runs in the browser, so it must be self-contained. */
function readDrawings(): Drawn[] {
  const { document } = globalThis as unknown as { document: Root };
  return [...document.querySelectorAll('.print-slide-container')].flatMap((slide) => {
    const drawing = slide.querySelector('.drawing, blockquote');
    if (!drawing) return [];
    const shadow =
      [...drawing.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot)?.shadowRoot ?? null;
    const svg = shadow?.querySelector('svg') ? shadow.innerHTML : null;
    if (svg === null && !drawing.querySelector('pre')) return [];
    return [{ title: slide.querySelector('h1')?.textContent ?? '', svg }];
  });
}
