import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { openProject } from '../../src/project.ts';
import { KEPT_SHELL } from '../kept-shell.ts';
import { DIAGRAM_VECTORS } from './diagram-vectors.ts';
import { type OpenBundle, openBundle } from './open-bundle.ts';
import { startTally } from './start-tally.ts';

const TIMEOUT = 240_000;
/** Its words, marks and formula must come through. */
const PLAIN = 'graph LR\n  a["**x** <b>bold</b><br>line"] --> b["$$x^2$$"]';
const DIAGRAMS = [...DIAGRAM_VECTORS, { name: 'plain', text: PLAIN }];

const tally = startTally('Hostile diagrams:');
let root: string;
let opened: OpenBundle;
let drawn: readonly Drawn[];

/** What stands on a slide in the place of its diagram. */
interface Drawn {
  readonly title: string;
  /** Null where there is no drawing, but the diagram's text, or what is wrong with it. */
  readonly svg: string | null;
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'diagrams-')));
  const sections = DIAGRAMS.map(({ name, text }) => `## ${name}\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`);
  const head = '---\nspeaker: S\ntitle: T\ntakeaway: K\n---\n';
  mkdirSync(join(root, 'content', 'talks'), { recursive: true });
  writeFileSync(join(root, 'content', 'event.md'), '---\ntitle: E\nlang: en\n---\n');
  writeFileSync(join(root, 'content', 'talks', '1-diagrams.md'), [head, ...sections].join('\n'));
  const { value, diagnostics } = compile(openProject(root));
  if (!value) throw new Error(JSON.stringify(diagnostics));
  opened = await openBundle(value, openProject(root), join(root, 'bundle'), KEPT_SHELL);
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
  tally('diagrams', DIAGRAM_VECTORS.length, 0);
});

test('what is drawn holds nothing that is fetched or run', () => {
  const live =
    /<(?:img|image|script|iframe|video|link|use|object|embed)\b|\bon\w+=|javascript:|url\(\s*["']?(?!#)/i;
  expect(drawn.filter(({ svg }) => svg !== null && live.test(svg))).toEqual([]);
  // Most of them are: a test of texts that are shown as code would not say much.
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

/** Runs in the browser, and so stands alone. */
function readDrawings(): Drawn[] {
  const { document } = globalThis as unknown as { document: Root };
  return [...document.querySelectorAll('.drawing')].flatMap((drawing) => {
    const shadow =
      [...drawing.querySelectorAll('*')].find(({ shadowRoot }) => shadowRoot)?.shadowRoot ?? null;
    const svg = shadow?.querySelector('svg') ? shadow.innerHTML : null;
    if (svg === null && !drawing.querySelector('pre')) return [];
    const label = (drawing as unknown as { getAttribute(name: string): string | null }).getAttribute(
      'aria-label',
    );
    return [{ title: label ?? '', svg }];
  });
}
