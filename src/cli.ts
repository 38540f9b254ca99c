#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { CliError } from './cli-error.ts';
import { colorsFor } from './commands/colors-for.ts';
import { COMMANDS, GROUPS, type Options } from './commands/table.ts';
import { cleanLines } from './diagnostics/clean-lines.ts';
import { ownVersion } from './own-version.ts';

async function main(argv: readonly string[]): Promise<number> {
  let code: number = 0;
  const program = new Command('talkdeck')
    .description("Turns a meetup's talk summaries (content/) into Slidev decks (slides/) and PDFs (out/).")
    .version(ownVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand(false)
    .addHelpText('after', '\nExit codes: 0 clean, 1 something to mend, 2 could not run.')
    .showSuggestionAfterError()
    .exitOverride();
  const groups = new Map<string, Command>();
  for (const entry of COMMANDS) {
    const [last = '', group] = entry.name.split(' ').reverse();
    const command = groupOf(program, groups, group)
      .command(last)
      .summary(entry.summary)
      .description(entry.details)
      .option('--root <dir>', 'the folder that holds content/', '.')
      .option('--json', 'print the result as JSON', false)
      .option('--quiet', 'print errors only', false)
      .option('--no-color', 'print without colours')
      .helpOption('-h, --help', 'show this help')
      .action(async (...given: readonly unknown[]) => {
        // What commander gives: the operands, if there may be any, the options, the command.
        const [operands, options] = entry.operands === null ? [[], given[0]] : given;
        const list = Array.isArray(operands) ? operands : operands === undefined ? [] : [operands];
        code = await entry.run(options as Options, list as readonly string[]);
      });
    if (entry.operands !== null) command.argument(entry.operands);
    for (const option of entry.options) command.addOption(option);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (cause) {
    return explain(cause);
  }
}

/** The command that holds others of the same first word. */
function groupOf(program: Command, groups: Map<string, Command>, name: string | undefined): Command {
  if (name === undefined) return program;
  const group =
    groups.get(name) ??
    program
      .command(name)
      .summary(GROUPS[name] ?? '')
      .helpOption('-h, --help', 'show this help')
      .helpCommand(false);
  groups.set(name, group);
  return group;
}

/** Environment problems are explained; anything else is a bug, and shows its stack. */
function explain(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof CliError) {
    process.stderr.write(`${colorsFor(process.stderr).red('talkdeck:')} ${cleanLines(cause.message)}\n`);
    if (cause.hint !== null) process.stderr.write(`${cleanLines(cause.hint)}\n`);
    return 2;
  }
  const bug = cause instanceof Error ? cause.stack || cause.message : String(cause);
  process.stderr.write(`${cleanLines(bug)}\n`);
  return 2;
}

// `talkdeck check | head` closes the pipe early, `talkdeck dev 2>&1 | tee log` when somebody ends tee: no fault of theirs.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
}

process.exitCode = await main(process.argv.slice(2));
