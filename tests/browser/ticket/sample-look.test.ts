import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { AA, type Colour, contrast, over, parseColour } from "../../../lib/ticket/colour";
import type { FoundPlace } from "../../../lib/ticket/find-place";
import { sampleLook } from "../../../lib/ticket/sample-look";

const LOOK = { surface: ".card", header: ".head", heading: ".title", body: ".body", button: ".go" };

interface Styles {
  body?: string;
  card?: string;
  head?: string;
  title?: string;
  text?: string;
  go?: string;
  link?: string;
}

/** A sidebar with one card of the portal. */
function show(styles: Styles): FoundPlace {
  const style = (name: keyof Styles) => `style="${styles[name] ?? ""}"`;
  document.body.style.cssText = styles.body ?? "";
  document.body.innerHTML = `<aside><section class="card" ${style("card")}>
    <header class="head" ${style("head")}><h3 class="title" ${style("title")}>Details</h3></header>
    <div class="body" ${style("text")}>Text <a href="#x" ${style("link")}>link</a>
    <button class="go" ${style("go")}>Save</button></div></section></aside>`;
  const anchor = document.querySelector(".card");
  if (!anchor) throw new Error("no card");
  return { anchor, position: "after" };
}

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  document.documentElement.removeAttribute("style");
});

function colour(css: string | undefined): Colour {
  const parsed = parseColour(css ?? "");
  if (!parsed) throw new Error(`no colour: ${css}`);
  return parsed;
}

/** Contrast of every text of the card with what is painted behind it. `behind` is what the card lies on. */
function contrasts({ properties }: ReturnType<typeof sampleLook>, behind: Colour) {
  const card = over(colour(properties["--background"]), behind);
  const headerCss = properties["--header-background"];
  const header = headerCss && headerCss !== "transparent" ? over(colour(headerCss), card) : card;
  const button = properties["--button-background"];
  return {
    text: contrast(colour(properties["--text"]), card),
    link: contrast(colour(properties["--link"]), card),
    ...(properties["--heading-colour"] && {
      heading: contrast(colour(properties["--heading-colour"]), header),
    }),
    ...(button && { button: contrast(colour(properties["--button-text"]), colour(button)) }),
  };
}

function expectReadable(look: ReturnType<typeof sampleLook>, behind: Colour): void {
  for (const [what, ratio] of Object.entries(contrasts(look, behind))) {
    // A card that is painted half transparent is composed by the browser in finer steps than whole channels.
    expect(ratio, what).toBeGreaterThanOrEqual(AA - 0.05);
  }
}

const WHITE: Colour = [255, 255, 255, 1];
const NAVY: Colour = [17, 24, 39, 1];

describe("text can be read", () => {
  test.each<[string, Styles, Colour, boolean]>([
    ["light", { card: "background: #fff; color: #222" }, WHITE, false],
    ["dark", { body: "background: #111; color: #eee", card: "background: #222" }, [17, 17, 17, 1], true],
    ["no background at all", {}, WHITE, false],
    ["grey on grey", { card: "background: #888; color: #999", head: "background: #777" }, WHITE, true],
    ["white on white", { card: "color: #fff", title: "color: #fff", link: "color: #ff0" }, WHITE, false],
    ["black on a dark page", { body: "background: #000", card: "color: #000" }, [0, 0, 0, 1], true],
    [
      "half transparent on a dark gradient (MyPortal)",
      {
        body: "background: linear-gradient(#0f172a, #1f2937); color: #e2e8f0",
        card: "background: rgba(30, 41, 59, 0.85); color: #e2e8f0",
        link: "color: #38bdf8",
      },
      NAVY,
      true,
    ],
    [
      "light gradient",
      { body: "background: linear-gradient(#fff, #eef); color: #222", card: "color: #aaa" },
      WHITE,
      false,
    ],
    ["pale button", { go: "background: #ffd; color: #fff" }, WHITE, false],
    ["button without a background", { go: "background: none; color: #fff" }, WHITE, false],
    ["half transparent text", { card: "background: #fff; color: rgba(0, 0, 0, 0.2)" }, WHITE, false],
    ["a colour space that is not sRGB", { card: "background: oklch(0.2 0 0); color: #fff" }, WHITE, false],
  ])("%s", (_, styles, behind, dark) => {
    const look = sampleLook(document, show(styles), LOOK);
    expectReadable(look, behind);
    expect(look.dark).toBe(dark);
  });

  test("whatever the portal's colours are", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    const alpha = fc.constantFrom(0, 0.3, 0.85, 1, 1);
    const css = fc
      .tuple(channel, channel, channel, alpha)
      .map(([r, g, b, a]) => `rgba(${r}, ${g}, ${b}, ${a})`);
    const opaque = fc.tuple(channel, channel, channel, fc.constant(1));
    fc.assert(
      fc.property(opaque, css, css, css, css, css, css, css, ([r, g, b], ...colours) => {
        const [card, text, head, title, go, goText, link] = colours;
        const place = show({
          body: `background: rgb(${r}, ${g}, ${b})`,
          card: `background: ${card}; color: ${text}`,
          head: `background: ${head}`,
          title: `color: ${title}`,
          go: `background: ${go}; color: ${goText}`,
          link: `color: ${link}`,
        });
        expectReadable(sampleLook(document, place, LOOK), [r, g, b, 1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the look is the portal's", () => {
  test("type, colours, border, button", () => {
    const { properties, headingLevel } = sampleLook(
      document,
      show({
        card: "background: rgb(250, 250, 240); border: 2px solid rgb(9, 9, 9); border-radius: 7px; font: 15px Georgia",
        title: "font-size: 19px; text-transform: uppercase; color: rgb(1, 2, 3)",
        go: "background: rgb(0, 80, 0); color: rgb(255, 255, 255); border-radius: 3px; padding: 1px 2px",
      }),
      LOOK,
    );
    expect(headingLevel).toBe(3);
    expect(properties).toMatchObject({
      "--background": "rgb(250, 250, 240)",
      "--font": "Georgia",
      "--size": "15px",
      "--radius": "7px",
      "--border": "2px solid rgb(9, 9, 9)",
      "--heading-size": "19px",
      "--heading-transform": "uppercase",
      "--heading-colour": "rgb(1, 2, 3)",
      "--button-background": "rgb(0, 80, 0)",
      "--button-text": "rgb(255, 255, 255)",
      "--button-radius": "3px",
      "--button-padding": "1px 2px",
    });
  });

  test("without a place and without hints there is a look all the same", () => {
    document.body.innerHTML = "<h1>Title</h1><p>Text</p>";
    const look = sampleLook(document, null, undefined);
    expectReadable(look, WHITE);
    expect(look.headingLevel).toBe(2);
  });

  test("our own card is not sampled", () => {
    const place = show({ card: "background: rgb(1, 2, 3); color: rgb(255, 255, 255)" });
    const own = document.createElement("callcard-card");
    own.className = "card";
    own.style.background = "rgb(255, 0, 0)";
    place.anchor.before(own);
    expect(sampleLook(document, place, LOOK).properties["--background"]).toBe("rgb(1, 2, 3)");
  });
});
