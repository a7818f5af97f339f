import { getMessage } from "../i18n";

/** As much of the browser's extension API as views need. */
export const browser = { i18n: { getMessage } };
