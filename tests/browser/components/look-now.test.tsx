import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import { LookNow, type LookNowProps } from "../../../components/options/LookNow";
import pageCss from "../../../components/page.css?inline";
import optionsCss from "../../../entrypoints/options/options.css?inline";
import { overflowing, problems, show, windowOf } from "./show";

const showLook = (given: Partial<LookNowProps> = {}, dark = false) =>
  show(<LookNow schedulers={["Calendly", "Cal.com"]} isLooking={false} onLook={vi.fn()} {...given} />, {
    css: pageCss + optionsCss,
    shadow: false,
    dark,
  });

test.each([false, true])("for everybody, dark: %s", async (dark) => {
  const onLook = vi.fn();
  const { root, text } = await showLook({ onLook, schedulers: ["Cal.com", "Calendly", "Cal.com"] }, dark);
  expect(text()).toContain("Changes that are made at Cal.com, Calendly or by mail");
  await page.getByRole("button", { name: "Look now" }).click();
  expect(onLook).toHaveBeenCalledOnce();
  expect(await problems(root)).toEqual([]);
  await windowOf(400, 800);
  expect(overflowing(root)).toEqual([]);
});

test("while somebody is asked: progress instead of the button", async () => {
  const { text } = await showLook({ isLooking: true });
  expect(text()).toContain("Calendly, Cal.com is being asked what has changed …");
  await expect.element(page.getByRole("button", { name: "Look now" })).not.toBeInTheDocument();
});

test("nothing where no account is kept in step", async () => {
  const { text, show: next } = await showLook();
  expect(text()).not.toBe("");
  await next(
    <section>
      <LookNow schedulers={[]} isLooking={false} onLook={vi.fn()} />
    </section>,
  );
  expect(text()).toBe("");
});
