/** The fixed words of decks, with their meanings. */
const MEANINGS = {
  speaker: 'Heading of who gives the talk.',
  speakers: 'The same where there are several.',
  agenda: "Heading of a talk's outline.",
  programme: 'Heading of the list of all decks.',
  takeaway: 'Above the sentence to remember.',
  answered: "Heading of the questions that a talk's speakers answered.",
  questions: 'Heading of all questions.',
  matrix: 'Heading of who answered what.',
  qa: 'Title of the Q&A deck.',
  host: 'In front of who leads through the meetup.',
  organizer: 'In front of who holds it.',
  askedBy: 'In front of who asks.',
  askedTo: 'In front of who is asked.',
  sources: 'In a note, in front of the lines of the transcript.',
  question: 'Above the column of questions.',
  logScale: 'Beside what a logarithmic chart measures.',
  thanks: 'On the last slide.',
  talk: "What kind of deck a talk's is, for a library's catalogue.",
  allTalks: 'What kind the whole meetup is.',
  goOn: "Leads from a talk's last slide to the Q&A deck.",
  opening: 'What kind of deck the one is that opens the evening.',
  closing: 'What kind the one is that closes it.',
  note: 'Head of a box, "> [!NOTE]".',
  tip: 'The same, "> [!TIP]".',
  important: 'The same, "> [!IMPORTANT]".',
  warning: 'The same, "> [!WARNING]".',
  caution: 'The same, "> [!CAUTION]".',
  links: 'Heading of links for which the last slide has no room.',
  slides: 'Below the code of the link "slides".',
  repository: 'Below the code of the link "repository".',
  feedback: 'Below the code of the link "feedback".',
  site: "Below the code of the meetup's site.",
  video: 'Below the code of a video.',
} as const;

export type LabelName = keyof typeof MEANINGS;
export const LABEL_NAMES = Object.keys(MEANINGS) as readonly LabelName[];
export const LABEL_MEANINGS: Readonly<Record<LabelName, string>> = MEANINGS;

/** Words that replace those of a language. */
export type OwnLabels = Readonly<Partial<Record<LabelName, string>>>;
