import { inspect } from 'node:util';
import { CliError, wording } from '../base/errors.ts';
import type { Project } from '../base/project.ts';
import { type Compilation, type Compiled, compile } from '../build/compile.ts';
import { errorInWords, type Finding, hasErrors } from '../findings/finding.ts';
import type { Bundler } from '../slidev/bundle/start-bundler.ts';
import { buildStage, type Stage, stageVersion } from './build-stage.ts';
import type { PhoneAddresses, Shown, StageState } from './manifest.ts';
import { createRelay, type Relay } from './relay.ts';

/** Receives messages for the terminal. */
export interface SessionListener {
  /** Findings in content/; with errors, the last build continues to be presented. */
  checked(findings: readonly Finding[]): void;
  /** A browser has everything: it no longer needs the server. */
  ready(): void;
  /** Another version is offered to the presenter. */
  offered(version: string): void;
  failed(message: string): void;
}

/** An evening that is being presented. */
export interface StageSession {
  readonly relay: Relay;
  latest(): Stage | null;
  /** Null if it is no longer kept. */
  stage(version: string): Stage | null;
  /** Addresses for phones; null if none can connect. */
  phones(): PhoneAddresses | null;
  /** A browser has this version. */
  ready(version: string): void;
}

/** Number of versions that windows may still show, or are about to take. */
const MOST_VERSIONS = 4;

/** Content without an error. */
export type Sound = Compiled & { readonly value: Compilation };

export function isSound(compiled: Compiled): compiled is Sound {
  return compiled.value !== null && !hasErrors(compiled.findings);
}

export function stageSession(
  project: Project,
  { bundler, root }: { readonly bundler: Bundler; readonly root: string },
  listener: SessionListener,
): StageSession & {
  build(compiled: Sound): Promise<void>;
  refresh(): Promise<void>;
  letIn(phones: PhoneAddresses): void;
} {
  const stages = new Map<string, Stage>();
  let latest: Stage | null = null;
  let errors: readonly string[] = [];
  let builds = 0;
  let toldReady = '';
  /** One build after another: Slidev's process takes one job at a time. */
  let building: Promise<void> = Promise.resolve();
  let isAsked = false;

  let phones: PhoneAddresses | null = null;
  const state = (): StageState => ({
    version: latest?.manifest.version ?? '',
    errors,
    phones: phones && { ...phones, connected: relay.phones() },
  });
  const relay = createRelay(state, ({ version, slide }: Shown) => {
    const manifest = stages.get(version)?.manifest;
    return manifest?.decks[manifest.slides[slide - 1]?.deck ?? -1]?.slug ?? '';
  });

  async function build(compiled: Sound): Promise<void> {
    const known = stages.get(stageVersion(project, compiled.value));
    if (!known) builds += 1;
    const stage = known ?? (await buildStage(project, compiled, { bundler, root, no: builds }));
    const [first] = stage.broken;
    if (first)
      throw new CliError(
        wording`Slide ${first.slide} of ${first.deck} cannot be shown: ${first.detail}`,
        wording`talkdeck export says more of it.`,
      );
    const { version } = stage.manifest;
    // The most recently added is kept longest.
    stages.delete(version);
    stages.set(version, stage);
    for (const old of [...stages.keys()].slice(0, -MOST_VERSIONS)) stages.delete(old);
    latest = stage;
  }

  async function refreshOnce(): Promise<void> {
    isAsked = false;
    const before = latest?.manifest.version;
    try {
      const compiled = compile(project);
      listener.checked(compiled.findings);
      errors = compiled.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ file, at: { line } }) => `${file}:${line}`);
      if (isSound(compiled)) await build(compiled);
    } catch (cause) {
      errors = [
        cause instanceof CliError
          ? errorInWords(cause).message
          : `This is a fault of talkdeck itself: ${inspect(cause)}`,
      ];
      listener.failed(errors.join('\n'));
    }
    if (latest && latest.manifest.version !== before) listener.offered(latest.manifest.version);
    relay.tell();
  }

  return {
    relay,
    latest: () => latest,
    stage: (version) => stages.get(version) ?? null,
    phones: () => phones,
    letIn(addresses) {
      phones = addresses;
      relay.tell();
    },
    build,
    refresh() {
      if (!isAsked) building = building.then(refreshOnce);
      isAsked = true;
      return building;
    },
    ready(version) {
      if (version !== latest?.manifest.version || toldReady === version) return;
      toldReady = version;
      listener.ready();
    },
  };
}
