import { type Colour, luminance, over, parseColour, readable, toCss } from "./colour";
import { parentAcross, selectAll } from "./deep-select";
import type { FoundPlace } from "./find-place";
import type { Look } from "./page-definition";

/** How the surroundings look, as custom properties for the card. */
export interface SampledLook {
  dark: boolean;
  /** Level of the portal's own card headings, 2 to 6. */
  headingLevel: number;
  properties: Readonly<Record<`--${string}`, string>>;
}

const WHITE: Colour = [255, 255, 255, 1];
export const BUTTONS =
  "button[type=submit], input[type=submit], .btn-primary, .button--primary, button:not([aria-label])";

/**
 * Samples type, colours, borders and spacing from the card's neighbours, so that it looks as if the portal's own
 * designers had made it. Text that could not be read on its background (WCAG AA) becomes black or white.
 */
export function sampleLook(
  document: Document,
  place: FoundPlace | null,
  look: Look | undefined,
): SampledLook {
  const around = (place && parentAcross(place.anchor)) ?? document.body;
  const surface = find(around, look?.surface) ?? find(document, look?.surface) ?? neighbour(place) ?? around;
  const inside = (css: string | undefined) => find(surface, css) ?? find(document, css);
  const heading = inside(look?.heading) ?? surface.querySelector("h1, h2, h3, h4, h5, h6");
  const header = inside(look?.header);
  const body = inside(look?.body);
  const button = find(document, look?.button) ?? find(document, BUTTONS);

  const style = getComputedStyle(surface);
  const behind = backdrop(parentAcross(surface), document);
  const background = over(parseColour(style.backgroundColor) ?? WHITE_CLEAR, behind);
  const text = readable(parseColour(getComputedStyle(body ?? surface).color) ?? [0, 0, 0, 1], background);
  const link = surface.querySelector("a[href]");
  const linkColour = readable((link && parseColour(getComputedStyle(link).color)) ?? text, background);

  return {
    dark: luminance(background) < 0.4,
    headingLevel: levelOf(heading),
    properties: {
      "--font": style.fontFamily,
      "--size": getComputedStyle(body ?? surface).fontSize,
      "--line": style.lineHeight,
      "--text": toCss(text),
      "--link": toCss(linkColour),
      "--background": parseColour(style.backgroundColor)?.[3] ? style.backgroundColor : toCss(background),
      "--border": `${style.borderLeftWidth} ${style.borderLeftStyle} ${style.borderLeftColor}`,
      "--border-top": `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor}`,
      "--radius": style.borderTopLeftRadius,
      "--shadow": style.boxShadow,
      "--margin": `${style.marginTop} 0 ${style.marginBottom}`,
      ...headerLook(header, style, background),
      "--body-padding": body ? getComputedStyle(body).padding : "0",
      ...headingLook(heading, header, text, background),
      ...buttonLook(button, background),
    },
  };
}

const WHITE_CLEAR: Colour = [255, 255, 255, 0];

function headerLook(header: Element | null, surface: CSSStyleDeclaration, background: Colour) {
  if (!header) return { "--padding": usable(surface.padding), "--header-padding": "0" } as const;
  const style = getComputedStyle(header);
  const colour = parseColour(style.backgroundColor);
  return {
    "--padding": surface.padding,
    "--header-padding": style.padding,
    "--header-margin": style.margin,
    "--header-background": colour?.[3] ? toCss(over(colour, background)) : "transparent",
    "--header-border": `${style.borderBottomWidth} ${style.borderBottomStyle} ${style.borderBottomColor}`,
  } as const;
}

function headingLook(heading: Element | null, header: Element | null, text: Colour, background: Colour) {
  if (!heading) return {} as const;
  const style = getComputedStyle(heading);
  const headerColour = header && parseColour(getComputedStyle(header).backgroundColor);
  const behind = headerColour ? over(headerColour, background) : background;
  return {
    "--heading-padding": `0 ${style.paddingRight} 0 ${style.paddingLeft}`,
    "--heading-size": style.fontSize,
    "--heading-weight": style.fontWeight,
    "--heading-font": style.fontFamily,
    "--heading-transform": style.textTransform,
    "--heading-spacing": style.letterSpacing,
    "--heading-colour": toCss(readable(parseColour(style.color) ?? text, behind)),
  } as const;
}

function buttonLook(button: Element | null, background: Colour) {
  if (!button) return {} as const;
  const style = getComputedStyle(button);
  const sampled = parseColour(style.backgroundColor);
  if (!sampled?.[3]) return {} as const;
  const behind = over(sampled, background);
  return {
    "--button-background": toCss(behind),
    "--button-text": toCss(readable(parseColour(style.color) ?? WHITE, behind)),
    "--button-border": `${style.borderTopWidth} ${style.borderTopStyle} ${style.borderTopColor}`,
    "--button-radius": style.borderTopLeftRadius,
    "--button-padding": style.padding,
    "--button-weight": style.fontWeight,
    "--button-size": style.fontSize,
    "--button-transform": style.textTransform,
  } as const;
}

/** The next block beside the place that looks like a card: it has a background, a border or a shadow of its own. */
function neighbour(place: FoundPlace | null): Element | null {
  if (!place) return null;
  const { anchor, position } = place;
  const siblings =
    position === "append" || position === "prepend"
      ? [...anchor.children]
      : [anchor, ...(anchor.parentElement?.children ?? [])];
  return siblings.find((element) => looksLikeCard(getComputedStyle(element))) ?? null;
}

function looksLikeCard(style: CSSStyleDeclaration): boolean {
  const hasBackground = (parseColour(style.backgroundColor)?.[3] ?? 0) > 0;
  return hasBackground || style.boxShadow !== "none" || Number.parseFloat(style.borderTopWidth) > 0;
}

/** The opaque colour behind an element; gradients and images are judged by the text that stands on them. */
export function backdrop(element: Element | null, document: Document): Colour {
  const layers: Colour[] = [];
  for (let at = element; at; at = parentAcross(at)) {
    const style = getComputedStyle(at);
    const colour = parseColour(style.backgroundColor);
    if (colour?.[3]) layers.push(colour);
    if (colour?.[3] === 1) break;
    if (style.backgroundImage !== "none") {
      const text = parseColour(style.color);
      layers.push(text && luminance(text) > 0.5 ? [17, 24, 39, 1] : WHITE);
      break;
    }
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const canvas: Colour =
    scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18, 1] : WHITE;
  return layers.reduceRight<Colour>((below, layer) => over(layer, below), canvas);
}

function levelOf(heading: Element | null): number {
  const level = Number(
    /^H([2-6])$/.exec(heading?.tagName ?? "")?.[1] ?? heading?.getAttribute("aria-level") ?? 2,
  );
  return level >= 2 && level <= 6 ? level : 2;
}

/** Blocks without any padding (a plain column) get some, so that the text does not stick to a border. */
function usable(padding: string): string {
  return Number.parseFloat(padding) > 0 ? padding : "12px";
}

export function find(root: ParentNode, css: string | undefined): Element | null {
  return css
    ? (selectAll(root, css).find((element) => !element.localName.startsWith("callcard-")) ?? null)
    : null;
}
