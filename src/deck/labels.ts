/** A deck's own words. */
export interface Labels {
  readonly speaker: string;
  readonly speakers: string;
  readonly agenda: string;
  /** Heading of the list of all decks. */
  readonly programme: string;
  readonly takeaway: string;
  readonly answered: string;
  readonly questions: string;
  readonly matrix: string;
  readonly qa: string;
  readonly host: string;
  readonly organizer: string;
  readonly askedBy: string;
  readonly askedTo: string;
  readonly sources: string;
  readonly question: string;
  readonly logScale: string;
  readonly thanks: string;
  /** What kind of deck it is, for a library's catalogue; of the Q&A deck, `qa`. */
  readonly talk: string;
  readonly allTalks: string;
  /** Leads from a speaker's last slide to the Q&A deck. */
  readonly goOn: string;
  /** What kind of deck it is: that which opens the evening, and that which closes it. */
  readonly opening: string;
  readonly closing: string;
}

const ZH: Labels = {
  speaker: '分享人',
  speakers: '分享人',
  agenda: '内容提要',
  programme: '议程',
  takeaway: '记住这一句',
  answered: '问答中回答的问题',
  questions: '问题一览',
  matrix: '谁回答了什么',
  qa: '问答',
  host: '主持',
  organizer: '主办',
  askedBy: '提问',
  askedTo: '请回答',
  sources: '出处',
  question: '问题',
  logScale: '对数刻度',
  thanks: '谢谢',
  talk: '分享',
  allTalks: '全部分享',
  goOn: '接下来\uff1a问答',
  opening: '开场',
  closing: '结束',
};

const EN: Labels = {
  speaker: 'Speaker',
  speakers: 'Speakers',
  agenda: 'Outline',
  programme: 'Programme',
  takeaway: 'If you remember one thing',
  answered: 'Questions answered',
  questions: 'Questions',
  matrix: 'Who answered what',
  qa: 'Q&A',
  host: 'Host',
  organizer: 'Organised by',
  askedBy: 'Asked by',
  askedTo: 'To',
  sources: 'Sources',
  question: 'Question',
  logScale: 'log scale',
  thanks: 'Thank you',
  talk: 'Talk',
  allTalks: 'All talks',
  goOn: 'Next: Q&A',
  opening: 'Opening',
  closing: 'Closing',
};

/** @param lang BCP 47; a language without words of its own gets the English ones. */
export function labelsFor(lang: string): Labels {
  return /^zh\b/i.test(lang) ? ZH : EN;
}
