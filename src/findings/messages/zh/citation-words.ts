import type { CITATION_FINDINGS } from '../citation-messages.ts';
import type { WordsOf } from '../message.ts';
import { phrase, stopped } from './phrases.ts';

export const CITATION_WORDS: WordsOf<typeof CITATION_FINDINGS> = {
  'citation-malformed': ({ text }) => ({
    what: `“${text}”像是引注，但写法不对。`,
    why: '它会显示在幻灯片上，而且什么也不会核对。',
    fix: '写成 [L73]、[L73-79] 或 [L73, L85-87]。',
  }),
  'citation-misplaced': ({ text, field }) => ({
    what: `${text} 不能写在“${field}”里。`,
    why: '引注只在正文和“takeaway”、“facts”、“question”里读取，写在这里会显示出来。',
    fix: '删掉，或者把它所依据的内容移到上述位置。',
  }),
  'citation-reversed': ({ text }) => ({
    what: `${text} 的结束行在开始行之前。`,
    why: '没有这样的行。',
    fix: '先写较小的行号。',
  }),
  'citation-outside': ({ lines, text }) => ({
    what: lines === null ? `没有哪份文字记录里有 ${text}。` : `${text} 超出了文字记录，它只有 ${lines} 行。`,
    why: '这句话就没有依据了。',
    fix: '到文字记录里查行号并改正；行号从 1 开始。',
  }),
  'unsupported-number': ({ text, citation }) => ({
    what: `${citation} 里没有数字“${text}”。`,
    why: '幻灯片会说出文字记录里没有的话。',
    fix: '改正数字，或者引用有这个数字的行。',
  }),
  'unsupported-name': ({ text, citation }) => ({
    what: `${citation} 里没有名称“${text}”。`,
    why: '幻灯片会说出文字记录里没有的话。',
    fix: '改正名称，或者引用有这个名称的行。',
  }),
  'turned-number': ({ text, citation, type }) => ({
    what:
      type === 'denied'
        ? `${citation} 否定了“${text}”，这里却没有否定。`
        : `“${text}”在 ${citation} 里只是一个范围的一端。`,
    why: '幻灯片说的会和文字记录不一样。',
    fix:
      type === 'denied' ? '按原话写出否定：“不到 10 年”。' : '写出两端，或者说明这是上限或下限：“最多 90%”。',
  }),
  'transcript-unreadable': ({ source, reason }) => ({
    what: `文字记录 ${source} 读不了：${stopped(phrase(reason))}`,
    why: '数字和名称要与所引的行核对，文件须是 UTF-8。',
    fix: '把文字记录保存为你有权读取的 UTF-8 文本，或者改正“source”。',
  }),
  'citations-unchecked': ({ count, source }) => ({
    what: `有 ${count} 处引注没有核对：这里没有文字记录 ${source}。`,
    why: '数字和名称要与所引的行核对。',
    fix: '把文字记录放到那里（相对于 content/），或者改正“source”。',
  }),
};
