import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fromRoot } from './from-root.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM'];

/**
 * Runs a program, also one that npm installed, in the project's folder with its output shown. Signals are passed on.
 * Rejects with one sentence when it cannot be started or ends with another code than 0.
 */
export function run(command, args, { env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: fromRoot('.'),
      env: { ...process.env, PATH: `${fromRoot('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`, ...env },
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    const done = (error) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      if (error) reject(error);
      else resolve();
    };
    child.once('error', (cause) => done(new Error(`"${command}" could not be started: ${cause.message}`, { cause })));
    child.once('exit', (code, signal) => {
      done(code === 0 ? undefined : new Error(`"${[command, ...args].join(' ')}" ended with ${signal ?? `code ${code}`}.`));
    });
  });
}
