import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, useSyncExternalStore, type Ref, type RefObject } from 'react';
import { systemClock } from '../../src/base/clock.js';
import { Scope } from '../../src/base/scope.js';
import { toAttributes } from './to-attributes.js';
import { writeProperties } from './write-properties.js';
import type { SplitProps } from './split-props.js';

export interface UsedElement<Element extends HTMLElement> {
  readonly ref: RefObject<Element | null>;
  /** What the server wrote of the properties; empty where the page is made in the browser. They never change. */
  readonly attributes: Readonly<Record<string, string | true>>;
}

// On a server React 18 complains of the other, which does nothing there.
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

const never = (): (() => void) => () => undefined;

/** Keeps a custom element's properties and listeners as they were given, and loads what registers it once it is shown. */
export function useElement<Element extends HTMLElement>(
  { properties, listeners }: SplitProps,
  load: () => Promise<unknown>,
  outerRef: Ref<Element> | undefined,
): UsedElement<Element> {
  const ref = useRef<Element>(null);
  const written = useRef<{ readonly element: Element | null; readonly properties: SplitProps['properties'] }>({
    element: null,
    properties: {},
  });
  const latest = useRef(listeners);
  const [failure, setFailure] = useState<{ readonly cause: unknown } | null>(null);
  const isFromServer = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [attributes] = useState(() => (isFromServer ? toAttributes(properties) : {}));
  const types = Object.keys(listeners).sort().join(' ');

  useImperativeHandle(outerRef, () => ref.current as Element, []);

  useEffectBeforePaint(() => {
    latest.current = listeners;
  });
  // Before the properties: setting them may already have something to tell.
  useEffectBeforePaint(() => {
    const element = ref.current;
    if (!element || types === '') return undefined;
    const scope = new Scope(systemClock);
    for (const type of types.split(' ')) {
      scope.listen(element, type, (event) => {
        latest.current[type]?.(event);
      });
    }
    return () => {
      scope.close();
    };
  }, [types]);
  useEffectBeforePaint(() => {
    const element = ref.current;
    if (!element) return;
    writeProperties(element, written.current.element === element ? written.current.properties : {}, properties);
    written.current = { element, properties };
  });

  useEffect(() => {
    load().catch((cause: unknown) => {
      setFailure({ cause });
    });
  }, [load]);
  // To an error boundary: without its code the element stays an empty box.
  if (failure !== null) throw failure.cause;

  return { ref, attributes };
}
