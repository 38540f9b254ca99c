#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { CliError } from './cli-error.ts';
import type { CommonOptions, ExitCode } from './commands/options.ts';
import { stderrColors } from './commands/stderr-colors.ts';

interface Options extends CommonOptions {
  readonly browser?: string;
  readonly visual?: boolean;
}

interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly details: string;
  readonly options: readonly Option[];
  run(options: Options): Promise<ExitCode>;
}

/** Each command is loaded when it is asked for: Slidev and the browser take their time. */
const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'build',
    summary: 'write the decks into slides/',
    details: 'Turns content/ into Slidev decks. While there is an error, nothing is written.',
    options: [],
    run: async (options) => (await import('./commands/build.ts')).build(options),
  },
  {
    name: 'check',
    summary: 'look at content/ and say what to mend; writes nothing',
    details:
      'Says which line of which summary to mend, and how. Writes nothing, save pictures of faulty slides with --visual.',
    options: [
      new Option(
        '--visual',
        'also look at every slide in a browser; pictures of faulty ones go to out/audit/',
      ),
      new Option('--browser <path>', 'the Chrome, Chromium or Edge for --visual (or set CHROME_PATH)'),
    ],
    run: async ({ visual = false, browser, ...options }) =>
      (await import('./commands/check.ts')).check({ ...options, visual, browser }),
  },
  {
    name: 'export',
    summary: 'print a PDF of each deck into out/pdf/',
    details:
      'Brings slides/ up to date and prints every deck. A deck with an error is named and not written.',
    options: [
      new Option('--browser <path>', 'the Chrome, Chromium or Edge to print with (or set CHROME_PATH)'),
    ],
    run: async (options) =>
      (await import('./commands/export.ts')).exportPdf({ ...options, browser: options.browser }),
  },
];

async function main(argv: readonly string[]): Promise<number> {
  let code: number = 0;
  const program = new Command('talkdeck')
    .description("Turns a meetup's talk summaries (content/) into Slidev decks (slides/) and PDFs (out/).")
    .version(version(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', '\nExit codes: 0 clean, 1 something to mend, 2 could not run.')
    .showSuggestionAfterError()
    .exitOverride();
  for (const entry of COMMANDS) {
    const command = program
      .command(entry.name)
      .summary(entry.summary)
      .description(entry.details)
      .option('--root <dir>', 'the folder that holds content/', '.')
      .option('--json', 'print the result as JSON', false)
      .option('--quiet', 'print errors only', false)
      .option('--no-color', 'print without colours')
      .helpOption('-h, --help', 'show this help')
      .action(async (options: Options) => {
        code = await entry.run(options);
      });
    for (const option of entry.options) command.addOption(option);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (cause) {
    return explain(cause);
  }
}

/** Environment problems are explained; anything else is a bug, and shows its stack. */
function explain(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof CliError) {
    process.stderr.write(`${stderrColors().red('talkdeck:')} ${cause.message}\n`);
    if (cause.hint !== null) process.stderr.write(`${cause.hint}\n`);
    return 2;
  }
  process.stderr.write(`${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`);
  return 2;
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

// `talkdeck check | head` closes the pipe early, which is no fault of anybody's.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});

process.exitCode = await main(process.argv.slice(2));
