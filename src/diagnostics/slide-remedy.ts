/** What to do about a slide that cannot be shown. @param problem as the print engine names it */
export function slideRemedy(problem: string): string {
  switch (problem) {
    case 'image':
      return 'Save the picture again, or mend the diagram: try it in a Mermaid editor.';
    case 'not-ready':
      return 'Try once more; if it stays, simplify the diagram or the picture of this section.';
    case 'glyph':
      return 'Write it with another character; one that a template or the theme brings is mended there.';
    case 'picture-lost':
      return "Try once more; if it stays, save the deck's pictures again, as PNG, or export it without --pptx.";
    default:
      return 'If you changed a template or the theme, look there; a summary alone should not cause this.';
  }
}
