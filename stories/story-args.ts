import type { FakeCall } from '../test/support/fake-call.js';

/** What every story is given: a state of the call, and the box its element is shown in, in CSS pixels. */
export interface StoryArgs {
  scenario: () => FakeCall;
  width: number;
  height: number;
}
