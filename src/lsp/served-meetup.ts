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

/** A meetup with what its editor is told about it. */
export interface Served {
  readonly meetup: OpenMeetup;
  /** Tells the editor what is wrong now: errors at once, advice when nothing is typed meanwhile. */
  look(): void;
  findingsOf(path: string): readonly Finding[];
  /** Null where there is no transcript. */
  evidence(state: MeetupState): EvidenceFinder | null;
}

/** @param changed called when the decks or their findings may be other ones */
export function serveMeetup(connection: Connection, root: string, changed: () => void): Served {
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
    changed();
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
export function tell(connection: Connection, message: string): void {
  const params: ShowMessageParams = { type: MessageType.Error, message };
  void connection.sendNotification(ShowMessageNotification.type, params);
}
