import { AsyncLocalStorage } from 'node:async_hooks';
import {
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type TextDocumentPositionParams,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CliError } from '../base/errors.ts';
import { ownVersion } from '../base/project.ts';
import { errorInWords } from '../findings/finding.ts';
import { completionsAt } from './complete.ts';
import { type ListedDeck, listDecks } from './decks.ts';
import { actionsAt, FIX_ALL } from './fixes.ts';
import { followSlides, type ShownSlide } from './follow.ts';
import { hoverAt } from './hover.ts';
import { definitionAt, isPlainName, nameAt, referencesAt, renameAt } from './mentions.ts';
import { type MeetupState, stateOrNull } from './open-meetup.ts';
import { foldsOf, hintsOf, lensesOf, symbolsOf } from './outline.ts';
import { folderOf, rangeOf, summaryAt, uriOf } from './places.ts';
import type { Preview } from './preview.ts';
import { type RulePages, ruleLinks, rulePageAt } from './rules-of-event.ts';
import { type Served, serveMeetup, tell } from './served-meetup.ts';
import type { EditorWords } from './words.ts';

/** The wording of a language server, and what it can start. */
export interface EditorOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly words: EditorWords;
  readonly pages: RulePages;
  readonly preview: Preview;
}

/** The command that shows a slide; takes a summary's address and a 0-based line. */
const SHOW = 'talkdeck.show';
/** Our own requests and notifications, for editors with a list of decks or a preview (docs/editors.md). */
const [DECKS, DECKS_CHANGED] = ['talkdeck/decks', 'talkdeck/decksChanged'] as const;
const [PREVIEW, CURSOR] = ['talkdeck/preview', 'talkdeck/cursor'] as const;

/** Serves an editor until it says `exit`, or closes the input. */
export function serveEditor({ input, output, words, pages, preview }: EditorOptions): void {
  const connection = createConnection(input, output);
  const documents = new TextDocuments(TextDocument);
  const meetups = new Map<string, Served>();
  /** Whether the editor lists decks, and wants to be notified of changes. */
  let listsDecks = false;
  // Otherwise stream events would be handled in the language of whoever opened the streams.
  const inContext = AsyncLocalStorage.snapshot();
  const answer =
    <A extends readonly unknown[], R>(handle: (...args: A) => R) =>
    (...args: A): R =>
      inContext(handle, ...args);

  const servedAt = (root: string): Served => {
    const known =
      meetups.get(root) ??
      serveMeetup(connection, root, () => {
        if (listsDecks) void connection.sendNotification(DECKS_CHANGED, { root: uriOf(root, '') });
      });
    meetups.set(root, known);
    return known;
  };
  /** Calls `ask` with the state of a summary's meetup; returns `none` if it is not a summary. */
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

  connection.onInitialize(({ initializationOptions }): InitializeResult => {
    listsDecks = (initializationOptions as { readonly decks?: unknown } | undefined)?.decks === true;
    return {
      serverInfo: { name: 'talkdeck', version: ownVersion() },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['{', '.', '[', '(', '#', '/', ':', ' ', 'L'] },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', FIX_ALL] },
        definitionProvider: true,
        documentLinkProvider: {},
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        inlayHintProvider: true,
        codeLensProvider: {},
        executeCommandProvider: { commands: [SHOW] },
      },
    };
  });
  connection.onInitialized(
    answer(() => {
      // If an editor cannot watch files for a server, everything is checked again on save.
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
      completionsAt({ ...asked, position, words, pages, evidence: asked.served.evidence(asked.state) }),
    ),
  );
  connection.onHover(
    about(null, ({ state, path, served }, { position }) =>
      hoverAt(state, path, position, served.findingsOf(path), { words, pages }),
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
          lineEnd: asked.served.meetup.lineEnd,
        },
        context.only,
      ),
    ),
  );
  connection.onDefinition(
    about(null, ({ root, state, path }, { position }) => {
      const page = rulePageAt(state, path, position);
      return page.length > 0 ? page : definitionAt(root, state, path, position);
    }),
  );
  connection.onDocumentLinks(about([], ({ state, path }) => ruleLinks(state, path)));
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
  const follow = followSlides(preview, {
    stateAt: (root) => stateOrNull(servedAt(root).meetup),
    goTo(uri, line) {
      const start = { line, character: 0 };
      const selection = { start, end: start };
      connection.window.showDocument({ uri, selection, takeFocus: false }).catch(() => {});
    },
  });
  connection.onRequest(
    DECKS,
    answer(({ root: uri }: { readonly root: string }): readonly ListedDeck[] => {
      const root = folderOf(uri);
      const served = root === null ? null : servedAt(root);
      const state = served && stateOrNull(served.meetup);
      return root !== null && state ? listDecks(root, state, served.findingsOf) : [];
    }),
  );
  connection.onRequest(
    PREVIEW,
    answer(({ textDocument, position }: TextDocumentPositionParams) => open(textDocument.uri, position)),
  );
  connection.onNotification(
    CURSOR,
    answer(({ textDocument, position }: TextDocumentPositionParams) =>
      follow.cursor(textDocument.uri, position),
    ),
  );
  documents.listen(connection);
  connection.listen();

  async function open(uri: string, position: Position): Promise<ShownSlide | null> {
    try {
      return await follow.open(uri, position);
    } catch (cause) {
      if (!(cause instanceof CliError)) throw cause;
      tell(connection, errorInWords(cause).message);
      return null;
    }
  }

  /** Shows the slide of a line in a browser. @returns its address, or null if no slide shows the line */
  async function show(uri: string, position: Position): Promise<string | null> {
    const shown = await open(uri, position);
    if (shown) await connection.window.showDocument({ uri: shown.url, external: true }).catch(() => {});
    return shown?.url ?? null;
  }
}

/** A request about a summary. */
interface Asked {
  readonly root: string;
  readonly path: string;
  readonly uri: string;
  readonly state: MeetupState;
  readonly served: Served;
}

function lookAgain(meetups: ReadonlyMap<string, Served>): void {
  for (const { meetup, look } of meetups.values()) {
    meetup.touch();
    look();
  }
}
