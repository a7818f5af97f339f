// What all these portals have in common.

/** A ticket's page as the server prints it now. */
export async function load(id) {
  const response = await fetch(`/live/ticket?id=${id}`);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** An element of a loaded page, for this document. */
export function take(page, selector) {
  return document.adoptNode(page.querySelector(selector));
}

/** Lets other tasks run: what frameworks do in their next turn. */
export function nextTask() {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A part that is fetched later. */
export function later() {
  return new Promise((resolve) => setTimeout(resolve, 60));
}

/** Removes foreign elements wherever they appear, from now on; `null` ends it. */
export function sweep(selector) {
  sweeper?.disconnect();
  sweeper = null;
  if (selector === null) return;
  const remove = () => {
    for (const foreign of document.querySelectorAll(selector)) foreign.remove();
  };
  sweeper = new MutationObserver(remove);
  sweeper.observe(document, { childList: true, subtree: true });
  remove();
}

let sweeper = null;
