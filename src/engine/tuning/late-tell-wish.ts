import type { Clock } from '../../base/clock.js';
import type { ReceiveWish, TrackSource } from '../engine-port.js';
import type { Member } from '../mesh/roster.js';
import { WishTeller } from './wish-teller.js';

/** Tells `member` how we want to see a picture of it, now and whenever it is connected to anew. */
export function tellWish(member: Pick<Member, 'wishes' | 'messages'>, clock: Clock, source: TrackSource, wish: ReceiveWish): void {
  member.wishes ??= new WishTeller(clock, (message) => member.messages.sendControl(message));
  member.wishes.set(source, wish);
}
