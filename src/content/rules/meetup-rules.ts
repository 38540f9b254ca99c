import { citations } from './citations.ts';
import { knownPeople } from './consistency.ts';
import { fonts } from './fonts.ts';
import { links } from './links.ts';
import { colors } from './look-settings.ts';
import type { Rule } from './meetup-rule.ts';
import { glyphs } from './missing-glyphs.ts';
import { shownSections } from './shown-sections.ts';
import { images } from './targets.ts';
import { uniqueTalks } from './unique-talks.ts';

/** What must hold for the meetup as a whole, in the order in which it is looked at. */
export const RULES: readonly Rule[] = [
  uniqueTalks,
  knownPeople,
  shownSections,
  images,
  fonts,
  glyphs,
  colors,
  links,
  citations,
];
