import { finding } from '../../findings/finding.ts';
import type { Rule } from './rule.ts';

/** Every font that event.md names can be read. */
export const fonts: Rule = ({ meetup: { event }, fontFiles }) =>
  event.fonts.flatMap(({ src, path, at }) => {
    const file = fontFiles.get(path);
    return file?.state === 'unusable'
      ? [finding(event.source.path, at, 'font-unusable', { src, reason: file.reason })]
      : [];
  });
