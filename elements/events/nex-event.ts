/** A DOM event of a call: bubbles, leaves shadow roots, and carries one read-only object. */
export abstract class NexEvent<Detail> extends CustomEvent<Readonly<Detail>> {
  constructor(type: string, detail: Readonly<Detail>, isCancelable = false) {
    super(type, { detail, bubbles: true, composed: true, cancelable: isCancelable });
  }
}
