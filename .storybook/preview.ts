import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import contrastTokens from '../themes/contrast.css?inline';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

/** As a site would link it: for elements that stand alone, and so have no theme of their own. */
const contrastSheet = new CSSStyleSheet();
contrastSheet.replaceSync(contrastTokens);

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
  const sheets = document.adoptedStyleSheets.filter((sheet) => sheet !== contrastSheet);
  document.adoptedStyleSheets = theme === 'contrast' ? [...sheets, contrastSheet] : sheets;
  root.style.setProperty('color-scheme', { light: 'light', dark: 'dark', contrast: 'dark' }[theme] ?? 'light dark');
  root.dir = String(globals['dir']);
  document.body.style.setProperty('background', BACKGROUNDS[String(globals['surface'])] ?? 'Canvas');
  // A story that takes a theme gets the toolbar's, unless it is about one theme.
  return args['theme'] === 'auto' ? story({ args: { ...args, theme } }) : story();
};

/** What no story takes is told, not offered: a control that changes nothing would mislead. */
const onlyWhatStoriesTake: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes, initialArgs }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => [name, name in initialArgs ? argType : { ...argType, control: { disable: true } }]),
  );

const preview: Preview = {
  argTypesEnhancers: [onlyWhatStoriesTake],
  tags: ['autodocs'],
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
