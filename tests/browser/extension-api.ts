import { fakeBrowser } from "wxt/testing/fake-browser";
import { getMessage } from "../i18n";

/** As much of the browser's extension API as views and the record need; what is stored is stored in memory. */
export const browser = {
  i18n: { getMessage },
  storage: fakeBrowser.storage,
  alarms: fakeBrowser.alarms,
};
