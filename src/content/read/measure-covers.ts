import type { Memory } from '../../base/memory.ts';
import type { Assets } from '../summary/asset.ts';
import { type CoverPicture, GROUNDS, type Look, type Meetup } from '../summary/meetup.ts';
import { chooseScrim, WORST_PIXELS } from './choose-scrim.ts';
import { examine } from './examine.ts';

/** The meetup with the scrims that its covers' pictures need. @param memory of earlier runs */
export function withScrims(meetup: Meetup, assets: Assets, memory: Memory): Meetup {
  const { event, talks } = meetup;
  if ([event, ...talks].every(({ cover }) => cover === null)) return meetup;
  const measured = (cover: CoverPicture | null) => cover && measure(cover, event.look, assets, memory);
  return {
    ...meetup,
    event: { ...event, cover: measured(event.cover) },
    talks: talks.map((talk) => (talk.cover === null ? talk : { ...talk, cover: measured(talk.cover) })),
  };
}

function measure(cover: CoverPicture, look: Look, assets: Assets, memory: Memory): CoverPicture {
  const asset = assets.get(cover.path);
  if (asset?.state !== 'ok') return cover;
  const { paper, ink } = GROUNDS[look.theme];
  const question = {
    kind: 'cover',
    bytes: asset.bytes,
    paper: look.paper ?? paper,
    ink: look.ink ?? ink,
  } as const;
  const scrim = memory.recall(`scrim ${cover.path}`, question, examine);
  return { ...cover, scrim: scrim ?? chooseScrim(WORST_PIXELS, question.paper, question.ink) };
}
