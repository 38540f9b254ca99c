import type { SampleName } from './choose-slides.ts';
import type { DressedMeetup } from './dress.ts';

type LookName = DressedMeetup['name'];

/** Wording of the page of looks. */
export interface LooksWords {
  readonly heading: (title: string) => string;
  readonly intro: string;
  readonly sideBySide: string;
  readonly chosenNow: string;
  readonly dropsColors: string;
  /** Heading of what keeps the meetup from using a look. */
  readonly toChange: string;
  /** In place of a slide that depends on such a change. */
  readonly notYet: string;
  /** In place of one that shares its slide with others in a look. */
  readonly notAlone: string;
  readonly samples: Readonly<Record<SampleName, string>>;
  /** Names of themes are those used in event.md. */
  readonly names: Readonly<Record<LookName, string>>;
  readonly about: Readonly<Record<LookName, string>>;
}

/** Words in a language of messages; English for others. @param lang BCP 47 */
export function looksWords(lang: string): LooksWords {
  return /^zh\b/i.test(lang) ? CHINESE : ENGLISH;
}

const THEMES = { quiet: 'quiet', bold: 'bold', vivid: 'vivid' } as const;

const ENGLISH: LooksWords = {
  heading: (title) => `${title} in every look`,
  intro:
    'Slides of this meetup. Which look it has is one line in event.md; all slides of it are then looked at by: talkdeck check --visual',
  sideBySide: 'side by side',
  chosenNow: 'chosen now',
  dropsColors: 'Colours of the summaries cannot be read in it and are left out.',
  toChange: 'Before it can be shown, this is to be changed:',
  notYet: 'It can be shown once what stands above is changed.',
  notAlone: 'In this look it has no slide of its own: it shares one with others.',
  samples: {
    cover: 'A cover',
    text: 'The fullest slide of text',
    figures: 'Figures',
    chart: 'A chart',
    table: 'A table',
    picture: 'A picture',
    code: 'Code or a diagram',
    quote: 'A quote',
    takeaway: 'What to remember',
    question: 'A question',
    answer: 'An answer',
  },
  names: { own: 'your own theme', ...THEMES },
  about: {
    own: 'from this meetup\u2019s folder',
    quiet: 'light and calm',
    bold: 'dark, with strong colours',
    vivid: 'for photographs and large type',
  },
};

const CHINESE: LooksWords = {
  heading: (title) => `${title}：各种外观`,
  intro: '这场活动自己的幻灯片。外观由 event.md 里的一行决定；选定后用 talkdeck check --visual 逐页检查。',
  sideBySide: '并排',
  chosenNow: '当前',
  dropsColors: '摘要里的颜色在这种外观下看不清，未采用。',
  toChange: '要用这种外观，需先改动：',
  notYet: '改好上面列出的内容后才能显示。',
  notAlone: '用这种外观时，它不单独成页，与其他内容同在一页。',
  samples: {
    cover: '封面',
    text: '文字最满的一页',
    figures: '大数字',
    chart: '图表',
    table: '表格',
    picture: '图片',
    code: '代码或示意图',
    quote: '引语',
    takeaway: '要记住的一句话',
    question: '问题',
    answer: '回答',
  },
  names: { own: '自己的主题', ...THEMES },
  about: {
    own: '在这个活动的文件夹里',
    quiet: '浅色，安静',
    bold: '深色，颜色鲜明',
    vivid: '适合照片和大字',
  },
};
