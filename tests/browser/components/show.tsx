import axe from "axe-core";
import { type ComponentChild, render } from "preact";
import { expect, onTestFinished, vi } from "vitest";
import { page } from "vitest/browser";
import type { BookedCall } from "../../../lib/booking/outcome";

export interface Shown {
  /** Everything inside; may lie in a shadow root. */
  root: HTMLElement;
  /** The text that a person reads, white space folded. */
  text(): string;
  show(view: ComponentChild): Promise<void>;
}

interface Options {
  css: string;
  /** In a shadow root, as on a portal; else straight in the document, as on our own pages. */
  shadow: boolean;
  dark?: boolean;
  direction?: "ltr" | "rtl";
}

/** Renders a view into the page until the test is over. */
export async function show(view: ComponentChild, options: Options): Promise<Shown> {
  const { css, shadow, dark = false, direction = "ltr" } = options;
  const host = document.createElement("div");
  const root = document.createElement("div");
  const style = document.createElement("style");
  style.textContent = css;
  root.dir = direction;
  (shadow ? host.attachShadow({ mode: "open" }) : host).append(style, root);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.body.style.background = dark ? "#14181f" : "#fff";
  document.body.append(host);
  onTestFinished(() => {
    render(null, root);
    host.remove();
    document.body.removeAttribute("style");
    delete document.documentElement.dataset.theme;
  });
  const shown: Shown = {
    root,
    // biome-ignore lint/performance/useDomNodeTextContent: what is seen, with space between paragraphs
    text: () => root.innerText.replace(/\s+/g, " ").trim(),
    async show(next) {
      render(next, root);
      await vi.waitFor(() => expect(root.childElementCount).toBeGreaterThan(0));
    },
  };
  await shown.show(view);
  return shown;
}

/** Everything that axe finds wrong, in a line each. */
export async function problems(root: Element): Promise<string[]> {
  const { violations } = await axe.run(root, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** Elements that are wider than the place they have. */
export function overflowing(root: Element): string[] {
  const width = document.documentElement.clientWidth;
  return [...root.querySelectorAll("*")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < -0.5 || box.right > width + 0.5);
    })
    .map((element) => `${element.localName}.${element.className} in ${width} px`);
}

/** Sets the width of the window until the test is over. */
export async function windowOf(width: number, height: number): Promise<void> {
  await page.viewport(width, height);
  onTestFinished(() => page.viewport(414, 896));
}

/** A booked call, with what is given instead. */
export function call(given: Partial<BookedCall> = {}): BookedCall {
  return {
    start: "2026-11-23T13:00:00.000Z",
    end: "2026-11-23T13:30:00.000Z",
    status: "accepted",
    paymentRequired: false,
    timeZone: "America/New_York",
    technician: { email: "tess@example.com", name: "Tess Tech" },
    id: "7b0f3c1e-4f59-4a55-9c39-0b5c4f0f9d11",
    bookedAt: "2026-11-20T12:00:00.000Z",
    canJoin: false,
    canChange: false,
    ...given,
  };
}

/** A name without a place to break it, and one in a language that runs from right to left. */
export const LONG = "a-very-long-address-that-nobody-can-remember@subdomain.department.example.com";
export const ARABIC = "علي حسن عبد الرحمن المسؤول عن الدعم الفني";
