import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Stage } from '../../src/present/build-stage.ts';
import type { PhoneAddresses } from '../../src/present/manifest.ts';
import { createRelay, type Relay } from '../../src/present/relay.ts';
import type { StageSession } from '../../src/present/stage-session.ts';

export const VERSION = 'abcdefghijklmno1';
export const PHONES: PhoneAddresses = { guest: 'http://a/?password=g', device: 'http://a/remote?password=d' };
export const NOTE = 'what the speaker says';

const FILES = {
  'index.html': '<p>',
  'slides.js': '1',
  'notes.json': JSON.stringify([NOTE]),
  'stage/worker.js': '2',
  'stage/remote.html': '<p>',
  'note.txt': 'not of the stage',
};

/** A session whose stage is a few files, for the routes. */
export function smallStage(): {
  readonly session: StageSession;
  readonly relay: Relay;
  /** Versions that a browser has reported to have. */
  readonly ready: readonly string[];
  dispose(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'talkdeck-stage-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const files = Object.keys(FILES)
    .filter((path) => path !== 'note.txt')
    .map((path) => `/${path}`);
  const manifest = {
    ...{ version: VERSION, lang: 'en', title: '', decks: [], slides: [], breaks: [], questions: [] },
    files,
  };
  const stage: Stage = { manifest, folder, broken: [] };
  const ready: string[] = [];
  const state = () => ({ version: VERSION, errors: [], phones: { ...PHONES, connected: relay.phones() } });
  const relay = createRelay(state, ({ slide }) => String(slide));
  const session: StageSession = {
    relay,
    latest: () => stage,
    stage: (version) => (version === VERSION ? stage : null),
    phones: () => PHONES,
    ready: (version) => void ready.push(version),
  };
  return {
    ...{ session, relay, ready },
    dispose() {
      relay.close();
      rmSync(folder, { recursive: true });
    },
  };
}
