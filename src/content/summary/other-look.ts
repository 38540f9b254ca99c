import type { Meetup, Profile, ThemeName } from './meetup.ts';

/** A look other than the one event.md chooses. */
export interface OtherLook {
  readonly theme: ThemeName;
  /** Whether to keep colours that the summaries set. */
  readonly keepsColors: boolean;
}

/** The meetup as if event.md chose this look. */
export function inLook(meetup: Meetup, { theme, keepsColors }: OtherLook): Meetup {
  const { event, talks } = meetup;
  const look = { ...event.look, theme };
  if (keepsColors) return { ...meetup, event: { ...event, look } };
  return {
    ...meetup,
    event: {
      ...event,
      look: { ...look, paper: null, ink: null, accents: [] },
      colors: [],
      people: event.people.map(uncolored),
    },
    talks: talks.map((talk) => ({ ...talk, speakers: talk.speakers.map(uncolored) })),
  };
}

function uncolored(profile: Profile): Profile {
  return { ...profile, accent: null };
}
