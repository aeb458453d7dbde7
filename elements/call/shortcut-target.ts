const TEXT_FIELDS = 'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
/** What the space bar presses, plays or moves by itself. */
const OPERATED_BY_SPACE =
  'button, a[href], summary, input, select, textarea, audio, video[controls], [role="button"], [role="link"], [role="checkbox"], [role="switch"], [role="radio"], [role="tab"], [role="option"], [role="slider"], [role^="menuitem"]';

/** Whether the key goes where text is typed. */
export function isTyping([target]: readonly EventTarget[]): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

/** Whether the space bar already has a meaning where it is pressed. */
export function isOperable([target]: readonly EventTarget[]): boolean {
  return target instanceof Element && target.closest(OPERATED_BY_SPACE) !== null;
}
