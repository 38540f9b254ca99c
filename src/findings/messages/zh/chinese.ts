import type { Language } from '../../finding.ts';
import { ADVICE_WORDS } from './advice-words.ts';
import { CITATION_WORDS } from './citation-words.ts';
import { ERROR_WORDS } from './error-words.ts';
import { FILE_WORDS } from './file-words.ts';
import { FOREIGN_WORDS } from './foreign-words.ts';
import { FRONT_MATTER_WORDS } from './front-matter-words.ts';
import { MARKUP_WORDS } from './markup-words.ts';
import { PICTURE_WORDS } from './picture-words.ts';
import { SLIDE_WORDS } from './slide-words.ts';
import { YAML_WORDS } from './yaml-words.ts';

/** All findings in Chinese; the compiler says which is missing. Loaded on demand. */
export const CHINESE: Language = {
  findings: {
    ...FILE_WORDS,
    ...YAML_WORDS,
    ...FRONT_MATTER_WORDS,
    ...MARKUP_WORDS,
    ...PICTURE_WORDS,
    ...FOREIGN_WORDS,
    ...CITATION_WORDS,
    ...SLIDE_WORDS,
    ...ADVICE_WORDS,
  },
  errors: ERROR_WORDS,
  report: {
    lang: 'zh-CN',
    why: '原因',
    fix: '改法',
    picture: '截图：',
    more: '运行 talkdeck explain CODE 查看详细说明。',
  },
};
