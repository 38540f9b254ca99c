import { citations } from './citations.ts';
import {
  knownPeople,
  languageOfDecks,
  samePeople,
  shortLinks,
  similarPeople,
  uniqueTalks,
} from './consistency.ts';
import { diagrams } from './diagrams.ts';
import { colors, fonts } from './look-settings.ts';
import type { Rule } from './meetup-rule.ts';
import { glyphs } from './missing-glyphs.ts';
import { schedule } from './schedule.ts';
import { images, links, placedImages, videos } from './targets.ts';

/** Rules for the meetup as a whole, in order of application. */
export const RULES: readonly Rule[] = [
  languageOfDecks,
  shortLinks,
  uniqueTalks,
  samePeople,
  similarPeople,
  knownPeople,
  schedule,
  images,
  placedImages,
  videos,
  diagrams,
  fonts,
  glyphs,
  colors,
  links,
  citations,
];
