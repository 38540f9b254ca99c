import { join } from 'node:path';
import { CliError, type Wording, wording } from '../base/errors.ts';
import { type Finding, inSpoken, reportWords, toMessage } from '../findings/finding.ts';
import { readTemplates } from '../render/strict-templates.ts';
import { Html } from '../site/html.ts';
import { htmlTemplates } from '../site/html-templates.ts';
import type { Sample, SampleName } from './choose-slides.ts';
import type { DressedMeetup } from './dress.ts';

/** A look, with slides of the meetup. */
export interface ShownLook extends Pick<DressedMeetup, 'name' | 'isChosen' | 'dropsColors'> {
  /** Of each sample; null where it is not alone on a slide in this look. */
  readonly pictures: readonly (Uint8Array | null)[];
  /** What is wrong with those slides; if there are none, what keeps the meetup from having this look. */
  readonly findings: readonly Finding[];
}

interface Looks {
  /** Of the meetup. */
  readonly title: string;
  readonly samples: readonly Sample[];
  readonly looks: readonly ShownLook[];
}

const SAMPLE_WORDS: Readonly<Record<SampleName, Wording>> = {
  cover: wording`A cover`,
  text: wording`The fullest slide of text`,
  figures: wording`Figures`,
  chart: wording`A chart`,
  table: wording`A table`,
  picture: wording`A picture`,
  code: wording`Code or a diagram`,
  quote: wording`A quote`,
  takeaway: wording`What to remember`,
  question: wording`A question`,
  answer: wording`An answer`,
};

const LOOK_WORDS: Readonly<Record<ShownLook['name'], Wording>> = {
  own: wording`the theme in templates/theme`,
  quiet: wording`light and calm`,
  bold: wording`dark, with strong colours`,
  vivid: wording`for photographs and large type`,
};

/**
 * One HTML file with its pictures in it, in the language of messages. Runs nothing and asks for nothing.
 * @param folders of templates
 * @throws CliError if a template is broken
 */
export function looksPage({ title, samples, looks }: Looks, folders: readonly string[]): string {
  const own = folders.map((folder) => join(folder, 'looks'));
  const sources = readTemplates(own, [''], '.html.hbs');
  const styles = readTemplates(own, [''], '.css').get('looks')?.text;
  if (styles === undefined) throw new CliError(wording`There is no template ${'looks'}/${'looks'}.css.`);
  const render = htmlTemplates(sources, 'looks', wording`The values are in src/looks/looks-page.ts.`);
  const said = (text: Wording) => inSpoken(text);
  return render('looks', {
    lang: reportWords().lang,
    heading: said(wording`${title} in every look`),
    intro: said(
      wording`Slides of this meetup. Which look it has is one line in event.md; all slides of it are then looked at by: talkdeck check --visual`,
    ),
    sideBySide: said(wording`side by side`),
    chosenNow: said(wording`chosen now`),
    styles: Html.rendered(styles),
    looks: looks.map((look) => lookView(look, said)),
    rows: samples.map((sample, index) => ({
      name: said(SAMPLE_WORDS[sample.name]),
      source: `${sample.slide.origin.file}:${sample.slide.origin.line}`,
      cells: looks.map((look) => {
        const png = look.pictures[index];
        return {
          look: look.name,
          src: png ? `data:image/png;base64,${Buffer.from(png).toString('base64')}` : null,
          alt: `${said(SAMPLE_WORDS[sample.name])}: ${look.name}`,
        };
      }),
    })),
  }).toHTML();
}

function lookView(look: ShownLook, said: (text: Wording) => string) {
  const { name, isChosen, dropsColors, pictures, findings } = look;
  return {
    name,
    about: said(LOOK_WORDS[name]),
    setting: name === 'own' ? 'templates/theme/' : `theme: ${name}`,
    isChosen,
    remarks: [
      ...(dropsColors
        ? [said(wording`Colours of the summaries cannot be read in it and are left out.`)]
        : []),
      ...(pictures.length === 0 ? [said(wording`Before it can be shown, this is to be changed:`)] : []),
      ...findings.map(lineOf),
    ],
  };
}

function lineOf(found: Finding): string {
  return `${found.file}:${found.at.line} ${toMessage(found).what}`;
}
