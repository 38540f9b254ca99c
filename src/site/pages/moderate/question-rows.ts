import { placeIndex } from '../place-index.ts';

export interface Question {
  readonly row: HTMLLIElement;
  readonly number: string;
  /** Number of its first slide. */
  readonly slide: number;
  readonly words: string;
  /** Key of its mark, unaffected by questions added before it. */
  readonly id: string;
  readonly box: HTMLInputElement;
}

interface FoundQuestions {
  readonly all: ReadonlySet<Question>;
  /** The question with the typed number, if any; else the best match. */
  readonly best: Question | null;
}

/** The questions on the page, in its order. */
export function questionsOf(page: HTMLElement): readonly Question[] {
  const asked = new Map<string, number>();
  return [...page.querySelectorAll<HTMLLIElement>('[data-number]')].map((row) => {
    const { number = '', slide } = row.dataset;
    const words = row.querySelector('a')?.textContent?.replace(/^Q\d+\s*/, '') ?? '';
    const before = asked.get(words) ?? 0;
    asked.set(words, before + 1);
    // The same question may be asked twice.
    const id = before === 0 ? words : `${words}\n${before + 1}`;
    const box = row.querySelector('input') as HTMLInputElement;
    return { row, number, slide: Number(slide), words, id, box };
  });
}

/** Finds questions by words, topic or person, or by number (`3`, `#3`, `Q3`). */
export function questionSearch(questions: readonly Question[]): (typed: string) => FoundQuestions {
  const index = placeIndex(
    questions.map(({ row, words }) => {
      const topic = row.closest('section')?.getAttribute('aria-label') ?? '';
      return ['', words, topic, row.querySelector('.asked')?.textContent ?? ''];
    }),
  );
  return (typed) => {
    if (typed.trim() === '') return { all: new Set(questions), best: questions[0] ?? null };
    const number = /^\s*[#q]?\s*(\d+)\s*$/i.exec(typed.normalize('NFKC'))?.[1] ?? null;
    const numbered = questions.filter((each) => number !== null && each.number.startsWith(number));
    const meant = numbered.filter((each) => each.number === number);
    const worded = index.search(typed).flatMap(({ id }) => questions[Number(id)] ?? []);
    const all = new Set([...meant, ...worded, ...numbered]);
    return { all, best: [...all][0] ?? null };
  };
}

/** The question whose slides are on screen: from its own to the next question's. Null before the first. */
export function questionAt(questions: readonly Question[], page: number): Question | null {
  return questions.reduce<Question | null>(
    (last, each) => (each.slide <= page && each.slide > (last?.slide ?? 0) ? each : last),
    null,
  );
}
