import type { TemplateResult } from 'lit';
import * as call from '../../stories/nex-call.stories.js';
import * as captions from '../../stories/nex-captions.stories.js';
import * as chat from '../../stories/nex-chat.stories.js';
import * as controls from '../../stories/nex-controls.stories.js';
import * as lobby from '../../stories/nex-lobby.stories.js';
import * as participants from '../../stories/nex-participants.stories.js';
import * as quality from '../../stories/nex-quality.stories.js';
import * as settings from '../../stories/nex-settings.stories.js';
import * as status from '../../stories/nex-status.stories.js';
import * as videoGrid from '../../stories/nex-video-grid.stories.js';
import * as videoTile from '../../stories/nex-video-tile.stories.js';
import * as themeEditor from '../../stories/pages/theme-editor.stories.js';

type Args = Readonly<Record<string, unknown>>;
interface StoryFile {
  readonly default: { readonly title: string; readonly args: Args; readonly render: (args: Args) => TemplateResult };
}

export interface NamedStory {
  /** As in Storybook's list: "Call, Lobby". */
  readonly name: string;
  readonly args: Args;
  readonly render: (args: Args) => TemplateResult;
}

// Each file's stories take arguments of their own type, which only Storybook brings together.
const FILES = [call, captions, chat, controls, lobby, participants, quality, settings, status, themeEditor, videoGrid, videoTile] as unknown as readonly StoryFile[];

/** Every story of every element. */
export const allStories: readonly NamedStory[] = FILES.flatMap(({ default: meta, ...stories }) =>
  Object.entries<{ args?: Args }>(stories).map(([name, story]) => ({
    name: `${meta.title}, ${name}`,
    args: { ...meta.args, ...story.args },
    render: (args) => meta.render(args),
  })),
);
