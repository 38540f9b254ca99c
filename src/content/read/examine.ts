import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { digestOf } from '../../base/changed.ts';
import { childEnvironment } from '../../base/child-environment.ts';
import { compiledFile } from '../../base/packages.ts';
import { openStore, sharedFolder } from '../../base/store.ts';
import type { HexColor } from '../summary/meetup.ts';

/** A question that only large asynchronous packages can answer. */
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
  /** Mermaid's name for the type of a valid diagram. */
  kind: v.nullable(v.string()),
  fault: v.nullable(v.object({ line: v.number(), text: v.string(), reason: v.string() })),
});

/** `line`: within the diagram, 1-based; `text`: the faulty text on that line, empty if the whole line is. */
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

/** Whether a picture or diagram is valid, or the measured scrim or colours. */
export type Answer<Q extends Question = Question> = v.InferOutput<(typeof SHAPES)[Q['kind']]>;

/** The package that answers; part of the cache key, so that a new version is asked again. */
const ANSWERED_BY = { picture: 'sharp', diagram: 'mermaid', cover: 'sharp', logo: 'sharp' } as const;
const EDITION = 2;
/** More pictures and diagrams than anybody has in all meetups. */
const MOST_KEPT = 4_000;
/** Longer than the largest picture takes on a busy machine. */
const PATIENCE_MS = 60_000;

/**
 * Whether a picture can be decoded to its last line or a diagram is valid, which scrim a cover's picture needs, or
 * which colours a logo has. Answers are cached by digest, so that the packages are loaded only for new files.
 * @returns null if it cannot be determined
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

const EXAMINER = compiledFile('./examiner.js', import.meta.url);

let running: Examiner | null = null;

/**
 * Asks a thread and waits, because content is compiled synchronously. The thread stays for further questions, but does
 * not keep the process alive.
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
  const worker = new Worker(EXAMINER, {
    workerData: { port: port2, signal },
    transferList: [port2],
    env: { ...childEnvironment() },
    execArgv: [],
    // Suppresses the packages' output.
    stdout: true,
    stderr: true,
  });
  // If the thread cannot start, there is no answer.
  worker.on('error', () => {});
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}
