import type { ChatMessage } from '../../src/call/call.js';
import type { FakeCall } from '../../test/support/fake-call.js';
import { connected } from './connected.js';

const START = Date.UTC(2026, 2, 12, 9, 30);
const VISITOR = { participantId: 'self', name: 'Front desk', isOwn: true };

function said(index: number, minutes: number, patch: Partial<ChatMessage>): ChatMessage {
  const reception = { participantId: 'guest-1', name: 'Reception', text: '', to: null, replyTo: null, isOwn: false, isDeleted: false };
  return { id: String(index).padStart(32, '0'), sentAt: START + minutes * 60_000, ...reception, ...patch };
}

/** In the middle of a conversation: answers, an address, other scripts, words for one alone, and one taken back. */
export function chatting(): FakeCall {
  const workshop = { participantId: 'guest-2', name: 'Workshop' };
  const office = { participantId: 'guest-3', name: 'مكتب الاستقبال' };
  const laboratory = { participantId: 'guest-5', name: 'Laboratory on the second floor, next to the large freezer' };
  const messages = [
    said(1, 0, { text: 'Good morning! The delivery is here.' }),
    said(2, 0, { text: 'Shall I send it up?' }),
    said(3, 1, { ...VISITOR, text: 'Yes please. The way is on https://example.com/plan?floor=2', replyTo: String(2).padStart(32, '0') }),
    said(4, 3, { ...workshop, text: 'Can somebody bring a 5 mm drill?\nThe one from yesterday.' }),
    said(5, 4, { ...office, text: 'صباح الخير، سأكون هناك بعد قليل' }),
    said(6, 4, { ...workshop, text: 'Only for you: the cake is in the kitchen.', to: 'self' }),
    said(7, 5, { ...VISITOR, text: 'Thank you!', to: 'guest-2' }),
    said(8, 6, { isDeleted: true }),
    said(9, 7, { ...laboratory, text: 'One_very_long_word_that_no_line_of_a_panel_can_hold_without_breaking_it_somewhere' }),
  ];
  return connected(5, { messages });
}
