import { citations } from './citations.ts';
import { knownPeople, languageOfDecks, samePeople, uniqueTalks } from './consistency.ts';
import { colors, fonts } from './look-settings.ts';
import type { Rule } from './meetup-rule.ts';
import { glyphs } from './missing-glyphs.ts';
import { schedule } from './schedule.ts';
import { images, links } from './targets.ts';

/** Rules for the meetup as a whole, in order of application. */
export const RULES: readonly Rule[] = [
  languageOfDecks,
  uniqueTalks,
  samePeople,
  knownPeople,
  schedule,
  images,
  fonts,
  glyphs,
  colors,
  links,
  citations,
];
