import './without-eval';
import '@fontsource-variable/inter';
import '@fontsource-variable/noto-sans-kr';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { Session } from './state/session.svelte';
import { openStudio } from './state/studio';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no element "app"');

window.studio = openStudio(window.bridge);
const session = new Session(window.studio, window.matchMedia('(prefers-color-scheme: dark)'));
document.documentElement.dataset['theme'] = session.settings.appearance;
mount(App, { target, props: { session } });
