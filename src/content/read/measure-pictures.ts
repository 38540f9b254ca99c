import type { Memory } from '../../base/memory.ts';
import type { Assets } from '../summary/asset.ts';
import { type CoverPicture, GROUNDS, type Look, type Meetup, type PlacedLogo } from '../summary/meetup.ts';
import { chooseScrim, WORST_PIXELS } from './choose-scrim.ts';
import { examine } from './examine.ts';

/** The meetup with measurements of its covers' and logos' pixels. @param memory of earlier runs */
export function withMeasured(meetup: Meetup, assets: Assets, memory: Memory): Meetup {
  const { event, talks } = meetup;
  const cover = (picture: CoverPicture | null) =>
    picture && measureCover(picture, event.look, assets, memory);
  const logo = (picture: PlacedLogo | null) => picture && measureLogo(picture, assets, memory);
  const [own, dark] = [logo(event.logo), logo(event.logoDark)];
  return {
    ...meetup,
    event: {
      ...event,
      logo: own,
      logoDark: dark,
      look: { ...event.look, logo: own?.logo ?? null, logoDark: dark?.logo ?? null },
      sponsors: event.sponsors.map((sponsor) => measureLogo(sponsor, assets, memory)),
      cover: cover(event.cover),
    },
    talks: talks.map((talk) =>
      talk.cover === null && talk.logo === null
        ? talk
        : { ...talk, cover: cover(talk.cover), logo: logo(talk.logo) },
    ),
  };
}

function measureCover(cover: CoverPicture, look: Look, assets: Assets, memory: Memory): CoverPicture {
  const asset = assets.get(cover.path);
  if (asset?.state !== 'ok') return cover;
  const { paper, ink } = GROUNDS[look.theme];
  const question = { bytes: asset.bytes, paper: look.paper ?? paper, ink: look.ink ?? ink };
  const scrim = memory.recall(`scrim ${cover.path}`, question, () => examine({ kind: 'cover', ...question }));
  return { ...cover, scrim: scrim ?? chooseScrim(WORST_PIXELS, question.paper, question.ink) };
}

function measureLogo(placed: PlacedLogo, assets: Assets, memory: Memory): PlacedLogo {
  const { path } = placed.logo;
  const asset = assets.get(path);
  if (asset?.state !== 'ok') return placed;
  const { bytes } = asset;
  const found = memory.recall(`logo ${path}`, bytes, () => examine({ kind: 'logo', bytes }));
  return { ...placed, logo: { ...placed.logo, ...found, ratio: asset.width / asset.height } };
}
