/** The browser's storage of that kind; null where there is none or the visitor has forbidden it. */
export function readStorage(kind: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    // Reading the property is what throws.
    return typeof window === 'undefined' ? null : window[kind];
  } catch {
    return null;
  }
}
