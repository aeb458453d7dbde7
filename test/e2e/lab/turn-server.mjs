import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTurnServer, TURN_SERVER_MISSING } from '../../../scripts/machine/find-turn-server.mjs';

const HOST = '127.0.0.1';
const USER = 'lab';
const PASSWORD = 'lab';
const START_LIMIT_MS = 5_000;
const RELAY_PORTS = 400;
/** Below the ports that systems hand out by themselves. */
let nextRelayPort = 13_000 + Math.floor(Math.random() * 20) * 800;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, HOST, resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function isListening(port) {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * coturn on a free port of this machine, over UDP and TCP.
 *
 * @param {object} [options]
 * @param {string} [options.secret] credentials are made of it, as `examples/own-servers` does, instead of the lab's own
 * @returns {Promise<{
 *   host: string,
 *   port: number,
 *   iceServers: (transport: 'udp' | 'tcp') => RTCIceServer[],
 *   setSilent: (isSilent: boolean) => void,
 *   close: () => Promise<void>,
 * }>} `setSilent` stops the process where it stands: packets are lost, nothing is refused
 */
export async function startTurnServer({ secret } = {}) {
  const program = findTurnServer();
  if (program === null) throw new Error(TURN_SERVER_MISSING);
  const port = await freePort();
  const relayPorts = { first: nextRelayPort, last: nextRelayPort + RELAY_PORTS - 1 };
  nextRelayPort += RELAY_PORTS;
  const scratch = await mkdtemp(join(tmpdir(), 'nexrtc-turn-'));
  const child = spawn(
    program,
    [
      '-n',
      `--listening-ip=${HOST}`,
      `--relay-ip=${HOST}`,
      `--listening-port=${port}`,
      `--min-port=${relayPorts.first}`,
      `--max-port=${relayPorts.last}`,
      ...(secret === undefined
        ? [`--user=${USER}:${PASSWORD}`, '--lt-cred-mech']
        : ['--use-auth-secret', `--static-auth-secret=${secret}`]),
      '--realm=lab',
      '--fingerprint',
      '--allow-loopback-peers',
      '--no-tls',
      '--no-dtls',
      '--no-cli',
      '--no-multicast-peers',
      '--log-file=stdout',
      '--simple-log',
      `--pidfile=${join(scratch, 'pid')}`,
    ],
    { stdio: 'ignore' },
  );
  const exit = once(child, 'exit');
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await isListening(port))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error('coturn did not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    host: `${HOST}:${port}`,
    port,
    iceServers: (transport) => [{ urls: `turn:${HOST}:${port}?transport=${transport}`, username: USER, credential: PASSWORD }],
    setSilent: (isSilent) => void child.kill(isSilent ? 'SIGSTOP' : 'SIGCONT'),
    close: async () => {
      child.kill('SIGKILL');
      await exit;
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
