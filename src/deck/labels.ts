import { type DeckLanguage, deckLanguage } from '../content/summary/languages.ts';

/** A deck's fixed words. */
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
  /** Kind of deck in PDF metadata; for the Q&A deck it is `qa`. */
  readonly talk: string;
  readonly allTalks: string;
  /** Leads from a talk's last slide to the Q&A deck. */
  readonly goOn: string;
  /** Names of the decks that open and close the evening. */
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

const ZH_HANT: Labels = {
  speaker: '分享人',
  speakers: '分享人',
  agenda: '內容提要',
  programme: '議程',
  takeaway: '記住這一句',
  answered: '問答中回答的問題',
  questions: '問題一覽',
  matrix: '誰回答了什麼',
  qa: '問答',
  host: '主持',
  organizer: '主辦',
  askedBy: '提問',
  askedTo: '請回答',
  sources: '出處',
  question: '問題',
  logScale: '對數刻度',
  thanks: '謝謝',
  talk: '分享',
  allTalks: '全部分享',
  goOn: '接下來\uff1a問答',
  opening: '開場',
  closing: '結束',
};

const JA: Labels = {
  speaker: '登壇者',
  speakers: '登壇者',
  agenda: '目次',
  programme: 'プログラム',
  takeaway: 'これだけは覚えてください',
  answered: '答えた質問',
  questions: '質問一覧',
  matrix: '誰が何に答えたか',
  qa: '質疑応答',
  host: '司会',
  organizer: '主催',
  askedBy: '質問者',
  askedTo: '回答者',
  sources: '出典',
  question: '質問',
  logScale: '対数目盛',
  thanks: 'ありがとうございました',
  talk: '講演',
  allTalks: '全講演',
  goOn: '次は\uff1a質疑応答',
  opening: 'オープニング',
  closing: 'クロージング',
};

const KO: Labels = {
  speaker: '발표자',
  speakers: '발표자',
  agenda: '목차',
  programme: '프로그램',
  takeaway: '이것만은 기억해 주세요',
  answered: '답한 질문',
  questions: '질문 목록',
  matrix: '누가 무엇에 답했나',
  qa: '질의응답',
  host: '진행',
  organizer: '주최',
  askedBy: '질문자',
  askedTo: '답변자',
  sources: '출처',
  question: '질문',
  logScale: '로그 눈금',
  thanks: '감사합니다',
  talk: '발표',
  allTalks: '전체 발표',
  goOn: '다음: 질의응답',
  opening: '여는 말',
  closing: '맺는 말',
};

const DE: Labels = {
  speaker: 'Wer spricht',
  speakers: 'Wer spricht',
  agenda: 'Überblick',
  programme: 'Programm',
  takeaway: 'Das sollten Sie sich merken',
  answered: 'Beantwortete Fragen',
  questions: 'Fragen',
  matrix: 'Wer hat was beantwortet',
  qa: 'Fragen und Antworten',
  host: 'Moderation:',
  organizer: 'Veranstaltet von',
  askedBy: 'Gefragt von',
  askedTo: 'An',
  sources: 'Quellen',
  question: 'Frage',
  logScale: 'logarithmische Skala',
  thanks: 'Vielen Dank',
  talk: 'Vortrag',
  allTalks: 'Alle Vorträge',
  goOn: 'Weiter: Fragen und Antworten',
  opening: 'Eröffnung',
  closing: 'Abschluss',
};

const FR: Labels = {
  speaker: 'Qui parle',
  speakers: 'Qui parle',
  agenda: 'Plan',
  programme: 'Programme',
  takeaway: 'À retenir',
  answered: 'Questions traitées',
  questions: 'Questions',
  matrix: 'Qui a répondu à quoi',
  qa: 'Questions et réponses',
  host: 'Animation\u00a0:',
  organizer: 'Organisé par',
  askedBy: 'Posée par',
  askedTo: 'À',
  sources: 'Sources',
  question: 'Question',
  logScale: 'échelle logarithmique',
  thanks: 'Merci',
  talk: 'Exposé',
  allTalks: 'Tous les exposés',
  goOn: 'Suite\u00a0: questions et réponses',
  opening: 'Ouverture',
  closing: 'Clôture',
};

const ES: Labels = {
  speaker: 'Quién habla',
  speakers: 'Quiénes hablan',
  agenda: 'Contenido',
  programme: 'Programa',
  takeaway: 'Lo que conviene recordar',
  answered: 'Preguntas respondidas',
  questions: 'Preguntas',
  matrix: 'Quién respondió qué',
  qa: 'Preguntas y respuestas',
  host: 'Presenta',
  organizer: 'Organiza',
  askedBy: 'Pregunta de',
  askedTo: 'A',
  sources: 'Fuentes',
  question: 'Pregunta',
  logScale: 'escala logarítmica',
  thanks: 'Gracias',
  talk: 'Charla',
  allTalks: 'Todas las charlas',
  goOn: 'A continuación: preguntas y respuestas',
  opening: 'Apertura',
  closing: 'Cierre',
};

const PT: Labels = {
  speaker: 'Quem fala',
  speakers: 'Quem fala',
  agenda: 'Roteiro',
  programme: 'Programa',
  takeaway: 'Para lembrar',
  answered: 'Perguntas respondidas',
  questions: 'Perguntas',
  matrix: 'Quem respondeu o quê',
  qa: 'Perguntas e respostas',
  host: 'Apresentação:',
  organizer: 'Organização:',
  askedBy: 'Pergunta de',
  askedTo: 'Para',
  sources: 'Fontes',
  question: 'Pergunta',
  logScale: 'escala logarítmica',
  thanks: 'Agradecemos',
  talk: 'Palestra',
  allTalks: 'Todas as palestras',
  goOn: 'A seguir: perguntas e respostas',
  opening: 'Abertura',
  closing: 'Encerramento',
};

const LABELS: Readonly<Record<DeckLanguage, Labels>> = {
  zh: ZH,
  'zh-Hant': ZH_HANT,
  en: EN,
  ja: JA,
  ko: KO,
  de: DE,
  fr: FR,
  es: ES,
  pt: PT,
};

/** @param lang BCP 47; unsupported languages get English labels, which a finding reports */
export function labelsFor(lang: string): Labels {
  return LABELS[deckLanguage(lang) ?? 'en'];
}
