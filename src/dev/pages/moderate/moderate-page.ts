import { startPage } from '../shared/start-page.ts';
import ModeratePage from './ModeratePage.vue';

startPage(ModeratePage);
