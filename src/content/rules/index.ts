import { citations } from './citations.ts';
import { colors } from './colors.ts';
import { fonts } from './fonts.ts';
import { glyphs } from './glyphs.ts';
import { images } from './images.ts';
import { knownPeople } from './known-people.ts';
import { links } from './links.ts';
import type { Rule } from './rule.ts';
import { shownSections } from './shown-sections.ts';
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
