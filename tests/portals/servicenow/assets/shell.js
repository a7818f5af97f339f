// The navigation shell: one element whose shadow root holds the header and the frame with the classic page.
const shell = document.querySelector("[global-navigation-config]");
const root = shell.attachShadow({ mode: "open" });
const layout = document.createElement("sn-polaris-layout");
layout
  .attachShadow({ mode: "open" })
  .append(document.createElement("header"), document.createElement("slot"));
const frame = document.createElement("iframe");
frame.id = "gsft_main";
frame.name = "gsft_main";
frame.title = "Main Content";
frame.src = shell.dataset.target;
const size = new URLSearchParams(location.search).get("frame-height");
frame.style.cssText = `display:block;width:100%;border:0;height:${size ? `${size}px` : "90vh"}`;
layout.append(frame);
root.append(layout);
