import { describe, expect, test } from "vitest";
import { newPortal, type Portal } from "../../../lib/settings/portal";
import { findPage } from "../../../lib/ticket/find-page";
import { PageDefinition } from "../../../lib/ticket/page-definition";
import { presets } from "../../../lib/ticket/presets";
import { myPortal } from "../../../lib/ticket/presets/my-portal";
import { requestTracker } from "../../../lib/ticket/presets/request-tracker";

const portal = (given: Partial<Portal> = {}): Portal => ({
  ...newPortal({ origin: "https://help.example.com", basePath: "" }, []),
  ...given,
});
const below = (address: string, folder: string) => {
  const url = new URL(address);
  url.pathname = folder + url.pathname;
  return url;
};
const own = PageDefinition.parse({ kind: "application", url: "/tickets/:id", fields: {} });

describe.each(presets.map((preset) => [preset.name, preset] as const))("%s", (_, preset) => {
  test.each(preset.examples.tickets)("%s is the same page at the top and below a folder", (address) => {
    const top = findPage(portal(), preset, new URL(address));
    expect(top).not.toBeNull();
    for (const folder of ["/help", "/it/desk"]) {
      expect(findPage(portal(), preset, below(address, folder))).toEqual({ ...top, basePath: folder });
      expect(findPage(portal({ basePath: folder }), preset, below(address, folder))).toEqual({
        ...top,
        basePath: folder,
      });
    }
  });
  test.each(preset.examples.lists ?? [])("%s is a list, below a folder too", (address) => {
    for (const folder of ["", "/help", "/it/desk"]) {
      expect(findPage(portal(), preset, below(address, folder))?.page.kind).toBe("list");
    }
  });
  test("only its lists are lists", () => {
    const kinds = preset.examples.tickets.map(
      (address) => findPage(portal(), preset, new URL(address))?.page.kind,
    );
    expect(kinds).not.toContain("list");
    const lists = preset.pages.filter(({ kind }) => kind === "list");
    expect(lists.length > 0).toBe((preset.examples.lists ?? []).length > 0);
  });
  test.each(preset.examples.others)("%s is no ticket, below a folder neither", (address) => {
    for (const folder of ["", "/help", "/it/desk"]) {
      expect(findPage(portal(), preset, below(address, folder))).toBeNull();
    }
  });
});

test("agents' tickets of MyPortal are not taken for customers' tickets below a folder", () => {
  const [agents, customers] = myPortal.pages;
  const page = (path: string) =>
    findPage(portal(), myPortal, new URL(path, "https://help.example.com"))?.page;
  expect(page("/admin/tickets/7")).toBe(agents);
  expect(page("/tickets/7")).toBe(customers);
});

test("where a base path is configured, nothing else counts", () => {
  const at = (path: string) =>
    findPage(portal({ basePath: "/rt" }), requestTracker, new URL(path, "https://help.example.com"));
  expect(at("/rt/Ticket/Display.html?id=7")).not.toBeNull();
  expect(at("/Ticket/Display.html?id=7")).toBeNull();
  expect(at("/other/Ticket/Display.html?id=7")).toBeNull();
});

test("the portal's own pages come before the product's, and not below folders", () => {
  const given = portal({ pages: [own] });
  const at = (path: string) => findPage(given, myPortal, new URL(path, "https://help.example.com"))?.page;
  expect(at("/tickets/7")).toBe(own);
  expect(at("/admin/tickets/7")).toBe(myPortal.pages[0]);
  expect(at("/x/tickets/7")).toBe(myPortal.pages[1]);
});

test("without a product there are the portal's own pages only", () => {
  expect(findPage(portal(), null, new URL("https://help.example.com/tickets/7"))).toBeNull();
  expect(
    findPage(portal({ pages: [own] }), null, new URL("https://help.example.com/tickets/7"))?.groups,
  ).toEqual({
    id: "7",
  });
});
