import { readContentLines } from '../content/read-content-lines.ts';
import type { Gate } from '../dev/check-request.ts';
import type { DevListener } from '../dev/dev-session.ts';
import { ownAddresses } from '../dev/gate-of.ts';
import type { LiveState } from '../dev/live-meetup.ts';
import { cleanLines } from '../diagnostics/clean-lines.ts';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { reportJson } from '../diagnostics/report-json.ts';
import { reportText } from '../diagnostics/report-text.ts';
import type { CommonOptions } from './options.ts';
import { stderrColors } from './stderr-colors.ts';

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
  const linesOf = readContentLines(root);
  const colors = stderrColors();
  /** What was said last. */
  let before = '';
  let isFirst = true;
  const say = (fact: object, words: string) => {
    if (json) process.stdout.write(`${jsonText(fact)}\n`);
    else process.stdout.write(`${words}\n`);
  };
  return {
    started({ host, port, taken, path, gate: { password } }) {
      const url = `http://localhost:${port}${path}`;
      const others = password === null ? [] : reachable(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => `Port ${each} is taken.`),
        `talkdeck is at ${url} (Ctrl-C ends it)`,
        ...(password === null
          ? []
          : [`Others in your network reach it at ${others.join(', ')}, with the password ${password}`]),
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
      const told = diagnostics.filter(
        ({ severity }) => severity === 'error' || (isFirst && !quiet) || (severity === 'warning' && !quiet),
      );
      const text = problem ? explain(problem) : told.length > 0 ? reportText(told, linesOf, colors) : '';
      const lasting = isFirst ? told.filter(({ severity }) => severity !== 'note') : told;
      isFirst = false;
      if (text === before) return;
      before = problem || lasting.length > 0 ? text : '';
      if (json) say({ event: 'findings', problem, findings: reportJson(told) }, '');
      else if (text === '') process.stdout.write(`${colors.green('Everything is mended.')}\n\n`);
      else {
        const last = problem || hasErrors(told) ? '\nThe decks show what was sound last.' : '';
        process.stderr.write(`${text}${last}\n\n`);
      }
    },
  };

  function explain({ message, hint }: NonNullable<LiveState['problem']>): string {
    const told = hint === null ? message : `${message}\n${hint}`;
    return `${colors.red('talkdeck:')} ${cleanLines(told)}`;
  }
}

function reachable(host: string): readonly string[] {
  return host === '0.0.0.0' || host === '::' ? ownAddresses() : [host];
}
