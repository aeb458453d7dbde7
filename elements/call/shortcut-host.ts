import type { CallHost } from '../../src/context/call-host.js';

/** Whose keys they are: `<nex-call>`. */
export type ShortcutHost = CallHost & { readonly shortcuts: string; readonly hide: string };
