import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import type { MeetupListener } from '../dev/serve-meetup.ts';
import type { LiveState } from '../dev/state/live-meetup.ts';
import { type Finding, hasErrors } from '../findings/finding.ts';
import { cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, wordFindings } from '../findings/report/json.ts';
import { reportText } from '../findings/report/report-text.ts';
import { ownAddresses, urlHost } from '../server/addresses.ts';
import type { Passwords } from '../server/check-request.ts';
import type { CommonOptions } from './flags.ts';

/** Terminal output of `talkdeck dev`: findings only when they change, not after every save. */
export function devLog({ root, json, quiet, terminal }: CommonOptions): MeetupListener {
  const { stdout, stderr } = terminal;
  const colors = colorsFor(stderr, terminal);
  /** Last text printed, without notes. */
  let before = '';
  let isFirst = true;
  const say = (fact: object, words: string) => {
    if (json) stdout.write(`${jsonText(fact)}\n`);
    else stdout.write(`${words}\n`);
  };
  return {
    started({ host, port, taken, path, gate: { passwords } }) {
      const url = `http://${urlHost(host)}:${port}${path}`;
      const others = passwords === null ? [] : ownAddresses(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => `Port ${each} is taken.`),
        `talkdeck is at ${url} (Ctrl-C ends it)`,
        ...(passwords === null ? [] : wayIn(others, passwords)),
      ];
      say({ event: 'started', url, others, passwords, taken }, lines.join('\n'));
    },
    noted(message) {
      if (!quiet) say({ event: 'noted', message }, `${cleanLines(message)}\n`);
    },
    failed(message) {
      if (json) say({ event: 'failed', message }, '');
      else stderr.write(`${colors.red('talkdeck:')} ${cleanLines(message)}\n\n`);
    },
    changed({ findings, problem }) {
      const linesOf = readContentLines(root);
      const textOf = (found: readonly Finding[]) =>
        problem ? explain(problem) : found.length > 0 ? reportText(wordFindings(found), linesOf, colors) : '';
      const lasting = findings.filter(
        ({ severity }) => severity === 'error' || (severity === 'warning' && !quiet),
      );
      // Notes are printed only once.
      const told = isFirst && !quiet ? findings : lasting;
      isFirst = false;
      const text = textOf(lasting);
      if (text === before && told.length === lasting.length) return;
      before = text;
      if (json) say({ event: 'findings', problem, findings: reportJson(wordFindings(told)) }, '');
      else if (!problem && told.length === 0) stdout.write(`${colors.green('Everything is mended.')}\n\n`);
      else {
        const last = problem || hasErrors(told) ? '\nThe decks show what was sound last.' : '';
        stderr.write(`${textOf(told)}${last}\n\n`);
      }
    },
  };

  function explain({ message, hint }: NonNullable<LiveState['problem']>): string {
    const told = hint === null ? message : `${message}\n${hint}`;
    return `${colors.red('talkdeck:')} ${cleanLines(told)}`;
  }
}

function wayIn(others: readonly string[], { guest, device }: Passwords): readonly string[] {
  const way =
    others.length === 0
      ? `This machine is in no network; once it is, others need the password ${guest}`
      : `Others in your network can look at ${others.join(', ')}, with the password ${guest}`;
  return [way, `With ${device} instead, a second device of your own steers, too: keep it to yourself`];
}
