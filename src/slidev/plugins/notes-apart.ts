import type { Plugin } from 'vite';

const FRONT = /__slidev_(\d+)\.frontmatter(?:\?|$)/;
/** Slidev's code for the note of a slide. */
const NOTE = /"noteHTML":("(?:[^"\\]|\\.)*")/;

/** The file of the bundle that has all notes, as HTML: a JSON array in the order of the slides. */
export const NOTES_FILE = 'notes.json';

/** Moves speaker notes from what everybody may load into a separate file. */
export function notesApart(): Plugin {
  const notes: string[] = [];
  return {
    name: 'talkdeck:notes-apart',
    enforce: 'pre',
    transform(code, id) {
      const no = FRONT.exec(id)?.[1];
      if (no === undefined) return null;
      const [found, note = '""'] = NOTE.exec(code) ?? [];
      if (found === undefined) throw new Error('this version of Slidev keeps notes in another way');
      notes[Number(no) - 1] = JSON.parse(note);
      return { code: code.replace(found, '"noteHTML":""'), map: null };
    },
    generateBundle() {
      const source = JSON.stringify(Array.from(notes, (note) => note ?? ''));
      this.emitFile({ type: 'asset', fileName: NOTES_FILE, source });
    },
  };
}
