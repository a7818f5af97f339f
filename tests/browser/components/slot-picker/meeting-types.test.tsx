import { useState } from "preact/hooks";
import { expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import {
  MeetingTypeList,
  type MeetingTypeListProps,
} from "../../../../components/slot-picker/MeetingTypeList";
import { show } from "../show";
import { css, types } from "./given";

const given = (own: Partial<MeetingTypeListProps> = {}): MeetingTypeListProps => ({
  technician: "Tess Tech",
  types: { state: "ready", value: types },
  chosen: null,
  onChoose: vi.fn(),
  onContinue: vi.fn(),
  onRetry: vi.fn(),
  ...own,
});
function KeptList(own: Partial<MeetingTypeListProps>) {
  const [chosen, setChosen] = useState(own.chosen ?? null);
  return <MeetingTypeList {...given(own)} chosen={chosen} onChoose={setChosen} />;
}
const showList = (own: Partial<MeetingTypeListProps> = {}) =>
  show(<KeptList {...own} />, { css, shadow: false });

test("each kind of call with what is known of it", async () => {
  const { text } = await showList();
  await expect.element(page.getByRole("group", { name: "What kind of call?" })).toBeVisible();
  const first = page.getByRole("radio", { name: "Intro call" });
  await expect
    .element(first)
    .toHaveAccessibleDescription("30 minutes · Video call A short call about your ticket.");
  await expect.element(page.getByRole("radio", { name: "Visit" })).toHaveAccessibleDescription("1 hour");
  expect(text()).toContain("15 minutes · Phone");
});

test("chosen and confirmed by keyboard", async () => {
  const onContinue = vi.fn();
  await showList({ onContinue });
  await userEvent.keyboard("{Tab}{Enter}");
  expect(onContinue).not.toHaveBeenCalled(); // nothing is chosen yet
  await userEvent.keyboard(" {ArrowDown}");
  await expect.element(page.getByRole("radio", { name: "Quick question" })).toBeChecked();
  await userEvent.keyboard("{Tab}{Enter}");
  expect(onContinue.mock.calls).toEqual([["quick"]]);
});

test("one that is not offered any more is not chosen", async () => {
  const onContinue = vi.fn();
  await showList({ chosen: "gone", onContinue });
  await expect
    .element(page.getByRole("button", { name: "Continue" }))
    .toHaveAttribute("aria-disabled", "true");
});

test("on their way", async () => {
  const { text } = await showList({ types: { state: "loading" } });
  await vi.waitFor(() => expect(text()).toBe("Looking for the calls that Tess Tech offers …"));
});

test("not to be had", async () => {
  const onRetry = vi.fn();
  await showList({ types: { state: "failed", text: "The token is not valid any more." }, onRetry });
  await expect.element(page.getByRole("alert")).toHaveTextContent("The token is not valid any more.");
  await page.getByRole("button", { name: "Try again" }).click();
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test("none", async () => {
  const { text } = await showList({ types: { state: "ready", value: [] } });
  expect(text()).toBe("Tess Tech offers no calls at the moment.");
});
