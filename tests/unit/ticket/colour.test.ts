import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  AA,
  type Colour,
  contrast,
  luminance,
  over,
  parseColour,
  readable,
  toCss,
} from "../../../lib/ticket/colour";

const channel = fc.integer({ min: 0, max: 255 });
const opaque = fc.tuple(channel, channel, channel, fc.constant(1)) as fc.Arbitrary<Colour>;
const any = fc.tuple(
  channel,
  channel,
  channel,
  fc.double({ min: 0, max: 1, noNaN: true }),
) as fc.Arbitrary<Colour>;
const BLACK: Colour = [0, 0, 0, 1];
const WHITE: Colour = [255, 255, 255, 1];

test.each<[string, Colour | null]>([
  ["rgb(1, 2, 3)", [1, 2, 3, 1]],
  ["rgb(0, 0, 0)", [0, 0, 0, 1]],
  ["rgba(1, 2, 3, 0.5)", [1, 2, 3, 0.5]],
  ["rgba(0, 0, 0, 0)", [0, 0, 0, 0]],
  ["rgb(1 2 3 / 0.25)", [1, 2, 3, 0.25]],
  ["color(srgb 1 0 0)", null],
  ["oklch(0.5 0.1 20)", null],
  ["transparent", null],
  ["", null],
])("reads %s", (css, colour) => expect(parseColour(css)).toEqual(colour));

// Values of the WCAG 2.2 contrast formula, as other calculators give them.
test.each<[Colour, Colour, number]>([
  [BLACK, WHITE, 21],
  [WHITE, WHITE, 1],
  [[119, 119, 119, 1], WHITE, 4.48],
  [[118, 118, 118, 1], WHITE, 4.54],
  [[255, 0, 0, 1], WHITE, 4],
  [[29, 78, 216, 1], WHITE, 6.7],
])("contrast of %j and %j is %d", (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 1);
});

test("contrast is between 1 and 21, whichever colour comes first", () => {
  fc.assert(
    fc.property(opaque, opaque, (a, b) => {
      expect(contrast(a, b)).toBe(contrast(b, a));
      expect(contrast(a, b)).toBeGreaterThanOrEqual(1);
      expect(contrast(a, b)).toBeLessThanOrEqual(21);
    }),
  );
});

test("half transparent white over black is grey; a transparent colour shows what lies below", () => {
  expect(over([255, 255, 255, 0.5], BLACK)).toEqual([128, 128, 128, 1]);
  fc.assert(
    fc.property(opaque, opaque, ([r, g, b], below) => {
      expect(over([r, g, b, 0], below)).toEqual(below);
    }),
  );
});

test("what is readable keeps its colour", () => {
  fc.assert(
    fc.property(opaque, opaque, (colour, background) => {
      fc.pre(contrast(colour, background) >= AA);
      expect(readable(colour, background)).toEqual(colour);
    }),
  );
});

test("text can be read on every background, as the card writes it", () => {
  fc.assert(
    fc.property(any, opaque, (colour, background) => {
      const written = parseColour(toCss(readable(colour, background)));
      expect(written && contrast(written, background)).toBeGreaterThanOrEqual(AA);
    }),
    // Just above the limit before it is rounded to whole channels.
    {
      numRuns: 20_000,
      examples: [
        [
          [147, 41, 125, 0.786241843165506],
          [248, 254, 69, 1],
        ],
      ],
    },
  );
});

test("luminance grows with every channel", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 254 }), channel, channel, (r, g, b) => {
      expect(luminance([r + 1, g, b, 1])).toBeGreaterThan(luminance([r, g, b, 1]));
      expect(luminance([g, r + 1, b, 1])).toBeGreaterThan(luminance([g, r, b, 1]));
      expect(luminance([g, b, r + 1, 1])).toBeGreaterThan(luminance([g, b, r, 1]));
    }),
  );
});
