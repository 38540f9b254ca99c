import { grouped } from '../../base/text.ts';
import { CHINESE_EDITOR } from '../../lsp/words.ts';
import { wordsFor } from '../../present/pages/words.ts';
import { IMPORT_REPORT_IN_CHINESE } from './import-chinese.ts';
import { parserInChinese } from './parser-chinese.ts';
import type { CommandWords } from './words.ts';

/** Reports of commands in Chinese. */
export const CHINESE_WORDS: CommandWords = {
  editor: CHINESE_EDITOR,
  errors: (errors, files) => `${files} 个文件里有 ${errors} 个错误。`,
  nothingWritten: '没有写入任何文件。',
  built: (decks, folder, written, unchanged) =>
    `${folder}/ 里有 ${decks} 份幻灯片：写入 ${written} 个文件，${unchanged} 个没有变化。`,
  claims: {
    missing: (words) => `这几行里没有：${words.join('、')}`,
    unchecked: '没有文字记录可以对照',
  },
  nothingToFix: '没有可以自动修改的地方。',
  noFileChanged: '没有修改任何文件。',
  changed: (files) => `修改了 ${files.length} 个文件：${files.join('、')}。`,
  askChange: (files) => `修改 ${files} 个文件？`,
  checked({ decks, slides, claims, advice, mechanical, browser }) {
    const compared = claims === 0 ? '' : `；${claims} 句与文字记录核对过`;
    const head = `已检查：${decks} 份幻灯片，共 ${slides} 页${compared}`;
    if (browser) {
      const { checks, errors, warnings } = browser;
      const parts = [errors > 0 && `${errors} 项未通过`, warnings > 0 && `${warnings} 项警告`].filter(
        Boolean,
      );
      const outcome = parts.length > 0 ? parts.join('，') : '全部通过';
      return `${head}；浏览器里检查 ${grouped(checks)} 项，${outcome}。`;
    }
    if (advice === 0) return `${head}。`;
    const fixable = mechanical === 0 ? '' : `，其中 ${mechanical} 条可用 --fix 修改`;
    return `${head}；${advice} 条建议${fixable}。`;
  },
  dev: {
    taken: (port) => `端口 ${port} 已被占用。`,
    at: (url) => `talkdeck 在 ${url}（按 Ctrl-C 结束）`,
    mended: '已改好',
    allMended: '全部改好了。',
    soundLast: '幻灯片显示的是上一次没有错误的内容。',
    standing: (number) => `另有 ${number} 条和之前一样。`,
    noNetwork: (password) => `这台电脑没有联网；联网之后，其他人要用密码 ${password}`,
    others: (urls, password) => `同一网络里的人可以看 ${urls.join('、')}，密码是 ${password}`,
    device: (password) => `用 ${password} 登录时，你自己的另一台设备还能翻页：请不要告诉别人`,
  },
  present: {
    at: (decks, slides, url) =>
      `${decks} 份幻灯片，共 ${slides} 页：请打开 ${url}（在那里按 P 打开演讲者窗口，按 ? 列出快捷键；按 Ctrl-C 结束）`,
    ready: '准备好了：浏览器已有全部内容，不再需要这个服务器。',
    offered: '已重新构建：在演讲者窗口按 R 换上。',
    checks: wordsFor('zh').checks,
    guests: wordsFor('zh').guests,
    steering: wordsFor('zh').steering,
    unknown: (name) =>
      name === 'wakeLock'
        ? '屏幕能否保持常亮，只有放映用的浏览器知道：在演讲者窗口按 C 查看'
        : '有没有第二块屏幕，只有放映用的浏览器知道：在演讲者窗口按 C 查看',
    lookedIn: (browser) => `以上均在 ${browser} 里检查；用别的浏览器放映时，请在其演讲者窗口按 C`,
    offline: {
      good: (slides) => `断开服务器和网络后，${slides} 页都能显示`,
      todo: (slides) => `断开服务器后无法显示：${slides.join('、')}`,
    },
    unsound: 'content/ 有错误：请先改正，其余尚未检查',
  },
  looks: {
    written: (slides, looks, page) => `${slides} 页幻灯片，${looks} 种外观：${page}`,
    wrong: (look, isShown, findings) =>
      isShown
        ? `用 ${look} 时，这些页上有 ${findings} 处问题，网页里列出了。`
        : `要用 ${look}，需先改动 ${findings} 处，网页里列出了。`,
  },
  site: {
    written: (pages, folder, written, unchanged, removed) =>
      `${folder}/ 里有 ${pages} 个网页：写入 ${written} 个文件，${unchanged} 个没有变化${removed === 0 ? '' : `，删除 ${removed} 个`}。`,
    outdated: (files) =>
      `网站没有提供这些文件，因为对应的幻灯片之后有改动：${files.map((file) => `out/${file}`).join('、')}。请先运行 talkdeck export，再运行 talkdeck site。`,
    at: (url) => `网站在 ${url}（按 Ctrl-C 结束）`,
  },
  progress: {
    doing: {
      bundle: '打包幻灯片',
      browser: '启动浏览器',
      audit: '检查每一页',
      print: '检查并导出',
    },
    slides: (done, total) => `${done}/${total} 页`,
  },
  exported: {
    files: (number, folder) => `${folder}/ 里有 ${number} 个文件`,
    unchanged: (kept, decks) => `，${decks} 份幻灯片中有 ${kept} 份自上次导出后没有变化`,
    pictures: (number) => `${number} 张图片`,
    pages: (number) => `${number} 页`,
    slides: (number) => `${number} 张幻灯片`,
    forMerge: '供 export --merge 使用',
    wholeMissed: (kind) => `没有写出整场活动的 ${kind === 'pdf' ? 'PDF' : 'HTML 文件'}：它需要全部幻灯片。`,
  },
  added: {
    filesWritten: (number, folder) => `在 ${folder}/ 写入 ${number} 个文件。`,
    kept: (paths) => `保持原样：${paths.join('、')}。`,
    noExample: (folder) => `${folder}/ 里已有内容，没有放入示例。`,
    next: '接下来：',
    inVsCode: (command) => `在 VS Code 中边写边得到帮助：${command}`,
    fromClone: 'talkdeck 从它的克隆安装。在别处构建这个活动时，那里也要有它。',
    fromTarball: 'talkdeck 从 tarball 安装。在别处构建这个活动时，那里也要有它。',
    there: (path) => `已写好 ${path}。`,
    beforeBuild: '写好下面这些才能构建：',
    line: (number) => `第 ${number} 行`,
    leaveOut: '想先不用它，文件名以“_”开头。',
    taken: (from, tool, slides, notes, pictures) =>
      `取自 ${from}，按 ${tool} 的写法读取：${slides} 页、${notes} 条备注、${pictures} 张图片。`,
    leftOut: '没有带过来：',
    because: {
      look: '幻灯片的外观由 event.md 或 Markdown 决定',
      animation: '要点和步骤本来就逐条出现',
      component: '摘要里的东西都不会运行',
      place: '应写在 event.md 里，或由命令给出',
      included: '不带入其他文件的内容',
      'picture-missing': '没有这张图片',
      'picture-remote': '网络上的图片在这里成为链接',
      'picture-outside': '只复制幻灯片自己文件夹里的图片',
      'picture-unusable': '不是幻灯片能显示的图片',
    },
    ask: { lang: '幻灯片的语言', title: '活动的名称', speaker: '第一位分享人' },
  },
  imported: {
    read: (from, format, talks, questions, host) =>
      `${from} 按 ${format} 格式读取：${talks} 场分享、${questions} 个问题，${host === null ? '没有主持人' : `主持人：${host}`}。`,
    written: (files, folder, isDry) => `${isDry ? '将' : ''}在 ${folder}/ 写入 ${files} 个文件。`,
    removed: (paths, isDry) => `${isDry ? '将' : ''}删除不再需要的文件：${paths.join('、')}。`,
    kept: (path, beside) => `${path} 保持你改过的样子，新内容在 ${beside} 里。`,
    doubt: (of, value, how) => `${of}：${value ?? '未知'}（${how}）`,
    toLookAt: (count, report) => `${count} 处需要核对，见 ${report}。之后请运行 talkdeck check。`,
    prompted: (tasks, file) =>
      `在 ${file} 写了 ${tasks} 项任务。请粘贴到聊天窗口，把回答存成文件，再加 --answers FILE 运行一次。`,
    model: (tasks, sent, received, to, name) =>
      `向 ${to} 的 ${name} 发 ${tasks} 个请求：约 ${sent} 个 token 的文字记录，返回约 ${received} 个。`,
    askModel: '发送吗？',
    ofModel: (kept, refused, unanswered) =>
      `采用模型的 ${kept} 句话，没有采用 ${refused} 句；${unanswered} 个请求没有回答。`,
    report: IMPORT_REPORT_IN_CHINESE,
    ask: {
      voice: (name, said) => `${name} 是谁？${said === '' ? '' : `“${said}”`}`,
      speaker: (line, how) => `L${line} 的分享是谁做的？${how === '' ? '' : `（${how}）`}`,
      host: '谁主持活动？',
      somebodyElse: '其他人',
      unknown: '不知道',
      name: '姓名',
    },
  },
  explain: async () => (await import('../../findings/pages/zh/pages-in-chinese.ts')).EXPLAIN_IN_CHINESE,
  nearFinding: (asked, near) => `没有名为“${asked}”的问题代码；下面是“${near}”。`,
  parser: parserInChinese,
};
