import { type Finding, finding } from '../../findings/finding.ts';
import { checkClaim, type Transcript } from '../claims/check-claim.ts';
import { findMalformedCitations, formatCitation } from '../parse/citation.ts';
import { claimsOf, countCited, type SummaryClaim } from '../summary/claims-of.ts';
import { langOf } from '../summary/meetup.ts';
import { findSpot } from '../summary/source-file.ts';
import type { AnySummary } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** Citations are well formed, within the transcript, and supported by their lines. */
export const citations: Rule = ({
  meetup: { event, talks, exchanges },
  transcript,
  transcriptProblem,
  memory,
}) => {
  const summaries = [event, ...talks, ...exchanges];
  const findings = summaries.flatMap((summary) =>
    memory.recall(
      `citations ${summary.source.path}`,
      { summary, transcript, lang: langOf(summary, event) },
      checkSummary,
    ),
  );
  if (event.transcript && transcriptProblem !== null) {
    const { path, at } = event.transcript;
    const args = { source: path, reason: transcriptProblem };
    findings.push(finding(event.source.path, at, 'transcript-unreadable', args));
  } else if (event.transcript && !transcript) {
    const count = summaries.reduce((sum, summary) => sum + countCited(summary), 0);
    const { path, at } = event.transcript;
    findings.push(finding(event.source.path, at, 'citations-unchecked', { source: path, count }));
  }
  return findings;
};

interface Cited {
  readonly summary: AnySummary;
  readonly transcript: Transcript | null;
  /** Of the summary. */
  readonly lang: string;
}

function checkSummary({ summary, transcript, lang }: Cited): readonly Finding[] {
  const claims = claimsOf(summary);
  return [
    ...claims.flatMap((claim) => malformed(summary, claim)),
    ...ranges(summary, claims, transcript),
    ...(transcript ? claims.flatMap((claim) => unsupported(summary, claim, transcript, lang)) : []),
  ];
}

function malformed(summary: AnySummary, claim: SummaryClaim): readonly Finding[] {
  const { first, last } = claim.lines;
  const typed = summary.lines.slice(first - 1, last).join('\n');
  // `\[L3 a]` is escaped on purpose.
  const meant = findMalformedCitations(claim.text).filter((text) => !typed.includes(`\\${text.slice(0, 3)}`));
  return meant.map((text) => {
    const at = findSpot(summary.lines, claim.lines, text);
    return finding(summary.source.path, at, 'citation-malformed', { text });
  });
}

/** Reports each citation once, though several statements may inherit it. */
function ranges(
  summary: AnySummary,
  claims: readonly SummaryClaim[],
  transcript: Transcript | null,
): readonly Finding[] {
  const path = summary.source.path;
  return [...new Set(claims.flatMap((claim) => claim.citations))].flatMap((citation): Finding[] => {
    const text = formatCitation(citation);
    if (citation.first > citation.last) return [finding(path, citation.at, 'citation-reversed', { text })];
    const lines = transcript?.lines.length ?? null;
    if (citation.first >= 1 && citation.last <= (lines ?? Number.POSITIVE_INFINITY)) return [];
    return [finding(path, citation.at, 'citation-outside', { text, lines })];
  });
}

function unsupported(
  summary: AnySummary,
  claim: SummaryClaim,
  transcript: Transcript,
  lang: string,
): readonly Finding[] {
  if (claim.citations.length === 0) return [];
  const { unit } = claim;
  const citation = claim.citations.map(formatCitation).join(', ');
  const missing = checkClaim(
    { text: claim.text, lang, ...(unit === null ? {} : { unit }) },
    transcript,
    claim.citations,
  );
  // A repetition in the same statement would give the same finding at the same place.
  const kinds = new Map(missing.map((each) => [`${each.type} ${each.text}`, each]));
  return [...kinds.values()].map(({ type, text }) => {
    const at = findSpot(summary.lines, claim.lines, text);
    switch (type) {
      case 'number':
        return finding(summary.source.path, at, 'unsupported-number', { text, citation });
      case 'name':
        return finding(summary.source.path, at, 'unsupported-name', { text, citation });
      default:
        return finding(summary.source.path, at, 'turned-number', { text, citation, type });
    }
  });
}
