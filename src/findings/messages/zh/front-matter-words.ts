import type { FieldMarkup, FRONT_MATTER_FINDINGS } from '../front-matter-messages.ts';
import type { WordsOf } from '../message.ts';
import { fieldInChinese, isThisMeant, listed, phrase, shortened, stopped } from './phrases.ts';

export const FRONT_MATTER_WORDS: WordsOf<typeof FRONT_MATTER_FINDINGS> = {
  'unknown-key': ({ key, suggestion, known }) => ({
    what: `这里没有“${key}”这个字段。${isThisMeant(suggestion)}`,
    why: '它会被悄悄忽略。',
    fix: `可用的字段：${known.join(', ')}。`,
  }),
  'missing-field': ({ field, example }) => ({
    what: `缺少字段“${field}”。`,
    why: '幻灯片要用到它。',
    fix: `加一行，例如“${field}: ${example}”。`,
  }),
  'empty-field': ({ field }) => ({
    what: `${field.includes('.') ? fieldInChinese(field) : `字段“${field}”`}是空的。`,
    why: '幻灯片上会空出一块。',
    fix: '在冒号后面写上值（以“#”或“&”开头时加双引号）；可选字段可以删掉这一行。',
  }),
  'wrong-type': ({ field, expected, found }) => ({
    what: `${fieldInChinese(field)}应该是${phrase(expected)}，这里却是${phrase(found)}。`,
    why: '这样没法显示。',
    fix:
      found === 'a list' && field === 'speaker'
        ? '把字段名改成“speakers”：每一项是名字，或者各有“name”、“role”、“org”。'
        : found === 'a list' && field === 'host'
          ? '这里只写一个名字，其他主持人写在“people”里。'
          : expected !== 'text'
            ? `写成${phrase(expected)}。`
            : found === 'a list'
              ? '写成一段文字；确实以括号开头时加双引号：“"[1] 等等"”。'
              : '写成文字并加双引号，否则 YAML 会理解成别的东西。',
  }),
  'invalid-date': ({ value, field }) => ({
    what: `“${value}”不是日期。`,
    why: `“${field}”会显示在每张封面上。`,
    fix: '写年、月、日：2024-05-31；多天写首尾两天：2024-05-31/06-01。',
  }),
  'invalid-time': ({ field, value }) =>
    field === 'duration'
      ? {
          what: `“${value}”不是时长。`,
          why: '日程会显示它，也靠它判断两场分享是否重叠。',
          fix: '写分钟数，例如 20；要大于零，小于一天。',
        }
      : {
          what: `“${value}”不是时刻。`,
          why: '日程会显示它。',
          fix: '写时和分，从 0:00 到 23:59，例如 19:10。',
        },
  'time-overlap': ({ title, time, other, from, until }) => ({
    what: `“${title}”从 ${time} 开始，而“${other}”${until === null ? `也在 ${from}` : `是 ${from} 到 ${until}`}。`,
    why: '没有人能同时在两处，这样的日程兑现不了。',
    fix: '挪动或缩短其中一个；同时进行的分享各写一个“track”。',
  }),
  'day-outside': ({ day, days }) => ({
    what:
      days === null
        ? `写了 ${day}，但 event.md 没有“date”。`
        : `${day} 不在活动日期 ${days.replace(' to ', ' 到 ')} 之内。`,
    why: '日程按活动的日期分天。',
    fix: '写活动中的一天；首尾两天写在 event.md：“date: 2026-05-01/02”。',
  }),
  'invalid-lang': ({ value }) => ({
    what: `“${value}”不是语言标签。`,
    why: '它决定断行、字体和幻灯片自带的文字。',
    fix: '写“zh-CN”、“en”，或别的标签，例如“ja”。',
  }),
  'no-labels': ({ lang, known, missing }) => ({
    what: `幻灯片没有“${lang}”的自带文字。`,
    why: '“Questions”、“Host”这类文字会显示成英文。',
    fix: `在 event.md 的“labels”里写上：${missing.join(', ')}。已有的语言：${known.join(', ')}。`,
  }),
  'invalid-url': ({ value }) => ({
    what: `“${value}”不是能打开的地址。`,
    why: '二维码扫了打不开任何东西。',
    fix: '写完整的地址，以 https:// 开头；或者写邮箱地址（ada@example.org）。',
  }),
  'long-link': ({ bytes, most }) => ({
    what: `这个地址有 ${bytes} 个字符；二维码要让后排扫得到，最多 ${most} 个。`,
    why: '地址越长，二维码的方块越小。',
    fix: '换一个更短的地址：去掉“?”后面的部分，或者用自己的短地址跳转过去。',
  }),
  'wrong-choice': ({ value, field, suggestion, known }) => ({
    what: `${fieldInChinese(field)}不能写“${value}”。${isThisMeant(suggestion)}`,
    why: '它决定幻灯片的外观、行为或给出哪些建议，写别的词不起作用。',
    fix: `可以写：${known.join(', ')}。${
      field === 'theme'
        ? '这里不能写 Slidev 的主题：它们没有这些幻灯片所需的布局。自己的外观放在 templates/theme/，可以先复制 node_modules/talkdeck/templates/theme/；颜色、字体和 logo 是 event.md 的字段。'
        : ''
    }`,
  }),
  'invalid-color': ({ value }) => ({
    what: `“${value}”不是颜色。`,
    why: '它会被忽略，幻灯片就不是你想要的样子。',
    fix: '写“#”加三位或六位十六进制数字，并用双引号："#0b5cad"。',
  }),
  'low-contrast': ({ field, needed, paper, color, ratio, better }) => ({
    what: `${fieldInChinese(field)}在 ${paper} 上需要 ${needed}:1 的对比度，${color} 只有 ${ratio}:1。`,
    why: '坐在最后一排，或投影较暗时，会看不清。',
    fix:
      better === 'other paper'
        ? '同时设置“ink”，或换一个主题：“quiet”和“vivid”是浅色，“bold”是深色。'
        : `换一个更${better === 'darker' ? '深' : '浅'}的颜色。`,
  }),
  'font-unusable': ({ src, reason }) => ({
    what: `字体 ${src} 不能用：${stopped(phrase(reason))}`,
    why: '幻灯片会换成别的字体，断行也会不同。',
    fix: '把 WOFF2、WOFF、TTF 或 OTF 文件放进 content/assets/ 并写在这里，或者删掉这一行。',
  }),
  'unknown-person': ({ name, suggestion, signs, several, known }) => ({
    what: `“${name}”不是分享人或主持人，event.md 的“people”里也没有。${
      several.length > 0
        ? `是不是指${listed(several)}？`
        : `${isThisMeant(suggestion)}${signs.map(({ here, there }) => `那里写的是 ${signName(there)}，不是 ${signName(here)}。`).join('')}`
    }`,
    why: '人物按名字完全一致来查找，这段回答会没有归属。',
    fix:
      several.length > 0
        ? `每人写一个标题，把各自的话写在下面：${several.map((each) => `“### ${each}”`).join('、')}。“askedTo”里多个人写成列表。`
        : suggestion !== null
          ? `写“${suggestion}”${signs.length > 0 ? '，“check --fix”可以自动改' : ''}。如果是别人，加到 event.md 的“people”里，或在这里注明身份：“${introduced(name)}”。`
          : `${known.length > 0 ? `只写其中一个名字：${known.join('、')}。` : ''}其他人写在 event.md 的“people”里，或在这里注明身份：“${introduced(name)}”。`,
  }),
  'duplicate-person': ({ name, list }) => ({
    what: `${name} 在“${list}”里出现了两次。`,
    why: '人物按名字查找，同一个人会在幻灯片上出现两次。',
    fix: '删掉一个；如果是两个人，用名字区分开。',
  }),
  'similar-person': ({ name, other, file, line }) => ({
    what: `“${name}”和 ${file}:${line} 的“${other}”看起来一样，写法却不同。`,
    why: '人物按名字完全一致来区分：幻灯片上会出现两个人，各有一种颜色。',
    fix: '统一成一种写法；如果确实是两个人，写出区别。',
  }),
  'person-differs': ({ name, field, value, other, file, line }) => ({
    what: `${name} 的“${field}”在这里是“${value}”，在 ${file}:${line} 是“${other}”。`,
    why: '同一个人在所有幻灯片上应该一致，否则有一个显示不出来。',
    fix: '两处写成一样，或只写一处；如果是两个人，用名字区分开。',
  }),
  'field-misplaced': ({ field }) => ({
    what: `“${field}”和“speakers”写在了一起。`,
    why: '多位分享人各有自己的字段，写在外面不知道属于谁。',
    fix:
      field === 'speaker'
        ? '把名字写成“speakers”的一项，或者删掉其中一个字段。'
        : `写在那个人的名字下面：“  - name: Ada”，下一行“    ${field}: …”。`,
  }),
  'markup-in-field': ({ text, field, meant, right }) => ({
    what: `“${field}”里的${shortened(text)}是${FIELD_MARKUP[meant].name}，字段里只能写纯文字。`,
    why: '它会连同符号原样显示出来。',
    fix: `${right === null ? FIELD_MARKUP[meant].fix : `写${shortened(right)}。`}如果就是要显示这些符号，在 event.md 里写“allow: [markup-in-field]”。`,
  }),
};

function signName(sign: string): string {
  return sign === ' ' ? '空格' : /^\s$/.test(sign) ? '不换行空格' : sign;
}

/** A name with a description. */
function introduced(name: string): string {
  const bare = name.replace(/ *[（(].*$/, '');
  return /\p{Script=Han}$/u.test(bare) ? `${bare}（观众）` : `${bare} (audience)`;
}

const WITHOUT = '去掉这些符号。';

const FIELD_MARKUP: Readonly<Record<FieldMarkup, { readonly name: string; readonly fix: string }>> = {
  bold: { name: '加粗标记', fix: WITHOUT },
  italic: { name: '斜体标记', fix: WITHOUT },
  highlight: { name: '高亮标记', fix: WITHOUT },
  strike: { name: '删除线标记', fix: '删掉被划去的文字和符号。' },
  code: { name: '代码标记', fix: WITHOUT },
  link: { name: '链接', fix: '只写文字，地址放进“links”，或者写在 front matter 下面的正文里。' },
  image: { name: '图片', fix: '删掉它，图片放到某一节里；封面可以用“cover”和“portrait”。' },
  formula: { name: '公式', fix: '用文字说明，公式放到某一节里。' },
  footnote: { name: '脚注', fix: '删掉它，内容写到某一节里。' },
  subscript: { name: '下标标记', fix: WITHOUT },
  superscript: { name: '上标标记', fix: WITHOUT },
  emoji: { name: '表情的名字', fix: '直接写表情符号。' },
  entity: { name: 'HTML 实体', fix: '直接写这个字符。' },
  escape: { name: '转义的字符', fix: '删掉反斜杠。' },
  heading: { name: '标题标记', fix: '删掉井号。' },
  comment: { name: '注释', fix: '删掉它；讲者备注写在 front matter 下面。' },
  tag: { name: 'HTML', fix: '只写文字，不写标签。' },
};
