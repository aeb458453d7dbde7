import { generate } from 'lean-qr';
import { svg, html, type TemplateResult } from 'lit';

/** Light modules around it, without which readers do not find it. */
const QUIET = 4;

/** The text as a QR code, dark on light in every theme. Throws when it is too long for any. */
export function qrCode(text: string): TemplateResult {
  const code = generate(text);
  const size = code.size + 2 * QUIET;
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  return html`<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
}
