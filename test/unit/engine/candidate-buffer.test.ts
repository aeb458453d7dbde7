import { expect } from '@open-wc/testing';
import { LIMITS } from '../../../src/base/limits.js';
import { CandidateBuffer } from '../../../src/engine/mesh/candidate-buffer.js';

const candidate = (name: string): RTCIceCandidateInit => ({ candidate: name, sdpMid: '0' });

describe('candidate buffer', () => {
  it('keeps candidates until the description is there, then applies each once and in order', async () => {
    const applied: string[] = [];
    const buffer = new CandidateBuffer((one) => {
      applied.push(one.candidate ?? '');
      return Promise.resolve();
    });
    for (const name of ['a', 'b', 'a', 'c']) await buffer.push(candidate(name));
    expect(applied).to.deep.equal([]);
    await buffer.release();
    await buffer.push(candidate('d'));
    await buffer.push(candidate('b'));
    expect(applied).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('tries one that fails once more, after the others, and then lets it go', async () => {
    const tries: string[] = [];
    const buffer = new CandidateBuffer((one) => {
      tries.push(one.candidate ?? '');
      return one.candidate === 'bad' ? Promise.reject(new Error('refused')) : Promise.resolve();
    });
    for (const name of ['bad', 'good']) await buffer.push(candidate(name));
    await buffer.release();
    expect(tries).to.deep.equal(['bad', 'good', 'bad']);
  });

  it('takes no more than the limit of one generation, and takes again in the next', async () => {
    const buffer = new CandidateBuffer(() => Promise.resolve());
    for (let index = 0; index < LIMITS.candidatesPerGeneration + 50; index += 1) await buffer.push(candidate(String(index)));
    expect(buffer.waitingCount).to.equal(LIMITS.candidatesPerGeneration);
    expect(await buffer.push(candidate('late'))).to.equal(false);
    buffer.startGeneration();
    expect(await buffer.push(candidate('late'))).to.equal(true);
  });
});
