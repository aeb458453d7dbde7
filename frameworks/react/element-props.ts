import type { HTMLAttributes, ReactNode, Ref } from 'react';
import type { LitElement } from 'lit';
// For the global types of tags and events, which their modules declare.
import type {} from '../../elements/all.js';
import type {} from '../../elements/index.js';

/** The tags of this package. */
export type NexTag = Extract<keyof HTMLElementTagNameMap, `nex-${string}`>;
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
  readonly [Key in OwnKey<HTMLElementTagNameMap[Tag]>]?: HTMLElementTagNameMap[Tag][Key] | undefined;
} & EventProps<Type> &
  Omit<HTMLAttributes<HTMLElementTagNameMap[Tag]>, OwnKey<HTMLElementTagNameMap[Tag]> | 'children' | 'dangerouslySetInnerHTML'> & {
    readonly children?: ReactNode;
    readonly ref?: Ref<HTMLElementTagNameMap[Tag]> | undefined;
    readonly part?: string | undefined;
    readonly exportparts?: string | undefined;
  };
