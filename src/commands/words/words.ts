import { Scoped } from '../../base/scoped.ts';
import { counted, plural } from '../../base/text.ts';
import type { ExplainWords } from '../../findings/pages/explain-page.ts';
import { ENGLISH_IMPORT_REPORT, type ImportReportWords } from '../../importing/report-words.ts';
import type { Because } from '../../importing/slides/deck-lines.ts';
import { type EditorWords, ENGLISH_EDITOR } from '../../lsp/words.ts';
import { type CheckName, type Words as StageWords, wordsFor } from '../../present/pages/words.ts';
import type { PrintProgress } from '../../print/types.ts';

/** Reports of commands, besides findings. Numbers and paths are passed unformatted. */
export interface CommandWords {
  /** After the findings. */
  errors(errors: number, files: number): string;
  readonly nothingWritten: string;
  built(decks: number, folder: string, written: number, unchanged: number): string;
  readonly nothingToFix: string;
  readonly noFileChanged: string;
  changed(files: readonly string[]): string;
  askChange(files: number): string;
  checked(facts: CheckedFacts): string;
  readonly claims: ClaimsWords;
  dev: DevWords;
  exported: ExportWords;
  added: AddWords;
  imported: ImportWords;
  /** For `lsp`. */
  readonly editor: EditorWords;
  /** Loaded only by `explain`. */
  explain(): Promise<ExplainWords>;
  nearFinding(asked: string, near: string): string;
  present: PresentWords;
  readonly looks: LooksWords;
  readonly site: SiteWords;
  progress: ProgressWords;
  /** Translates a message of commander: an error or a line of help. */
  parser(english: string): string;
}

/** For `check --claims`. */
export interface ClaimsWords {
  missing(words: readonly string[]): string;
  readonly unchecked: string;
}

export interface CheckedFacts {
  readonly decks: number;
  readonly slides: number;
  /** Number of statements compared with the transcript. */
  readonly claims: number;
  readonly advice: number;
  readonly mechanical: number;
  /** Result of the check in a browser; null if there was none. */
  readonly browser: { readonly checks: number; readonly errors: number; readonly warnings: number } | null;
}

interface DevWords {
  taken(port: number): string;
  at(url: string): string;
  readonly mended: string;
  readonly allMended: string;
  readonly soundLast: string;
  standing(count: number): string;
  noNetwork(password: string): string;
  others(urls: readonly string[], password: string): string;
  device(password: string): string;
}

interface PresentWords {
  at(decks: number, slides: number, url: string): string;
  readonly ready: string;
  readonly offered: string;
  /** Shared with the presenter's window. */
  readonly checks: StageWords['checks'];
  readonly guests: string;
  readonly steering: string;
  /** What only the browser of the evening can tell. */
  unknown(name: CheckName): string;
  lookedIn(browser: string): string;
  readonly offline: { good(slides: number): string; todo(slides: readonly string[]): string };
  /** If content/ has errors. */
  readonly unsound: string;
}

/** For `looks`. */
interface LooksWords {
  written(slides: number, looks: number, page: string): string;
  /** @param isShown whether its slides are on the page */
  wrong(look: string, isShown: boolean, findings: number): string;
}

/** For `site`. */
interface SiteWords {
  written(pages: number, folder: string, written: number, unchanged: number, removed: number): string;
  /** @param files older than the decks that they were printed from, relative to out/ */
  outdated(files: readonly string[]): string;
  /** While serving. */
  at(url: string): string;
}

interface ProgressWords {
  readonly doing: Readonly<Record<PrintProgress['stage'], string>>;
  /** Number of slides done; on a bar, cli-progress fills in its placeholders. */
  slides(done: number | string, total: number | string): string;
}

interface ExportWords {
  files(count: number, folder: string): string;
  unchanged(kept: number, decks: number): string;
  pictures(count: number): string;
  pages(count: number): string;
  slides(count: number): string;
  readonly forMerge: string;
  readonly wholeMissed: (kind: 'pdf' | 'html') => string;
}

/** For `init` and `new`. */
interface AddWords {
  filesWritten(count: number, folder: string): string;
  kept(paths: readonly string[]): string;
  noExample(folder: string): string;
  readonly next: string;
  /** Includes the command that adds the extension. */
  inVsCode(command: string): string;
  readonly fromClone: string;
  readonly fromTarball: string;
  there(path: string): string;
  readonly beforeBuild: string;
  line(number: number): string;
  readonly leaveOut: string;
  taken(from: string, tool: string, slides: number, notes: number, pictures: number): string;
  readonly leftOut: string;
  readonly because: Readonly<Record<Because, string>>;
  readonly ask: { readonly lang: string; readonly title: string; readonly speaker: string };
}

interface ImportWords {
  read(from: string, format: string, talks: number, questions: number, host: string | null): string;
  written(files: number, folder: string, isDry: boolean): string;
  removed(paths: readonly string[], isDry: boolean): string;
  kept(path: string, beside: string): string;
  /** @param value null if unknown */
  doubt(of: string, value: string | null, how: string): string;
  toLookAt(count: number, report: string): string;
  prompted(tasks: number, file: string): string;
  /** Shown before anything is sent. @param sent tokens */
  model(tasks: number, sent: number, received: number, to: string, name: string): string;
  readonly askModel: string;
  ofModel(kept: number, refused: number, unanswered: number): string;
  readonly report: ImportReportWords;
  readonly ask: {
    /** @param said first words of that voice; empty if there are none */
    voice(name: string, said: string): string;
    /** @param how the likely speaker was found, as worded in the report; empty if there is none */
    speaker(line: number, how: string): string;
    readonly host: string;
    readonly somebodyElse: string;
    readonly unknown: string;
    readonly name: string;
  };
}

const spoken = new Scoped<CommandWords | null>(null);

/** Runs `run` with reports in these words, including everything that it calls and waits for. */
export function inWords<T>(words: CommandWords, run: () => T, alone = false): T {
  return spoken.run(words, run, alone);
}

/** The words of the running command; English by default. */
export function words(): CommandWords {
  return spoken.get() ?? ENGLISH;
}

export const ENGLISH: CommandWords = {
  editor: ENGLISH_EDITOR,
  errors: (errors, files) => `${counted(errors, 'error')} in ${counted(files, 'file')}.`,
  nothingWritten: 'Nothing was written.',
  built: (decks, folder, written, unchanged) =>
    `${counted(decks, 'deck')} in ${folder}/: ${counted(written, 'file')} written, ${unchanged} unchanged.`,
  nothingToFix: 'Nothing to fix.',
  claims: {
    missing: (words) => `not in the lines: ${words.join(', ')}`,
    unchecked: 'the transcript is not there',
  },
  noFileChanged: 'No file was changed.',
  changed: (files) => `Changed ${counted(files.length, 'file')}: ${files.join(', ')}.`,
  askChange: (files) => `Change ${counted(files, 'file')}?`,
  checked({ decks, slides, claims, advice, mechanical, browser }) {
    const compared = claims === 0 ? '' : `; ${counted(claims, 'statement')} compared with the transcript`;
    const head = `Checked: ${counted(decks, 'deck')}, ${counted(slides, 'slide')}${compared}`;
    if (browser) {
      const { checks, errors, warnings } = browser;
      const parts = [errors > 0 && `${errors} failed`, warnings > 0 && `${warnings} warned`].filter(Boolean);
      const outcome = parts.length > 0 ? parts.join(', ') : 'none failed';
      return `${head}; ${counted(checks, 'check')} in the browser, ${outcome}.`;
    }
    if (advice === 0) return `${head}.`;
    const fixable = mechanical === 0 ? '' : `, ${mechanical} of which --fix corrects`;
    return `${head}; ${counted(advice, 'piece')} of advice${fixable}.`;
  },
  dev: {
    taken: (port) => `Port ${port} is taken.`,
    at: (url) => `talkdeck is at ${url} (Ctrl-C ends it)`,
    mended: 'fixed',
    allMended: 'Everything is fixed.',
    soundLast: 'The decks show what was sound last.',
    standing: (number) => `${counted(number, 'finding stands', 'findings stand')} as before.`,
    noNetwork: (password) =>
      `This machine is in no network; once it is, others need the password ${password}`,
    others: (urls, password) =>
      `Others in your network can look at ${urls.join(', ')}, with the password ${password}`,
    device: (password) =>
      `With ${password} instead, a second device of your own steers, too: keep it to yourself`,
  },
  present: {
    at: (decks, slides, url) =>
      `${counted(decks, 'deck')}, ${counted(slides, 'slide')}: open ${url} (P there opens the presenter's window, ? lists the keys; Ctrl-C ends it)`,
    ready: 'Ready: the browser has all of it, and needs this server no more.',
    offered: 'Built again: R in the presenter\u2019s window takes it.',
    checks: wordsFor('en').checks,
    guests: wordsFor('en').guests,
    steering: wordsFor('en').steering,
    unknown: (name) =>
      name === 'wakeLock'
        ? 'Whether the screen stays on only the browser of the evening knows: C in the presenter\u2019s window says it'
        : 'Whether there is a second screen only the browser of the evening knows: C in the presenter\u2019s window says it',
    lookedIn: (browser) =>
      `All of this was looked at in ${browser}; for another browser, C in its presenter\u2019s window`,
    offline: {
      good: (slides) =>
        `Without the server and the network ${counted(slides, 'slide is shown', 'slides are shown')}`,
      todo: (slides) => `Not shown once the server has gone: ${slides.join(', ')}`,
    },
    unsound: 'content/ has errors: fix them first, nothing else was looked at',
  },
  looks: {
    written: (slides, looks, page) => `${counted(slides, 'slide')} in ${counted(looks, 'look')}: ${page}`,
    wrong: (look, isShown, findings) =>
      isShown
        ? `In ${look}, ${counted(findings, 'thing')} would be wrong with these slides; the page says which.`
        : `In ${look}, ${counted(findings, 'thing')} would have to be changed first; the page says which.`,
  },
  site: {
    written: (pages, folder, written, unchanged, removed) =>
      `${counted(pages, 'page')} in ${folder}/: ${counted(written, 'file')} written, ${unchanged} unchanged${removed === 0 ? '' : `, ${removed} removed`}.`,
    outdated: (files) =>
      `Not offered, because their decks have changed since: ${files.map((file) => `out/${file}`).join(', ')}. Run "talkdeck export" and then "talkdeck site".`,
    at: (url) => `The site is at ${url} (Ctrl-C ends it)`,
  },
  progress: {
    doing: {
      bundle: 'bundling slides',
      browser: 'starting the browser',
      audit: 'looking at every slide',
      print: 'looking and printing',
    },
    slides: (done, total) => `${done}/${total} slides`,
  },
  exported: {
    files: (number, folder) => `${counted(number, 'file')} in ${folder}/`,
    unchanged: (kept, decks) => `, ${kept} of ${counted(decks, 'deck')} unchanged since the last export`,
    pictures: (number) => counted(number, 'picture'),
    pages: (number) => counted(number, 'page'),
    slides: (number) => counted(number, 'slide'),
    forMerge: 'for export --merge',
    wholeMissed: (kind) =>
      `The ${kind === 'pdf' ? 'PDF' : 'HTML file'} of the whole meetup was not written: it needs every deck.`,
  },
  added: {
    filesWritten: (number, folder) => `${counted(number, 'file')} written in ${folder}/.`,
    kept: (paths) => `Left as they were: ${paths.join(', ')}.`,
    noExample: (folder) => `${folder}/ holds something already, so no example was put there.`,
    next: 'Next:',
    inVsCode: (command) => `In VS Code, for help while you write: ${command}`,
    fromClone:
      'talkdeck is installed from its clone. It has to be there, too, wherever else the meetup is built.',
    fromTarball:
      'talkdeck is installed from its tarball. It has to be there, too, wherever else the meetup is built.',
    there: (path) => `${path} is there.`,
    beforeBuild: 'Nothing can be built before this is written:',
    line: (number) => `line ${number}`,
    leaveOut: 'To leave it out until then, begin its name with "_".',
    taken: (from, tool, slides, notes, pictures) =>
      `Taken from ${from}, as ${tool} reads it: ${[counted(slides, 'slide'), counted(notes, 'note'), counted(pictures, 'picture')].join(', ')}.`,
    leftOut: 'Left out:',
    because: {
      look: 'how slides look is said in event.md, or by their Markdown',
      animation: 'points and steps come one by one by themselves',
      component: 'nothing in a summary is run',
      place: 'it belongs into event.md, or is said by the command',
      included: 'what other files hold is not taken along',
      'picture-missing': 'there is no such picture',
      'picture-remote': 'a picture on the network is a link here',
      'picture-outside': "only pictures in the deck's own folder are copied",
      'picture-unusable': 'it is not a picture that slides can show',
    },
    ask: { lang: 'Language of the decks', title: 'Name of the meetup', speaker: 'First speaker' },
  },
  imported: {
    read: (from, format, talks, questions, host) =>
      `${from} is read as ${format}: ${counted(talks, 'talk')}, ${counted(questions, 'question')}, ${host === null ? 'no host' : `host ${host}`}.`,
    written: (files, folder, isDry) =>
      `${isDry ? 'Would write' : 'Wrote'} ${counted(files, 'file')} into ${folder}/.`,
    removed: (paths, isDry) => `${isDry ? 'Would remove' : 'Removed'} what is no more: ${paths.join(', ')}.`,
    kept: (path, beside) => `${path} is as you left it; what is new is in ${beside}.`,
    doubt: (of, value, how) => `${of}: ${value ?? 'not known'} (${how})`,
    toLookAt: (count, report) =>
      `${counted(count, 'thing')} to look at: ${report}. Then run "talkdeck check".`,
    prompted: (tasks, file) =>
      `Wrote ${counted(tasks, 'task')} into ${file}. Paste it into a chat, save what it answers, and run the command again with --answers FILE.`,
    model: (tasks, sent, received, to, name) =>
      `${counted(tasks, 'request')} to ${name} at ${to}: about ${sent} tokens of the transcript, and about ${received} back.`,
    askModel: 'Send them?',
    ofModel: (kept, refused, unanswered) =>
      `${counted(kept, 'statement')} of the model ${plural(kept, 'is', 'are')} used, ${refused} refused; ${counted(unanswered, 'request')} without an answer.`,
    report: ENGLISH_IMPORT_REPORT,
    ask: {
      voice: (name, said) => `Who is ${name}?${said === '' ? '' : ` "${said}"`}`,
      speaker: (line, how) => `Who gives the talk at L${line}?${how === '' ? '' : ` (${how})`}`,
      host: 'Who leads through the meetup?',
      somebodyElse: 'somebody else',
      unknown: 'not known',
      name: 'Name',
    },
  },
  explain: async () => (await import('../../findings/pages/explain-page.ts')).EXPLAIN_IN_ENGLISH,
  nearFinding: (asked, near) => `There is no finding "${asked}"; this is "${near}".`,
  parser: (english) => english,
};
