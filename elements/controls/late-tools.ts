import type { TemplateResult } from 'lit';
import type { CallState } from '../../src/call/call.js';
import { hiddenParts } from '../shared/hidden-parts.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';
import type { Panel } from '../shared/panels.js';
import { lateIcons } from './late-icons.js';
import { toggleText } from './toggle-text.js';

export type ToolId = 'screen' | 'hand' | 'reactions' | 'chat' | 'participants';

/** A button of the toolbar, or an item of its menu where there is no room. */
export interface Tool {
  readonly id: ToolId;
  readonly icon: TemplateResult;
  /** What is seen in the menu. */
  readonly label: string;
  /** The whole name, with what is counted. */
  readonly name: string;
  /** More to know about it; empty: nothing. */
  readonly note: string;
  readonly isActive: boolean;
  /** Opens that panel. */
  readonly panel: Panel | null;
  /** Shown at its corner; 0 shows nothing. */
  readonly count: number;
}

export function selectTools(state: Readonly<CallState>) {
  const { self, participants, screen, can, unread } = state;
  const raised = self.handRaisedAt ?? Infinity;
  const before = participants.filter(({ hand, handRaisedAt }) => hand && handRaisedAt !== null && handRaisedAt < raised);
  return { screen, can, unread, hand: self.hand, place: self.hand ? before.length + 1 : 0, peopleCount: participants.length + 1 };
}

export type ToolsView = ReturnType<typeof selectTools>;

/** All that this call and this page have, in the order they stand in. */
export function listTools(view: ToolsView, text: Localizer, hide: string, panel: string): readonly Tool[] {
  const hidden = hiddenParts(hide);
  const { can, unread, hand, place, peopleCount } = view;
  const plain = { note: '', isActive: false, panel: null, count: 0 };
  const tools: Tool[] = [];
  if (can.screen && !hidden.has('screen-share')) {
    const label = text.t(toggleText('screen', view.screen));
    tools.push({ ...plain, id: 'screen', icon: view.screen === 'on' ? icons.screenOff : icons.screen, label, name: label, isActive: view.screen === 'on' });
  }
  if (can.hand && !hidden.has('hand')) {
    const label = text.t(hand ? 'moreControls.lowerHand' : 'moreControls.raiseHand');
    const note = place === 0 ? '' : place === 1 ? text.t('moreControls.handFirst') : text.t('moreControls.handPlace', { place });
    tools.push({ ...plain, id: 'hand', icon: lateIcons.hand, label, name: label, note, isActive: hand });
  }
  if (can.reactions && !hidden.has('reactions')) {
    const label = text.t('moreControls.reactions');
    tools.push({ ...plain, id: 'reactions', icon: lateIcons.smile, label, name: label });
  }
  if (can.chat && !hidden.has('chat')) {
    const label = text.t('moreControls.chat');
    const name = unread > 0 ? text.t('moreControls.chatUnread', { count: unread }) : label;
    tools.push({ ...plain, id: 'chat', icon: lateIcons.chat, label, name, panel: 'chat', isActive: panel === 'chat', count: unread });
  }
  if (!hidden.has('participants')) {
    const label = text.t('moreControls.people');
    const name = text.t('moreControls.peopleCount', { count: peopleCount });
    tools.push({ ...plain, id: 'participants', icon: icons.users, label, name, panel: 'participants', isActive: panel === 'participants', count: peopleCount });
  }
  return tools;
}

/** What stays longest where room runs out. */
const BY_PRIORITY: readonly ToolId[] = ['screen', 'chat', 'hand', 'participants', 'reactions'];

/** The tools that fit beside the menu into so many places. */
export function fittingTools(tools: readonly Tool[], places: number): ReadonlySet<ToolId> {
  const present = BY_PRIORITY.filter((id) => tools.some((tool) => tool.id === id));
  return new Set(present.slice(0, Math.max(0, places - 1)));
}
