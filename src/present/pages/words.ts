import type { Cover } from '../manifest.ts';

/** The checks before the doors open (readiness.ts). */
export type CheckName =
  | 'decks'
  | 'kept'
  | 'fonts'
  | 'pictures'
  | 'videos'
  | 'browser'
  | 'wakeLock'
  | 'secondScreen'
  | 'phones';

/** Result of a check. */
export interface Check {
  readonly name: CheckName;
  readonly isGood: boolean;
  /** Number of things checked; 0 if not applicable. */
  readonly count: number;
  /** Faulty ones: addresses of files, font families, positions in content/. */
  readonly faults: readonly string[];
}

/** The stage's own words. */
export interface Words {
  readonly loading: (done: number, total: number) => string;
  readonly ready: string;
  readonly online: string;
  readonly away: string;
  readonly offered: (slides: number) => string;
  readonly errors: (places: readonly string[]) => string;
  readonly black: string;
  readonly white: string;
  readonly zoomed: string;
  readonly place: (deck: number, decks: number, page: number, pages: number) => string;
  readonly used: (used: string, minutes: number | null) => string;
  readonly next: (title: string) => string;
  readonly break: string;
  readonly readyTitle: string;
  /** While checking. */
  readonly looking: string;
  readonly checks: Readonly<
    Record<
      CheckName,
      {
        readonly good: (count: number) => string;
        /** Instructions. */
        readonly todo: (faults: readonly string[]) => string;
      }
    >
  >;
  readonly phonesTitle: string;
  readonly guests: string;
  readonly steering: string;
  readonly noPhones: string;
  /** On a phone. */
  readonly remote: RemoteWords;
  readonly keysTitle: string;
  readonly keys: readonly (readonly [key: string, what: string])[];
}

/** Words of the remote control. */
export interface RemoteWords {
  readonly title: string;
  readonly next: string;
  /** The next slide. */
  readonly after: (title: string) => string;
  readonly back: string;
  readonly black: string;
  readonly notes: string;
  readonly noNotes: string;
  readonly questions: string;
  readonly noQuestions: string;
  readonly away: string;
  readonly closed: string;
  readonly covered: Readonly<Record<Cover['kind'], string>>;
}

/** @param lang BCP 47; unsupported languages get the English words */
export function wordsFor(lang: string): Words {
  return /^zh\b/i.test(lang) ? ZH : EN;
}

/** Everything that the stage may show in a language, for the fonts. */
export function allWords(lang: string): string {
  const { loading, offered, errors, place, used, next, checks, keys, remote: _, ...plain } = wordsFor(lang);
  const lines = Object.values(checks).flatMap(({ good, todo }) => [good(0), good(1), todo([])]);
  const made = [loading(0, 0), offered(1), errors([]), place(0, 0, 0, 0), used('', 1), next(''), ...lines];
  return [...made, ...Object.values(plain), ...keys.flat()].join(' ');
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const EN: Words = {
  loading: (done, total) => `Getting ready: ${done} of ${total}`,
  ready: 'Ready. The server may go.',
  online: 'This browser cannot keep the decks: the server must stay.',
  away: 'The server is away; everything goes on.',
  offered: (slides) => `${count(slides, 'slide')} changed: take ${slides === 1 ? 'it' : 'them'} with R`,
  errors: (places) => `Not taken, there are errors: ${places.join(', ')}`,
  black: 'The screen is black (B)',
  white: 'The screen is white (W)',
  zoomed: 'The slide is enlarged (Z)',
  place: (deck, decks, page, pages) => `Deck ${deck} of ${decks}, slide ${page} of ${pages}`,
  used: (used, minutes) => (minutes === null ? used : `${used} of ${minutes} min`),
  next: (title) => `Next: ${title}`,
  break: 'Break: the next key goes on',
  readyTitle: 'Ready?',
  looking: 'Looking at everything\u2026',
  checks: {
    decks: {
      good: (decks) => `${count(decks, 'deck')}, checked and built`,
      todo: (places) => `content/ has errors; what was built before is shown: ${places.join(', ')}`,
    },
    kept: {
      good: (files) => `All ${count(files, 'file')} are in this browser: the server and the network may go`,
      todo: (files) =>
        `${count(files.length, 'file')} not in this browser yet: wait, with the server running, at an address that begins with http://localhost`,
    },
    fonts: {
      good: (fonts) => `${count(fonts, 'font')} can be read`,
      todo: (families) => `Fonts that cannot be read: ${families.join(', ')}. Load the page again`,
    },
    pictures: {
      good: (pictures) => (pictures === 0 ? 'No pictures' : `${count(pictures, 'picture')} can be shown`),
      todo: (files) => `Pictures that cannot be shown: ${files.join(', ')}. Save them in another format`,
    },
    videos: {
      good: (videos) => (videos === 0 ? 'No videos' : `${count(videos, 'video')} can be played`),
      todo: (files) =>
        `Videos that this browser cannot play: ${files.join(', ')}. Save them as WebM, or take another browser`,
    },
    browser: {
      good: () => 'This browser is known to work',
      todo: () => 'Nobody has tried an evening in this browser: take Chrome, Edge, Chromium or Firefox',
    },
    wakeLock: {
      good: () => 'The screen stays on',
      todo: () => 'This browser cannot keep the screen on: turn off screen saver and sleep in the system',
    },
    secondScreen: {
      good: () =>
        'There is a second screen: P in the audience\u2019s window puts it there; where the browser does not, drag it there, and press F',
      todo: () => 'No second screen is known: connect the projector, and let it extend this screen',
    },
    phones: {
      good: (phones) => `${count(phones, 'phone')} can steer`,
      todo: () => 'No phone is connected: Q shows the codes that phones come in by',
    },
  },
  phonesTitle: 'Phones',
  guests: 'For everybody: looks',
  steering: 'For you alone: steers',
  noPhones: 'Phones come in where present was started with --host 0.0.0.0, in a network.',
  remote: {
    title: 'Remote',
    next: 'Next',
    after: (title) => `Next: ${title}`,
    back: 'Back',
    black: 'Black',
    notes: 'Notes',
    noNotes: 'No notes on this slide.',
    questions: 'Questions',
    noQuestions: 'This evening has no questions.',
    away: 'No connection: trying again',
    closed: 'No window that presents is open.',
    covered: { black: 'The screen is black', white: 'The screen is white', break: 'Break' },
  },
  keysTitle: 'Keys',
  keys: [
    ['\u2192 \u2193 Space PageDown', 'next'],
    ['\u2190 \u2191 PageUp', 'back'],
    ['Home, End', 'first and last slide of this deck; with Shift, of the evening'],
    ['N, Shift+N', 'next and previous deck'],
    ['5 Enter', 'slide 5 of this deck'],
    ['B or .', 'black screen'],
    ['W or ,', 'white screen'],
    ['Z', 'twice as large, where the mouse is; again, or the next slide: whole'],
    ['O', 'all slides'],
    ['F', 'full screen'],
    ['P', 'presenter\u2019s window; the audience\u2019s goes to the second screen'],
    ['+, -', 'larger and smaller notes in the presenter\u2019s window'],
    ['R', 'take what has changed (presenter\u2019s window)'],
    ['C', 'is everything ready? (presenter\u2019s window)'],
    ['Q', 'codes for phones (presenter\u2019s window)'],
    ['?', 'this list'],
  ],
};

const ZH: Words = {
  loading: (done, total) => `\u6B63\u5728\u51C6\u5907\uFF1A${done}/${total}`,
  ready: '\u5DF2\u5C31\u7EEA\uFF0C\u670D\u52A1\u5668\u53EF\u4EE5\u5173\u6389\u3002',
  online:
    '\u8FD9\u4E2A\u6D4F\u89C8\u5668\u65E0\u6CD5\u4FDD\u5B58\u5E7B\u706F\u7247\uFF1A\u8BF7\u4FDD\u6301\u670D\u52A1\u5668\u8FD0\u884C\u3002',
  away: '\u670D\u52A1\u5668\u5DF2\u65AD\u5F00\uFF0C\u6F14\u793A\u4E0D\u53D7\u5F71\u54CD\u3002',
  offered: (slides) => `\u6709 ${slides} \u9875\u5DF2\u66F4\u65B0\uFF1A\u6309 R \u91C7\u7528`,
  errors: (places) => `\u5185\u5BB9\u6709\u9519\uFF0C\u6682\u4E0D\u66F4\u65B0\uFF1A${places.join('\u3001')}`,
  black: '\u5C4F\u5E55\u5DF2\u9ED1\uFF08B\uFF09',
  white: '\u5C4F\u5E55\u5DF2\u767D\uFF08W\uFF09',
  zoomed: '画面已放大（Z）',
  place: (deck, decks, page, pages) => `\u7B2C ${deck}/${decks} \u573A\uFF0C\u7B2C ${page}/${pages} \u9875`,
  used: (used, minutes) => (minutes === null ? used : `${used} / ${minutes} \u5206\u949F`),
  next: (title) => `\u4E0B\u4E00\u573A\uFF1A${title}`,
  break: '\u4F11\u606F\u4E2D\uFF1A\u6309\u4E0B\u4E00\u9875\u952E\u7EE7\u7EED',
  readyTitle: '\u51C6\u5907\u597D\u4E86\u5417\uFF1F',
  looking: '\u6B63\u5728\u9010\u9879\u68C0\u67E5\u2026',
  checks: {
    decks: {
      good: (decks) => `${decks} \u573A\u5747\u5DF2\u68C0\u67E5\u5E76\u6784\u5EFA`,
      todo: (places) =>
        `\u5185\u5BB9\u6709\u9519\uFF0C\u4ECD\u653E\u6620\u4E4B\u524D\u6784\u5EFA\u7684\u7248\u672C\uFF1A${places.join('\u3001')}`,
    },
    kept: {
      good: (files) =>
        `${files} \u4E2A\u6587\u4EF6\u90FD\u5DF2\u5B58\u5165\u6D4F\u89C8\u5668\uFF0C\u670D\u52A1\u5668\u548C\u7F51\u7EDC\u53EF\u4EE5\u65AD\u5F00`,
      todo: (files) =>
        `\u8FD8\u6709 ${files.length} \u4E2A\u6587\u4EF6\u4E0D\u5728\u6D4F\u89C8\u5668\u91CC\uFF1A\u8BF7\u4FDD\u6301\u670D\u52A1\u5668\u8FD0\u884C\u5E76\u7A0D\u5019\uFF0C\u7528 http://localhost \u5F00\u5934\u7684\u5730\u5740\u6253\u5F00`,
    },
    fonts: {
      good: (fonts) => `${fonts} \u4E2A\u5B57\u4F53\u6587\u4EF6\u90FD\u80FD\u8BFB\u53D6`,
      todo: (families) =>
        `\u65E0\u6CD5\u8BFB\u53D6\u7684\u5B57\u4F53\uFF1A${families.join('\u3001')}\u3002\u8BF7\u5237\u65B0\u9875\u9762`,
    },
    pictures: {
      good: (pictures) =>
        pictures === 0
          ? '\u6CA1\u6709\u56FE\u7247'
          : `${pictures} \u5F20\u56FE\u7247\u90FD\u80FD\u663E\u793A`,
      todo: (files) =>
        `\u65E0\u6CD5\u663E\u793A\u7684\u56FE\u7247\uFF1A${files.join('\u3001')}\u3002\u8BF7\u6362\u4E00\u79CD\u683C\u5F0F\u4FDD\u5B58`,
    },
    videos: {
      good: (videos) =>
        videos === 0 ? '\u6CA1\u6709\u89C6\u9891' : `${videos} \u4E2A\u89C6\u9891\u90FD\u80FD\u64AD\u653E`,
      todo: (files) =>
        `\u8FD9\u4E2A\u6D4F\u89C8\u5668\u653E\u4E0D\u4E86\u7684\u89C6\u9891\uFF1A${files.join('\u3001')}\u3002\u8BF7\u5B58\u4E3A WebM\uFF0C\u6216\u6362\u4E00\u4E2A\u6D4F\u89C8\u5668`,
    },
    browser: {
      good: () => '\u8FD9\u4E2A\u6D4F\u89C8\u5668\u7ECF\u8FC7\u9A8C\u8BC1',
      todo: () =>
        '\u6CA1\u6709\u5728\u8FD9\u4E2A\u6D4F\u89C8\u5668\u91CC\u8BD5\u8FC7\uFF1A\u8BF7\u7528 Chrome\u3001Edge\u3001Chromium \u6216 Firefox',
    },
    wakeLock: {
      good: () => '\u5C4F\u5E55\u4F1A\u4FDD\u6301\u5E38\u4EAE',
      todo: () =>
        '\u8FD9\u4E2A\u6D4F\u89C8\u5668\u65E0\u6CD5\u4FDD\u6301\u5C4F\u5E55\u5E38\u4EAE\uFF1A\u8BF7\u5728\u7CFB\u7EDF\u91CC\u5173\u95ED\u5C4F\u5E55\u4FDD\u62A4\u548C\u7761\u7720',
    },
    secondScreen: {
      good: () => '已有第二块屏幕：在观众窗口按 P 会移过去；浏览器不支持时，请拖过去按 F 全屏',
      todo: () =>
        '\u6CA1\u6709\u68C0\u6D4B\u5230\u7B2C\u4E8C\u5757\u5C4F\u5E55\uFF1A\u8BF7\u63A5\u4E0A\u6295\u5F71\u4EEA\uFF0C\u5E76\u8BBE\u4E3A\u6269\u5C55\u5C4F\u5E55',
    },
    phones: {
      good: (phones) => `${phones} 部手机可以控制`,
      todo: () => '没有手机接入：按 Q 显示二维码',
    },
  },
  phonesTitle: '手机',
  guests: '给所有人：只能观看',
  steering: '只给自己：可以控制',
  noPhones: '用 --host 0.0.0.0 启动 present 并连上网络，手机才能接入。',
  remote: {
    title: '遥控',
    next: '下一步',
    after: (title) => `下一页：${title}`,
    back: '上一步',
    black: '黑屏',
    notes: '备注',
    noNotes: '这一页没有备注。',
    questions: '问题',
    noQuestions: '这场活动没有问题。',
    away: '连接已断开，正在重试',
    closed: '没有打开的放映窗口。',
    covered: { black: '屏幕已黑', white: '屏幕已白', break: '休息中' },
  },
  keysTitle: '\u6309\u952E',
  keys: [
    ['\u2192 \u2193 \u7A7A\u683C PageDown', '\u4E0B\u4E00\u6B65'],
    ['\u2190 \u2191 PageUp', '\u4E0A\u4E00\u6B65'],
    [
      'Home\u3001End',
      '\u672C\u573A\u7684\u7B2C\u4E00\u9875\u548C\u6700\u540E\u4E00\u9875\uFF1B\u52A0 Shift \u4E3A\u6574\u573A\u6D3B\u52A8',
    ],
    ['N\u3001Shift+N', '\u4E0B\u4E00\u573A\u3001\u4E0A\u4E00\u573A'],
    ['5 Enter', '\u672C\u573A\u7B2C 5 \u9875'],
    ['B \u6216 .', '\u9ED1\u5C4F'],
    ['W \u6216 ,', '\u767D\u5C4F'],
    ['Z', '放大鼠标所指之处，再按或翻页还原'],
    ['O', '\u6240\u6709\u9875\u9762'],
    ['F', '\u5168\u5C4F'],
    ['P', '演讲者窗口；观众窗口移到第二块屏幕'],
    ['+、-', '放大、缩小演讲者窗口的备注'],
    ['R', '\u91C7\u7528\u66F4\u65B0\uFF08\u6F14\u8BB2\u8005\u7A97\u53E3\uFF09'],
    ['C', '\u68C0\u67E5\u662F\u5426\u5C31\u7EEA\uFF08\u6F14\u8BB2\u8005\u7A97\u53E3\uFF09'],
    ['Q', '手机二维码（演讲者窗口）'],
    ['?', '\u663E\u793A\u672C\u8868'],
  ],
};
