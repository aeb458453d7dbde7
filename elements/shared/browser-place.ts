/** Where a page is shown, as far as help with permissions differs. */
export interface BrowserPlace {
  readonly browser: 'chrome' | 'edge' | 'firefox' | 'safari' | 'unknown';
  readonly platform: 'desktop' | 'android' | 'ios' | 'unknown';
}

/** Others that name themselves beside Chrome or Safari, and pages shown inside of another app. */
const OTHERS = /OPR\/|OPT\/|Opera|SamsungBrowser|Vivaldi|YaBrowser|UCBrowser|DuckDuckGo|DdgA?\/|; wv\)|FBAN|FBAV|Instagram|Line\/|GSA\//;

/** Reads what a browser says of itself; whatever is not sure is `unknown`. */
export function browserPlace({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): BrowserPlace {
  const platform = platformOf(userAgent, maxTouchPoints);
  return { browser: OTHERS.test(userAgent) ? 'unknown' : browserOf(userAgent, platform), platform };
}

function platformOf(userAgent: string, maxTouchPoints: number): BrowserPlace['platform'] {
  // An iPad calls itself a Macintosh; no Macintosh has a touch screen.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  return /Windows|Macintosh|Linux|CrOS|X11/.test(userAgent) ? 'desktop' : 'unknown';
}

function browserOf(userAgent: string, platform: BrowserPlace['platform']): BrowserPlace['browser'] {
  if (/Edg(?:A|iOS)?\//.test(userAgent)) return 'edge';
  if (/Firefox\/|FxiOS\//.test(userAgent)) return 'firefox';
  if (/Chrome\/|CriOS\//.test(userAgent)) return 'chrome';
  const isApple = platform === 'ios' || /Macintosh/.test(userAgent);
  return isApple && /Version\/[\d.]+.*Safari\//.test(userAgent) ? 'safari' : 'unknown';
}
