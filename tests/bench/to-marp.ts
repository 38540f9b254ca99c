/**
 * The same slides for Marp CLI, without Slidev's front matter and components. Remaining HTML shows as text, which does
 * not matter: only the time is compared.
 */
export function toMarp(deck: string): string {
  const parts = deck.split(/^---\n/m);
  // Front matter and content alternate after the empty first part.
  const slides = parts.filter((_, index) => index > 0 && index % 2 === 0);
  const bodies = slides.map((slide) => slide.replaceAll(/<\/?(?:v-clicks|DeckLink)[^>]*>/g, '').trim());
  return `---\nmarp: true\n---\n\n${bodies.join('\n\n---\n\n')}\n`;
}
