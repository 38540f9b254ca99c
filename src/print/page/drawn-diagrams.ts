import type { Diagrams } from '../../slidev/file/drawn-diagrams.ts';

/** The diagrams that the page has drawn (slidev/plugins/without-server.ts). Runs in the browser. */
export function drawnDiagrams(): Diagrams {
  const { __talkdeckDiagrams: drawn } = globalThis as { __talkdeckDiagrams?: Map<string, string> };
  return Object.fromEntries(drawn ?? []);
}
