import type { FRONT_MATTER_FINDINGS } from '../../messages/front-matter-messages.ts';
import type { YAML_FINDINGS } from '../../messages/yaml-messages.ts';
import type { PageTable } from '../explain-page.ts';

export const FRONT_MATTER_PAGES: PageTable<typeof YAML_FINDINGS & typeof FRONT_MATTER_FINDINGS> = {
  'front-matter-missing': {
    title: '开头没有 front matter',
    meaning:
      '分享人、标题等写在文件的最开头，前后各有一行三个连字符。这一部分叫 front matter；没有它，就不知道这是谁的分享。',
  },
  'front-matter-unclosed': {
    title: '没有结束行的 front matter',
    meaning: '开头的字段以恰好三个连字符的一行结束。没有这一行，整个文件都会被当作字段。',
  },
  'front-matter-language': {
    title: '不是 YAML 的 front matter',
    meaning:
      '开头三个连字符后面的词指定了另一种语言，例如 JavaScript。front matter 里的程序从不运行，只读取普通字段。',
  },
  'yaml-syntax': {
    title: '无法读取的 front matter',
    meaning:
      '开头的字段用 YAML 写成，这里有 YAML 不允许的内容。改好之前，整个文件都用不了。请把每个字段单独写成一行：`name: value`。',
  },
  'yaml-colon': {
    title: '缺少半角冒号和空格的字段',
    meaning:
      '字段由名称、半角冒号、空格和值组成。没有空格，或用了中文输入法的全角冒号（：），或用了不换行空格（在 Mac 上按 Option 加空格键会打出它），这一行在 YAML 看来就是文字，不是字段。`check --fix` 会改好后两种。',
  },
  'yaml-stray': {
    title: '不是字段的一行',
    meaning:
      'front matter 里顶格的每一行都是 `name: value`。值太长而换行时，下一行前面要有两个空格，否则它不属于任何字段。',
  },
  'yaml-unquoted': {
    title: '需要引号的值',
    meaning:
      '在 YAML 里，冒号加空格表示字段名到此结束；引号、方括号、`*`、`@`、`&`、`%` 等符号写在值的开头也另有含义。含有这些的值要放进双引号。',
  },
  'yaml-quote': {
    title: '没有闭合的引号',
    meaning: '以引号开头的值要以同样的引号结束。否则后面的内容都会成为这个值的一部分。',
  },
  'yaml-indent': {
    title: '缩进太多的一行',
    meaning: '前面有空格的一行，YAML 会当作上一行的延续。字段要顶格写，列表的各项要与第一项对齐。',
  },
  'yaml-comment': {
    title: '值的一部分成了注释',
    meaning:
      '在 YAML 里，空格后面的 `#` 开始注释：后面的内容不属于这个值，也不会显示在幻灯片上。放进双引号，它就是文字。',
  },
  'yaml-tab': {
    title: '行首的制表符',
    meaning: 'YAML 的缩进只能用空格。制表符在屏幕上看着一样，文件却无法读取。',
  },
  'duplicate-key': {
    title: '写了两次的字段',
    meaning: '两个值只能用一个，而且说不清是哪一个。请删掉一个；多条 facts 要写成一个列表。',
  },
  'unknown-key': {
    title: '不存在的字段',
    meaning: '字段名写错了，或者它属于别的文件。它本来会悄悄地不起作用，所以算作错误。',
  },
  'missing-field': {
    title: '缺少必填的字段',
    meaning:
      '有些字段在幻灯片上有固定位置：活动的 `title` 和 `lang`；分享的 `speaker`、`title` 和 `takeaway`；问题的 `question`、`askedBy` 和 `topic`。',
  },
  'empty-field': {
    title: '没有值的必填字段',
    meaning:
      '幻灯片上会空出一块；可以不写的字段则可以留空，或写成 `null` 或 `~`。以 `#` 开头的值在 YAML 看来是注释，等于没有值：请放进双引号。',
  },
  'wrong-type': {
    title: '类型不对的值',
    meaning:
      '该写一段文字的字段写成了列表，或者反过来，这样没法显示。列表的每一项单独一行，前面是两个空格和一个连字符。',
  },
  'invalid-date': {
    title: '日历上没有的日期',
    meaning: '日期按活动的语言写在每个封面上，所以必须是真实的一天：年、月、日，用连字符连接。',
  },
  'invalid-time': {
    title: '钟表上没有的时间',
    meaning:
      '日程会显示时间，并据此判断是否重叠。时间由小时和分钟组成，从 0:00 到 23:59；时长是分钟数，大于零，小于一天。',
  },
  'time-overlap': {
    title: '同一时间的两件事',
    meaning:
      '前一场分享或休息还没有结束，或刚刚同时开始，下一场就开始了。有意同时进行的分享各写一个 `track`；没有写的属于所有人。',
  },
  'day-outside': {
    title: '活动里没有的日期',
    meaning:
      '日程按活动的日期划分。日期写在 event.md 里：`date: 2026-05-01`，或首尾两天 `date: 2026-05-01/02`。',
  },
  'invalid-lang': {
    title: '不是语言标签的语言',
    meaning:
      '语言决定换行、字体和幻灯片自己的用语，例如“问答”。它是带连字符的短标签，和网页上一样：`zh-CN`、`en`、`ja`。',
  },
  'no-labels': {
    title: '幻灯片没有现成用语的语言',
    meaning:
      '幻灯片自己的用语，例如“问答”和“主持人”，有中文（写明台湾或香港时用繁体）、英语、日语、韩语、德语、法语、西班牙语和葡萄牙语。其他语言会保持英语，直到 event.md（或写了自己 `lang` 的分享）的 `labels` 给出全部用语；摘要本身原样显示，日期按该语言的写法。',
  },
  'invalid-url': {
    title: '无处可去的链接',
    meaning:
      '`links` 的每一项在最后一页有一个二维码，用手机能打开：`https://` 开头的网址，或邮箱地址。`@ada` 这样的名字人能找到，手机却不能；`javascript:` 和 `file:` 什么也打不开。',
  },
  'long-link': {
    title: '太长的地址，二维码在会场里扫不出来',
    meaning:
      '地址越长，二维码里的小方块越多，后排的手机分辨不出来。134 个字符以内都容易识别。“?”后面的部分往往不需要，网站也可能有更短的地址。',
  },
  'wrong-choice': {
    title: '不在可选之列的值',
    meaning:
      '有些字段只能从几个词里选。别的词不起作用，所以算作错误。\n\nSlidev 的主题，例如 `@slidev/theme-seriph`，不能选：它没有这些页面要用的布局，会丢掉页面上的内容。想要自己的外观，就建文件夹 `templates/theme/`，可以从复制 talkdeck 的主题开始；颜色、字体和标志是 `event.md` 的字段。',
  },
  'invalid-color': {
    title: '无法识别的颜色',
    meaning:
      '颜色是一个井号加六位或三位，每位是 0 到 9 或 a 到 f。不能用颜色的名称。在 YAML 里要放进双引号，因为 `#` 开始注释。',
  },
  'low-contrast': {
    title: '看不清的颜色',
    meaning:
      '从最后一排看，或在差的投影仪上，几乎和底色一样浅的文字看不清。对比度按网页无障碍标准（WCAG 2）计算，从 1 到 21；`ink` 与底色要达到 12，强调色要达到 4.5，在 `bold` 主题里要达到 7，在 `vivid` 主题里要达到 5（句子写在它较深的色调上）。',
  },
  'font-unusable': {
    title: '不能用的字体',
    meaning:
      '`event.md` 里写作字体的文件不存在，在 `content/` 之外，或者不是字体。幻灯片会用别的字体，换行也会不同。字体文件可以是 WOFF2、WOFF、TTF 或 OTF。',
  },
  'unknown-person': {
    title: '不认识的人',
    meaning:
      "被问的人和回答的人，要与分享人、主持人或 event.md 的 `people` 里的名字完全一致。用别的名字写的回答不属于任何人，也不会出现在那位分享人的幻灯片里。名字的一部分、另一种写法、不同的重音或符号（' 和 ’、• 和 ·）会引出建议；只有符号和重音不同时，`check --fix` 会写上正确的名字。两个人的标题要分成两个标题。\n\n来听的人写在括号里：`### Mia Chen (audience)` 或 `### 陈米（观众）`，不必在别处登记；`### The audience` 和 `### 观众` 代表任何人。嘉宾等也一样。",
  },
  'duplicate-person': {
    title: '列表里写了两次的人',
    meaning:
      '人按名字区分，一个名字就是一个人，幻灯片上会把他显示两次。请删掉一个；如果两个人同名，请在名字里区分。',
  },
  'similar-person': {
    title: '看起来一样的两个名字',
    meaning:
      "两个地方写的名字只在重音、大小写、空格或 ' 与 ’ 这样的符号上不同。人按完全一致的名字区分，所以幻灯片会显示成两个人，各有各的颜色。",
  },
  'person-differs': {
    title: '同一个人有两种介绍',
    meaning:
      '做几场分享的人，或 event.md 的 `people` 也介绍了的人，在所有幻灯片里是同一个人：如果职务、单位、照片或颜色写得不同，总有一个显示不出来。请只写一次，或两处写得一样。',
  },
  'field-misplaced': {
    title: '不属于任何人的字段',
    meaning:
      '一场分享有多位 `speakers` 时，职务、单位、照片和颜色写在每个人名下。写在列表旁边就不属于任何人；也不能同时再写一个 `speaker`。',
  },
  'markup-in-field': {
    title: '字段里的 Markdown',
    meaning:
      '文件开头的字段是纯文字：标题、名字、要点、介绍、问题、词语。Markdown 只在它们下面的正文里读取。星号、反引号、链接、公式、脚注、`==高亮==`、标签、`&amp;` 等写在字段里，会原样出现在封面上。去掉符号意思不变时，`check --fix` 会去掉它们，并把实体和表情的名字换成字符；链接的地址要先放到别处。可能本来就是文字的，不算标记：`5 * 3 * 2`、`2**10`、`10~20`、`__init__`、`snake_case`、`src/**/*.ts`、`$5 to $10`、`<dialog>` 元素。如果就是要显示这些符号，在 event.md 里写 `allow: [markup-in-field]`。',
  },
};
