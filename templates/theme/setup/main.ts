import configs from '#slidev/configs';
import { followScreen } from '../canvas/follow-screen';
import { pauseVideos } from '../canvas/pause-videos';
import { type Moves, raiseQuestions } from '../canvas/raise-question';
import { settleHeadings } from '../canvas/settle-headings';

export default ({ router }: { readonly router?: Moves } = {}) => {
  document.documentElement.dataset.look = configs.themeConfig?.look ?? 'quiet';
  followScreen(configs);
  settleHeadings();
  pauseVideos();
  raiseQuestions(router);
};
