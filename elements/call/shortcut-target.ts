/** Text fields, and lists that are searched by letters. */
const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="searchbox"], [role="combobox"], [role="listbox"], [role="menu"]';
/** What the space bar presses, plays or moves by itself. */
const OPERATED_BY_SPACE =
  'button, a[href], summary, input, select, textarea, audio, video[controls], [role="button"], [role="link"], [role="checkbox"], [role="switch"], [role="radio"], [role="tab"], [role="option"], [role="slider"], [role^="menuitem"]';

/** Whether the key goes where letters have a meaning of their own. */
export function isTyping([target]: readonly EventTarget[]): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}

/** Whether the space bar already has a meaning where it is pressed. */
export function isOperable([target]: readonly EventTarget[]): boolean {
  return target instanceof Element && target.closest(OPERATED_BY_SPACE) !== null;
}
