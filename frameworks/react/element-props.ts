import type { HTMLAttributes, ReactNode, Ref } from 'react';
import type { LitElement } from 'lit';
// Its modules declare the events globally.
import type {
  NexCall,
  NexCaptions,
  NexChat,
  NexControls,
  NexLobby,
  NexParticipants,
  NexQuality,
  NexSettings,
  NexStatus,
  NexVideoGrid,
  NexVideoTile,
} from '../../elements/index.js';

/** Not the global map: a site that imports the wrappers alone does not have the modules that fill it. */
interface Tags {
  'nex-call': NexCall;
  'nex-captions': NexCaptions;
  'nex-chat': NexChat;
  'nex-controls': NexControls;
  'nex-lobby': NexLobby;
  'nex-participants': NexParticipants;
  'nex-quality': NexQuality;
  'nex-settings': NexSettings;
  'nex-status': NexStatus;
  'nex-video-grid': NexVideoGrid;
  'nex-video-tile': NexVideoTile;
}

/** The tags of this package. */
export type NexTag = keyof Tags;
/** The element of a tag. */
export type ElementOf<Tag extends NexTag> = Tags[Tag];
/** The events of this package. */
export type NexEventType = Extract<keyof HTMLElementEventMap, `nex-${string}`>;

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Text>;
type EventProp<Type extends string> = Type extends `nex-${infer Name}` ? `on${Pascal<Name>}` : never;

type IsSettable<Value> = Value extends (...args: never[]) => unknown ? false : true;
/** What an element adds to those of every element, methods aside; `lang` is one of both. */
type OwnKey<Element> = {
  [Key in keyof Element]: Key extends 'lang'
    ? Key
    : Key extends keyof LitElement
      ? never
      : IsSettable<Element[Key]> extends true
        ? Key
        : never;
}[keyof Element];

/** `nex-call-joined` becomes `onCallJoined`. */
export type EventProps<Type extends NexEventType> = {
  readonly [Each in Type as EventProp<Each>]?: ((event: HTMLElementEventMap[Each]) => void) | undefined;
};

/** The props of a tag: its properties, its events, and what React knows of every element. */
export type ElementProps<Tag extends NexTag, Type extends NexEventType = never> = {
  readonly [Key in OwnKey<Tags[Tag]>]?: Tags[Tag][Key] | undefined;
} & EventProps<Type> &
  Omit<HTMLAttributes<Tags[Tag]>, OwnKey<Tags[Tag]> | 'children' | 'dangerouslySetInnerHTML'> & {
    readonly children?: ReactNode;
    readonly ref?: Ref<Tags[Tag]> | undefined;
    readonly part?: string | undefined;
    readonly exportparts?: string | undefined;
  };
