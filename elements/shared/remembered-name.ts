const KEY = 'nexrtc.name';

/** The name this visitor used last; kept by this browser alone, and not at all where storage is refused. */
export const rememberedName = {
  read(): string {
    try {
      return localStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  },
  write(name: string): void {
    try {
      if (name === '') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, name);
    } catch {
      // A page without storage asks for the name again next time.
    }
  },
} as const;
