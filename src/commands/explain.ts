import { CliError } from '../cli-error.ts';
import { closest } from '../content/closest.ts';
import { clean } from '../diagnostics/clean.ts';
import { explainPage } from '../diagnostics/explain-page.ts';
import type { FindingPage } from '../diagnostics/finding-page.ts';
import { jsonText } from '../diagnostics/json-text.ts';
import { listFindings } from '../diagnostics/list-findings.ts';
import { readFindingPages } from '../diagnostics/read-finding-pages.ts';
import { colorsFor } from './colors-for.ts';
import type { CommonOptions, ExitCode } from './options.ts';

/** Longer lines are hard to read. */
const WIDEST = 96;

/**
 * Prints the pages about findings, or about the nearest where there is no such code; without codes, a line about
 * each.
 * @throws CliError where no code is near
 */
export async function explain({ json }: CommonOptions, asked: readonly string[]): Promise<ExitCode> {
  const { codes, read } = readFindingPages();
  const pages = (asked.length > 0 ? asked.map((code) => codeNear(codes, code)) : codes).map(read);
  if (json) {
    const findings = asked.length > 0 ? pages.map(partsOf) : pages.map(factsOf);
    process.stdout.write(`${jsonText({ findings }, 2)}\n`);
    return 0;
  }
  const colors = colorsFor(process.stdout);
  const width = Math.min(WIDEST, process.stdout.columns || WIDEST);
  const text =
    asked.length > 0
      ? pages.map((page) => explainPage(page, colors, width)).join('\n\n\n')
      : listFindings(pages, colors);
  process.stdout.write(`${text}\n`);
  return 0;
}

function factsOf({ code, severity, found, about, title }: FindingPage) {
  return { code, severity, found, about, title };
}

function partsOf(page: FindingPage) {
  const { meaning, given, wrong, right, off } = page;
  return { ...factsOf(page), meaning, given, wrong, right, off };
}

function codeNear(codes: readonly string[], asked: string): string {
  if (codes.includes(asked)) return asked;
  const near = closest(asked, codes);
  if (near === null) {
    throw new CliError(`There is no finding "${asked}".`, '"talkdeck explain" alone lists them all.');
  }
  process.stderr.write(`There is no finding "${clean(asked)}"; this is "${near}".\n\n`);
  return near;
}
