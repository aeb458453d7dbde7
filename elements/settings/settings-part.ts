import type { TemplateResult } from 'lit';
import type { Call, CallState } from '../../src/call/call.js';
import type { Localizer } from '../shared/localize.js';

/** What every section of the settings is given. */
export interface SettingsContext {
  readonly call: Call;
  readonly state: Readonly<CallState>;
  readonly text: Localizer;
  /** Says so when what was asked of the call is refused. */
  readonly run: (intent: Promise<void>) => void;
}

/** A section of the settings. */
export type SettingsPart = (context: SettingsContext) => TemplateResult;
