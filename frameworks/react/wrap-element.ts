import { createElement, forwardRef, type ForwardRefExoticComponent, type ReactNode } from 'react';
import type { ElementOf, ElementProps, NexEventType, NexTag } from './element-props.js';
import { splitProps } from './split-props.js';
import { useElement } from './use-element.js';

/**
 * A component for one tag. `load` registers it, in the browser only and not before it is shown; `events` are those it
 * dispatches. React 18 gives no `ref` among the props.
 */
export function wrapElement<Tag extends NexTag, Type extends NexEventType = never>(
  tag: Tag,
  load: () => Promise<unknown>,
  events: readonly Type[] = [],
): ForwardRefExoticComponent<ElementProps<Tag, Type>> {
  return forwardRef<ElementOf<Tag>, { readonly children?: ReactNode }>(function NexElement({ children, ...props }, outerRef) {
    const split = splitProps(props, events);
    const { ref, attributes } = useElement<ElementOf<Tag>>(split, load, outerRef);
    // An element that reflects a property differs from what the server wrote before React comes.
    return createElement(tag, { suppressHydrationWarning: true, ...attributes, ...split.html, ref }, children);
  });
}
