import { resolve } from 'node:path';
import { Command, CommanderError, Help, InvalidArgumentError, Option } from 'commander';
import { CliError } from './base/errors.ts';
import { ownVersion } from './base/project.ts';
import { colorsFor, onWarning, type Terminal } from './base/terminal.ts';
import { COMMANDS, GROUPS, type Options } from './commands/command-table.ts';
import { messageLanguage, speaking, type Translate } from './commands/words/choose-language.ts';
import { words } from './commands/words/words.ts';
import { errorInWords, inSpoken } from './findings/finding.ts';
import { cleanLines } from './findings/report/clean.ts';

/**
 * Runs a command and prints its result on the terminal.
 * @param argv arguments after `talkdeck`
 * @param alone whether nothing else runs in this process
 * @returns the exit code: 0 clean, 1 findings, 2 could not run
 */
export async function main(argv: readonly string[], terminal: Terminal, alone = false): Promise<number> {
  const run = (translate: Translate) => runIn(translate, argv, terminal);
  return speaking(messageLanguage(argv, terminal.env), run, alone);
}

async function runIn(t: Translate, argv: readonly string[], terminal: Terminal): Promise<number> {
  onWarning((warning) => terminal.stderr.write(`talkdeck: ${cleanLines(inSpoken(warning))}\n`));
  let code: number = 0;
  let shown = terminal;
  const program = withCommon(
    writingTo(new Command('talkdeck'), terminal, t)
      .description(
        t("Turns a meetup's talk summaries (content/) into Slidev decks (slides/) and PDFs (out/)."),
      )
      .version(ownVersion(), '-V, --version', t('show the version')),
    t,
  )
    .helpCommand(false)
    .addHelpText('after', `\n${t('Exit codes: 0 clean, 1 something to fix, 2 could not run.')}`)
    .showSuggestionAfterError()
    .exitOverride();
  const groups = new Map<string, Command>();
  for (const entry of COMMANDS) {
    const [last = '', group] = entry.name.split(' ').reverse();
    const command = withCommon(
      groupOf(program, groups, group, t)
        .command(last)
        .summary(t(entry.summary))
        .description(t(entry.details)),
      t,
      !entry.options.some(({ long }) => long === '--lang'),
    ).action(async (...given: readonly unknown[]) => {
      // Arguments from commander: the operands, if there may be any, the options, the command.
      const [operands, own] = entry.operands === null ? [[], given[0]] : given;
      const list = Array.isArray(operands) ? operands : operands === undefined ? [] : [operands];
      const common = commonOf(command);
      if (common.color === false) shown = { ...terminal, env: { ...terminal.env, NO_COLOR: '1' } };
      const root = resolve(terminal.cwd, common.root);
      const options = { ...(own as Options), ...common, root, terminal: shown };
      code = await entry.run(options, list as readonly string[]);
    });
    if (entry.operands !== null) command.argument(entry.operands);
    for (const option of entry.options) command.addOption(inLanguageOf(option, t));
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (cause) {
    return explain(cause, shown);
  }
}

/** Makes a program print to the terminal; its subcommands inherit that. */
function writingTo(program: Command, { stdout, stderr }: Terminal, t: Translate): Command {
  const { parser } = words();
  program.configureHelp({
    styleTitle: t,
    optionDescription: (option) => parser(Help.prototype.optionDescription.call(new Help(), option)),
  });
  return program.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    outputError: (text, write) => write(`${parser(text.trimEnd())}\n`),
    getOutHelpWidth: () => (stdout.isTTY ? stdout.columns : undefined) ?? 80,
    getErrHelpWidth: () => (stderr.isTTY ? stderr.columns : undefined) ?? 80,
  });
}

/** Adds the common options, which may come before or after the command. */
function withCommon(command: Command, t: Translate, takesLang = true): Command {
  if (takesLang) command.addOption(languageOption(t));
  return command
    .option('--root <dir>', t('the folder that holds content/'), '.')
    .option('--json', t('print the result as JSON'), false)
    .option('--quiet', t('print errors only'), false)
    .option('--no-color', t('print without colours'))
    .helpOption('-h, --help', t('show this help'))
    .enablePositionalOptions();
}

/** Its value is read before all others (choose-language.ts). */
function languageOption(t: Translate): Option {
  return new Option(
    '--lang <tag>',
    t('language of messages: en or zh (by default as LC_ALL or LANG says)'),
  ).argParser((tag: string) => {
    if (/^(?:en|zh)(?:[-_].*)?$/i.test(tag)) return tag;
    throw new InvalidArgumentError('Messages are in en and zh.');
  });
}

/** A copy, because the option tables are shared by everything in this process. */
function inLanguageOf(option: Option, t: Translate): Option {
  const copy: Option = Object.assign(Object.create(Object.getPrototypeOf(option)), option);
  copy.description = t(option.description);
  return copy;
}

type Common = Pick<Options, 'root' | 'json' | 'quiet'> & { readonly color: boolean };

/** Values of common options; the one given nearest to the operands wins. */
function commonOf(command: Command): Common {
  const upwards: Command[] = [];
  for (let each: Command | null = command; each; each = each.parent) upwards.push(each);
  const isGiven = (key: string) => (each: Command) => each.getOptionValueSource(key) === 'cli';
  const given = (key: string) => (upwards.find(isGiven(key)) ?? command).getOptionValue(key);
  const keys = ['root', 'json', 'quiet', 'color'] as const;
  return Object.fromEntries(keys.map((key) => [key, given(key)])) as unknown as Common;
}

/** The parent command of a two-word name. */
function groupOf(
  program: Command,
  groups: Map<string, Command>,
  name: string | undefined,
  t: Translate,
): Command {
  if (name === undefined) return program;
  const group =
    groups.get(name) ??
    withCommon(program.command(name).summary(t(GROUPS[name] ?? '')), t).helpCommand(false);
  groups.set(name, group);
  return group;
}

/** Environment problems get an explanation; anything else is a bug and shows its stack. */
function explain(cause: unknown, terminal: Terminal): number {
  const { stderr } = terminal;
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  if (cause instanceof CliError) {
    const { message, hint } = errorInWords(cause);
    stderr.write(`${colorsFor(stderr, terminal).red('talkdeck:')} ${cleanLines(message)}\n`);
    if (hint !== null) stderr.write(`${cleanLines(hint)}\n`);
    return 2;
  }
  const bug = cause instanceof Error ? cause.stack || cause.message : String(cause);
  stderr.write(`${cleanLines(bug)}\n`);
  return 2;
}
