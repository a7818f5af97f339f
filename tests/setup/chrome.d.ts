/** The extension's own API, in functions that tests evaluate inside it. */
declare const chrome: typeof import("wxt/browser").browser & {
  alarms: { onAlarm: Rung };
  commands: { onCommand: Rung };
  notifications: { onClicked: Rung; onButtonClicked: Rung };
};

/** Chromium lets an extension ring its own events. */
interface Rung {
  dispatch(...what: unknown[]): void;
}
