import configs from '#slidev/configs';
import { followScreen } from '../canvas/follow-screen';
import { pauseVideos } from '../canvas/pause-videos';
import { settleHeadings } from '../canvas/settle-headings';

export default () => {
  document.documentElement.dataset.look = configs.themeConfig?.look ?? 'quiet';
  followScreen(configs);
  settleHeadings();
  pauseVideos();
};
