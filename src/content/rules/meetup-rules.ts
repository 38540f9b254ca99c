import { citations } from './citations.ts';
import { knownPeople, languageOfDecks, samePeople, uniqueTalks } from './consistency.ts';
import { diagrams } from './diagrams.ts';
import { colors, fonts } from './look-settings.ts';
import type { Rule } from './meetup-rule.ts';
import { glyphs } from './missing-glyphs.ts';
import { picturesInLines } from './pictures-in-lines.ts';
import { schedule } from './schedule.ts';
import { images, links } from './targets.ts';

/** What must hold for the meetup as a whole, in the order in which it is looked at. */
export const RULES: readonly Rule[] = [
  languageOfDecks,
  uniqueTalks,
  samePeople,
  knownPeople,
  schedule,
  images,
  picturesInLines,
  diagrams,
  fonts,
  glyphs,
  colors,
  links,
  citations,
];
