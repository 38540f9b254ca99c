import {
  type Connection,
  MessageType,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import { CliError } from '../base/errors.ts';
import { errorInWords, type Finding, groupByFile } from '../findings/finding.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { type EvidenceFinder, evidenceFinder } from './evidence.ts';
import { type MeetupState, type OpenMeetup, openMeetup, stateOrNull } from './open-meetup.ts';
import { uriOf } from './places.ts';

/** A meetup with what its editor is told. */
export interface Served {
  readonly meetup: OpenMeetup;
  /** Reports current findings to the editor: errors at once, advice once nothing is being typed. */
  look(): void;
  findingsOf(path: string): readonly Finding[];
  /** Null if there is no transcript. */
  evidence(state: MeetupState): EvidenceFinder | null;
}

/** @param changed called when the decks or their findings may have changed */
export function serveMeetup(connection: Connection, root: string, changed: () => void): Served {
  const meetup = openMeetup(root);
  // Reads the saved files first: for a file that is broken in the editor, they have its people.
  stateOrNull(meetup);
  let told: ReadonlySet<string> = new Set();
  let found: ReadonlyMap<string, readonly Finding[]> = new Map();
  let advice: ReadonlyMap<string, readonly Finding[]> = new Map();
  let isDue = false;
  /** The last reported problem that prevented checking the meetup. */
  let problem = '';
  let finder: { readonly lines: readonly string[]; readonly value: EvidenceFinder } | null = null;

  const publish = (state: MeetupState, findings: readonly Finding[]) => {
    found = groupByFile(findings);
    const diagnostics = diagnosticsOf(root, state, findings);
    for (const path of new Set([...told, ...meetup.opened(), ...diagnostics.keys()]))
      connection.sendDiagnostics({ uri: uriOf(root, path), diagnostics: [...(diagnostics.get(path) ?? [])] });
    told = new Set(diagnostics.keys());
    changed();
  };
  const lookNow = async () => {
    isDue = false;
    const state = meetup.state();
    problem = '';
    // Until new advice arrives, the old one holds for files that are not being edited.
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
    // Once, not on each keystroke.
    if (said !== problem) tell(connection, said);
    problem = said;
  };
  return {
    meetup,
    look() {
      if (isDue) return;
      isDue = true;
      // Combines edits that arrive together.
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

/** Shows a problem, without the reply that the library's own function waits for. */
export function tell(connection: Connection, message: string): void {
  const params: ShowMessageParams = { type: MessageType.Error, message };
  void connection.sendNotification(ShowMessageNotification.type, params);
}
