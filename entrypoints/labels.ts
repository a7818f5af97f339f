import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { labelTools } from "../lib/ticket/labels/tools";

/** The label reader, injected into frames whose overlay asks for it (`loadLabels`). */
export default defineUnlistedScript(() => {
  globalThis.callCardLabels = labelTools;
});
