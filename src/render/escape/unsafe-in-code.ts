/** What Slidev looks for in a slide's source, whether it stands in code or not. */
export const UNSAFE_IN_SOURCE = /<!--|<Tweet|<BlueSky|\{monaco/;

/** What would end a note, or be taken out of it. */
export const UNSAFE_IN_NOTE = /-->|\[click/;
