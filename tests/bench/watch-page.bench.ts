import { bench, describe } from "vitest";
import { watchPage } from "../../lib/ticket/watch-page";

/** 100 re-renders of a small list, each reported on its own, as a busy page makes them in ten seconds. */
async function changeALot(): Promise<void> {
  const list = document.createElement("ul");
  document.body.append(list);
  for (let turn = 0; turn < 100; turn++) {
    list.replaceChildren(
      ...Array.from({ length: 20 }, (_, at) => {
        const item = document.createElement("li");
        item.className = `item-${turn}`;
        item.textContent = `${turn}: ${at}`;
        return item;
      }),
    );
    await Promise.resolve(); // the browser reports to observers
  }
  list.remove();
}

describe("a page that changes 100 times", () => {
  let stop = new AbortController();
  let observer: MutationObserver;
  bench("nobody watches", changeALot);
  bench("a bare MutationObserver", changeALot, {
    setup() {
      observer = new MutationObserver(() => undefined);
      observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    },
    teardown: () => observer.disconnect(),
  });
  bench("watchPage", changeALot, {
    setup() {
      stop = new AbortController();
      watchPage({ changed: () => undefined, moved: () => undefined }, stop.signal);
    },
    teardown: () => stop.abort(),
  });
});
