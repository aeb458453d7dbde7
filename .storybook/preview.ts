import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import contrastTokens from '../themes/contrast.css?inline';
import manifest from '../custom-elements.json' with { type: 'json' };

setCustomElementsManifest(manifest);

/** As a site would link it: for elements that stand alone, and so have no theme of their own. */
const contrastSheet = new CSSStyleSheet();
contrastSheet.replaceSync(contrastTokens);

const THEMES = ['auto', 'light', 'dark', 'contrast'];
const OWN_WIDTH = 'as the story has it';
const WIDTHS = [OWN_WIDTH, '240', '390', '820', '1440'];
const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'tr', 'ja', 'zh', 'ar'];
const BACKGROUNDS: Readonly<Record<string, string>> = {
  page: 'Canvas',
  grey: 'light-dark(#e9ecef, #343a40)',
  photo: 'linear-gradient(135deg, #ffd8a8, #748ffc)',
};

/** Puts the toolbar's choices on the page, as a site that embeds the elements would. */
const asHostPage: Decorator = (story, { args, globals }) => {
  const root = document.documentElement;
  const theme = String(globals['theme']);
  const dir = String(globals['dir']);
  const width = String(globals['width']);
  const sheets = document.adoptedStyleSheets.filter((sheet) => sheet !== contrastSheet);
  document.adoptedStyleSheets = theme === 'contrast' ? [...sheets, contrastSheet] : sheets;
  root.style.setProperty('color-scheme', { light: 'light', dark: 'dark', contrast: 'dark' }[theme] ?? 'light dark');
  root.dir = dir;
  root.lang = String(globals['language']);
  document.body.style.setProperty('background', BACKGROUNDS[String(globals['surface'])] ?? 'Canvas');
  // A story that takes these gets the toolbar's, unless it is about one of them.
  return story({
    args: {
      ...args,
      ...(args['theme'] === 'auto' ? { theme } : {}),
      ...(args['dir'] === 'ltr' ? { dir } : {}),
      ...('width' in args && width !== OWN_WIDTH ? { width: Number(width) } : {}),
    },
  });
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
    width: { description: 'Width of the box, px', toolbar: { title: 'Width', icon: 'grow', items: WIDTHS, dynamicTitle: true } },
    language: { description: 'Language of the page', toolbar: { title: 'Language', icon: 'globe', items: LANGUAGES, dynamicTitle: true } },
    surface: { description: 'Page behind', toolbar: { title: 'Page', icon: 'photo', items: Object.keys(BACKGROUNDS), dynamicTitle: true } },
  },
  initialGlobals: { theme: 'auto', dir: 'ltr', width: OWN_WIDTH, language: 'en', surface: 'page' },
  parameters: {
    layout: 'fullscreen',
    backgrounds: { disable: true },
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { codePanel: true },
    options: { storySort: { order: ['Guide', ['Start', 'Embedding', 'Theming', 'Theme editor', 'Recipes', 'Accessibility'], 'Call'] } },
  },
};

export default preview;
