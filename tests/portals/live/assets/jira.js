// A real virtual DOM: the left side is updated in place, the right column is unmounted with each issue, and mounted when
// its part of the program has come. The product uses React; Preact does the same to the document.

import { h, render } from "preact";
import { load, nextTask } from "./portal.js";

const RIGHT = "issue.views.issue-details.issue-layout.container-right";
const root = document.getElementById("jira-frontend");
const state = { page: null, right: true, mounts: 0 };

/** A loaded page's element as a virtual one. */
function virtual(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const isRight = node.dataset.testid === RIGHT;
  if (isRight && !state.right) return null;
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  if (isRight) attributes.key = `right ${state.mounts}`;
  return h(node.localName, attributes, ...[...node.childNodes].map(virtual));
}

function paint() {
  render([...state.page.getElementById("jira-frontend").childNodes].map(virtual), root);
}

async function mountRight() {
  Object.assign(state, { right: false });
  paint();
  await nextTask();
  Object.assign(state, { right: true, mounts: state.mounts + 1 });
  paint();
}

async function show(id) {
  state.page = await load(id);
  await mountRight();
}

const idInAddress = () => location.pathname.split("/").at(-1);
addEventListener("popstate", () => show(idInAddress()));
root.replaceChildren();
await show(idInAddress());

window.live = {
  open(id) {
    history.pushState(null, "", `/browse/${id}`);
    return show(id);
  },
  async rerender() {
    state.page = await load(idInAddress());
    if (state.mounts % 2) paint(); // in place, around the card
    await mountRight();
    return performance.now();
  },
};
