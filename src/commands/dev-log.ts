import { readContentLines } from '../content/read-content-lines.ts';
import type { Gate } from '../dev/check-request.ts';
import type { DevListener } from '../dev/dev-session.ts';
import type { LiveState } from '../dev/live-meetup.ts';
import { ownAddresses } from '../dev/own-addresses.ts';
import { urlHost } from '../dev/url-host.ts';
import { cleanLines } from '../diagnostics/clean-lines.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import { reportText } from '../diagnostics/report-text.ts';
import { colorsFor } from './colors-for.ts';
import type { CommonOptions } from './options.ts';

export interface DevLog extends DevListener {
  started(server: {
    readonly host: string;
    readonly port: number;
    readonly taken: readonly number[];
    /** Of the page to look at first. */
    readonly path: string;
    readonly gate: Gate;
  }): void;
}

/** What `talkdeck dev` says: findings once, when they change, and not again after every save. */
export function devLog({ root, json, quiet }: CommonOptions): DevLog {
  const colors = colorsFor(process.stderr);
  /** What was said last, without notes. */
  let before = '';
  let isFirst = true;
  const say = (fact: object, words: string) => {
    if (json) process.stdout.write(`${jsonText(fact)}\n`);
    else process.stdout.write(`${words}\n`);
  };
  return {
    started({ host, port, taken, path, gate: { password } }) {
      const url = `http://${urlHost(host)}:${port}${path}`;
      const others = password === null ? [] : ownAddresses(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => `Port ${each} is taken.`),
        `talkdeck is at ${url} (Ctrl-C ends it)`,
        ...(password === null ? [] : [wayIn(others, password)]),
      ];
      say({ event: 'started', url, others, password, taken }, lines.join('\n'));
    },
    noted(message) {
      if (!quiet) say({ event: 'noted', message }, `${cleanLines(message)}\n`);
    },
    failed(message) {
      if (json) say({ event: 'failed', message }, '');
      else process.stderr.write(`${colors.red('talkdeck:')} ${cleanLines(message)}\n\n`);
    },
    changed({ diagnostics, problem }) {
      const linesOf = readContentLines(root);
      const textOf = (found: readonly Diagnostic[]) =>
        problem ? explain(problem) : found.length > 0 ? reportText(found, linesOf, colors) : '';
      const lasting = diagnostics.filter(
        ({ severity }) => severity === 'error' || (severity === 'warning' && !quiet),
      );
      // Notes are said once.
      const told = isFirst && !quiet ? diagnostics : lasting;
      isFirst = false;
      const text = textOf(lasting);
      if (text === before && told.length === lasting.length) return;
      before = text;
      if (json) say({ event: 'findings', problem, findings: reportJson(told) }, '');
      else if (!problem && told.length === 0)
        process.stdout.write(`${colors.green('Everything is mended.')}\n\n`);
      else {
        const last = problem || hasErrors(told) ? '\nThe decks show what was sound last.' : '';
        process.stderr.write(`${textOf(told)}${last}\n\n`);
      }
    },
  };

  function explain({ message, hint }: NonNullable<LiveState['problem']>): string {
    const told = hint === null ? message : `${message}\n${hint}`;
    return `${colors.red('talkdeck:')} ${cleanLines(told)}`;
  }
}

function wayIn(others: readonly string[], password: string): string {
  return others.length === 0
    ? `This machine is in no network; once it is, others need the password ${password}`
    : `Others in your network reach it at ${others.join(', ')}, with the password ${password}`;
}
