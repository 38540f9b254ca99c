import { type Finding, finding } from '../../findings/finding.ts';
import { closest } from '../closest.ts';
import { plainText } from '../inline.ts';
import { type AnySummary, inlinesOfType } from '../inlines.ts';
import { linkTarget } from '../link.ts';
import { findSpot } from '../source-file.ts';
import type { Rule } from './rule.ts';

/** Links lead to the web, to a mailbox or to a section of the same summary; others show as text. */
export const links: Rule = ({ meetup: { event, talks, exchanges }, memory }) =>
  [event, ...talks, ...exchanges].flatMap((summary) =>
    memory.recall(`links ${summary.source.path}`, summary, check),
  );

function check(summary: AnySummary): readonly Finding[] {
  const titles = sectionTitles(summary);
  return inlinesOfType(summary, 'link').flatMap(({ inline: { href }, lines }) => {
    const target = linkTarget(href);
    const at = () => findSpot(summary.lines, lines, href);
    if (target.type === 'refused') return [finding(summary.source.path, at(), 'link-not-allowed', { href })];
    if (target.type === 'web' || titles.includes(target.title)) return [];
    const suggestion = closest(target.title, titles);
    return [finding(summary.source.path, at(), 'link-target-missing', { href, suggestion })];
  });
}

function sectionTitles(summary: AnySummary): readonly string[] {
  return 'sections' in summary ? summary.sections.map(({ title }) => plainText(title.inlines)) : [];
}
