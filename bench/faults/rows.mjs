import { BLACKOUTS } from './blackout.mjs';
import { CAMERA_LOST } from './camera-lost.mjs';
import { FROZEN } from './frozen.mjs';
import { JOINING } from './joining.mjs';
import { KILLED } from './killed.mjs';
import { MEMORY } from './memory.mjs';
import { PATH_CHANGED } from './path-changed.mjs';
import { RELOADED } from './reloaded.mjs';
import { SERVER_LOST } from './server-lost.mjs';
import { SIGNALLING } from './signalling.mjs';

/**
 * Every fault that is measured. `run(stage, options)` lays one fault on a fresh stage and answers a value for each figure;
 * it rejects when the call does not come back at all, which counts as a failure of all its figures. A figure's `aim` is a
 * bound from above, `aimMs` the same in its unit (milliseconds unless `unit` says other). A value of null is a failure
 * too, unless the figure `isRare`: then the fault may well pass without it.
 */
export const ROWS = [
  ...BLACKOUTS,
  ...PATH_CHANGED,
  ...KILLED,
  ...SERVER_LOST,
  ...SIGNALLING,
  ...FROZEN,
  ...RELOADED,
  ...CAMERA_LOST,
  ...JOINING,
  ...MEMORY,
];
