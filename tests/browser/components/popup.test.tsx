import { describe, expect, test, vi } from "vitest";
import pageCss from "../../../components/page.css?inline";
import { Popup, type PopupProps } from "../../../components/popup/Popup";
import popupCss from "../../../entrypoints/popup/popup.css?inline";
import type { PageReport } from "../../../lib/messages";
import type { PageDefinition } from "../../../lib/ticket/page-definition";
import { problems, show } from "./show";

const guessed: PageDefinition = {
  kind: "ticket",
  url: "/tickets/:id(\\d+)",
  root: ".facts",
  fields: { assignee: [{ label: "assignee" }] },
  place: [],
  emptyAssignee: "unknown",
  audience: "agent",
};
const report: PageReport = {
  portal: { id: "help", name: "Help desk" },
  preset: "Request Tracker",
  product: { id: "request-tracker", seen: "5.0.3, November 2026" },
  page: { from: "preset", kind: "ticket", url: "/Ticket/Display.html?id=:id(\\d+)", root: "found" },
  fields: [
    {
      name: "number",
      answered: 1,
      sources: [
        { kind: "css", where: ".id .value" },
        { kind: "url", where: "id" },
      ],
    },
    { name: "assignee", answered: null, sources: [{ kind: "css", where: ".owner .user" }] },
  ],
  guess: null,
  drift: null,
  ticket: null,
  offer: null,
  reason: { reason: "assignee-unknown" },
  lookup: null,
  drivenOut: false,
  rows: null,
};

const callbacks = () => ({
  onGo: vi.fn(),
  onBrief: vi.fn(),
  onCopy: vi.fn(),
  onLookAgain: vi.fn(),
  onAllow: vi.fn(),
  onAdd: vi.fn(),
  onReload: vi.fn(),
  onCopyReport: vi.fn(),
  onUseGuess: vi.fn(),
  onTeach: vi.fn(),
});
const none = (given: Partial<PageReport> = {}) =>
  ({ at: "none", report: { ...report, ...given }, reason: { reason: "assignee-unknown" } }) as const;

function popup(given: Partial<PopupProps> = {}) {
  const props: PopupProps = { state: none(), result: null, drift: null, calls: [], ...callbacks(), ...given };
  return show(<Popup {...props} />, { css: pageCss + popupCss, shadow: false });
}

describe("why there is no card", () => {
  test("says product, page and each field with what answered or failed, when it is asked", async () => {
    const shown = await popup();
    expect(shown.text()).toContain("Why is there no card?");
    expect(shown.text()).not.toContain("Request Tracker");
    shown.root.querySelector("summary")?.click();
    const facts = [...shown.root.querySelectorAll(".why dl > div")].map((row) =>
      (row.textContent ?? "").replace(/\s+/g, " "),
    );
    expect(facts).toEqual([
      "PortalHelp desk",
      "ProductRequest Tracker, as seen in 5.0.3, November 2026",
      "AccessAllowed by the browser",
      "PageKnown by the product: /Ticket/Display.html?id=:id(\\d+)",
      "Numberby address id",
      "Person in chargeNot found by selector .owner .user",
      "Your techniciansNot asked: nobody was read",
    ]);
  });

  test.each([
    ["answered", null, "Answered."],
    ["not-asked", null, "Not asked: the page says it all."],
    ["failed", { cause: "refused", status: 403 }, /^Failed\. .*403/],
    ["half", { cause: "too-slow" }, /^Answered; asking for more about that person failed\. ./],
  ] as const)("says what was asked, and how it went: %s", async (state, failure, text) => {
    const lookup = { from: "preset", url: "/REST/2.0/ticket/{id}", state, failure } as const;
    const shown = await popup({ state: none({ lookup }) });
    shown.root.querySelector("summary")?.click();
    const row = [...shown.root.querySelectorAll(".why dl > div")].find((row) =>
      row.textContent?.startsWith("Asking the portal"),
    );
    expect(row?.querySelector("code")?.textContent).toBe("/REST/2.0/ticket/{id}");
    expect(row?.classList.contains("failed")).toBe(failure !== null);
    expect(row?.querySelector("dd")?.textContent?.replace("/REST/2.0/ticket/{id} ", "")).toMatch(text);
  });

  test("“Me” that nobody has introduced leads to one's own settings", async () => {
    const onGo = vi.fn();
    const state = { ...none(), reason: { reason: "me-unknown" } } as const;
    const shown = await popup({ state, onGo });
    expect(shown.text()).toContain("This page says that it is you.");
    shown.root.querySelector<HTMLElement>("button.primary")?.click();
    expect(onGo).toHaveBeenCalledWith("my-link");
  });

  test("a report can be copied", async () => {
    const onCopyReport = vi.fn();
    const shown = await popup({ onCopyReport });
    shown.root.querySelector("summary")?.click();
    shown.root.querySelector<HTMLElement>(".why button")?.click();
    expect(onCopyReport).toHaveBeenCalledWith(report);
  });

  test("on a page that fits nothing", async () => {
    const shown = await popup({ state: none({ product: null, preset: null, page: null, fields: [] }) });
    shown.root.querySelector("summary")?.click();
    expect(shown.text()).toContain("No description fits this address");
    expect(shown.text()).toContain("Not one that CallCard knows");
  });
});

test("a changed page is said in words", async () => {
  const drift = "Request Tracker’s page has changed: CallCard no longer finds who is in charge.";
  expect((await popup({ drift })).text()).toContain(drift);
});

test("a guess is asked for, with what was found and where", async () => {
  const onUseGuess = vi.fn();
  const guess = { label: "Assigned to", value: "Tess Tech", page: guessed };
  const state = none({ guess, page: null, fields: [] });
  const shown = await popup({ state, onUseGuess });
  expect(shown.text()).toContain("Is this the person in charge? Found beside “Assigned to”: Tess Tech.");
  shown.root.querySelector<HTMLElement>("button.primary")?.click();
  expect(onUseGuess).toHaveBeenCalledWith(state.report);
});

test.each([true, false])("the rows of a list: nothing that axe finds wrong (dark: %s)", async (dark) => {
  const rows = { total: 9, seen: 5, buttons: 3, reasons: { unassigned: 1, "not-in-directory": 1 } };
  const props: PopupProps = {
    state: { at: "rows", rows },
    result: null,
    drift: null,
    calls: [],
    ...callbacks(),
  };
  const shown = await show(<Popup {...props} />, { css: pageCss + popupCss, shadow: false, dark });
  expect(shown.text()).toContain("3 of the 5 rows seen so far have a button.");
  expect(await problems(shown.root)).toEqual([]);
});

test.each([true, false])("nothing that axe finds wrong (dark: %s)", async (dark) => {
  const props = { state: none(), result: null, drift: "It has changed.", calls: [], ...callbacks() };
  const shown = await show(<Popup {...props} />, { css: pageCss + popupCss, shadow: false, dark });
  shown.root.querySelector("summary")?.click();
  expect(await problems(shown.root)).toEqual([]);
});
