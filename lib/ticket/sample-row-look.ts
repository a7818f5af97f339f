import { luminance, over, parseColour, readable, toCss } from "./colour";
import type { Look } from "./page-definition";
import { BUTTONS, backdrop, find } from "./sample-look";

/** How a list's rows look, for the small buttons in them. */
export interface RowLook {
  dark: boolean;
  /** Custom properties as the text of a style attribute. */
  css: string;
}

/** The smallest text of a row's button, in CSS pixels. */
const SMALLEST = 12;

/**
 * Samples type and colours from where a row's button goes, and the shape from the portal's buttons. One sample serves
 * all rows of a list.
 */
export function sampleRowLook(document: Document, anchor: Element, look: Look | undefined): RowLook {
  const style = getComputedStyle(anchor);
  const background = backdrop(anchor, document);
  const link = find(anchor.closest("table, [role=grid], ul, ol") ?? document, "a[href]");
  const sampled = parseColour(getComputedStyle(link ?? anchor).color) ?? [0, 0, 0, 1];
  const colour = toCss(readable(sampled, background));
  const button = find(document, look?.button) ?? find(document, BUTTONS);
  const fill = button && parseColour(getComputedStyle(button).backgroundColor);
  const hover = fill?.[3] ? over(fill, background) : readable(sampled, background);
  const size = Math.max(SMALLEST, Math.round(Number.parseFloat(style.fontSize) * 0.875));
  const properties = {
    "--font": style.fontFamily,
    "--size": `${size}px`,
    "--colour": colour,
    "--radius": button ? getComputedStyle(button).borderTopLeftRadius : "4px",
    "--hover": toCss(hover),
    "--hover-text": toCss(readable(background, hover)),
  };
  const dark = luminance(background) < 0.4;
  const css = Object.entries(properties).map(([name, value]) => `${name}: ${value}`);
  return { dark, css: [...css, `color-scheme: ${dark ? "dark" : "light"}`].join("; ") };
}
