import { describe, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { TeachPanel, type TeachPanelProps } from "../../../components/teach/TeachPanel";
import css from "../../../components/teach/teach.css?inline";
import type { TeachView } from "../../../components/teach/teach-view";
import { ARABIC, LONG, overflowing, problems, show, windowOf } from "./show";

const point: TeachView = {
  step: "point",
  field: "assignee",
  text: "Tess Tech",
  suggested: true,
  problem: null,
  optional: false,
  again: false,
};
const views: TeachView[] = [
  { step: "start", problem: "no-id" },
  point,
  { ...point, text: null, problem: "thread", suggested: false, field: "requester", optional: true },
  { ...point, text: LONG },
  { step: "place", position: "after", chosen: true, problem: null },
  {
    step: "review",
    fields: [
      { field: "assignee", text: ARABIC },
      { field: "subject", text: LONG },
    ],
    audience: "agent",
  },
  { step: "next", again: true, problem: "other-page" },
  {
    step: "check",
    fields: [
      { field: "assignee", before: "Tess", now: LONG, problem: null },
      { field: "number", before: "1", now: "1", problem: "same" },
      { field: "subject", before: "x", now: null, problem: "empty" },
    ],
    ok: false,
    saving: false,
    failure: null,
  },
  { step: "done" },
  { step: "gone" },
];

const panel = (view: TeachView, given: Partial<TeachPanelProps> = {}) => (
  <TeachPanel
    view={view}
    marked=""
    dock="right"
    onDock={vi.fn()}
    onStart={vi.fn()}
    onChoose={vi.fn()}
    onAccept={vi.fn()}
    onSkip={vi.fn()}
    onBack={vi.fn()}
    onPosition={vi.fn()}
    onFloat={vi.fn()}
    onPointAgain={vi.fn()}
    onRemove={vi.fn()}
    onAudience={vi.fn()}
    onSave={vi.fn()}
    onStartOver={vi.fn()}
    onLeave={vi.fn()}
    {...given}
  />
);
const showPanel = (view: TeachView, given = {}, options = {}) =>
  show(panel(view, given), { css, shadow: true, ...options });

test("what would be read, and Enter is yes", async () => {
  const onAccept = vi.fn();
  const { root, text } = await showPanel(point, { onAccept });
  expect(text()).toContain("CallCard found this by itself. Is it right? In charge: Tess Tech");
  const focused = () => (root.getRootNode() as ShadowRoot).activeElement?.textContent;
  await vi.waitFor(() => expect(focused()).toBe("Right"));
  await userEvent.keyboard("{Enter}");
  expect(onAccept).toHaveBeenCalledTimes(1);
});

test("nothing from the page is markup", async () => {
  const { root } = await showPanel({ ...point, text: "<img src=x onerror=alert(1)>" });
  expect(root.querySelector("img")).toBeNull();
});

test("what is suspicious on the second ticket is called out, and cannot be saved", async () => {
  const onPointAgain = vi.fn();
  const view = views.find(({ step }) => step === "check");
  if (!view) throw new Error("no check");
  const { text } = await showPanel(view, { onPointAgain });
  expect(text()).toContain("This is the same as on the first ticket");
  expect(text()).not.toContain("Right, save");
  await page.getByRole("button", { name: "Something is wrong: point again (Ticket number)" }).click();
  expect(onPointAgain).toHaveBeenCalledWith("number");
});

test.each([
  ["right", "left"],
  ["left", "bottom"],
  ["bottom", "right"],
] as const)("it can be moved out of the way: from the %s to the %s", async (dock, next) => {
  const onDock = vi.fn();
  await showPanel(point, { dock, onDock });
  await page.getByRole("button", { name: `Move this panel to the ${next}` }).click();
  expect(onDock).toHaveBeenCalledWith(next);
});

describe.each(views.map((view, at) => [`${at} ${view.step}`, view] as const))("%s", (_, view) => {
  test("nothing is wrong for axe", async () => {
    const { root } = await showPanel(view);
    expect(await problems(root)).toEqual([]);
  });
  test.each(["ltr", "rtl"] as const)("nothing sticks out at 320 px (%s)", async (direction) => {
    await windowOf(320, 640);
    const { root } = await showPanel(view, {}, { direction });
    expect(overflowing(root)).toEqual([]);
  });
});
