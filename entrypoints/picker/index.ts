import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { sendToBackground } from "../../lib/messages";
import { openTeaching } from "./teaching";

declare global {
  /** The picker of this document: one that comes later takes its place. */
  var callcardPicker: AbortController | undefined;
}

/**
 * Comes by `scripting.executeScript`, and on each page of a portal while it is taught (lib/settings/teaching.ts). Without a
 * draft for this page it does nothing.
 */
export default defineUnlistedScript(async () => {
  globalThis.callcardPicker?.abort();
  const picker = new AbortController();
  globalThis.callcardPicker = picker;
  const found = await sendToBackground({ type: "findDraft" });
  if (found && !picker.signal.aborted) openTeaching(found.draft, found.basePath, picker);
});
