/**
 * Whether the page says by an import map what its scripts must hold. Then nothing is loaded from another address, of which
 * the map says nothing.
 */
export function hasIntegrityMap(): boolean {
  return Array.from(document.scripts).some(({ type, text }) => type === 'importmap' && text.includes('integrity'));
}
