(({ blocks, blockEditor, components, element }, { words, script }) => {
  const { createElement: el, Fragment } = element;
  const { Disabled, PanelBody, RangeControl, SelectControl, TextControl, ToggleControl, Placeholder } = components;
  const THEMES = { '': words.site, auto: words.auto, light: words.light, dark: words.dark, contrast: words.contrast };
  const LAYOUTS = { '': words.layoutAuto, grid: words.grid, speaker: words.speaker, sidebar: words.sidebar };
  const DEFAULT_HEIGHT = 600;
  // How fields look from WordPress 6.7 on; asked for, it does not complain.
  const LOOK = { __nextHasNoMarginBottom: true, __next40pxDefaultSize: true };
  const options = (choices) => Object.entries(choices).map(([value, label]) => ({ value, label }));

  /** The call's script, in whichever document shows the block: the editor's own, or that of its frame. */
  function bringCall(box) {
    const page = box?.ownerDocument;
    if (!page || page.getElementById('nexrtc-js')) return;
    const tag = page.createElement('script');
    Object.assign(tag, { id: 'nexrtc-js', type: 'module', src: script });
    page.head.append(tag);
  }

  function Edit({ attributes, setAttributes }) {
    const { room, height = DEFAULT_HEIGHT, theme, layout, noVideo } = attributes;
    const set = (name) => (value) => setAttributes({ [name]: value || undefined });
    const toggle = (name) =>
      el(ToggleControl, { __nextHasNoMarginBottom: true, label: words[name], checked: Boolean(attributes[name]), onChange: set(name) });
    const select = (name, choices) =>
      el(SelectControl, { ...LOOK, label: words[name], value: attributes[name] ?? '', options: options(choices), onChange: set(name) });
    const roomField = el(TextControl, {
      ...LOOK,
      label: words.room,
      help: words.roomHint,
      value: room,
      maxLength: 128,
      onChange: (value) => setAttributes({ room: value }),
    });
    const controls = el(
      blockEditor.InspectorControls,
      null,
      el(
        PanelBody,
        { title: words.settings },
        roomField,
        el(RangeControl, { ...LOOK, label: words.height, value: height, min: 180, max: 1600, onChange: set('height') }),
        select('theme', THEMES),
        select('layout', LAYOUTS),
        toggle('muted'),
        toggle('cameraOff'),
        toggle('noVideo'),
      ),
    );
    // Not the page's room nor its key: the preview shows the lobby and can meet nobody.
    const preview = el('nex-call', {
      room: 'preview',
      'max-participants': 2,
      style: { display: 'block', height: `${height}px` },
      ...(theme ? { theme } : {}),
      ...(layout ? { layout } : {}),
      ...(noVideo ? { 'no-video': '' } : {}),
    });
    const title = words.preview.replace('%s', () => room);
    const body = room
      ? el(Fragment, null, el('p', { className: 'nexrtc-preview-room' }, title), el(Disabled, null, preview))
      : el(Placeholder, { icon: 'video-alt2', label: words.noRoom }, roomField);
    return el('div', blockEditor.useBlockProps({ ref: bringCall }), controls, body);
  }

  blocks.registerBlockType('nexrtc/call', { edit: Edit, save: () => null });
})(window.wp, window.nexrtcEditor);
