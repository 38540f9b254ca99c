/** The pages' own words. Findings come from the server, in English. */
export interface Words {
  readonly decks: string;
  readonly findDeck: string;
  readonly noDecks: string;
  readonly nothingFound: string;
  readonly present: string;
  readonly presenter: string;
  readonly overview: string;
  readonly pdf: string;
  readonly wholePdf: string;
  readonly making: (seconds: number) => string;
  readonly moderate: string;
  readonly qa: string;
  readonly slides: (count: number) => string;
  readonly slide: (number: number) => string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly notes: (count: number) => string;
  readonly advice: (count: number) => string;
  readonly findings: string;
  readonly noFindings: string;
  readonly more: (count: number) => string;
  readonly stuck: string;
  readonly away: string;
  readonly openEditor: string;
  readonly opened: string;
  readonly editSource: string;
  readonly showLines: string;
  readonly citedLines: string;
  readonly noCitedLines: string;
  readonly moreLines: (count: number) => string;
  readonly fold: string;
  readonly questions: string;
  readonly findQuestion: string;
  readonly noQuestions: string;
  readonly open: (open: number, total: number) => string;
  readonly asks: string;
  readonly asked: string;
  readonly answers: string;
  readonly answered: string;
  readonly show: string;
  readonly onScreen: string;
  readonly screenAt: (what: string) => string;
  readonly noScreen: string;
  readonly openScreen: string;
  readonly openPresenter: string;
  readonly notShown: string;
  readonly marked: (number: number) => string;
  readonly unmarked: (number: number) => string;
  readonly undo: string;
  readonly notKept: string;
  readonly keys: readonly (readonly [key: string, what: string])[];
}

/** @param lang BCP 47; unsupported languages get the English words. */
export function wordsFor(lang: string): Words {
  return /^zh\b/i.test(lang) ? ZH : EN;
}

const ENGLISH = new Intl.PluralRules('en');

const count = (number: number, one: string): string =>
  `${number} ${ENGLISH.select(number) === 'one' ? one : `${one}s`}`;

export const EN: Words = {
  decks: 'Decks',
  findDeck: 'Find a deck: title, speaker, organisation',
  noDecks:
    'There is no deck yet. Write a first talk in content/talks/: it shows here as soon as it is saved.',
  nothingFound: 'Nothing found.',
  present: 'Present',
  presenter: 'Presenter',
  overview: 'Overview',
  pdf: 'PDF',
  wholePdf: 'PDF of all',
  making: (seconds) => `Making it\u2026 ${seconds} s`,
  moderate: 'Moderate',
  qa: 'Q&A',
  slides: (number) => count(number, 'slide'),
  slide: (number) => `slide ${number}`,
  errors: (number) => count(number, 'error'),
  warnings: (number) => count(number, 'warning'),
  notes: (number) => count(number, 'note'),
  advice: (number) => `${count(number, 'piece')} of advice`,
  findings: 'Findings',
  noFindings: 'Nothing to fix.',
  more: (number) => `Show ${number} more`,
  stuck: 'Edits do not show until this is fixed.',
  away: 'The server is away. This page goes on by itself when it is back.',
  openEditor: 'Open in the editor',
  opened: 'Opened in your editor.',
  editSource: 'Edit source (E)',
  showLines: 'Cited lines (L)',
  citedLines: 'Lines of the transcript',
  noCitedLines: 'This slide cites no lines that the transcript has.',
  moreLines: (number) => `and ${count(number, 'more line')}`,
  fold: 'Fold away',
  questions: 'Questions',
  findQuestion: 'Find: number, words, topic, person',
  noQuestions: 'There is no question yet.',
  open: (open, total) => `${open} of ${total} open`,
  asks: 'Asked by',
  asked: 'To',
  answers: 'Answered by',
  answered: 'Answered',
  show: 'Show',
  onScreen: 'On screen',
  screenAt: (what) => `On screen: ${what}`,
  noScreen: 'No audience screen is open in this browser.',
  openScreen: 'Open audience screen',
  openPresenter: 'Presenter mode',
  notShown: 'Not shown.',
  marked: (number) => `Question ${number} is marked as answered.`,
  unmarked: (number) => `Question ${number} is open again.`,
  undo: 'Undo',
  notKept: 'This browser does not keep the marks: they will be gone after a reload.',
  keys: [
    ['\u2191 \u2193', 'choose'],
    ['Enter', 'show'],
    ['X', 'answered'],
    ['/', 'find'],
    ['U', 'undo mark'],
    ['Esc', 'all questions'],
  ],
};

export const ZH: Words = {
  decks: '幻灯片',
  findDeck: '查找\uff1a标题、分享人、单位',
  noDecks: '还没有幻灯片。在 content/talks/ 写下第一篇\uff0c保存后就会出现在这里。',
  nothingFound: '没有找到。',
  present: '放映',
  presenter: '演讲者视图',
  overview: '总览',
  pdf: 'PDF',
  wholePdf: '全部 PDF',
  making: (seconds) => `正在生成\u2026 ${seconds} 秒`,
  moderate: '主持人视图',
  qa: '问答',
  slides: (number) => `${number} 页`,
  slide: (number) => `第 ${number} 页`,
  errors: (number) => `${number} 个错误`,
  warnings: (number) => `${number} 个警告`,
  notes: (number) => `${number} 条提示`,
  advice: (number) => `${number} 条建议`,
  findings: '待处理',
  noFindings: '没有要改的地方。',
  more: (number) => `再显示 ${number} 条`,
  stuck: '改好之前\uff0c新的修改不会显示。',
  away: '连不上服务器。恢复后本页会自动继续。',
  openEditor: '在编辑器中打开',
  opened: '已在编辑器中打开。',
  editSource: '编辑原文 (E)',
  showLines: '引用的原话 (L)',
  citedLines: '逐字稿原文',
  noCitedLines: '这一页没有引用逐字稿里的内容。',
  moreLines: (number) => `还有 ${number} 行`,
  fold: '收起',
  questions: '问题',
  findQuestion: '查找\uff1a编号、内容、主题、人名',
  noQuestions: '还没有问题。',
  open: (open, total) => `还剩 ${open} 个 / 共 ${total} 个`,
  asks: '提问',
  asked: '请回答',
  answers: '回答',
  answered: '已回答',
  show: '上屏',
  onScreen: '屏幕上',
  screenAt: (what) => `屏幕上\uff1a${what}`,
  noScreen: '这个浏览器里没有打开观众屏幕。',
  openScreen: '打开观众屏幕',
  openPresenter: '演讲者视图',
  notShown: '没有上屏。',
  marked: (number) => `问题 ${number} 已标为已回答。`,
  unmarked: (number) => `问题 ${number} 已改回未回答。`,
  undo: '撤销',
  notKept: '这个浏览器不保存标记\uff0c刷新后会丢失。',
  keys: [
    ['\u2191 \u2193', '选择'],
    ['Enter', '上屏'],
    ['X', '已回答'],
    ['/', '查找'],
    ['U', '撤销标记'],
    ['Esc', '全部问题'],
  ],
};
