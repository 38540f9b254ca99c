import { type DeckLanguage, deckLanguage } from '../content/summary/languages.ts';

/** What the site says besides the decks' own words. */
export interface SiteWords {
  readonly skip: string;
  readonly home: string;
  readonly contents: string;
  /** Of a link to the place that it stands at. */
  readonly anchor: string;
  readonly notes: string;
  /** In front of where it takes place, for screen readers. */
  readonly venue: string;
  readonly recording: string;
  readonly moment: string;
  readonly transcript: string;
  readonly slides: string;
  readonly slide: (n: number) => string;
  /** Until the slides are there, and where they cannot be. */
  readonly slidesLoad: string;
  readonly asText: string;
  readonly pdf: string;
  readonly handout: string;
  readonly powerpoint: string;
  readonly before: string;
  readonly next: string;
  readonly search: string;
  readonly nothingFound: string;
  readonly notHere: string;
  readonly notHereFor: string;
  readonly portrait: (name: string) => string;
  /** Of an image that is one, in front of what it says. */
  readonly diagram: string;
  /** Of what a diagram says, folded below it. */
  readonly inWords: string;
}

/** Words in the language of a meetup; English ones where it has none. @param lang BCP 47 */
export function siteWords(lang: string): SiteWords {
  return WORDS[deckLanguage(lang) ?? 'en'];
}

const WORDS: Readonly<Record<DeckLanguage, SiteWords>> = {
  zh: {
    skip: '跳到正文',
    home: '活动首页',
    contents: '本页内容',
    anchor: '此处的链接',
    notes: '演讲备注',
    venue: '地点',
    recording: '录像',
    moment: '录像中的这一刻',
    transcript: '文字记录',
    slides: '幻灯片',
    slide: (n) => `第 ${n} 页幻灯片`,
    slidesLoad: '幻灯片载入中。它们需要 JavaScript，并且要从网站打开，不能直接打开文件。',
    asText: '改为阅读文字',
    pdf: '幻灯片 PDF',
    handout: '讲义',
    powerpoint: 'PowerPoint',
    before: '上一篇',
    next: '下一篇',
    search: '搜索',
    nothingFound: '没有找到。换个词试试。',
    notHere: '这里没有页面',
    notHereFor: '地址可能写错了，或者页面换了名字。从首页可以找到所有分享和问题。',
    portrait: (name) => `${name}的照片`,
    diagram: '示意图',
    inWords: '图的文字说明',
  },
  'zh-Hant': {
    skip: '跳到正文',
    home: '活動首頁',
    contents: '本頁內容',
    anchor: '此處的連結',
    notes: '演講備註',
    venue: '地點',
    recording: '錄影',
    moment: '錄影中的這一刻',
    transcript: '文字紀錄',
    slides: '投影片',
    slide: (n) => `第 ${n} 張投影片`,
    slidesLoad: '投影片載入中。它們需要 JavaScript，並且要從網站開啟，不能直接開啟檔案。',
    asText: '改為閱讀文字',
    pdf: '投影片 PDF',
    handout: '講義',
    powerpoint: 'PowerPoint',
    before: '上一篇',
    next: '下一篇',
    search: '搜尋',
    nothingFound: '沒有找到。換個詞試試。',
    notHere: '這裡沒有頁面',
    notHereFor: '網址可能寫錯了，或者頁面換了名字。從首頁可以找到所有分享和問題。',
    portrait: (name) => `${name}的照片`,
    diagram: '示意圖',
    inWords: '圖的文字說明',
  },
  en: {
    skip: 'Skip to the text',
    home: 'The whole meetup',
    contents: 'On this page',
    anchor: 'Link to this place',
    notes: 'Speaker notes',
    venue: 'Place',
    recording: 'Recording',
    moment: 'This moment in the recording',
    transcript: 'Transcript',
    slides: 'Slides',
    slide: (n) => `Slide ${n}`,
    slidesLoad:
      'The slides are loading. They need JavaScript, and a web server: opened from a folder they stay away.',
    asText: 'Read it as text',
    pdf: 'Slides as PDF',
    handout: 'Handout',
    powerpoint: 'PowerPoint',
    before: 'Previous',
    next: 'Next',
    search: 'Search',
    nothingFound: 'Nothing found. Try another word.',
    notHere: 'There is no page here',
    notHereFor:
      'The address may be mistyped, or the page has another name now. The first page leads to every talk and question.',
    portrait: (name) => `Portrait of ${name}`,
    diagram: 'Diagram',
    inWords: 'The diagram in words',
  },
  ja: {
    skip: '本文へ移動',
    home: 'イベントのトップ',
    contents: 'このページの内容',
    anchor: 'この箇所へのリンク',
    notes: '発表者ノート',
    venue: '会場',
    recording: '録画',
    moment: '録画のこの場面',
    transcript: '文字起こし',
    slides: 'スライド',
    slide: (n) => `スライド ${n}`,
    slidesLoad:
      'スライドを読み込んでいます。JavaScript とウェブサーバーが必要で、フォルダーから直接は開けません。',
    asText: '文章で読む',
    pdf: 'スライド（PDF）',
    handout: '配布資料',
    powerpoint: 'PowerPoint',
    before: '前のページ',
    next: '次のページ',
    search: '検索',
    nothingFound: '見つかりませんでした。別の言葉でお試しください。',
    notHere: 'ページが見つかりません',
    notHereFor:
      'アドレスの誤りか、ページの名前が変わった可能性があります。トップからすべての講演と質問へ進めます。',
    portrait: (name) => `${name}の写真`,
    diagram: '図',
    inWords: '図を言葉で',
  },
  ko: {
    skip: '본문으로 이동',
    home: '행사 첫 페이지',
    contents: '이 페이지의 내용',
    anchor: '이 위치의 링크',
    notes: '발표자 노트',
    venue: '장소',
    recording: '녹화',
    moment: '녹화의 이 순간',
    transcript: '녹취록',
    slides: '슬라이드',
    slide: (n) => `슬라이드 ${n}`,
    slidesLoad:
      '슬라이드를 불러오는 중입니다. JavaScript와 웹 서버가 필요하며, 폴더에서 바로 열 수는 없습니다.',
    asText: '글로 읽기',
    pdf: '슬라이드 PDF',
    handout: '유인물',
    powerpoint: 'PowerPoint',
    before: '이전',
    next: '다음',
    search: '검색',
    nothingFound: '찾지 못했습니다. 다른 말로 찾아보세요.',
    notHere: '페이지가 없습니다',
    notHereFor:
      '주소가 잘못되었거나 페이지 이름이 바뀌었을 수 있습니다. 첫 페이지에서 모든 발표와 질문을 찾을 수 있습니다.',
    portrait: (name) => `${name} 사진`,
    diagram: '도표',
    inWords: '글로 보는 도표',
  },
  de: {
    skip: 'Zum Text',
    home: 'Der ganze Abend',
    contents: 'Auf dieser Seite',
    anchor: 'Link zu dieser Stelle',
    notes: 'Notizen',
    venue: 'Ort',
    recording: 'Aufzeichnung',
    moment: 'Diese Stelle in der Aufzeichnung',
    transcript: 'Mitschrift',
    slides: 'Folien',
    slide: (n) => `Folie ${n}`,
    slidesLoad:
      'Die Folien werden geladen. Sie brauchen JavaScript und einen Webserver; aus einem Ordner geöffnet bleiben sie aus.',
    asText: 'Als Text lesen',
    pdf: 'Folien als PDF',
    handout: 'Handout',
    powerpoint: 'PowerPoint',
    before: 'Zurück',
    next: 'Weiter',
    search: 'Suche',
    nothingFound: 'Nichts gefunden. Vielleicht mit einem anderen Wort?',
    notHere: 'Hier ist keine Seite',
    notHereFor:
      'Vielleicht ist die Adresse falsch geschrieben, oder die Seite heißt jetzt anders. Die erste Seite führt zu allen Vorträgen und Fragen.',
    portrait: (name) => `Porträt: ${name}`,
    diagram: 'Diagramm',
    inWords: 'Das Diagramm in Worten',
  },
  fr: {
    skip: 'Aller au texte',
    home: 'Toute la rencontre',
    contents: 'Sur cette page',
    anchor: 'Lien vers ce passage',
    notes: 'Notes',
    venue: 'Lieu',
    recording: 'Enregistrement',
    moment: 'Ce moment de l’enregistrement',
    transcript: 'Transcription',
    slides: 'Diapositives',
    slide: (n) => `Diapositive ${n}`,
    slidesLoad:
      'Les diapositives se chargent. Il leur faut JavaScript et un serveur web ; ouvertes depuis un dossier, elles ne s’affichent pas.',
    asText: 'Lire le texte',
    pdf: 'Diapositives en PDF',
    handout: 'Document à distribuer',
    powerpoint: 'PowerPoint',
    before: 'Précédent',
    next: 'Suivant',
    search: 'Recherche',
    nothingFound: 'Aucun résultat. Essayez un autre mot.',
    notHere: 'Il n’y a pas de page ici',
    notHereFor:
      'L’adresse est peut-être mal écrite, ou la page a changé de nom. La première page mène à tous les exposés et à toutes les questions.',
    portrait: (name) => `Portrait : ${name}`,
    diagram: 'Diagramme',
    inWords: 'Le diagramme en mots',
  },
  es: {
    skip: 'Ir al texto',
    home: 'Todo el encuentro',
    contents: 'En esta página',
    anchor: 'Enlace a este lugar',
    notes: 'Notas',
    venue: 'Lugar',
    recording: 'Grabación',
    moment: 'Este momento de la grabación',
    transcript: 'Transcripción',
    slides: 'Diapositivas',
    slide: (n) => `Diapositiva ${n}`,
    slidesLoad:
      'Las diapositivas se están cargando. Necesitan JavaScript y un servidor web; abiertas desde una carpeta no aparecen.',
    asText: 'Leer el texto',
    pdf: 'Diapositivas en PDF',
    handout: 'Material impreso',
    powerpoint: 'PowerPoint',
    before: 'Anterior',
    next: 'Siguiente',
    search: 'Buscar',
    nothingFound: 'No se encontró nada. Pruebe con otra palabra.',
    notHere: 'Aquí no hay ninguna página',
    notHereFor:
      'Puede que la dirección esté mal escrita o que la página tenga otro nombre. La primera página lleva a todas las charlas y preguntas.',
    portrait: (name) => `Retrato de ${name}`,
    diagram: 'Diagrama',
    inWords: 'El diagrama en palabras',
  },
  pt: {
    skip: 'Ir para o texto',
    home: 'Todo o encontro',
    contents: 'Nesta página',
    anchor: 'Ligação para este ponto',
    notes: 'Notas',
    venue: 'Local',
    recording: 'Gravação',
    moment: 'Este momento da gravação',
    transcript: 'Transcrição',
    slides: 'Diapositivos',
    slide: (n) => `Diapositivo ${n}`,
    slidesLoad:
      'Os diapositivos estão a carregar. Precisam de JavaScript e de um servidor web; abertos a partir de uma pasta não aparecem.',
    asText: 'Ler o texto',
    pdf: 'Diapositivos em PDF',
    handout: 'Folheto',
    powerpoint: 'PowerPoint',
    before: 'Anterior',
    next: 'Seguinte',
    search: 'Pesquisar',
    nothingFound: 'Nada encontrado. Experimente outra palavra.',
    notHere: 'Não há nenhuma página aqui',
    notHereFor:
      'O endereço pode estar mal escrito, ou a página mudou de nome. A primeira página leva a todas as palestras e perguntas.',
    portrait: (name) => `Retrato de ${name}`,
    diagram: 'Diagrama',
    inWords: 'O diagrama em palavras',
  },
};
