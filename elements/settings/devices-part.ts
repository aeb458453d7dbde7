import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { NexError } from '../../src/base/nex-error.js';
import { deviceField } from '../shared/device-field.js';
import { icons } from '../shared/icons.js';
import { permissionHelp } from '../shared/permission-help.js';
import { permissionPlace } from '../shared/permission-place.js';
import { SpeakerTest } from '../shared/speaker-test.js';
import { cameraPart } from './camera-part.js';
import type { SettingsContext, SettingsPart } from './settings-part.js';

type MoreSpeakers = MediaDevices & { selectAudioOutput?(): Promise<MediaDeviceInfo> };

/** Chromium's names for the system's default, which is listed anyway. */
const VIRTUAL: readonly string[] = ['default', 'communications'];

/** Microphone with its level, speaker with a test, camera with a preview. */
export function createDevicesPart(host: LitElement, text: SettingsContext['text']): SettingsPart {
  const speakerTest = new SpeakerTest({ host, text });
  return (context) =>
    html`${microphone(context)} ${speaker(context, speakerTest)} ${context.state.options.isAudioOnly ? nothing : camera(context)}`;
}

function field({ call, state, text, run }: SettingsContext, kind: 'microphone' | 'camera' | 'speaker'): TemplateResult {
  const onSelect = (_: string, id: string | null): void => {
    run(call.selectDevice(kind, id));
  };
  const devices = state.devices.filter(({ id }) => !VIRTUAL.includes(id));
  return deviceField({ kind, devices, selected: state.selectedDevices[kind], text, onSelect });
}

function microphone(context: SettingsContext): TemplateResult {
  const { call, state, text, run } = context;
  const isInCall = state.status === 'connected' || state.status === 'reconnecting';
  const error = state.mediaErrors.microphone;
  const turnOn = (): void => {
    run(call.setMicrophone(true));
  };
  return html`<div class="group">
    ${field(context, 'microphone')}
    ${
      state.microphone === 'on'
        ? html`<div class="meter" aria-hidden="true"><span></span></div>
            <p class="hint">${text.t('settings.meter')}</p>`
        : error
          ? trouble(error, 'microphone', text, turnOn)
          : html`<p class="hint">${text.t(isInCall ? 'settings.microphoneOffInCall' : 'settings.microphoneOff')}</p>
              <button
                type="button"
                part="button"
                class="button"
                data-action="turn-on-microphone"
                ?disabled=${!state.can.microphone || state.microphone === 'pending'}
                @click=${turnOn}
              >
                ${icons.mic}<span>${text.t('settings.turnOnMicrophone')}</span>
              </button>`
    }
  </div>`;
}

function speaker(context: SettingsContext, test: SpeakerTest): TemplateResult {
  const { call, state, text, run } = context;
  const devices: MoreSpeakers | undefined = navigator.mediaDevices;
  const isListed = state.devices.some(({ kind, id }) => kind === 'speaker' && id !== '');
  // Where speakers are not listed, the browser may have a list of its own to show.
  const more = isListed || !state.can.selectSpeaker ? undefined : devices?.selectAudioOutput?.bind(devices);
  return html`<div class="group">
    ${
      state.can.selectSpeaker
        ? field(context, 'speaker')
        : html`<p class="field-name">${text.t('lobby.speaker')}</p>
            <p class="hint">${text.t('settings.systemSpeaker')}</p>`
    }
    ${
      more === undefined
        ? nothing
        : html`<button
            type="button"
            part="button"
            class="button quiet"
            data-action="more-speakers"
            @click=${() => {
              // Closed without a choice: nothing changes.
              more().then(
                ({ deviceId }) => {
                  run(call.selectDevice('speaker', deviceId));
                },
                () => undefined,
              );
            }}
          >
            ${text.t('settings.moreSpeakers')}
          </button>`
    }
    ${test.render(state.selectedDevices.speaker)}
  </div>`;
}

function camera(context: SettingsContext): TemplateResult {
  const { call, state, text, run } = context;
  const error = state.mediaErrors.camera;
  const turnOn = (): void => {
    run(call.setCamera(true));
  };
  return html`<div class="group">
    ${field(context, 'camera')} ${error && state.camera !== 'on' ? trouble(error, 'camera', text, turnOn) : cameraPart(context, turnOn)}
  </div>`;
}

function trouble(error: NexError, media: 'microphone' | 'camera', text: SettingsContext['text'], onRetry: () => void): TemplateResult {
  const isRefused = error.code === 'media/permission-denied' || error.code === 'environment/insecure-context';
  return html`<div class="trouble" role="alert">
      ${icons.alert}
      <p><strong>${text.errorTitle(error.code)}</strong> ${isRefused ? nothing : text.errorAdvice(error.code)}</p>
    </div>
    ${isRefused ? permissionHelp({ place: permissionPlace(), media, text }) : nothing}
    <button type="button" part="button" class="button" data-action="retry-${media}" @click=${onRetry}>${text.t('settings.retry')}</button>`;
}
