import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageName } from '../../../src/commands/scaffold/init-files.ts';
import { numberedPath } from '../../../src/commands/scaffold/new-files.ts';
import { isTalkSlug, personSlug, slugKey, textSlug } from '../../../src/commands/scaffold/slug.ts';

describe('a person', () => {
  it.each([
    ['黄东旭', 'huang-dongxu'],
    ['季昕华', 'ji-xinhua'],
    // Characters with another reading in surnames.
    ['\u66FE国藩', 'zeng-guofan'],
    ['\u5355雄信', 'shan-xiongxin'],
    ['\u4EC7英', 'qiu-ying'],
    ['朴树', 'piao-shu'],
    ['查良镛', 'zha-liangyong'],
    ['翟天临', 'zhai-tianlin'],
    // Given names with the same characters in their usual reading.
    ['李\u66FE', 'li-ceng'],
    ['王重阳', 'wang-zhongyang'],
    // Two-character surnames.
    ['\u6B27\u9633修', 'ouyang-xiu'],
    ['\u6B50\u967D修', 'ouyang-xiu'],
    ['司马相如', 'sima-xiangru'],
    ['尉迟恭', 'yuchi-gong'],
    ['万俟卨', 'moqi-xie'],
    // A one-character surname and a given name that together look like a two-character surname.
    ['东方', 'dong-fang'],
    ['黄', 'huang'],
    ['吕布', 'lv-bu'],
    ['列夫·托尔斯泰', 'liefu-tuoersitai'],
    ['张伟\uFF08Alex\uFF09', 'zhang-wei-alex'],
    ['Ben 王', 'ben-wang'],
    ['重庆大学代表队', 'chongqingdaxuedaibiaodui'],
    ['Ada Lovelace', 'ada-lovelace'],
    ["Se\u00E1n O'Neill", 'sean-oneill'],
    ['Se\u0061\u0301n', 'sean'],
    ['\uFF21\uFF24\uFF21', 'ada'],
    // In ASCII, whatever the script.
    ['김철수', 'gim-cheolsu'],
    ['남궁민수', 'namgung-minsu'],
    ['S\u00F8ren \u00D8stergard', 'soren-ostergard'],
    ['J\u00F6rg Wei\u00DF', 'jorg-weiss'],
    ['\u0141ukasz \u0110or\u0111e', 'lukasz-dorde'],
    ['\u0418\u0432\u0430\u043D \u041F\u0435\u0442\u0440\u043E\u0432', 'ivan-petrov'],
    // Kana are read as they sound; the reading of characters beside them is unknown.
    ['\u3055\u304F\u3089', 'sakura'],
    ['\u5C71\u7530\u3055\u304F\u3089', 'sakura'],
    ['../../etc/passwd', 'etc-passwd'],
    ['\u{1F389}', ''],
  ])('%s: %s', (name, slug) => {
    expect(personSlug(name)).toBe(slug);
  });
});

describe('a Japanese name', () => {
  it.each([
    ['やまだ たろう', 'yamada-tarou'],
    ['ヤマダ・タロウ', 'yamada-tarou'],
    ['Yamada Tar\u014D', 'yamada-taro'],
  ])('has the reading %s: %s', (reading, slug) => {
    expect(personSlug('山田太郎', { reading, lang: 'ja' })).toBe(slug);
  });

  it('is not read as a Chinese one in a Japanese meetup', () => {
    expect(personSlug('山田太郎', { lang: 'ja' })).toBe('');
    expect(personSlug('山田太郎', { lang: 'ja-JP' })).toBe('');
    expect(personSlug('山田太郎')).toBe('shan-tiantailang');
  });
});

it.each([
  ['søren-østergard', 'soren-ostergard'],
  ['jorg-weiß', 'jorg-weiss'],
  ['김철수', 'gim-cheolsu'],
])('a file called %s is the same as %s', (old, now) => {
  expect(slugKey(old)).toBe(slugKey(now));
});

it('whatever the name, a slug is ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      expect(personSlug(name)).toMatch(/^(?:[a-z\d]+(?:-[a-z\d]+)*)?$/);
      expect(textSlug(name)).toMatch(/^(?:[a-z\d]+(?:-[a-z\d]+)*)?$/);
    }),
  );
});

describe('the first words of a question', () => {
  it.each([
    ['为什么选择开源\uFF1F', 'weishenme-xuanze-kai-yuan'],
    [
      '基础架构软件研发久、花钱多\uFF0C早期怎样兼顾技术门槛与商业变现\uFF1F',
      'jichu-jiagou-ruanjian-yanfa-jiu-huaqian',
    ],
    ['How do you find your first 100 users?', 'how-do-you-find-your-first-100-users'],
    ["What's next for TiDB 5?", 'whats-next-for-tidb-5'],
    ['Donaudampfschifffahrtsgesellschaftskapit\u00E4nspatent?', 'donaudampfschifffahrtsgesellschaftskapit'],
    ['なぜオープンソースですか\uFF1F', 'naze-oopun-soosu-desu-ka'],
    ['?!', ''],
  ])('%s: %s', (text, slug) => {
    expect(textSlug(text)).toBe(slug);
  });

  it('are never longer than a list can show', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => textSlug(text).length <= 40),
    );
  });
});

it('whatever the name, a slug is empty or names a deck once a number may be put behind it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
      const path = numberedPath('content/talks', [], personSlug(name) || 'speaker', isTalkSlug);
      expect(isTalkSlug(path.slice('content/talks/01-'.length, -'.md'.length))).toBe(true);
    }),
  );
});

it.each(['qa', 'con', 'NUL', 'com1', '..', ''])('"%s" names no deck', (slug) => {
  expect(isTalkSlug(slug)).toBe(false);
});

describe('the path of a new file', () => {
  const free = () => true;
  it.each<[string, readonly string[], string]>([
    ['the first', [], 'x/01-a.md'],
    ['the next', ['01-b.md', '02-c.md'], 'x/03-a.md'],
    ['the next, whatever the order', ['09-b.md', '10-c.md', '2-d.md'], 'x/11-a.md'],
    ['as wide as those', ['001-b.md'], 'x/002-a.md'],
    ['as narrow as those', ['1-b.md', '2-c.md'], 'x/3-a.md'],
    ['wider where it must be', ['99-b.md'], 'x/100-a.md'],
    ['behind a hole', ['01-b.md', '04-c.md'], 'x/05-a.md'],
    ['behind a draft', ['01-b.md', '_02-c.md'], 'x/03-a.md'],
    ['without a number among names without', ['ada.md', 'ben.md'], 'x/a.md'],
    ['with other marks behind the number', ['01_b.md', '02. c.md'], 'x/03-a.md'],
  ])('%s', (_, names, path) => {
    expect(numberedPath('x', names, 'a', free)).toBe(path);
  });

  it('has a number behind a slug that is taken', () => {
    const taken = new Set(['li-hao', 'li-hao-2']);
    expect(numberedPath('x', ['01-li-hao.md'], 'li-hao', (slug) => !taken.has(slug))).toBe(
      'x/02-li-hao-3.md',
    );
  });
});

describe('the name of the package', () => {
  it.each([
    ['my-meetup', 'my-meetup'],
    ['云上 突围', 'yun-shang-tu-wei'],
    ['Meetup No. 1', 'meetup-no-1'],
    ['node_modules', 'my-meetup-nodemodules'],
    ['talkdeck', 'my-meetup-talkdeck'],
    ['\u{1F389}', 'my-meetup'],
    ['김철수', 'gimcheolsu'],
    ['', 'my-meetup'],
  ])('of %s: %s', (folder, name) => {
    expect(packageName(folder)).toBe(name);
  });

  it('is one that npm takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (folder) => {
        expect(packageName(folder)).toMatch(/^[a-z\d](?:[a-z\d-]*[a-z\d])?$/);
      }),
    );
  });
});
