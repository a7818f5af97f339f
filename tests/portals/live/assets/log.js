// Notes what a person could see of the card: one line whenever it, or the address, differs from the frame before. It goes
// on over page loads, by session storage.

const earlier = JSON.parse(sessionStorage.getItem("log") ?? "null");
window.log = earlier ?? { frames: [], atOnce: 0, insertions: 0 };
addEventListener("pagehide", () => sessionStorage.setItem("log", JSON.stringify(window.log)));

// A copy that the portal has made of the card has no shadow root, and is none.
window.cards = () => [...document.querySelectorAll("callcard-card")].filter(({ shadowRoot }) => shadowRoot);

new MutationObserver((records) => {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
  window.log.insertions += added.filter(
    ({ shadowRoot, localName }) => shadowRoot && localName === "callcard-card",
  ).length;
  window.log.atOnce = Math.max(window.log.atOnce, window.cards().length);
}).observe(document, { childList: true, subtree: true });

requestAnimationFrame(function note() {
  const text = window.cards().map(({ shadowRoot }) => shadowRoot.querySelector(".text")?.textContent ?? "");
  const frame = { address: location.href, text: text.join(" | ") };
  const last = window.log.frames.at(-1);
  if (last?.address !== frame.address || last.text !== frame.text) window.log.frames.push(frame);
  requestAnimationFrame(note);
});

// A re-render; how long it took, in milliseconds, until the card stood on the page (again).
window.measure = async () => {
  const changedAt = await window.live.rerender();
  while (window.cards().length === 0) await new Promise(requestAnimationFrame);
  return performance.now() - changedAt;
};
