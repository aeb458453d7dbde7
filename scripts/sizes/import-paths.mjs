/** What a site may import, and the most it may cost: kilobytes (gzip, minified) that load at once. */
export const IMPORT_PATHS = [
  { statement: "import { NexError } from 'nexrtc'; console.log(NexError);", label: '`{ NexError }` from `nexrtc`', limitKb: 1 },
  {
    statement: "import { createCore } from 'nexrtc/core'; console.log(createCore);",
    label: '`{ createCore }` from `nexrtc/core`',
    limitKb: 25,
  },
  { statement: "import { createCall } from 'nexrtc'; console.log(createCall);", label: '`{ createCall }` from `nexrtc`', limitKb: 25 },
  {
    statement: "import { useParticipants } from 'nexrtc/react'; console.log(useParticipants);",
    label: '`{ useParticipants }` from `nexrtc/react`',
    limitKb: 1,
  },
  { statement: "import { useCall } from 'nexrtc/react'; console.log(useCall);", label: '`{ useCall }` from `nexrtc/react`', limitKb: 26 },
  { statement: "import { NexCall } from 'nexrtc/react'; console.log(NexCall);", label: '`{ NexCall }` from `nexrtc/react`', limitKb: 4 },
  { statement: "import 'nexrtc/nex-status.js';", label: '`nexrtc/nex-status.js`', limitKb: 25 },
  { statement: "import 'nexrtc/nex-video-grid.js';", label: '`nexrtc/nex-video-grid.js`', limitKb: 32 },
  { statement: "import 'nexrtc/nex-call.js';", label: '`nexrtc/nex-call.js`', limitKb: 75 },
  { statement: "import 'nexrtc/all.js';", label: '`nexrtc/all.js`', limitKb: 110 },
  {
    statement: "import 'nexrtc'; import 'nexrtc/core'; import 'nexrtc/elements'; import 'nexrtc/react';",
    label: 'any of them, nothing used',
    limitKb: 0.1,
  },
];
