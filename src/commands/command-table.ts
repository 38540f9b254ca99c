import { Option } from 'commander';
import {
  askedFor,
  type CommonOptions,
  DEV_OPTIONS,
  DEV_PORT,
  EXPORT_OPTIONS,
  type ExitCode,
  type ExportFlags,
  INIT_OPTIONS,
  PRESENT_OPTIONS,
  PRESENT_PORT,
  QUESTION_OPTIONS,
  type ScaffoldFlags,
  SITE_OPTIONS,
  SITE_PORT,
  TALK_OPTIONS,
} from './flags.ts';
import { IMPORT_OPTIONS, type ImportFlags } from './import-flags.ts';

/** All options that commander may pass. */
export interface Options extends CommonOptions, ExportFlags, ScaffoldFlags {
  readonly browser?: string;
  readonly visual?: boolean;
  readonly fix?: boolean;
  readonly claims?: boolean;
  readonly yes?: boolean;
  readonly merge?: readonly string[];
  readonly port?: number;
  readonly host?: string;
  readonly open?: boolean;
  readonly forEditor?: boolean;
  readonly check?: boolean;
  readonly force?: boolean;
  readonly noindex?: boolean;
  readonly slides?: boolean;
  readonly offline?: boolean;
  readonly serve?: boolean;
}

export interface CommandEntry {
  /** Two words for a subcommand: `new talk`. */
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  /** Operands in commander's notation; null for none. */
  readonly operands: string | null;
  readonly options: readonly Option[];
  run(options: Options, operands: readonly string[]): Promise<ExitCode>;
}

const GITHUB = new Option('--github', 'also print annotations for GitHub, as its Actions do unasked');

/** Commands are loaded on demand: Slidev and the browser take time to load. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'start a meetup: a folder that works at once',
    details:
      'Writes package.json, an example in content/, editor settings and a workflow into a folder. On a terminal it asks for what the options leave out. With --from, it drafts the meetup from a transcript instead, as import does. Existing files are left alone.',
    operands: '[dir]',
    options: INIT_OPTIONS,
    run: async (
      { lang = null, title = null, speaker = null, from = null, yes = false, ...options },
      [folder = null],
    ) => (await import('./init.ts')).init({ ...options, folder, lang, title, speaker, from, yes }),
  },
  {
    name: 'new talk',
    summary: 'add a talk: content/talks/05-name.md',
    details:
      'Writes the file of a new talk, numbered and named by its speaker. Unknown fields stay empty, and check reports them. With --from, the slides of an existing deck become its sections, and parts for which a summary has no place are listed.',
    operands: '<speaker>',
    options: TALK_OPTIONS,
    run: async (
      { title = null, role = null, org = null, reading = null, takeaway = null, from = null, ...options },
      [speaker = ''],
    ) =>
      (await import('./new.ts')).newSummary({
        ...{ ...options, kind: 'talk', speaker, title, role, org, reading, takeaway, from },
      }),
  },
  {
    name: 'new question',
    summary: 'add a question: content/qa/10-first-words.md',
    details:
      'Writes the file of a new question, asked by the host, with a section for each speaker. Unknown fields stay empty, and check reports them.',
    operands: '<question>',
    options: QUESTION_OPTIONS,
    run: async ({ by: askedBy = null, to: askedTo = [], topic = null, ...options }, [question = '']) =>
      (await import('./new.ts')).newSummary({
        ...options,
        kind: 'question',
        question,
        askedBy,
        askedTo,
        topic,
      }),
  },
  {
    name: 'import',
    summary: 'start a meetup from its transcript',
    details:
      'Reads a transcript in any of many formats (docs/import.md), finds who spoke, the talks, the questions and the answers, and writes content/ with the lines that each rests on. On a terminal it asks for names that the transcript does not have. A summary that somebody has edited stays as it is; the new version is written beside it.',
    operands: '<transcript>',
    options: IMPORT_OPTIONS,
    // Its --speaker may be repeated.
    run: async (options, [file = '']) =>
      (await import('./import.ts')).importMeetup(options as unknown as ImportFlags, file),
  },
  {
    name: 'build',
    summary: 'write the decks into slides/',
    details:
      'Turns content/ into Slidev decks. If there is an error, nothing is written. A deck that somebody edited by hand is kept beside the new one; files that talkdeck did not make are not touched.',
    operands: null,
    options: [
      GITHUB,
      new Option('--force', 'discard manual edits in slides/'),
      new Option('--no-cache', 'rebuild everything'),
    ],
    run: async ({ force = false, cache: useCache = true, ...options }) =>
      (await import('./build.ts')).build({ ...options, force, useCache }),
  },
  {
    name: 'check',
    summary: 'check content/ and say what to fix and what could be better',
    details:
      'Says which line of which summary to fix, and how, and gives advice. Writes nothing, except fixed summaries with --fix and pictures of faulty slides with --visual.',
    operands: null,
    options: [
      new Option('--fix', 'fix spaces, punctuation and names in the summaries; asks first on a terminal'),
      new Option('--yes', 'with --fix: do not ask'),
      new Option('--claims', 'also list every statement with the transcript lines that it cites'),
      new Option(
        '--visual',
        'also inspect every slide in a browser; pictures of faulty ones go to out/audit/',
      ),
      new Option('--browser <path>', 'the Chrome, Chromium or Edge for --visual (or set CHROME_PATH)'),
      GITHUB,
    ],
    run: async ({ visual = false, browser, claims = false, fix = false, yes = false, ...options }) =>
      (await import('./check.ts')).check({ ...options, visual, browser, claims, fix, yes }),
  },
  {
    name: 'dev',
    summary: 'show the decks in a browser while you write them',
    details:
      'Serves a home page with every deck, and shows what you save at once. What is wrong is shown on its slide; the last good slide stays. Ctrl-C ends it.',
    operands: '[deck]',
    options: DEV_OPTIONS,
    run: async (
      {
        port = DEV_PORT,
        host = '127.0.0.1',
        open = false,
        cache: useCache = true,
        forEditor = false,
        ...options
      },
      [deck = null],
    ) => (await import('./dev.ts')).dev({ ...options, port, host, open, deck, useCache, forEditor }),
  },
  {
    name: 'present',
    summary: 'present the evening, even if the server stops',
    details:
      'Checks and builds all decks, and serves them as one, in the order of the programme. Once the browser has all of it, the server, the network and the disk may fail. What you save meanwhile is built in the background, and offered to the presenter. Ctrl-C ends it.',
    operands: null,
    options: PRESENT_OPTIONS,
    run: async ({
      port = PRESENT_PORT,
      host = '127.0.0.1',
      open = true,
      check = false,
      browser,
      ...options
    }) => {
      if (check) return (await import('./present-check.ts')).presentCheck({ ...options, browser });
      return (await import('./present.ts')).present({ ...options, port, host, open });
    },
  },
  {
    name: 'export',
    summary: 'print decks into out/: PDFs, handouts, notes, pictures, PowerPoint, HTML',
    details:
      'Brings slides/ up to date and prints every deck, or the named ones. Unchanged decks are not printed again. A deck with an error is reported and not written.',
    operands: '[deck...]',
    options: [
      ...EXPORT_OPTIONS,
      new Option('--merge <dir...>', 'join the shards in these folders instead of printing'),
      new Option('--browser <path>', 'the Chrome, Chromium or Edge to print with (or set CHROME_PATH)'),
      GITHUB,
    ],
    run: async (options, names) =>
      (await import('./export.ts')).runExport({
        ...options,
        browser: options.browser,
        asked: askedFor(names, options),
        merge: options.merge ?? [],
      }),
  },
  {
    name: 'looks',
    summary: 'show your own slides in every look: out/looks.html',
    details:
      'Writes one page with a cover, a full slide, a chart, a question and others of your meetup, side by side in every theme, to choose one. Also says what a theme would require you to change. Changes nothing else.',
    operands: null,
    options: [
      new Option('--browser <path>', 'the Chrome, Chromium or Edge to show them with (or set CHROME_PATH)'),
    ],
    run: async ({ browser, ...options }) => (await import('./looks.ts')).looks({ ...options, browser }),
  },
  {
    name: 'site',
    summary: 'write a website of the evening: out/site/',
    details:
      'Writes pages to read: the evening, each talk, the questions; and slides to present, each deck at its own address. It works on any host of plain files (docs/site.md). PDFs that an export left in out/ are offered for download. Unchanged pages and decks are not rebuilt, and other files stay.',
    operands: null,
    options: [...SITE_OPTIONS, GITHUB],
    run: async ({
      noindex = false,
      slides = true,
      offline = true,
      browser,
      serve = false,
      port = SITE_PORT,
      host = '127.0.0.1',
      ...options
    }) =>
      (await import('./site.ts')).site({
        ...options,
        ...{ isHidden: noindex, hasSlides: slides, isKept: offline, browser },
        served: serve ? { port, host } : null,
      }),
  },
  {
    name: 'explain',
    summary: 'explain a finding, with a wrong and a right example',
    details: 'Prints the page about a finding such as missing-field; without a code, a line about each.',
    operands: '[code...]',
    options: [],
    run: async (options, codes) => (await import('./explain.ts')).explain(options, codes),
  },
  {
    name: 'lsp',
    summary: 'help while you write, in an editor that speaks the Language Server Protocol',
    details:
      'Speaks the Language Server Protocol on standard input and output: findings as you type, completion, hover, fixes, renaming. Editors start it themselves; docs/editors.md says how to set them up.',
    operands: null,
    // Editors' libraries add it for every server.
    options: [new Option('--stdio', 'use standard input and output, as always').hideHelp()],
    run: async (options) => (await import('./lsp.ts')).lsp(options),
  },
];

/** Summaries of the commands that have subcommands. */
export const GROUPS: Readonly<Record<string, string>> = { new: 'add a talk or a question' };
