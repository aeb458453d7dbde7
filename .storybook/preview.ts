import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

const THEMES = ['auto', 'light', 'dark', 'contrast'];
const BACKGROUNDS: Readonly<Record<string, string>> = {
  page: 'Canvas',
  grey: 'light-dark(#e9ecef, #343a40)',
  photo: 'linear-gradient(135deg, #ffd8a8, #748ffc)',
};

/** Puts the toolbar's choices on the page, as a site that embeds the elements would. */
const asHostPage: Decorator = (story, { args, globals }) => {
  const root = document.documentElement;
  const theme = String(globals['theme']);
  root.style.setProperty('color-scheme', theme === 'light' || theme === 'dark' ? theme : 'light dark');
  root.dir = String(globals['dir']);
  document.body.style.setProperty('background', BACKGROUNDS[String(globals['surface'])] ?? 'Canvas');
  // A story that takes a theme gets the toolbar's, unless it is about one theme.
  return args['theme'] === 'auto' ? story({ args: { ...args, theme } }) : story();
};

const preview: Preview = {
  decorators: [asHostPage],
  globalTypes: {
    theme: { description: 'Theme', toolbar: { title: 'Theme', icon: 'contrast', items: THEMES, dynamicTitle: true } },
    dir: { description: 'Direction', toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
    surface: { description: 'Page behind', toolbar: { title: 'Page', icon: 'photo', items: Object.keys(BACKGROUNDS), dynamicTitle: true } },
  },
  initialGlobals: { theme: 'auto', dir: 'ltr', surface: 'page' },
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { codePanel: true },
  },
};

export default preview;
