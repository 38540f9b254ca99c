import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from 'vscode-languageserver';
import { type Finding, groupByFile, toMessage } from '../findings/finding.ts';
import type { Severity } from '../findings/messages/message.ts';
import type { MeetupState } from './open-meetup.ts';
import { rangeOf, rangeOfLines, uriOf } from './places.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
  advice: DiagnosticSeverity.Hint,
};

const PAGES = new URL('../../docs/findings/', import.meta.url);

/** Findings as diagnostics, by path below the root. */
export function diagnosticsOf(
  root: string,
  state: MeetupState,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const related = relatedPlaces(root, state);
  return new Map(
    [...groupByFile(findings)].map(([file, found]) => [
      file,
      found.map((each): Diagnostic => {
        const { what, fix } = toMessage(each);
        const places = related(each);
        return {
          range: rangeOf(each.at),
          severity: SEVERITIES[each.severity],
          code: each.code,
          codeDescription: { href: pageOf(each.code) },
          source: 'talkdeck',
          message: `${what}\n${fix}`,
          ...(places.length > 0 ? { relatedInformation: places } : {}),
        };
      }),
    ]),
  );
}

/** Address of a finding's page. */
export function pageOf(code: string): string {
  return new URL(`${code}.md`, PAGES).href;
}

/** The transcript lines that an unsupported statement cites, or the other file of two that differ. */
function relatedPlaces(root: string, { transcript, files }: MeetupState) {
  return ({ args }: Finding): DiagnosticRelatedInformation[] => {
    const facts: Readonly<Record<string, unknown>> = args;
    if (typeof facts.citation === 'string' && transcript) {
      return citedSpans(facts.citation).flatMap(({ first, last }) => {
        const message = transcript.lines.slice(first - 1, last).join('\n');
        const location = {
          uri: uriOf(root, transcript.path),
          range: rangeOfLines(transcript.lines, { first, last }),
        };
        return message === '' ? [] : [{ location, message }];
      });
    }
    const place = [facts.place, facts.other].find((each) => typeof each === 'string');
    const [, path = '', line = '1'] = /^(.*\.md)(?::(\d+))?$/.exec(place ?? '') ?? [];
    const file = files.get(path);
    if (!file) return [];
    const text = file.text.split('\n')[Number(line) - 1] ?? '';
    const range = rangeOf({ line: Number(line), column: 1, length: text.length });
    return [{ location: { uri: uriOf(root, path), range }, message: text.trim() }];
  };
}

/** `L73-79, L81` */
export function citedSpans(text: string): readonly { readonly first: number; readonly last: number }[] {
  return [...text.matchAll(/L(\d+)(?:\s*[-\u2013]\s*L?(\d+))?/g)].map(([, first = '', last = first]) => ({
    first: Number(first),
    last: Number(last),
  }));
}
