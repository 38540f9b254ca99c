import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Scrim } from '../summary/meetup.ts';
import { chooseScrim } from './choose-scrim.ts';
import type { Answer, Examined, Question } from './examine.ts';
import { logoColors } from './logo-colors.ts';

/** Entry of the examining thread (see examine.ts): replies to each question it receives. */
const { port, signal } = workerData as { port: MessagePort; signal: Int32Array };
const require = createRequire(import.meta.url);

port.on('message', async (question: Question) => {
  let reply: Answer | null;
  try {
    reply = await answer(question);
  } catch {
    // The package is missing or failed, which says nothing about the content.
    reply = null;
  }
  port.postMessage(reply);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});

async function answer(question: Question): Promise<Answer | null> {
  switch (question.kind) {
    case 'picture':
      return await drawPicture(question.bytes);
    case 'cover':
      return await measureCover(question);
    case 'logo':
      return await measureLogo(question.bytes);
    case 'diagram':
      return await parseDiagram(question.text);
  }
}

/** Side of the grid for a cover's picture, whose cells are about as large as a letter of the smallest text. */
const CELLS = 96;

/** The picture's colours wherever letters may be, whichever part of it fits the screen. */
async function measureCover(question: CoverQuestion): Promise<Scrim> {
  const { default: sharp } = await import('sharp');
  const pixels = await sharp(question.bytes, { animated: false })
    .rotate()
    .flatten({ background: question.paper })
    .resize(CELLS, CELLS, { fit: 'inside' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return chooseScrim(pixels, question.paper, question.ink);
}

type CoverQuestion = Extract<Question, { readonly kind: 'cover' }>;

/** Size for counting its colours, at which thin lines are still visible. */
const LOGO_SIDE = 128;

async function measureLogo(bytes: Uint8Array): Promise<ReturnType<typeof logoColors>> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(bytes, { animated: false })
    .rotate()
    .resize(LOGO_SIDE, LOGO_SIDE, { fit: 'inside' })
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return logoColors(data, info.width, info.height);
}

/** Decodes a picture to its last line. */
async function drawPicture(bytes: Uint8Array): Promise<Examined> {
  const { default: sharp } = await import('sharp');
  // This small, it takes little memory, but is still decoded completely.
  const picture = sharp(bytes, { failOn: 'error', animated: false }).resize(8, 8, { fit: 'fill' });
  const isWhole = await picture
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  return {
    kind: null,
    fault: isWhole ? null : { line: 1, text: '', reason: 'it cannot be decoded to its end' },
  };
}

type Mermaid = typeof import('mermaid')['default'];
let loading: Promise<Mermaid> | undefined;

async function parseDiagram(text: string): Promise<Examined | null> {
  loading ??= loadMermaid();
  const mermaid = await loading;
  try {
    const { diagramType } = await mermaid.parse(text);
    return { kind: diagramType, fault: null };
  } catch (cause) {
    // A fault of the parser, which needs a browser for something.
    if (cause instanceof TypeError || cause instanceof ReferenceError) return null;
    return { kind: null, fault: faultOf(cause as MermaidError, text) };
  }
}

/** Mermaid cleans labels with DOMPurify, which needs a browser; here nothing is drawn. */
async function loadMermaid(): Promise<Mermaid> {
  const mermaid = require.resolve('mermaid');
  const purify = dirname(createRequire(mermaid).resolve('dompurify'));
  const { default: cleaner } = await import(pathToFileURL(join(purify, 'purify.es.mjs')).href);
  cleaner.addHook ??= () => {};
  cleaner.removeHook ??= () => {};
  cleaner.sanitize ??= (dirty: unknown) => dirty;
  const { default: loaded } = await import('mermaid');
  return loaded;
}

interface Place {
  readonly startLine?: number;
  readonly image?: string;
}

/** Errors of Mermaid's two kinds of parsers and of its own code. */
interface MermaidError extends Error {
  /** From Jison. */
  readonly hash?: {
    readonly text?: string;
    readonly token?: string | number;
    readonly loc?: { readonly first_line?: number; readonly last_line?: number };
  };
  /** From Langium. */
  readonly result?: {
    readonly lexerErrors: readonly { readonly line?: number; readonly message: string }[];
    readonly parserErrors: readonly { readonly token: Place; readonly previousToken?: Place }[];
  };
}

/** Position of the fault, in lines of the diagram. */
function faultOf({ name, message, hash, result }: MermaidError, text: string): Examined['fault'] {
  const lines = keptLines(text);
  const at = (line: number | undefined) => {
    const index = Math.min(Math.max(line ?? 1, 1), lines.length) - 1;
    return lines[index] ?? 1;
  };
  if (name === 'UnknownDiagramError') {
    return { line: at(1), text: '', reason: 'its first line names no kind of diagram' };
  }
  if (hash?.loc) {
    const typed = hash.text?.trim() ?? '';
    const { first_line: first, last_line: last } = hash.loc;
    if (typed === '') return { line: at(first), text: '', reason: 'this line ends too early' };
    return { line: at(last), text: typed, reason: `"${typed}" is not expected here` };
  }
  const [unexpected] = result?.parserErrors ?? [];
  if (unexpected) {
    const { token, previousToken } = unexpected;
    const typed = token.image?.trim() ?? '';
    if (typed === '') {
      const line = token.startLine || previousToken?.startLine;
      return { line: at(line), text: '', reason: 'this line ends too early' };
    }
    return { line: at(token.startLine), text: typed, reason: `"${typed}" is not expected here` };
  }
  const [unread] = result?.lexerErrors ?? [];
  if (unread) return { line: at(unread.line), text: '', reason: unread.message };
  return { line: at(1), text: '', reason: (message.split('\n')[0] ?? '').replace(/\.$/, '') };
}

/**
 * Line numbers, in the diagram, of the lines that Mermaid's parsers get: it first removes front matter, comments and
 * leading empty lines.
 */
function keptLines(text: string): readonly number[] {
  const typed = text.split('\n');
  const front = /^\s*---[ \t]*\n[\s\S]*?\n[ \t]*---[ \t]*\n/.exec(text)?.[0].split('\n').length ?? 1;
  const kept = typed.flatMap((line, index) => {
    if (index < front - 1 || /^\s*%%(?!\{).+/.test(line)) return [];
    return [{ number: index + 1, rest: line.replaceAll(/%%\{[^}]*\}%%|%%\{.*\}%%/g, '') }];
  });
  const first = kept.findIndex(({ rest }) => rest.trim() !== '');
  return kept.slice(Math.max(first, 0)).map(({ number }) => number);
}
