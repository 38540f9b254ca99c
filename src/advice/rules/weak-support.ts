import { findWeakSupport } from '../../content/claims/weak-support.ts';
import { formatCitation } from '../../content/parse/citation.ts';
import { claimsOf } from '../../content/summary/claims-of.ts';
import { langOf } from '../../content/summary/meetup.ts';
import { findSpot } from '../../content/summary/source-file.ts';
import { finding } from '../../findings/finding.ts';
import type { SummaryAdvice } from './advice-rule.ts';

/** The cited lines should say what the statement says. Headings summarise, and may use their own words. */
export const weakSupport: SummaryAdvice = (summary, { event, transcript }) => {
  if (!transcript) return [];
  const lang = langOf(summary, event);
  return claimsOf(summary).flatMap(({ text, citations, isHeading, lines }) => {
    if (citations.length === 0 || isHeading) return [];
    const weak = findWeakSupport({ text, lang }, transcript, citations);
    if (!weak) return [];
    const at = findSpot(summary.lines, lines, weak.text.trim());
    const citation = citations.map(formatCitation).join(', ');
    const { type, words } = weak;
    return [
      finding(summary.source.path, at, 'weak-support', { text: weak.text.trim(), citation, type, words }),
    ];
  });
};
