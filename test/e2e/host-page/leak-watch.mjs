/**
 * Runs before everything else on a page and keeps account of what its scripts leave there. `leakWatch.read()` answers what
 * there is now.
 */
export const LEAK_WATCH = () => {
  const listeners = new Map();
  const timers = new Set();
  const said = [];
  const history = [];
  const focused = [];
  const nameOf = (target) => (target === globalThis ? 'window' : target === document ? 'document' : (target.constructor?.name ?? 'other'));
  const isOfPage = (target) =>
    target === globalThis ||
    target === document ||
    target === document.documentElement ||
    target === document.body ||
    target === navigator ||
    target === screen;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const ids = new WeakMap();
  let count = 0;
  const idOf = (listener) => ids.get(listener) ?? (ids.set(listener, (count += 1)), count);
  const keyOf = (target, type, listener, options) =>
    `${nameOf(target)} ${type} ${idOf(listener)} ${Boolean(typeof options === 'object' ? options?.capture : options)}`;
  EventTarget.prototype.addEventListener = function add(type, listener, options) {
    const target = this ?? globalThis;
    if (listener && isOfPage(target) && !options?.signal?.aborted) {
      const key = keyOf(target, type, listener, options);
      listeners.set(key, `${nameOf(target)} ${type}`);
      options?.signal?.addEventListener('abort', () => listeners.delete(key));
    }
    return addEventListener.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function remove(type, listener, options) {
    const target = this ?? globalThis;
    if (listener) listeners.delete(keyOf(target, type, listener, options));
    return removeEventListener.call(target, type, listener, options);
  };
  const wrapTimer = (start, stop, isOnce) => {
    const [begin, end] = [globalThis[start], globalThis[stop]];
    globalThis[start] = (run, ...rest) => {
      const id = begin(
        (...values) => {
          if (isOnce) timers.delete(`${start} ${id}`);
          return typeof run === 'function' ? run(...values) : undefined;
        },
        ...rest,
      );
      timers.add(`${start} ${id}`);
      return id;
    };
    globalThis[stop] = (id) => {
      // Each ends what the other began.
      for (const kind of start === 'requestAnimationFrame' ? [start] : ['setTimeout', 'setInterval']) timers.delete(`${kind} ${id}`);
      end(id);
    };
  };
  wrapTimer('setTimeout', 'clearTimeout', true);
  wrapTimer('setInterval', 'clearInterval', false);
  wrapTimer('requestAnimationFrame', 'cancelAnimationFrame', true);
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) console[level] = (...words) => said.push(`${level}: ${words.join(' ')}`);
  for (const change of ['pushState', 'replaceState']) {
    const original = window.history[change].bind(window.history);
    window.history[change] = (...values) => {
      history.push(change);
      return original(...values);
    };
  }
  addEventListener.call(document, 'focusin', (event) => focused.push(event.target.localName), true);
  const globals = () => Object.getOwnPropertyNames(globalThis);
  const attributesOf = (element) => [...element.attributes].map(({ name, value }) => `${name}=${value}`);
  const atFirst = new Set(globals());
  globalThis.leakWatch = {
    read: () => ({
      globals: globals().filter((name) => !atFirst.has(name) && name !== 'leakWatch'),
      styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      elements: [...document.head.children, ...document.body.children].map(({ localName }) => localName),
      attributes: [...attributesOf(document.documentElement), ...attributesOf(document.body)],
      overflow: [document.documentElement, document.body].map((element) => getComputedStyle(element).overflow),
      listeners: [...listeners.values()].sort(),
      timers: [...timers].map((timer) => timer.split(' ')[0]).sort(),
      history,
      historyLength: window.history.length,
      title: document.title,
      url: location.href,
      focused,
      said,
      cookies: document.cookie,
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort(),
    }),
  };
};
