/** Whether this browser shows elements on the full screen; phones of Apple do not. */
export const canFullscreen = (): boolean => document.fullscreenEnabled;

export const isFullscreen = (element: Element): boolean => element.matches(':fullscreen');

/** Shows the element on the full screen, or no longer. A browser that refuses changes nothing. */
export function toggleFullscreen(element: Element): void {
  (isFullscreen(element) ? document.exitFullscreen() : element.requestFullscreen()).catch(() => undefined);
}
