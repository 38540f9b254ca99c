import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  type Position,
  ResponseError,
  ShowMessageNotification,
  type ShowMessageParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CliError } from '../base/errors.ts';
import { ownVersion } from '../base/project.ts';
import { errorInWords, type Finding, groupByFile } from '../findings/finding.ts';
import { completionsAt } from './complete.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { type EvidenceFinder, evidenceFinder } from './evidence.ts';
import { actionsAt, FIX_ALL } from './fixes.ts';
import { hoverAt } from './hover.ts';
import { definitionAt, isPlainName, nameAt, referencesAt, renameAt } from './mentions.ts';
import { type MeetupState, type OpenMeetup, openMeetup, stateOrNull } from './open-meetup.ts';
import { foldsOf, hintsOf, lensesOf, slideAt, symbolsOf } from './outline.ts';
import { rangeOf, summaryAt, uriOf } from './places.ts';
import type { EditorWords } from './words.ts';

/** How a language server speaks and what it starts. */
export interface EditorOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly words: EditorWords;
  /** Address of a slide, for which `talkdeck dev` is started where none runs. */
  slideUrl(root: string, deck: string, slide: number): Promise<string>;
}

/** The command that shows a slide: a summary's address, and a line of it from 0. */
const SHOW = 'talkdeck.show';

/** Answers an editor until it says `exit`, or closes the input. */
export function serveEditor({ input, output, words, slideUrl }: EditorOptions): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const meetups = new Map<string, Served>();
  // Events of streams would otherwise be answered in the language of whoever opened them.
  const inContext = AsyncLocalStorage.snapshot();
  const answer =
    <A extends readonly unknown[], R>(handle: (...args: A) => R) =>
    (...args: A): R =>
      inContext(handle, ...args);

  const servedAt = (root: string): Served => {
    const known = meetups.get(root) ?? serveMeetup(connection, root);
    meetups.set(root, known);
    return known;
  };
  /** Calls `ask` with what is known about a summary; `none` where it is no summary of a meetup. */
  const about = <P extends { readonly textDocument: { readonly uri: string } }, R>(
    none: R,
    ask: (place: Asked, params: P) => R,
  ) =>
    answer((params: P): R => {
      const { uri } = params.textDocument;
      const place = summaryAt(uri);
      const served = place && servedAt(place.root);
      const state = served && stateOrNull(served.meetup);
      return place && served && state ? ask({ ...place, uri, state, served }, params) : none;
    });

  connection.onInitialize(
    (): InitializeResult => ({
      serverInfo: { name: 'talkdeck', version: ownVersion() },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['{', '.', '[', '(', '#', '/', ':', ' ', 'L'] },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', FIX_ALL] },
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        inlayHintProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: [SHOW] },
      },
    }),
  );
  connection.onInitialized(
    answer(() => {
      // Editors that cannot watch files for a server look again when something is saved.
      const watchers = [{ globPattern: '**/content/**' }, { globPattern: '**/templates/**' }];
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
    }),
  );
  connection.onDidChangeWatchedFiles(answer(() => lookAgain(meetups)));

  const edited = (document: TextDocument, text: string | null) => {
    const place = summaryAt(document.uri);
    if (!place) return;
    const { meetup, look } = servedAt(place.root);
    meetup.setText(place.path, text);
    look();
  };
  documents.onDidChangeContent(answer(({ document }) => edited(document, document.getText())));
  documents.onDidClose(answer(({ document }) => edited(document, null)));
  documents.onDidSave(answer(() => lookAgain(meetups)));

  connection.onCompletion(
    about(null, (asked, { position }) =>
      completionsAt({ ...asked, position, words, evidence: asked.served.evidence(asked.state) }),
    ),
  );
  connection.onHover(
    about(null, ({ state, path, served }, { position }) =>
      hoverAt(state, path, position, served.findingsOf(path), words),
    ),
  );
  connection.onCodeAction(
    about([], (asked, { range, context }) =>
      actionsAt(
        {
          ...asked,
          range,
          words,
          findings: asked.served.findingsOf(asked.path),
          evidence: asked.served.evidence(asked.state),
        },
        context.only,
      ),
    ),
  );
  connection.onDefinition(
    about(null, ({ root, state, path }, { position }) => definitionAt(root, state, path, position)),
  );
  connection.onReferences(
    about(null, ({ root, state, path }, { position }) => referencesAt(root, state, path, position)),
  );
  connection.onPrepareRename(
    about(null, ({ state, path }, { position }) => {
      const mention = nameAt(state, path, position);
      return mention && { range: rangeOf(mention.at), placeholder: mention.name };
    }),
  );
  connection.onRenameRequest(
    about(null, ({ root, state, path }, { position, newName }) => {
      if (!isPlainName(newName)) throw new ResponseError(LSPErrorCodes.RequestFailed, words.notPlain);
      return renameAt(root, state, path, position, newName);
    }),
  );
  connection.onDocumentSymbol(about([], ({ state, path }) => symbolsOf(state, path, words)));
  connection.onFoldingRanges(about([], ({ state, path }) => foldsOf(state, path)));
  connection.languages.inlayHint.on(about([], ({ state, path }) => hintsOf(state, path, words)));
  connection.onCodeLens(about([], ({ state, uri, path }) => lensesOf(state, uri, path, words, SHOW)));
  connection.onExecuteCommand(
    answer(async ({ command, arguments: given = [] }) => {
      const [uri, line] = given as readonly unknown[];
      if (command !== SHOW || typeof uri !== 'string' || typeof line !== 'number') return null;
      return show(uri, { line, character: 0 });
    }),
  );
  documents.listen(connection);
  connection.listen();

  /** Shows the slide of a line in a browser. @returns its address, or null where no slide shows the line */
  async function show(uri: string, { line }: Position): Promise<string | null> {
    const place = summaryAt(uri);
    const state = place && stateOrNull(servedAt(place.root).meetup);
    const slide = place && state ? slideAt(state, place.path, line + 1) : null;
    if (!place || !slide) return null;
    try {
      const url = await slideUrl(place.root, slide.deck, slide.first);
      await connection.window.showDocument({ uri: url, external: true }).catch(() => {});
      return url;
    } catch (cause) {
      if (!(cause instanceof CliError)) throw cause;
      tell(connection, errorInWords(cause).message);
      return null;
    }
  }
}

/** A meetup with what its editor is told about it. */
interface Served {
  readonly meetup: OpenMeetup;
  /** Tells the editor what is wrong now: errors at once, advice when nothing is typed meanwhile. */
  look(): void;
  findingsOf(path: string): readonly Finding[];
  /** Null where there is no transcript. */
  evidence(state: MeetupState): EvidenceFinder | null;
}

/** A request about a summary. */
interface Asked {
  readonly root: string;
  readonly path: string;
  readonly uri: string;
  readonly state: MeetupState;
  readonly served: Served;
}

function serveMeetup(connection: Connection, root: string): Served {
  const meetup = openMeetup(root);
  // What is saved comes first: of a file that is broken in the editor it says who its people are.
  stateOrNull(meetup);
  let told: ReadonlySet<string> = new Set();
  let found: ReadonlyMap<string, readonly Finding[]> = new Map();
  let advice: ReadonlyMap<string, readonly Finding[]> = new Map();
  let isDue = false;
  /** What kept the meetup from being looked at, as it was last said. */
  let problem = '';
  let finder: { readonly lines: readonly string[]; readonly value: EvidenceFinder } | null = null;

  const publish = (state: MeetupState, findings: readonly Finding[]) => {
    found = groupByFile(findings);
    const diagnostics = diagnosticsOf(root, state, findings);
    for (const path of new Set([...told, ...meetup.opened(), ...diagnostics.keys()]))
      connection.sendDiagnostics({ uri: uriOf(root, path), diagnostics: [...(diagnostics.get(path) ?? [])] });
    told = new Set(diagnostics.keys());
  };
  const lookNow = async () => {
    isDue = false;
    const state = meetup.state();
    problem = '';
    // Until there is new advice, what was said before is right for the files that nobody types in.
    publish(state, [...state.findings, ...[...advice.values()].flat()]);
    const all = await meetup.advised();
    if (all === null) return;
    advice = groupByFile(all.filter(({ severity }) => severity === 'advice'));
    publish(state, all);
  };
  const failed = (cause: unknown) => {
    if (!(cause instanceof CliError)) {
      connection.console.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
      return;
    }
    const { message, hint } = errorInWords(cause);
    const said = hint === null ? message : `${message} ${hint}`;
    // Once, not at each keystroke.
    if (said !== problem) tell(connection, said);
    problem = said;
  };
  return {
    meetup,
    look() {
      if (isDue) return;
      isDue = true;
      // Edits that arrive together are looked at once.
      setImmediate(() => void lookNow().catch(failed));
    },
    findingsOf: (path) => found.get(path) ?? [],
    evidence({ transcript, meetup: { event } }) {
      if (!transcript) return null;
      if (finder?.lines !== transcript.lines)
        finder = { lines: transcript.lines, value: evidenceFinder(transcript.lines, event.lang) };
      return finder.value;
    },
  };
}

/** Shows a problem, without the answer that the library's own way waits for. */
function tell(connection: Connection, message: string): void {
  const params: ShowMessageParams = { type: MessageType.Error, message };
  void connection.sendNotification(ShowMessageNotification.type, params);
}

function lookAgain(meetups: ReadonlyMap<string, Served>): void {
  for (const { meetup, look } of meetups.values()) {
    meetup.touch();
    look();
  }
}
