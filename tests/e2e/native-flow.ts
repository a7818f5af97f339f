import type { FrameLocator, Page } from "@playwright/test";

/** Choosing a time in CallCard, in the dialog's frame or in a window of its own. */
export function flowOf(page: FrameLocator | Page) {
  return {
    types: page.locator(".meeting-type"),
    type: (name: string) => page.locator(".meeting-type", { hasText: name }),
    days: page.locator('[data-day][aria-disabled="false"]'),
    slots: page.locator(".slot"),
    next: page.getByRole("button", { name: "Continue", exact: true }),
    name: page.getByLabel("Name"),
    email: page.getByLabel("E-mail"),
    notes: page.getByLabel("Notes (optional)"),
    problem: page.locator(".booking-problem"),
    step: (name: string) => page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name }),
  };
}

/** Chooses a kind of call where there are several, the first free day and its first slot. @returns its time, ISO */
export async function chooseTime(flow: ReturnType<typeof flowOf>, type: string | null): Promise<string> {
  if (type !== null) {
    await flow.type(type).click();
    await flow.next.click();
  }
  await flow.days.first().click();
  const slot = flow.slots.first().locator("input");
  const start = (await slot.getAttribute("value")) ?? "";
  await flow.slots.first().click();
  await flow.next.click();
  await flow.name.waitFor();
  return start;
}
