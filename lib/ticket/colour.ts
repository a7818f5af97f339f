/** A colour as red, green, blue (0–255) and opacity (0–1). */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Reads a computed colour: `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`; `null` for other colour spaces. */
export function parseColour(css: string): Colour | null {
  const [, red, green, blue, alpha = "1"] =
    /^rgba?\(([\d.]+)[, ]+([\d.]+)[, ]+([\d.]+)(?:[,/ ]+([\d.]+))?\)$/.exec(css) ?? [];
  return red && green && blue ? [Number(red), Number(green), Number(blue), Number(alpha)] : null;
}

/** What is seen when a colour lies over an opaque one, in whole channels as it is painted. */
export function over([r, g, b, a]: Colour, [r2, g2, b2]: Colour): Colour {
  const mix = (above: number, below: number) => Math.round(above * a + below * (1 - a));
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

/** Relative luminance, 0 (black) to 1 (white). @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance([r, g, b]: Colour): number {
  const [red, green, blue] = [r, g, b].map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two opaque colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Smallest contrast for text (WCAG 2.2 AA). */
export const AA = 4.5;

/** The colour itself where it can be read on the background, else black or white, whichever can. */
export function readable(colour: Colour, background: Colour): Colour {
  const shown = over(colour, background);
  if (contrast(shown, background) >= AA) return shown;
  const black: Colour = [0, 0, 0, 1];
  const white: Colour = [255, 255, 255, 1];
  return contrast(black, background) > contrast(white, background) ? black : white;
}

export function toCss([r, g, b]: Colour): string {
  return `rgb(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)})`;
}
