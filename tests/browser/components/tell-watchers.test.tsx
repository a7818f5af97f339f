import { expect, test, vi } from "vitest";
import { page } from "vitest/browser";
import cardCss from "../../../components/card.css?inline";
import { TellWatchers } from "../../../components/TellWatchers";
import { problems, show } from "./show";

const draft = { addresses: ["ada@example.com"], subject: "Call", body: "Text" };
const tooLong = { ...draft, addresses: Array.from({ length: 90 }, (_, at) => `watcher-${at}@example.com`) };
const options = { css: cardCss, shadow: true };

test("nobody to tell: nothing", async () => {
  const view = (
    <div>
      <TellWatchers draft={null} onTell={vi.fn()} />
    </div>
  );
  expect((await show(view, options)).text()).toBe("");
});

test("a link to the mail program, for clicks of a person", async () => {
  const onTell = vi.fn(async () => true);
  const { root } = await show(<TellWatchers draft={draft} onTell={onTell} />, options);
  const link = root.querySelector("a");
  expect(link?.href).toMatch(/^mailto:\?bcc=ada%40example\.com&/);
  const goes = link?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  expect(goes).toBe(false);
  expect(onTell).not.toHaveBeenCalled();
  link?.addEventListener("click", (event) => event.preventDefault()); // no mail program in a test
  await page.getByRole("link", { name: "Tell the watcher" }).click();
  expect(onTell).toHaveBeenCalledExactlyOnceWith(draft, "mail");
  expect(await problems(root)).toEqual([]);
});

test("too many for a mail program: to be copied, and it is said whether it was", async () => {
  const onTell = vi.fn(async () => true);
  const { root, text } = await show(<TellWatchers draft={tooLong} onTell={onTell} />, options);
  expect(root.querySelector("a")).toBeNull();
  await page.getByRole("button", { name: "Copy addresses and text for the 90 watchers" }).click();
  expect(onTell).toHaveBeenCalledExactlyOnceWith(tooLong, "copy");
  expect(text()).toContain("Copied. Paste it into a mail.");
});
