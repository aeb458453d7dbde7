import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CallState } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import { initials } from '../shared/initials.js';
import type { Localizer } from '../shared/localize.js';
import { panelIcons } from '../shared/panel-icons.js';
import { connectionTrouble, mediaWords, personState } from './person-state.js';
import type { Person } from './people.js';

export interface PersonActions {
  readonly onToggleOpen: (id: string) => void;
  readonly onLowerHand: () => void;
  readonly onPin: (person: Person) => void;
  readonly onSpotlight: (person: Person) => void;
  readonly onHide: (person: Person) => void;
  readonly onMessage: (person: Person) => void;
  readonly onVolume: (person: Person, volume: number) => void;
}

export interface PersonViewOptions {
  readonly person: Person;
  readonly isOpen: boolean;
  readonly can: CallState['can'];
  /** Writing to one alone is part of the interface. */
  readonly hasChat: boolean;
  readonly text: Localizer;
  readonly actions: PersonActions;
}

const MAX_VOLUME = 200;

/** One row: who, how they are, and what can be done for or with them, unfolded below. */
export function personView(options: PersonViewOptions): TemplateResult {
  const { person, isOpen, text, actions } = options;
  const { participant } = person;
  const { id, isLocal, microphone, camera, screen } = participant;
  const name = participant.name || text.t('participants.guest');
  const state = personState(person, text);
  const label = text.t('participants.actions', { name: isLocal ? text.t('participants.you') : name });
  const isTroubled = connectionTrouble(participant, text) !== null;
  return html`<li class="person ${isOpen ? 'open' : ''}" data-id=${id}>
    <div class="row">
      <span class="disc ${participant.speaking ? 'speaking' : ''}" aria-hidden="true"> ${initials(participant.name) || icons.users} </span>
      <span class="who">
        <span class="name">
          <bdi>${isLocal && participant.name === '' ? text.t('participants.you') : name}</bdi>
          ${isLocal && participant.name !== '' ? html` <span class="you">${text.t('tile.you')}</span>` : nothing}
        </span>
        ${state === null ? nothing : html`<span class="state ${isTroubled ? 'trouble' : ''}">${isTroubled ? icons.alert : person.handPlace === null ? nothing : panelIcons.hand}<span>${state}</span></span>`}
      </span>
      <span class="visually-hidden">${mediaWords(participant, text)}</span>
      <span class="media" aria-hidden="true">
        ${screen === 'on' ? icons.screen : nothing} ${camera === 'on' ? icons.camera : icons.cameraOff}
        ${microphone === 'on' ? icons.mic : icons.micOff}
      </span>
      <button
        type="button"
        class="icon more"
        aria-label=${label}
        title=${label}
        aria-expanded=${isOpen ? 'true' : 'false'}
        @click=${() => {
          actions.onToggleOpen(id);
        }}
      >
        ${panelIcons.more}
      </button>
    </div>
    ${
      isLocal && person.handPlace !== null
        ? html`<button type="button" class="button small" data-action="lower-hand" @click=${actions.onLowerHand}>
            ${panelIcons.hand}<span>${text.t('participants.lowerHand')}</span>
          </button>`
        : nothing
    }
    ${isOpen ? renderActions(options, name) : nothing}
  </li>`;
}

function renderActions({ person, can, hasChat, text, actions }: PersonViewOptions, name: string): TemplateResult {
  const { participant, isPinned, isSpotlit, isHidden } = person;
  const button = (action: string, icon: TemplateResult, label: string, onClick: (person: Person) => void): TemplateResult =>
    html`<button
      type="button"
      class="action"
      data-action=${action}
      @click=${() => {
        onClick(person);
      }}
    >
      ${icon}<span>${label}</span>
    </button>`;
  return html`<div class="actions" role="group" aria-label=${text.t('participants.actions', { name })}>
    ${button('pin', icons.pin, text.t(isPinned ? 'participants.unpin' : 'participants.pin'), actions.onPin)}
    ${
      can.spotlight
        ? button(
            'spotlight',
            panelIcons.spotlight,
            text.t(isSpotlit ? 'participants.endSpotlight' : 'participants.spotlight'),
            actions.onSpotlight,
          )
        : nothing
    }
    ${
      participant.isLocal
        ? nothing
        : html`${button('hide', isHidden ? panelIcons.eye : panelIcons.eyeOff, text.t(isHidden ? 'participants.showTile' : 'participants.hideTile'), actions.onHide)}
          ${hasChat && can.chat ? button('message', panelIcons.chat, text.t('participants.message'), actions.onMessage) : nothing}
          ${renderVolume(person, name, text, actions)}`
    }
  </div>`;
}

function renderVolume(person: Person, name: string, text: Localizer, actions: PersonActions): TemplateResult {
  const percent = Math.round(person.volume * 100);
  const words = text.t('participants.percent', { value: percent });
  return html`<label class="volume">
    ${icons.speaker}<span>${text.t('participants.volumeShort')}</span>
    <input
      type="range"
      min="0"
      max=${MAX_VOLUME}
      step="5"
      aria-label=${text.t('participants.volume', { name })}
      aria-valuetext=${words}
      .value=${live(String(percent))}
      @input=${(event: Event) => {
        actions.onVolume(person, Number((event.target as HTMLInputElement).value) / 100);
      }}
    />
    <output aria-hidden="true">${words}</output>
  </label>`;
}
