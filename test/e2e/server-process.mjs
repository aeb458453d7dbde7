import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createServer } from '../../scripts/server/create-server.mjs';

/**
 * The project's server in a process of its own, so that to stop it is to kill it, and nothing of it is left over.
 *
 * @param {number} port 0 takes any free one
 * @returns {Promise<{ port: number, url: string, signalUrl: string, close: () => Promise<void> }>}
 */
export async function startServerProcess(port) {
  const child = fork(fileURLToPath(import.meta.url), [String(port)]);
  const exit = once(child, 'exit');
  const address = await Promise.race([
    once(child, 'message').then(([message]) => message),
    exit.then(([code]) => Promise.reject(new Error(`the server ended with code ${code}`))),
  ]);
  return {
    ...address,
    close: async () => {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { port, url, signalUrl } = await createServer({ port: Number(process.argv[2]) });
  process.send({ port, url, signalUrl });
  process.once('disconnect', () => process.exit());
}
