import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Choice {
  listen(listener: () => void): () => void;
}

/** Renders the host again when one of the visitor's kept choices changes, wherever on the page that happened. */
export class ChoiceWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #choices: readonly Choice[];
  #stops: readonly (() => void)[] = [];

  constructor(host: ReactiveControllerHost, choices: readonly Choice[]) {
    this.#host = host;
    this.#choices = choices;
    host.addController(this);
  }

  hostConnected(): void {
    // It may have changed while nobody listened.
    this.#host.requestUpdate();
    this.#stops = this.#choices.map((choice) =>
      choice.listen(() => {
        this.#host.requestUpdate();
      }),
    );
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }
}
