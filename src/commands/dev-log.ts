import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import type { MeetupListener } from '../dev/serve-meetup.ts';
import type { LiveState } from '../dev/state/live-meetup.ts';
import { type Finding, hasErrors } from '../findings/finding.ts';
import { clean, cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, type WordedFinding, wordFindings } from '../findings/report/json.ts';
import { reportText } from '../findings/report/report-text.ts';
import { ownAddresses, urlHost } from '../server/addresses.ts';
import type { Passwords } from '../server/check-request.ts';
import type { CommonOptions } from './flags.ts';
import { words } from './words/words.ts';

const say = () => words().dev;

/** Messages of `talkdeck dev`: after a save, what is new and what is fixed, without repeating the rest. */
export function devLog({ root, json, quiet, terminal }: CommonOptions): MeetupListener {
  const { stdout, stderr } = terminal;
  const colors = colorsFor(stderr, terminal);
  let before: readonly Told[] = [];
  let problemBefore = '';
  let isFirst = true;
  const tell = (fact: object, text: string) => {
    if (json) stdout.write(`${jsonText(fact)}\n`);
    else stdout.write(`${text}\n`);
  };
  return {
    started({ host, port, taken, path, gate: { passwords, frameKey } }) {
      const url = `http://${urlHost(host)}:${port}${path}`;
      const others = passwords === null ? [] : ownAddresses(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => say().taken(each)),
        say().at(url),
        ...(passwords === null ? [] : wayIn(others, passwords)),
      ];
      const editor = frameKey === undefined ? {} : { editor: frameKey };
      tell({ event: 'started', url, others, passwords, taken, ...editor }, lines.join('\n'));
    },
    shown(place) {
      if (json) tell({ event: 'shown', ...place }, '');
    },
    noted(message) {
      if (!quiet) tell({ event: 'noted', message }, `${cleanLines(message)}\n`);
    },
    failed(message) {
      if (json) tell({ event: 'failed', message }, '');
      else stderr.write(`${colors.red('talkdeck:')} ${cleanLines(message)}\n\n`);
    },
    changed({ findings, problem }) {
      const lasting = findings.filter(
        ({ severity }) => severity === 'error' || (severity === 'warning' && !quiet),
      );
      // Notes are printed only once.
      const told = isFirst && !quiet ? findings : lasting;
      isFirst = false;
      const stuck = problem ? explain(problem) : '';
      const linesOf = readContentLines(root);
      const now = told.map((one) => ({ one, line: linesOf(one.file)?.[one.at.line - 1] ?? '' }));
      const fresh = without(now, before, ({ one, line }) => keyOf(one) + line).map(({ one }) => one);
      const gone = problem ? [] : without(before, now, ({ one }) => keyOf(one)).map(({ one }) => one);
      const isSame = stuck === problemBefore && fresh.length === 0 && gone.length === 0;
      problemBefore = stuck;
      if (!problem) before = now.filter(({ one }) => one.severity !== 'note' && one.severity !== 'advice');
      if (isSame) return;
      if (json) tell({ event: 'findings', problem, findings: reportJson(wordFindings(told)) }, '');
      else if (!problem && told.length === 0) stdout.write(`${colors.green(say().allMended)}\n\n`);
      else {
        const news = wordFindings(fresh);
        const parts = [
          ...(gone.length > 0 ? [wordFindings(gone).map(mended).join('\n')] : []),
          ...(stuck ? [stuck] : news.length > 0 ? [reportText(news, linesOf, colors)] : []),
          ...standing(problem ? 0 : told.length - fresh.length),
          ...(problem || hasErrors(told) ? [say().soundLast] : []),
        ];
        stderr.write(`${parts.join('\n')}\n\n`);
      }
    },
  };

  function mended({ file, message, code }: WordedFinding): string {
    return `${colors.green(say().mended)} ${clean(file)} ${colors.dim(`${clean(message)} ${code}`)}`;
  }

  function explain({ message, hint }: NonNullable<LiveState['problem']>): string {
    const told = hint === null ? message : `${message}\n${hint}`;
    return `${colors.red('talkdeck:')} ${cleanLines(told)}`;
  }
}

/** The number of others, which were reported before. */
function standing(count: number): readonly string[] {
  return count === 0 ? [] : [say().standing(count)];
}

/** A finding, and its line's text. */
interface Told {
  readonly one: Finding;
  readonly line: string;
}

/** Those that are not in `known`; of equal ones, the surplus. */
function without(all: readonly Told[], known: readonly Told[], key: (told: Told) => string): readonly Told[] {
  const left = new Map<string, number>();
  for (const each of known) left.set(key(each), (left.get(key(each)) ?? 0) + 1);
  return all.filter((each) => {
    const count = left.get(key(each)) ?? 0;
    left.set(key(each), count - 1);
    return count <= 0;
  });
}

/** Without its line number, since lines above come and go. */
function keyOf({ file, code, args }: Finding): string {
  return JSON.stringify([file, code, args]);
}

/** How others can connect, in words. */
export function wayIn(others: readonly string[], passwords: Passwords): readonly string[] {
  return [wayToLook(others, passwords), say().device(passwords.device)];
}

/** The same for those who only look. */
export function wayToLook(others: readonly string[], { guest }: Passwords): string {
  return others.length === 0 ? say().noNetwork(guest) : say().others(others, guest);
}
