import type { DamageKind } from '../../importing/meeting.ts';
import type { ImportReportWords } from '../../importing/report-words.ts';

/**
 * Subjects of doubts, and how values were found, by their English; `{0}` is a name, a path or a number. A test compares
 * them with src/importing.
 */
export const HOW_IN_CHINESE: Readonly<Record<string, string>> = {
  'speaker of {0}': '{0} 的分享人',
  'name of a voice': '讲话人的姓名',
  'same person': '同一个人',
  host: '主持人',
  shape: '活动的形式',
  'title of the meetup': '活动的标题',
  'who asks': '提问人',
  'no name stands here': '这里没有名字',
  'only {0} stands there; --speaker "{1}=NAME"': '只写着 {0}；请用 --speaker "{1}=NAME" 指定',
  'is written almost like {0}': '和“{0}”只差一点',
  'nobody is told to be it; --host NAME': '没有说明是谁；请用 --host NAME 指定',
  'the text has none; --title TEXT': '正文里没有；请用 --title TEXT 指定',
  'only a label stands there': '只有一个标签',
  'the label says so': '取自标签',
  'a label says so': '取自标签',
  'introduced in front of the talk': '分享前有介绍',
  'front matter names one speaker': 'front matter 里只有一位分享人',
  'front matter': '取自 front matter',
  'no name stands here; the next speaker says {0}': '这里没有名字；下一位说到“{0}”',
  'no name stands here; the next speaker says {0}, and only {1} has no talk':
    '这里没有名字；下一位说到“{0}”，而只有“{1}”还没有分享',
  'no name stands here; only {0} has no talk': '这里没有名字；只有“{0}”还没有分享',
  'named as the host above the speech': '发言上方写明是主持人',
  'says the name': '说出了名字',
  'opens, closes, asks and hands over': '负责开场、收尾、提问和串场',
  'the file says so': '取自文件',
  'the transcript says so': '取自文字记录',
  'stands beside the name': '写在名字旁边',
  'the heading above the talk': '分享上方的标题',
  'the speaker says so': '分享人自己说的',
  'the host says so': '主持人说的',
  'the file names itself so': '取自文件自己的标题',
  'the first heading': '第一个标题',
  'the first line': '第一行',
  'the line that comes again above every picture': '每张图片上方反复出现的那一行',
  'somebody speaks at length before others do': '有人先讲了很长一段',
  'nobody speaks at length, and nobody asks the others': '没有人长篇讲话，也没有人向别人提问',
  'one asks, one answers': '一人提问，一人回答',
  'one asks, {0} answer': '一人提问，{0} 人回答',
  'the host reads it for the audience': '主持人代观众念出',
  'the question before it is from the audience': '前一个问题来自观众',
  'the host asks': '主持人提问',
  'the host asks for the question': '主持人请他提问',
  'says that it is a question': '自己说是提问',
  'called by name in the question': '问题里点了名',
  'words of the talk': '取自分享的原话',
};

/** Likewise why a model's statement is not shown, or missing. A test compares them with their sources. */
export const REFUSED_IN_CHINESE: Readonly<Record<string, string>> = {
  '{0} is not among its lines': '{0} 不在给它的那些行里',
  'it cites {0} lines': '一次引用了 {0} 行',
  'it quotes nothing': '没有摘录原话',
  'its quote is not in {0}': '摘录的话不在 {0} 里',
  '"{0}" is not in {1}': '“{0}”不在 {1} 里',
  'it is in another language': '用了另一种语言',
  'only one of it and {0} has "{1}"': '它和 {0} 之中只有一方说了“{1}”',
  '{0} hardly has: {1}': '{0} 里几乎没有：{1}',
  'it is too long for a slide': '放在一页上太长',
  'there is no answer to it': '没有回答',
  'there is no JSON in its answer': '回答里没有 JSON',
  'no answer came in time': '没有按时回答',
  'the connection broke': '连接断了',
  'the server answers {0}': '服务器回应 {0}',
};

const SHAPES: Readonly<Record<string, string>> = {
  talks: '系列分享',
  panel: '圆桌讨论',
  interview: '访谈',
  meeting: '会议',
};

const DAMAGE_WORDS: Readonly<Record<Exclude<DamageKind, 'rolled'>, string>> = {
  markup: '是残留的标签，也许原来是问号',
  'list-start': '是列表的起始序号，前面的内容缺失',
  'cut-off': '是句子中断的地方',
  characters: '无法按这种编码读取',
  repeated: '反复出现，当作图片说明',
  invented: '已略去：语音识别常在静音处造出这样的词',
};

export const IMPORT_REPORT_IN_CHINESE: ImportReportWords = {
  title: (from) => `导入 ${from}`,
  read: ({ lines, format, encoding, shape, talks, exchanges }) =>
    `共 ${lines} 行，按 ${format} 格式、${encoding} 编码读取，看作${SHAPES[shape] ?? ` ${shape}`}：${talks.length} 场分享、${exchanges} 个问题。行号指 content/transcript.txt 的行。`,
  names: '需要核对的名字',
  doubt: (of, value, how, at) => `${of}：${value ?? '未知'}，依据：${how}${at ? `（${at}）` : ''}`,
  ofNobody: '不知道谁说的话',
  damages: '原文的损坏，保持原样',
  damage: (at, found, kind) =>
    kind === 'rolled'
      ? `${at}：${found.replace(/^`(\d+) lines?`$/, '$1')} 行滚动字幕已略去，前面已经出现过`
      : `${at}：${found} ${DAMAGE_WORDS[kind]}`,
  unanswered: '没有回答的问题',
  kept: '你改过的文件',
  keptFile: (path, beside) => `${path} 保持你改过的样子，新内容在 ${beside} 里`,
  refused: (kept) => `模型说了、但没有采用的话（采用了 ${kept} 句）`,
  refusedStatement: (text, at, reason, verdict, task) =>
    `${task}：“${text}”（${at}），原因：${reason}${verdict === 'weak' ? '；已留作注释' : ''}`,
  notAnswered: '模型没有回答、改用原话起草的部分',
  cited: '每场分享被引用的比例',
  citedShare: (path, percent, at, speaker) =>
    `${path}：${at} 的 ${percent}%${speaker === null ? '' : `，${speaker}`}`,
  speakers: '每人讲话的比例',
  share: (name, percent) => `${name}：${percent}%`,
  guessed: (how, at) => `猜测：${how}${at === null ? '' : `（${at}）`}`,
  unverified: (text, at, reason) => `未核实：${text}（${at}）：${reason}`,
  phrase: howInChinese,
};

function howInChinese(english: string): string {
  const fixed = PHRASES[english];
  if (fixed !== undefined) return fixed;
  for (const [template, chinese] of PATTERNS) {
    const [, ...values] = template.exec(english) ?? [];
    if (values.length > 0) return chinese.replaceAll(/\{(\d)\}/g, (_, index) => values[Number(index)] ?? '');
  }
  return english;
}

const PHRASES: Readonly<Record<string, string>> = { ...HOW_IN_CHINESE, ...REFUSED_IN_CHINESE };

/** Longest first, because it is most specific. */
const PATTERNS: readonly (readonly [RegExp, string])[] = Object.entries(PHRASES)
  .filter(([english]) => english.includes('{0}'))
  .sort(([a], [b]) => b.length - a.length)
  .map(([english, chinese]) => [
    new RegExp(
      `^${english
        .split(/\{\d\}/)
        .map(literally)
        .join('([^]+)')}$`,
    ),
    chinese,
  ]);

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
