/** The extension's own API, in functions that tests evaluate inside it. */
declare const chrome: typeof import("wxt/browser").browser;
