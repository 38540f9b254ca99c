import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { digestOf } from '../../base/changed.ts';
import { childEnvironment } from '../../base/child-environment.ts';
import { openStore, sharedFolder } from '../../base/store.ts';
import type { HexColor } from '../summary/meetup.ts';

/** Something that only large packages can tell, which work asynchronously. */
export type Question =
  | { readonly kind: 'picture'; readonly bytes: Uint8Array }
  | { readonly kind: 'logo'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'cover';
      readonly bytes: Uint8Array;
      readonly paper: HexColor;
      readonly ink: HexColor;
    }
  | { readonly kind: 'diagram'; readonly text: string };

const ExaminedShape = v.object({
  /** Of a sound diagram, as Mermaid names it. */
  kind: v.nullable(v.string()),
  fault: v.nullable(v.object({ line: v.number(), text: v.string(), reason: v.string() })),
});

/** `line`: of the diagram, from 1; `text`: what is wrong there, empty where that is the whole line. */
export type Examined = v.InferOutput<typeof ExaminedShape>;

const ScrimShape = v.object({ tone: v.picklist(['ink', 'paper']), strength: v.number() });

const LogoShape = v.object({
  colors: v.array(v.object({ color: v.custom<HexColor>(isHexColor), share: v.number() })),
  density: v.number(),
});

function isHexColor(value: unknown): boolean {
  return typeof value === 'string' && /^#[\da-f]{6}$/.test(value);
}

const SHAPES = {
  picture: ExaminedShape,
  diagram: ExaminedShape,
  cover: ScrimShape,
  logo: LogoShape,
} as const;

/** What is told of a picture's soundness, a diagram, or the scrim that a cover's picture needs. */
export type Answer<Q extends Question = Question> = v.InferOutput<(typeof SHAPES)[Q['kind']]>;

/** The package that answers, and what changes when we read its answers otherwise. */
const ANSWERED_BY = { picture: 'sharp', diagram: 'mermaid', cover: 'sharp', logo: 'sharp' } as const;
const EDITION = 2;
/** More pictures and diagrams than people have in all their meetups. */
const MOST_KEPT = 4_000;
/** Longer than the largest picture takes on a busy machine. */
const PATIENCE_MS = 60_000;

/**
 * Whether a picture can be drawn to its last line, a diagram is sound, which scrim a cover's picture needs, or what a logo
 * is made of. What was examined once is known by its digest, so that the packages are loaded for what is new only.
 * @returns null where it cannot be told
 */
export function examine<Q extends Question>(question: Q): Answer<Q> | null {
  const store = openStore(sharedFolder('examined'));
  const key = keyOf(question);
  const shape: v.GenericSchema<unknown, Answer<Q>> = SHAPES[question.kind];
  const known = store.getJson(key, shape);
  if (known) return known;
  const examined = ask(question, shape);
  if (examined) store.putJson(key, examined);
  return examined;
}

function keyOf(question: Question): string {
  const content = question.kind === 'diagram' ? question.text : question.bytes;
  const colors = question.kind === 'cover' ? `${question.paper}${question.ink}`.replaceAll('#', '-') : '';
  return `${question.kind}-${versionOf(ANSWERED_BY[question.kind])}-${EDITION}${colors}-${digestOf(content, 'hex').slice(0, 40)}`;
}

const versions = new Map<string, string>();

function versionOf(name: string): string {
  const known = versions.get(name);
  if (known !== undefined) return known;
  const { resolve } = createRequire(import.meta.url);
  const folder = resolve(name).replace(/^(.*[\\/]node_modules[\\/][^\\/]+)[\\/].*$/s, '$1');
  const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string };
  versions.set(name, version);
  return version;
}

interface Examiner {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** From source the compiled one: what loads TypeScript in a thread needs the thread that waits for it. */
const EXAMINER = import.meta.url.endsWith('.ts') ? '../../../dist/content/read/examiner.js' : './examiner.js';

let running: Examiner | null = null;

/**
 * Asks a thread, and waits: content is compiled in one go. It goes on to live, so that the next answer takes no time,
 * and keeps the process from nothing.
 */
function ask<Q extends Question>(question: Q, shape: v.GenericSchema<unknown, Answer<Q>>): Answer<Q> | null {
  running ??= startExaminer();
  const { worker, port, signal } = running;
  Atomics.store(signal, 0, 0);
  port.postMessage(question);
  const hasAnswered = Atomics.wait(signal, 0, 0, PATIENCE_MS) !== 'timed-out';
  const reply = hasAnswered ? receiveMessageOnPort(port) : undefined;
  if (reply) return v.parse(v.nullable(shape), reply.message);
  worker.terminate().catch(() => {});
  running = null;
  return null;
}

function startExaminer(): Examiner {
  openStore(sharedFolder('examined')).trim({ entries: MOST_KEPT });
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL(EXAMINER, import.meta.url), {
    workerData: { port: port2, signal },
    transferList: [port2],
    env: { ...childEnvironment() },
    execArgv: [],
    // Nobody wants to read what packages print.
    stdout: true,
    stderr: true,
  });
  // A thread that cannot start answers nothing; that is all there is to it.
  worker.on('error', () => {});
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}
