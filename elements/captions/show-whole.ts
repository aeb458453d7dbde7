/** Hides the older lines that do not fit whole above the newest, in which nobody could see who is speaking. */
export function showWhole(box: HTMLElement): void {
  const lines = [...box.children].filter((line) => line instanceof HTMLElement).reverse();
  for (const line of lines) line.hidden = false;
  const room = parseFloat(getComputedStyle(box).maxHeight);
  let used = 0;
  for (const [index, line] of lines.entries()) {
    used += line.offsetHeight;
    // Half a pixel is rounding.
    line.hidden = index > 0 && used > room + 0.5;
  }
}
