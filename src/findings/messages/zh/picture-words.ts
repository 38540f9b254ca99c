import { codeOf, type Message, type WordsOf } from '../message.ts';
import type { PICTURE_FINDINGS, UndrawnDiagram } from '../picture-messages.ts';
import { phrase, shortened, stopped } from './phrases.ts';

export const PICTURE_WORDS: WordsOf<typeof PICTURE_FINDINGS> = {
  'image-missing': ({ src }) => ({
    what: `没有${nounOf(src)} ${src}。`,
    why: '幻灯片上会是破图。',
    fix: '把文件放到那里，或改正路径：相对于本文件；以“/”开头时相对于 content/。',
  }),
  'image-unreadable': ({ src, reason }) => ({
    what: `图片 ${src} 不能用：${stopped(phrase(reason))}`,
    why: '幻灯片上会是破图。',
    fix: OTHER_FILES.find(([names]) => names.test(src))?.[1] ?? '另存为 PNG、JPEG、WebP 或 SVG。',
  }),
  'picture-place': ({ attribute, problem }) => ({
    what:
      problem === 'unused'
        ? `“${attribute}”对这张图片不起作用。`
        : `写了“${attribute}”，图片和文字就无法并排放下。`,
    why: '幻灯片会和写的不一样。',
    fix:
      problem === 'unused'
        ? '删掉它。“.left”和“.right”用于同一标题下的一张图片加文字；“.full”用于单独的图片，或加一段文字；“width=50%”用于单独成行、不占满整页的图片。'
        : '和文字并排时，图片占幻灯片的 20% 到 75%。',
  }),
  'picture-in-line': ({ src, height }) => ({
    what: `图片 ${src} 在一行文字里。`,
    why: `它会和文字一样高；${height} 像素高的图片会什么也看不清。`,
    fix: '让它单独成行：文字放在旁边，或者上面、下面。',
  }),
  'diagram-syntax': ({ reason }) => ({
    what: `Mermaid 读不懂这张图：${stopped(reason)}`,
    why: '幻灯片上什么也画不出来。',
    fix: '改正这一行或上一行；带括号或其他符号的标签要加引号：a["f(x)"]。',
  }),
  'diagram-kind': ({ kind }) => ({
    what: `${UNDRAWN[kind].name}不适合在台上展示。`,
    why: UNDRAWN[kind].why,
    fix: UNDRAWN[kind].fix,
  }),
  'image-damaged': ({ src }) => ({
    what: `${nounOf(src)} ${src} 已损坏或不完整：无法读到结尾。`,
    why: '浏览器只会显示已有的部分，其余是空白。',
    fix: `重新复制或下载这个文件，或者${nounOf(src) === '视频' ? '重新导出' : '用图片编辑器打开后另存'}。`,
  }),
  'image-font': ({ src, text, font }) => ({
    what: `图片 ${src} 里的${shortened(text)}${font === null ? '用的字体' : `用了字体“${font}”，而它`}没有嵌入。`,
    why: '幻灯片的字体管不到图片里面：每台机器会各用各的字体，或者显示方框。',
    fix: '在绘图软件里把文字转成路径，或者嵌入字体。',
  }),
  'image-glyph': ({ src, char }) => ({
    what: `图片 ${src} 里有“${char}”（${codeOf(char)}），图片自带的和 talkdeck 自带的字体都没有这个字符。`,
    why: '图片里会是一个空框。',
    fix: '在绘图软件里把文字转成路径，或者嵌入字体。',
  }),
  'video-unplayable': ({ src, reason }) => ({
    what: `视频 ${src} 无法播放：${stopped(phrase(reason))}`,
    why: '幻灯片上会是一个空框。',
    fix: '重新导出为 WebM（VP9，所有浏览器都能播放）或 MP4（H.264），不超过 100 MB：剪短一些，或者降低分辨率。',
  }),
  'video-place': ({ text, problem }) => ({
    what: {
      place: `视频 ${text} 放在了不能播放的地方。`,
      poster: `“${text}”写的是一个视频。`,
      'no-video': `“${text}”对这张图片不起作用。`,
    }[problem],
    why: {
      place: '视频需要一块自己的地方，才能看清。',
      poster: 'PDF 里不能播放，就什么也看不到。',
      'no-video': '幻灯片会和写的不一样。',
    }[problem],
    fix: {
      place:
        '让它单独放在一个标题下，上面和下面最多各有一段文字；或者放在文字旁边：“![内容](../assets/demo.webm){.left}”。',
      poster: '写一个 PNG、JPEG 或 WebP 文件：“{poster=../assets/demo.jpg}”。',
      'no-video': '删掉它：poster 是视频的封面图。',
    }[problem],
  }),
  'image-outside': ({ src }) => ({
    what: `${nounOf(src)} ${src} 在 content/ 之外。`,
    why: '摘要只能显示属于这次活动的文件。',
    fix: '复制到 content/assets/。',
  }),
  'image-active': ({ src, does, line }) => ({
    what: `图片 ${src} 不只是图像：${does}（该文件第 ${line} 行）。`,
    why: '直接打开它的地址时（例如在 dev 里），它可能以查看者的身份运行脚本或读取文件。',
    fix: '重新导出为纯 SVG，嵌入字体和图片，文字保留为文字或转成路径；或者导出为 PNG。',
  }),
  'image-remote': ({ src }) => ({
    what: `${nounOf(src)} ${src} 在网络上。`,
    why: '上台时它可能已经打不开，而且构建时不访问网络。',
    fix: '保存到 content/assets/，在这里写那个文件。--fix 会把它改成链接。',
  }),
};

function nounOf(src: string): '图片' | '视频' {
  return /\.(?:mp4|webm)$/i.test(src) ? '视频' : '图片';
}

/** What to do with a file that is not a picture, by its extension. */
const OTHER_FILES: readonly (readonly [RegExp, string])[] = [
  [
    /\.(?:m4v|mov|avi|mkv|wmv|flv|mpe?g|3gp)$/i,
    '导出为 WebM 或 MP4，就能在幻灯片上播放；或者放到 YouTube、Bilibili 或 Vimeo 上，把地址单独写一行，会成为带二维码的卡片；或者放一张视频截图，并链接到视频：“[观看](https://example.org/video)”。',
  ],
  [/\.(?:mp3|m4a|wav|ogg|flac|aac|opus)$/i, '幻灯片不能显示声音：改成链接，或者去掉。'],
  [/\.(?:pdf|ps|eps|ai)$/i, '把需要的那一页导出为 SVG 或 PNG。'],
  [/\.(?:pptx?|key|odp|docx?|pages|odt|xlsx?|numbers|ods)$/i, '把那一页导出为 SVG 或 PNG。'],
  [/\.(?:drawio|excalidraw|fig|sketch|vsdx?|puml|mmd)$/i, '把图导出为 SVG 或 PNG。'],
  [/\.(?:html?|md|txt|csv|json|ya?ml)$/i, '把内容写成 Markdown：列表、表格或代码块。'],
];

const UNDRAWN: Readonly<Record<UndrawnDiagram, { readonly name: string } & Pick<Message, 'why' | 'fix'>>> = {
  c4: {
    name: 'Mermaid 的 C4 图',
    why: '每个框一样大，里面有四行字：字大到最后一排能看清时就放不下。',
    fix: '写成流程图：边界用“subgraph”，每个人和系统一个框。',
  },
  journey: {
    name: 'Mermaid 的用户旅程图',
    why: '图里大半是空白，字太小，最后一排看不清。',
    fix: '写成步骤和心情的表格，或者带数字的条形图：“## 标题 {.bars}”。',
  },
  architecture: {
    name: 'Mermaid 的架构图',
    why: '图标要从别处加载；没有图标，框里是空的。',
    fix: '写成流程图：分组用“subgraph”，每个服务一个框。',
  },
};
