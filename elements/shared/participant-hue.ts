/** A hue, 0 to 359 degrees, that is the same for the same id on every device (FNV-1a, 32 bits). */
export function participantHue(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % 360;
}
