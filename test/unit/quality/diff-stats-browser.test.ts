import { expect } from '@open-wc/testing';
import { diffStats } from '../../../src/quality/diff-stats.js';

describe("diffStats on the browser's own reports", () => {
  it('knows round trip, jitter, loss and bandwidth of a running connection, in the right units', async () => {
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    try {
      a.addEventListener('icecandidate', ({ candidate }) => void b.addIceCandidate(candidate ?? undefined));
      b.addEventListener('icecandidate', ({ candidate }) => void a.addIceCandidate(candidate ?? undefined));
      for (const track of stream.getTracks()) a.addTrack(track, stream);
      await a.setLocalDescription();
      await b.setRemoteDescription(a.localDescription!);
      await b.setLocalDescription();
      await a.setRemoteDescription(b.localDescription!);
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const before = [await a.getStats(), await b.getStats()] as const;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      const [sender, receiver] = [diffStats(before[0], await a.getStats())!, diffStats(before[1], await b.getStats())!];
      const [sending, receiving] = [sender.network, receiver.network];
      for (const stats of [sending, receiving]) {
        expect(stats.rtt).to.be.within(0, 500);
        expect(stats.packetLoss).to.be.within(0, 5);
        expect(stats.jitter).to.be.within(0, 500);
        expect(stats.bandwidth).to.be.within(10_000, 20_000_000);
        expect(Math.abs(stats.timestamp - Date.now())).to.be.below(10_000);
      }
      expect(sender.elapsedMs).to.be.within(1000, 10_000);
      expect(sender.up.lossPercent).to.be.within(0, 5);
      expect(sender.up.bitrateBps).to.be.within(10_000, 20_000_000);
      expect(sender.up.availableBps).to.be.within(10_000, 1_000_000_000);
      expect(sender.up.bandwidthLimitedShare! + sender.up.processorLimitedShare!).to.be.within(0, 1.1);
      expect(receiver.down.lossPercent).to.be.within(0, 5);
      for (const share of ['frozenShare', 'droppedShare'] as const) expect(receiver.down[share]).to.be.within(0, 1);
      expect(receiver.down.frameRate).to.be.within(1, 120);
      expect(receiver.down.width! * receiver.down.height!).to.be.above(1000);
      expect(receiving.bandwidth! / sending.bandwidth!).to.be.within(0.5, 2);
    } finally {
      a.close();
      b.close();
      for (const track of stream.getTracks()) track.stop();
    }
  });
});
