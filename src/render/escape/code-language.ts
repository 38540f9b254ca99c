import { bundledLanguagesInfo } from 'shiki/langs';

/** Slidev reads a language up to the first character that is no letter, so each has its plain name. */
const NAMES = new Map(
  bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases].map((name) => [name, id] as const)),
);
// Slidev draws what bears the other name of it.
NAMES.set('mmd', 'mmd');

/**
 * The language for a fence: one that Slidev can highlight, or none; a slide with another does not compile.
 * PlantUML, which a server on the network would draw, is not among them.
 */
export function codeLanguage(lang: string): string {
  return NAMES.get(lang.toLowerCase()) ?? '';
}
