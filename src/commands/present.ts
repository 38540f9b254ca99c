import { openProject } from '../base/project.ts';
import { colorsFor } from '../base/terminal.ts';
import { readContentLines } from '../content/read/content-folder.ts';
import { cleanLines, jsonText } from '../findings/report/clean.ts';
import { reportJson, wordFindings } from '../findings/report/json.ts';
import { reportText } from '../findings/report/report-text.ts';
import { type PresentRequest, presentMeetup, type StageListener } from '../present/present-meetup.ts';
import { ownAddresses, urlHost } from '../server/addresses.ts';
import { wayIn } from './dev-log.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { terminalCodes } from './terminal-codes.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { words } from './words/words.ts';

/** Serves the evening until interrupted. */
export async function present(options: CommonOptions & PresentRequest): Promise<ExitCode> {
  const isShown = await untilInterrupted((stopped) =>
    presentMeetup(openProject(options.root), options, stageLog(options), stopped),
  );
  return isShown ? 0 : 1;
}

function stageLog({ root, json, quiet, terminal }: CommonOptions): StageListener {
  const { stdout, stderr } = terminal;
  const colors = colorsFor(stderr, terminal);
  let before = '';
  const say = (fact: object, text: string) =>
    void stdout.write(json ? `${jsonText(fact)}\n` : `${cleanLines(text)}\n`);
  return {
    checked(found) {
      const told = found.filter(({ severity }) => severity === 'error' || !quiet);
      const text = reportText(wordFindings(told), readContentLines(root), colors);
      // Reported once, not again after every save.
      if (text === before) return;
      before = text;
      if (json) say({ event: 'findings', findings: reportJson(wordFindings(told)) }, '');
      else if (told.length > 0) stderr.write(`${text}\n\n`);
    },
    started({ host, port, taken, gate: { passwords }, phones, decks, slides }) {
      const url = `http://${urlHost(host)}:${port}/`;
      const others = passwords === null ? [] : ownAddresses(host).map((name) => `http://${name}:${port}/`);
      const lines = [
        ...taken.map((each) => words().dev.taken(each)),
        words().present.at(decks, slides, url),
        ...(passwords === null ? [] : wayIn(others, passwords)),
      ];
      say({ event: 'started', url, others, passwords, phones, taken, decks, slides }, lines.join('\n'));
      if (phones && !json && stdout.isTTY) {
        const { guests, steering } = words().present;
        const codes = [
          { caption: guests, text: phones.guest },
          { caption: steering, text: phones.device },
        ];
        stdout.write(`\n${terminalCodes(codes, terminal)}\n`);
      }
    },
    ready: () => say({ event: 'ready' }, words().present.ready),
    offered: (version) => say({ event: 'offered', version }, words().present.offered),
    failed(message) {
      if (json) say({ event: 'failed', message }, '');
      else stderr.write(`${colors.red('talkdeck:')} ${cleanLines(message)}\n\n`);
    },
  };
}
