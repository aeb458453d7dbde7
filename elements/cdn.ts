import { hasIntegrityMap } from './cdn/has-integrity-map.js';
import { keepEarlyCalls } from './cdn/keep-early-calls.js';
import { untilLoaded } from './cdn/until-loaded.js';

/** What may stand before the dash of a tag. */
const PREFIX = /^[a-z][a-z\d-]{0,31}$/;

// The script tag's entry stays tiny so that it never holds up the page that embeds it; the elements follow at once.
const asked = new URL(import.meta.url).searchParams.get('prefix');
const prefix = asked !== null && PREFIX.test(asked) ? asked : 'nex';
keepEarlyCalls(`${prefix}-call`);
const isPinned = hasIntegrityMap();
void untilLoaded(
  (_at) => import('./cdn-elements.js'),
  ({ start }) => start(prefix, asked, isPinned),
  isPinned,
);
