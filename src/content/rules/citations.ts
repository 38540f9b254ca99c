import type { LineSpan } from '../../base/text.ts';
import { type Finding, finding } from '../../findings/finding.ts';
import { checkClaim, type Transcript } from '../claims/check-claim.ts';
import { findMalformedCitations, formatCitation } from '../parse/citation.ts';
import { type Citation, type Inline, plainText } from '../summary/markup.ts';
import { type CitedText, langOf } from '../summary/meetup.ts';
import { findSpot, scalarLines } from '../summary/source-file.ts';
import { type AnySummary, bodyStatements } from '../summary/statements.ts';
import type { Rule } from './meetup-rule.ts';

/** A cited text in any place. */
interface Claim {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly unit: string | null;
  readonly lines: LineSpan;
}

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
    const count = summaries.reduce((sum, summary) => sum + citedClaims(summary), 0);
    const { path, at } = event.transcript;
    findings.push(finding(event.source.path, at, 'citations-unchecked', { source: path, count }));
  }
  return findings;
};

/** Number of a summary's statements with citations. */
export function citedClaims(summary: AnySummary): number {
  return [...citedFields(summary), ...bodyStatements(summary)].filter(({ citations }) => citations.length > 0)
    .length;
}

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

function citedFields(summary: AnySummary): readonly CitedText[] {
  if ('takeaway' in summary) return [summary.takeaway, ...summary.facts];
  return 'question' in summary ? [summary.question] : [];
}

function claimsOf(summary: AnySummary): readonly Claim[] {
  return [
    ...citedFields(summary).map(({ text, citations, at }) => ({
      text,
      citations,
      unit: null,
      lines: scalarLines(summary.lines, at.line),
    })),
    ...bodyStatements(summary).map(({ prose, citations, unit }) => ({
      text: plainText(withoutFormulas(prose.inlines)),
      citations,
      unit,
      lines: prose.lines,
    })),
  ];
}

/** Nobody says a formula as it is written. */
function withoutFormulas(inlines: readonly Inline[]): readonly Inline[] {
  if (!hasFormula(inlines)) return inlines;
  return inlines.map((inline): Inline => {
    if (inline.type === 'formula') return { type: 'text', text: ' ' };
    return 'children' in inline ? { ...inline, children: withoutFormulas(inline.children) } : inline;
  });
}

function hasFormula(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) => inline.type === 'formula' || ('children' in inline && hasFormula(inline.children)),
  );
}

function malformed(summary: AnySummary, claim: Claim): readonly Finding[] {
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
  claims: readonly Claim[],
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
  claim: Claim,
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
  return missing.map(({ type, text }) => {
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
