import type { Plugin } from 'vite';

const CONTAINER = /\/@slidev\/client\/internals\/PrintContainer\.vue$/;
const ALL = 'const { slides, printRange } = useNav()';
const ASKED = `const { slides } = useNav()
const asked = /[?&]slides=(\\d+)-(\\d+)/.exec(location.search)
const printRange = slides.value.map(({ no }) => no)
  .filter(no => !asked || (no >= Number(asked[1]) && no <= Number(asked[2])))`;

/**
 * Lets the print page show a part of the slides, `?slides=14-26`, so that several pages share the work. Slidev's own
 * `range` is read before its router knows the address.
 */
export function showRange(): Plugin {
  return {
    name: 'talkdeck:show-range',
    enforce: 'pre',
    transform(code, id) {
      if (!CONTAINER.test(id)) return null;
      if (!code.includes(ALL))
        throw new Error('this version of Slidev lists the printed slides in another way');
      return { code: code.replace(ALL, ASKED), map: null };
    },
  };
}
