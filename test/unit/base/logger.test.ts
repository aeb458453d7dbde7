import { expect } from '@open-wc/testing';
import { createConsoleLogger, silentLogger, type LogLevel, type Logger } from '../../../src/base/logger.js';
import { captureConsole, type ConsoleLine } from '../../support/capture-console.js';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** What reaches the console while `run` runs. */
function written(run: () => void): readonly ConsoleLine[] {
  const captured = captureConsole();
  try {
    run();
  } finally {
    captured.restore();
  }
  return captured.lines;
}

/** Which topics are written at which levels. */
function heard(topics: string): string[] {
  const logger = createConsoleLogger(topics);
  return written(() => {
    for (const topic of ['engine', 'call']) for (const level of LEVELS) logger.log(level, topic, 'x');
  }).map(({ level, args }) => `${/^\[nexrtc:(\w+)\] x$/.exec(String(args[0]))?.[1] ?? ''}:${level}`);
}

const all = (topic: string, from: LogLevel = 'debug'): string[] => LEVELS.slice(LEVELS.indexOf(from)).map((level) => `${topic}:${level}`);

describe('the topic logger', () => {
  it('writes every topic when none is named', () => {
    for (const topics of ['', '   ']) expect(heard(topics)).to.deep.equal([...all('engine'), ...all('call')]);
  });

  it('writes the named topics only', () => {
    expect(heard('engine')).to.deep.equal(all('engine'));
    expect(heard(' call \n engine ')).to.deep.equal([...all('engine'), ...all('call')]);
    expect(heard('signaling')).to.deep.equal([]);
  });

  it('writes a topic from the level that follows it', () => {
    for (const level of LEVELS) expect(heard(`engine:${level}`)).to.deep.equal(all('engine', level));
    expect(heard('engine:warn call')).to.deep.equal([...all('engine', 'warn'), ...all('call')]);
  });

  it("writes all topics from the level of `*`, where a topic's own does not win", () => {
    for (const every of ['*:error', ':error']) expect(heard(every)).to.deep.equal([...all('engine', 'error'), ...all('call', 'error')]);
    expect(heard('*:error call:info')).to.deep.equal([...all('engine', 'error'), ...all('call', 'info')]);
  });

  it('takes a level that does not exist for none', () => {
    expect(heard('engine:loud')).to.deep.equal(all('engine'));
  });

  it('writes topic, message and detail', () => {
    const lines = written(() => {
      createConsoleLogger('').log('info', 'call', 'It happened.', { count: 2 });
    });
    expect(lines).to.deep.equal([{ level: 'info', args: ['[nexrtc:call] It happened.', { count: 2 }] }]);
  });

  it('is silent by default', () => {
    const logger: Logger = silentLogger;
    expect(
      written(() => {
        logger.log('error', 'call', 'x');
      }),
    ).to.deep.equal([]);
  });
});
