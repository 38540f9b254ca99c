import { closest } from '../base/closest.ts';
import { CliError, wording } from '../base/errors.ts';
import { colorsFor, type Terminal } from '../base/terminal.ts';
import { explainPage, listFindings } from '../findings/pages/explain-page.ts';
import { type FindingPage, readFindingPages } from '../findings/pages/finding-page.ts';
import { clean, jsonText } from '../findings/report/clean.ts';
import type { CommonOptions, ExitCode } from './flags.ts';
import { words } from './words/words.ts';

/** Longer lines are hard to read. */
const WIDEST = 96;

/**
 * Prints the pages of findings, falling back to the nearest code; without codes, one line per finding.
 * @throws CliError if no code is close
 */
export async function explain(
  { json, terminal }: CommonOptions,
  asked: readonly string[],
): Promise<ExitCode> {
  const { stdout } = terminal;
  const { codes, read } = readFindingPages();
  const say = await words().explain();
  const pages = (asked.length > 0 ? asked.map((code) => codeNear(codes, code, terminal)) : codes)
    .map(read)
    .map(say.page);
  if (json) {
    const findings = asked.length > 0 ? pages.map(partsOf) : pages.map(factsOf);
    stdout.write(`${jsonText({ findings }, 2)}\n`);
    return 0;
  }
  const colors = colorsFor(stdout, terminal);
  const width = Math.min(WIDEST, stdout.columns || WIDEST);
  const text =
    asked.length > 0
      ? pages.map((page) => explainPage(page, colors, width, say)).join('\n\n\n')
      : listFindings(pages, colors, say);
  stdout.write(`${text}\n`);
  return 0;
}

function factsOf({ code, severity, found, about, title }: FindingPage) {
  return { code, severity, found, about, title };
}

function partsOf(page: FindingPage) {
  const { meaning, given, wrong, right, off } = page;
  return { ...factsOf(page), meaning, given, wrong, right, off };
}

function codeNear(codes: readonly string[], asked: string, { stderr }: Terminal): string {
  if (codes.includes(asked)) return asked;
  const near = closest(asked, codes);
  if (near === null) {
    throw new CliError(
      wording`There is no finding "${asked}".`,
      wording`"talkdeck explain" alone lists them all.`,
    );
  }
  stderr.write(`${words().nearFinding(clean(asked), near)}\n\n`);
  return near;
}
