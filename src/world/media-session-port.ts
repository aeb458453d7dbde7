/** What the buttons of a system (lock screen, media keys, picture in picture) ask for. */
export interface MediaSessionActions {
  toggleMicrophone(): void;
  toggleCamera(): void;
  hangUp(): void;
}

/** The place that a system gives to what a page plays: its buttons and its title. What a browser lacks is left out. */
export interface MediaSessionControls {
  /** Takes the place, unless the page itself has put something there. */
  open(title: string, actions: MediaSessionActions): void;
  /** What the buttons show. */
  show(isMicrophoneOn: boolean, isCameraOn: boolean): void;
  /** Gives the place back as it was. */
  close(): void;
}
