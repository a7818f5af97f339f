// What a page of Cal.com 6 says to the window around it, and what it understands (recorded in cal-embed-messages.json).

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const framed = window.parent !== window;
const windowName = /^cal-embed=(.*)$/.exec(window.name)?.[1];

/** An embed has a namespace (perhaps the empty one), and tells its size. */
export const isEmbed =
  framed && (query.has("embed") || windowName !== undefined || root.classList.contains("embed"));
const namespace = isEmbed ? (query.get("embed") ?? windowName ?? "") : "";

/** Sends a message to the parent window; a page that is no frame says nothing. */
export function send(type, data = {}) {
  if (!framed) return;
  const fullType = namespace ? `CAL:${namespace}:${type}` : `CAL::${type}`;
  window.parent.postMessage({ originator: "CAL", type, namespace, fullType, data }, "*");
}

/** Resolves when the parent has answered; at once where no embed has to wait for one. */
export const parentKnows = new Promise((resolve) => {
  const methods = {
    parentKnowsIframeReady: resolve,
    ui: (config) => showTheme(config?.theme ?? query.get("theme")),
  };
  window.addEventListener("message", ({ data }) => {
    if (data?.originator === "CAL") methods[data.method]?.(data.arg);
  });
  if (!isEmbed) resolve();
});

/** Starts the conversation: status is that of the page, "200" or "404". */
export function start(status) {
  showTheme(query.get("theme"));
  if (isEmbed) send("__iframeReady", { isPrerendering: false });
  whenLoaded().then(() => {
    if (isEmbed) send("__windowLoadComplete");
    reportSize();
    new ResizeObserver(reportSize).observe(document.querySelector("main"));
  });
  parentKnows.then(() => {
    root.classList.remove("waiting");
    if (!isEmbed) return;
    if (status === "200") send("linkReady");
    else send("linkFailed", { code: status, msg: "Problem loading the link", data: { url: location.href } });
  });
}

let last = "";
let sizes = 0;

/** Tells the size: the document's the first time, then that of the main element, whenever it changes. */
export function reportSize() {
  if (!isEmbed || document.readyState !== "complete") return;
  const { scrollHeight, scrollWidth } = root;
  const main = document.querySelector("main").getBoundingClientRect();
  const [width, height] =
    sizes === 0 ? [scrollWidth, scrollHeight] : [Math.ceil(main.width), Math.ceil(main.height)];
  if (last === `${width} ${height}`) return;
  last = `${width} ${height}`;
  send("__dimensionChanged", { iframeHeight: height, iframeWidth: width, isFirstTime: sizes++ === 0 });
  if (sizes === 1) reportSize();
}

function showTheme(theme) {
  const scheme = query.get("ui.color-scheme");
  const asked = theme === "light" || theme === "dark" ? theme : null;
  // The colour scheme is that of the page around the frame: where they differ, the frame is not transparent.
  root.style.colorScheme = scheme ?? asked ?? "";
  root.dataset.theme = asked ?? scheme ?? "auto";
}

function whenLoaded() {
  if (document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => window.addEventListener("load", resolve, { once: true }));
}
