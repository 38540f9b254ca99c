/** Wording of the language server, besides findings. */
export interface EditorWords {
  slides(first: number, last: number): string;
  slidesOf(first: number, last: number, total: number): string;
  /** In percent of a full slide. */
  full(percent: number): string;
  /** @param slide that begins here, because the previous one is full */
  partsHere(slide: number): string;
  readonly comma: string;
  readonly show: string;
  readonly why: string;
  readonly fix: string;
  readonly more: string;
  write(text: string): string;
  /** @param places number of changes in the file, more than one */
  inPlaces(fix: string, places: number): string;
  cite(line: number, text: string): string;
  readonly fixAll: string;
  readonly nextSlide: string;
  showAs(kind: string): string;
  readonly examples: string;
  readonly notPlain: string;
  turnOff(code: string): string;
  showAsTyped(code: string): string;
  readonly speaker: string;
  readonly host: string;
  readonly guest: string;
}

export const ENGLISH_EDITOR: EditorWords = {
  slides: (first, last) => (first === last ? `slide ${first}` : `slides ${first}\u2013${last}`),
  slidesOf: (first, last, total) =>
    first === last ? `slide ${first} of ${total}` : `slides ${first}\u2013${last} of ${total}`,
  full: (percent) => `${percent} % full`,
  partsHere: (slide) => `parts here: slide ${slide}`,
  comma: ', ',
  show: 'show',
  why: 'Why',
  fix: 'Fix',
  more: 'More',
  write: (text) => `Write "${text}"`,
  inPlaces: (fix, places) => `${fix} (${places} places)`,
  cite: (line, text) => `Cite L${line}: ${text}`,
  fixAll: 'Correct everything that is mechanical in this file',
  nextSlide: 'Continue on the next slide from here',
  showAs: (kind) => `Show this section as {.${kind}}`,
  examples: 'For example',
  notPlain: 'Write a name without quotes, brackets, colons and marks.',
  turnOff: (code) => `Turn the advice "${code}" off for this meetup`,
  showAsTyped: (code) => `Show such markup as typed in this meetup (allow: ${code})`,
  speaker: 'speaker',
  host: 'host',
  guest: 'in "people" of event.md',
};

export const CHINESE_EDITOR: EditorWords = {
  slides: (first, last) => (first === last ? `第 ${first} 页` : `第 ${first}–${last} 页`),
  slidesOf: (first, last, total) =>
    first === last ? `第 ${first} 页，共 ${total} 页` : `第 ${first}–${last} 页，共 ${total} 页`,
  full: (percent) => `已满 ${percent}%`,
  partsHere: (slide) => `在此分页：第 ${slide} 页`,
  comma: '，',
  show: '查看',
  why: '原因',
  fix: '改法',
  more: '详情',
  write: (text) => `改为“${text}”`,
  inPlaces: (fix, places) => `${fix}（共 ${places} 处）`,
  cite: (line, text) => `引用 L${line}：${text}`,
  fixAll: '改好此文件中所有可自动改的地方',
  nextSlide: '从这里起放到下一页',
  showAs: (kind) => `把这一节显示为 {.${kind}}`,
  examples: '例如',
  notPlain: '名字中不能有引号、括号、冒号和标记符号。',
  turnOff: (code) => `在这次活动里关闭建议“${code}”`,
  showAsTyped: (code) => `在这次活动里原样显示这类标记（allow: ${code}）`,
  speaker: '讲者',
  host: '主持人',
  guest: 'event.md 的 people',
};
