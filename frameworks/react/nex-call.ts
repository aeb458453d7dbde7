import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type PropsWithoutRef,
} from 'react';
import type { NexCall as NexCallElement } from '../../elements/call/nex-call.js';
import { callEventTypes } from './call-event-types.js';
import { currentCall } from './current-call.js';
import type { ElementProps } from './element-props.js';
import { watchCall } from './watch-call.js';
import { wrapElement } from './wrap-element.js';
import type { Call } from '../../src/call/call.js';

const load = (): Promise<unknown> => import('../../elements/nex-call.js');
const Wrapped = /* @__PURE__ */ wrapElement('nex-call', load, callEventTypes);

export type NexCallProps = ElementProps<'nex-call', (typeof callEventTypes)[number]>;

/**
 * `<nex-call>`: the call with its interface. Hooks of components inside it use its call. Children without a `slot` replace
 * the default interface, as with the tag. On a server it is the tag with its attributes.
 *
 * @example
 * <NexCall room="team-standup" name="Ana" onCallLeft={({ detail }) => goodbye(detail.reason)} style={{ blockSize: 600 }} />
 */
export const NexCall: ForwardRefExoticComponent<NexCallProps> = /* @__PURE__ */ forwardRef<NexCallElement, PropsWithoutRef<NexCallProps>>(
  function NexCall(props, outerRef) {
    const ref = useRef<NexCallElement>(null);
    const [call, setCall] = useState<Call | null>(null);
    useImperativeHandle(outerRef, () => ref.current as NexCallElement, []);
    useEffect(() => (ref.current ? watchCall(ref.current, load, setCall) : undefined), []);
    return createElement(currentCall.Provider, { value: call }, createElement(Wrapped, { ...props, ref }));
  },
);
