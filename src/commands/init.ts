import { basename, join, relative, resolve } from 'node:path';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { languageFont } from '../base/fonts/families.ts';
import type { Terminal } from '../base/terminal.ts';
import { oneLine } from '../base/text.ts';
import { CONTENT_FOLDER, listFolder } from '../content/read/content-folder.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import type { Imported } from './import.ts';
import { report } from './report.ts';
import { askBeginning, nextSteps } from './scaffold/ask.ts';
import { initFiles } from './scaffold/init-files.ts';
import { writeNewFiles } from './scaffold/new-files.ts';
import { ownPackage } from './scaffold/own-package.ts';
import { type DeckLang, deckLang, readStarter, type StarterLang, starterLang } from './scaffold/starter.ts';
import { words } from './words/words.ts';

export interface InitOptions extends CommonOptions {
  /** Relative to the root; null for the root itself. */
  readonly folder: string | null;
  readonly lang: DeckLang | null;
  readonly title: string | null;
  readonly speaker: string | null;
  /** A transcript whose drafts replace the example. */
  readonly from: string | null;
  /** Whether to ask nothing. */
  readonly yes: boolean;
}

/** Adds talkdeck's extension, once talkdeck is installed. */
const EXTENSION = 'code --install-extension node_modules/talkdeck/editors/talkdeck.vsix';

/** Creates a meetup that works at once. Existing files are left alone. */
export async function init(options: InitOptions): Promise<ExitCode> {
  const root = resolve(options.root, options.folder ?? '.');
  const { stdin: input, stdout: output, env, cwd } = options.terminal;
  const isAsked = input.isTTY && output.isTTY && !options.yes && !options.json && !options.quiet;
  const given = {
    lang: options.lang,
    title: line(wording`title`, '--title', options.title),
    speaker: line(wording`speaker`, '--speaker', options.speaker),
  };
  const imported = options.from === null ? null : await importFrom({ ...options, from: options.from, root });
  const begun = imported
    ? { lang: deckLang(options.lang ?? imported.lang), title: '', speaker: '' }
    : await askBeginning(given, systemLang(env), isAsked ? { input, output } : null);
  const starter = {
    common: readStarter('common'),
    inLanguage: readStarter(starterLang(begun.lang)),
  };
  const own = ownPackage(root);
  const beginning = { ...begun, folder: basename(root), version: own.version };
  const isEmpty = (listFolder(join(root, CONTENT_FOLDER)) ?? []).length === 0;
  const { written, kept } = writeNewFiles(root, initFiles(starter, beginning, isEmpty));

  const folder = relative(cwd, root);
  const say = words().added;
  const font = languageFont(begun.lang);
  const packages = kept.includes('package.json') ? [own.installed, ...(font === null ? [] : [font])] : [];
  const next = nextSteps(folder, packages, imported ? 'npx talkdeck check' : 'npx talkdeck new talk NAME');
  return report(options, {
    findings: [],
    facts: { folder: root, written, kept, next, ...(imported ? { imported: imported.facts } : {}) },
    summary: [
      ...(imported ? [imported.summary] : []),
      say.filesWritten(written.length, folder || '.'),
      ...(kept.length > 0 ? [say.kept(kept)] : []),
      ...(isEmpty || imported ? [] : [say.noExample(CONTENT_FOLDER)]),
      say.next,
      ...next.map((step) => `  ${step}`),
      say.inVsCode(EXTENSION),
      ...(own.from === 'clone' ? [say.fromClone] : own.from === 'tarball' ? [say.fromTarball] : []),
    ].join('\n'),
  });
}

async function importFrom(options: InitOptions & { readonly from: string }): Promise<Imported | null> {
  const { title, lang, speaker, from, ...common } = options;
  if (speaker !== null)
    throw new CliError(
      wording`With --from the transcript says who speaks.`,
      wording`Leave out --speaker, or write the talks with: talkdeck import --speaker LABEL=NAME.`,
    );
  // Loaded only if there is a transcript.
  const { importInto } = await import('./import.ts');
  return importInto(
    { ...common, ...(title === null ? {} : { title }), ...(lang === null ? {} : { lang }) },
    from,
  );
}

function line(what: Wording, option: string, text: string | null): string | null {
  if (text === null) return null;
  if (oneLine(text) === '')
    throw new CliError(wording`The ${what} is empty.`, wording`Write it after ${option}.`);
  return oneLine(text);
}

function systemLang({ LC_ALL, LC_MESSAGES, LANG }: Terminal['env']): StarterLang {
  return starterLang(LC_ALL || LC_MESSAGES || LANG || '');
}
