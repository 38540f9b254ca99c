/**
 * What Slidev looks for in a slide's source, whether it stands in code or not: comments, embeds, its editor,
 * dragged elements, diagrams, and pictures of other servers to load ahead.
 */
export const UNSAFE_IN_SOURCE =
  /<!--|<Tweet|<BlueSky|\{monaco|v-drag|(?:^|\n)```mermaid|(?:url\(|(?:src|image)=|\]\()["'<\s]*(?:https?:)?\/\//i;

/** What would end a note, or be taken out of it. */
export const UNSAFE_IN_NOTE = /-->|\[click/i;

/** What Slidev takes for a picture to load ahead, in all that is no fence at the start of a line. */
export const PRELOADED = /!\[|(?:src|image)=["']|url\(/i;
