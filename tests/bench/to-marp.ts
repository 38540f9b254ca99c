/**
 * The same slides for Marp CLI: without Slidev's front matter and components. HTML that is left shows as text; what is
 * compared is the time that the slides take.
 */
export function toMarp(deck: string): string {
  const parts = deck.split(/^---\n/m);
  // Front matter and content take turns, after the empty beginning.
  const slides = parts.filter((_, index) => index > 0 && index % 2 === 0);
  const bodies = slides.map((slide) => slide.replaceAll(/<\/?(?:v-clicks|DeckLink)[^>]*>/g, '').trim());
  return `---\nmarp: true\n---\n\n${bodies.join('\n\n---\n\n')}\n`;
}
