// A configurable workspace in the way of the product: custom elements in nested shadow roots, made anew by their
// renderer; a screen for each record that was opened, of which one is shown; the form only on the tab "Details".
const records = new Map(
  JSON.parse(document.getElementById("records").textContent).map((record) => [record.id, record]),
);
const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const inside = (host, ...children) => {
  host.attachShadow({ mode: "open" }).append(...children);
  return host;
};
const css = () => make("link", { rel: "stylesheet", href: "/styles/now.css" });

const idInAddress = () => location.pathname.split("/")[5];
const screens = new Map();
const main = make("main");
const content = inside(make("sn-canvas-main", { id: "item-wsContent" }), css(), main);
const tabs = make("nav", { "aria-label": "Open records" });

function start() {
  const workspace = inside(
    make("macroponent-c276387cc331101080d6d3658940ddd2"),
    css(),
    tabs,
    make("sn-canvas-root", {}, make("sn-canvas-layout", {}, content)),
  );
  const appshell = inside(
    make("sn-canvas-appshell-main", { id: "item-snCanvasAppshellMain" }),
    make("div", { class: "sn-canvas-appshell-main" }, make("sn-canvas-experience-shell", {}, workspace)),
  );
  inside(document.querySelector("[global-navigation-config]"), css(), make("div", {}, appshell));
  for (const { id, number } of records.values()) {
    const tab = make("button", { type: "button" }, number);
    tab.addEventListener("click", () => {
      history.pushState(null, "", `/now/sow/record/incident/${id}`);
      show();
    });
    tabs.append(tab);
  }
  addEventListener("popstate", show);
  // As the product does on a cold start: the shell is there long before its content is.
  setTimeout(show, 300);
}

/** Shows the screen of the record in the address; the others stay in the document. */
function show() {
  const id = idInAddress();
  if (!screens.has(id)) {
    const screen = inside(make("sn-canvas-screen"), css(), make("section", { class: "sn-canvas-screen" }));
    screens.set(id, screen);
    main.append(screen);
    render(id, "Details");
  }
  for (const [other, screen] of screens) screen.style.display = other === id ? "" : "none";
}

function render(id, tab) {
  const record = records.get(id);
  const body = tab === "Details" ? details(record) : make("p", {}, record.subject);
  const buttons = ["Overview", "Details"].map((name) => {
    const button = make("button", { type: "button", class: "now-tab", "aria-label": name }, name);
    button.addEventListener("click", () => render(id, name));
    return button;
  });
  const assign = make("button", { type: "button" }, "Assign to Rob");
  assign.addEventListener("click", () => {
    record.assignee = "Rob Remote";
    render(id, tab);
  });
  const page = inside(make("macroponent-c5d9c00443fa2110f20fff53e9b8f2d0"), css(), ...buttons, assign, body);
  const section = screens.get(id).shadowRoot.querySelector("section");
  section.replaceChildren(make("screen-action-transformer-ddd9404843fa2110f20fff53e9b8f2bf", {}, page));
}

function details(record) {
  const input = (value, name) => Object.assign(make("input", { class: name, "aria-label": name }), { value });
  const text = (name, value) =>
    inside(
      make("sn-record-input-connected", { name }),
      inside(make("now-input"), input(value, "now-input-native")),
    );
  const reference = (name, value) => {
    const typeahead = inside(make("now-typeahead"), input(value ?? "", "now-typeahead-native-input"));
    return inside(
      make("sn-record-reference-connected", { name, value: value ? "0".repeat(32) : "" }),
      inside(make("now-record-typeahead"), typeahead),
    );
  };
  const column = make(
    "div",
    { class: "sn-section-form-column" },
    text("number", record.number),
    reference("caller_id", record.caller),
    reference("assigned_to", record.assignee),
    text("short_description", record.subject),
  );
  const sections = make(
    "div",
    { class: "sn-form-column-layout-sections" },
    make("section", { class: "sn-section" }, make("h3", {}, "Incident"), column),
  );
  const form = inside(make("now-record-form-section-column-layout"), css(), sections);
  const message = make("div");
  message.innerHTML = record.comment;
  const activity = inside(make("now-activity-stream-connected"), message);
  return make("now-resizable-panes", { id: "item-details_resizable_panes" }, form, activity);
}

start();
