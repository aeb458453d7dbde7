/** At most 2 GiB, as the call itself counts it; browsers that do not say count as large. */
export function isMemorySmall(): boolean {
  return ((navigator as { readonly deviceMemory?: number }).deviceMemory ?? 8) <= 2;
}
