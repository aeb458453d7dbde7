/** A DOM event of a call: bubbles unless it is `isLocal`, leaves shadow roots, and carries one read-only object. */
export abstract class NexEvent<Detail> extends CustomEvent<Readonly<Detail>> {
  constructor(type: string, detail: Readonly<Detail>, isCancelable = false, isLocal = false) {
    super(type, { detail, bubbles: !isLocal, composed: true, cancelable: isCancelable });
  }
}
