import { css } from 'lit';

/**
 * The public custom properties with their fallbacks, under the private names the elements use.
 * Light or dark follows `color-scheme`; everything else derives from the accent and the surfaces.
 */
export const tokensStyles = css`
  :host {
    --_surface: var(--nex-color-surface, light-dark(oklch(0.985 0.004 262), oklch(0.24 0.014 262)));
    --_raised: var(--nex-color-surface-raised, light-dark(oklch(1 0 0), oklch(0.3 0.016 262)));
    --_text: var(--nex-color-text, light-dark(oklch(0.24 0.02 262), oklch(0.96 0.006 262)));
    --_muted: var(--nex-color-text-muted, light-dark(oklch(0.46 0.02 262), oklch(0.76 0.012 262)));
    --_accent: var(--nex-color-accent, light-dark(oklch(0.5 0.17 262), oklch(0.76 0.12 262)));
    --_danger: var(--nex-color-danger, light-dark(oklch(0.53 0.2 27), oklch(0.57 0.2 27)));
    --_on-danger: oklch(1 0 0);
    --_speaking: var(--nex-color-speaking, light-dark(oklch(0.58 0.16 155), oklch(0.76 0.16 155)));
    --_on-accent: var(--nex-color-on-accent, light-dark(oklch(1 0 0), oklch(0.2 0.02 262)));
    /* The accent, and red, as they can be read on the surfaces: for text, icons and rings. */
    --_accent-text: var(--_accent);
    --_danger-text: var(--_danger);
    --_focus: var(--nex-color-focus, var(--_accent-text));
    --_stage: color-mix(in oklab, var(--_surface), oklch(0 0 0) var(--_stage-depth));
    --_stage-depth: 6%;
    --_line: var(--nex-color-line, color-mix(in oklab, var(--_text) 16%, transparent));
    --_hover: color-mix(in oklab, var(--_text) 8%, transparent);
    --_press: color-mix(in oklab, var(--_text) 14%, transparent);
    --_off-accent: var(--_text);
    --_accent-hover: color-mix(in oklab, var(--_accent), var(--_off-accent) 12%);
    --_accent-press: color-mix(in oklab, var(--_accent), var(--_off-accent) 22%);
    --_accent-tint: color-mix(in oklab, var(--_accent) 14%, var(--_raised));
    --_danger-hover: color-mix(in oklab, var(--_danger), oklch(0 0 0) 10%);
    --_scrim: oklch(0.16 0.01 262 / 0.72);
    --_on-scrim: oklch(1 0 0);
    --_radius: var(--nex-radius, 12px);
    --_space: var(--nex-space, 8px);
    --_control: var(--nex-control-size, 48px);
    --_tile-radius: var(--nex-tile-radius, 12px);
    --_tile-gap: var(--nex-tile-gap, 8px);
    --_ease: 160ms cubic-bezier(0.2, 0, 0, 1);
  }

  @supports (color: oklch(from color(from red xyz-d65 x y z) l c h)) {
    :host {
      /* Black or white, whichever reads better: of the grey as bright as the accent, 0.566 is where both reach 4.5:1. */
      --_on-accent: var(
        --nex-color-on-accent,
        oklch(from color(from var(--_accent) xyz-d65 calc(0.95 * y) y calc(1.09 * y)) clamp(0.1, (0.566 - l) * 9999, 1) 0 0)
      );
      /* What makes the accent stand out more from the text on it, not less. */
      --_off-accent: oklch(from var(--_on-accent) calc(1 - l) 0 0);
      --_accent-text: light-dark(oklch(from var(--_accent) min(l, 0.5) c h), oklch(from var(--_accent) max(l, 0.79) c h));
      --_danger-text: light-dark(oklch(from var(--_danger) min(l, 0.5) c h), oklch(from var(--_danger) max(l, 0.79) c h));
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_ease: 0ms linear;
    }
  }
`;
