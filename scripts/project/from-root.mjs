import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);

/** The absolute path of a file of the project, wherever the script was started from. */
export function fromRoot(path) {
  return fileURLToPath(new URL(path, ROOT));
}
