import { startPage } from '../shared/start-page.ts';
import HomePage from './HomePage.vue';

startPage(HomePage);
