import { InvalidArgumentError, Option } from 'commander';
import type { Terminal } from '../base/terminal.ts';
import type * as api from '../index.ts';
import { DECK_LANGS, type DeckLang } from './scaffold/starter.ts';

/** Options of every command. */
export interface CommonOptions {
  readonly terminal: Terminal;
  /** The folder that contains content/; absolute. */
  readonly root: string;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Whether to also print findings as GitHub annotations; always on in GitHub Actions. */
  readonly github?: boolean;
}

/** 0: clean, 1: findings. Errors that stop a command from running are thrown and give exit code 2. */
export type ExitCode = 0 | 1;

const serverOptions = (port: number): readonly Option[] => [
  new Option('--port <number>', 'port to listen on; if it is taken, the next free one')
    .default(port)
    .argParser(portOf),
  new Option('--host <address>', 'let others on your network in, with a password: 0.0.0.0 for all').default(
    '127.0.0.1',
  ),
];

export const DEV_PORT = 3030;
export const DEV_OPTIONS: readonly Option[] = [
  new Option('--open', 'open it in the browser'),
  ...serverOptions(DEV_PORT),
  new Option('--no-cache', 'keep no prepared packages for the next run'),
  // For `talkdeck lsp`, which starts `dev`.
  new Option('--for-editor', 'show pages in the window of an editor, and end with it').hideHelp(),
];

/** Different from dev's, because a browser stores an evening by its address. */
export const PRESENT_PORT = 3131;
export const PRESENT_OPTIONS: readonly Option[] = [
  new Option('--no-open', 'open no browser'),
  ...serverOptions(PRESENT_PORT),
  new Option('--check', 'say whether everything is ready, and open nothing'),
  new Option('--browser <path>', 'the Chrome, Chromium or Edge for --check (or set CHROME_PATH)'),
];

/** Different again, because a browser stores a site by its address, too. */
export const SITE_PORT = 3232;
export const SITE_OPTIONS: readonly Option[] = [
  new Option('--noindex', 'ask search engines not to index it'),
  new Option('--no-slides', 'leave out slides to present, which saves bundling'),
  new Option('--no-offline', 'browsers store nothing for offline use'),
  new Option('--browser <path>', 'the Chrome, Chromium or Edge to draw diagrams with (or set CHROME_PATH)'),
  new Option('--serve', 'then serve it as a host would, until Ctrl-C'),
  ...serverOptions(SITE_PORT).map((option) => option.implies({ serve: true })),
];

/** Flags of an export. */
export interface ExportFlags {
  readonly pdf?: boolean;
  readonly clicks?: boolean;
  readonly handout?: boolean;
  readonly perPage?: 2 | 3;
  readonly notes?: boolean;
  readonly png?: boolean;
  readonly scale?: number;
  readonly pptx?: boolean;
  readonly html?: boolean;
  readonly md?: boolean;
  readonly article?: boolean;
  readonly ics?: boolean;
  readonly cache?: boolean;
  readonly shard?: NonNullable<api.ExportOptions['shard']>;
}

export const EXPORT_OPTIONS: readonly Option[] = [
  new Option('--pdf', 'a PDF of each deck, and one of the whole meetup (the default)'),
  new Option('--clicks', 'in PDFs, a page per click instead of per slide'),
  new Option('--handout', 'slides on paper, with their notes and citations'),
  new Option('--per-page <n>', 'slides on a page of a handout: 2 or 3').default(3).argParser(parsePerPage),
  new Option('--notes', 'notes and a small picture of each slide, for the speaker'),
  new Option('--png', 'a picture of each slide'),
  new Option('--scale <n>', 'size of pictures: 1 for 980 pixels across').default(2).argParser(parseScale),
  new Option('--pptx', 'PowerPoint files, editable, with notes'),
  new Option('--html', 'each deck, and the whole meetup, as one file for any browser, without a server'),
  new Option('--md', 'the evening as one Markdown document'),
  new Option('--article', 'the evening as one page to paste into a newsletter or a chat service'),
  new Option('--ics', 'the programme as a calendar'),
  new Option('--no-cache', 'print everything again'),
  new Option('--shard <i/n>', 'export one of n parts, to share the work between machines').argParser(
    parseShard,
  ),
];

/** The requested export. @param decks names; empty for all */
export function askedFor(decks: readonly string[], flags: ExportFlags): ExportAsked {
  const { pdf, clicks = false, handout, perPage = 3, notes, png, scale = 2, pptx, html } = flags;
  const { md, article, ics } = flags;
  const products: readonly (api.Product | false)[] = [
    (pdf || clicks) && { kind: 'pdf', clicks },
    handout === true && { kind: 'handout', perPage },
    notes === true && { kind: 'notes' },
    png === true && { kind: 'png', scale },
    pptx === true && { kind: 'pptx' },
    html === true && { kind: 'html' },
    md === true && { kind: 'md' },
    article === true && { kind: 'article' },
    ics === true && { kind: 'ics' },
  ];
  const asked = products.filter((product) => product !== false);
  return {
    decks,
    products: asked.length > 0 ? asked : [{ kind: 'pdf' }],
    shard: flags.shard ?? null,
    cache: flags.cache ?? true,
  };
}

/** Flags of `init` and `new`. */
export interface ScaffoldFlags {
  readonly lang?: DeckLang;
  readonly title?: string;
  readonly speaker?: string;
  readonly yes?: boolean;
  readonly role?: string;
  readonly org?: string;
  readonly reading?: string;
  readonly by?: string;
  readonly to?: readonly string[];
  readonly topic?: string;
  readonly takeaway?: string;
  readonly from?: string;
}

export interface CheckOptions extends CommonOptions {
  /** Whether to check every slide in a browser. */
  readonly visual: boolean;
  /** Path of the browser; searched for by default. */
  readonly browser: string | undefined;
  /** Whether to list every statement with its cited lines. */
  readonly claims: boolean;
  /** Whether to apply mechanical fixes. */
  readonly fix: boolean;
  /** Whether to apply them without asking. */
  readonly yes: boolean;
}

export type ExportAsked = Required<Pick<api.ExportOptions, 'decks' | 'products' | 'shard' | 'cache'>>;

export interface ExportOptions extends CommonOptions {
  /** Path of a browser; searched for by default. */
  readonly browser: string | undefined;
  readonly asked: ExportAsked;
  /** Folders with shards of several machines, to join instead of printing; empty to print. */
  readonly merge: readonly string[];
}

export const INIT_OPTIONS: readonly Option[] = [
  new Option('--lang <tag>', 'language of the decks').choices(DECK_LANGS),
  new Option('--title <text>', 'name of the meetup'),
  new Option('--speaker <name>', 'who gives the first talk'),
  new Option('--from <transcript>', 'start with drafts of a recorded evening instead of an example'),
  new Option('-y, --yes', 'ask nothing'),
];

export const TALK_OPTIONS: readonly Option[] = [
  new Option('--title <text>', 'title of the talk'),
  new Option('--role <text>', 'what the speaker does'),
  new Option('--org <text>', 'company or project of the speaker'),
  new Option('--reading <text>', 'how a Japanese name is read, in kana or Latin letters, to name the file'),
  new Option('--takeaway <text>', 'the sentence that the audience should remember'),
  new Option('--from <deck>', 'take the slides of this deck for Slidev, Marp, reveal.js or pandoc'),
];

export const QUESTION_OPTIONS: readonly Option[] = [
  new Option('--by <name>', 'who asks (by default the host)'),
  new Option('--to <name...>', 'who is asked (by default sections for all speakers)'),
  new Option('--topic <text>', 'what it is about; questions on one topic are grouped'),
];

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new InvalidArgumentError('A port is a number from 1 to 65535; 0 takes any that is free.');
}

function parsePerPage(value: string): 2 | 3 {
  if (value === '2') return 2;
  if (value === '3') return 3;
  throw new InvalidArgumentError('It is 2 or 3.');
}

function parseScale(value: string): number {
  const scale = Number(value);
  if (scale >= 0.1 && scale <= 8) return scale;
  throw new InvalidArgumentError('It is a number from 0.1 to 8.');
}

function parseShard(value: string): NonNullable<api.ExportOptions['shard']> {
  const [, index, of] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index <= of) return { index, of };
  throw new InvalidArgumentError('It is a part and the number of parts, such as 2/3.');
}
