import { defineConfig } from "wxt";
import { originPattern, parsePortalOrigins } from "./lib/settings/origin-pattern";

/**
 * The whole permission story.
 *
 * Installed, CallCard can reach no site. A site is asked for when somebody adds it as a portal, and only then.
 * A tenant build (`CALLCARD_PORTALS="https://help.example.com" npm run build`) names its portals here instead,
 * for fleets that are rolled out without a click.
 */
const tenantPortals = parsePortalOrigins(process.env.CALLCARD_PORTALS ?? "");
/** `CALLCARD_NOTIFICATIONS=granted`: fleets whose people switch reminders on without the browser's prompt. */
const areNotificationsGranted = process.env.CALLCARD_NOTIFICATIONS === "granted";

export default defineConfig({
  manifestVersion: 3,
  outDir: process.env.CALLCARD_OUTPUT ?? ".output",
  modules: ["@wxt-dev/webextension-polyfill", "@wxt-dev/i18n/module"],
  vite: () => ({ define: { __TENANT_PORTALS__: JSON.stringify(tenantPortals) } }),
  zip: { name: "callcard" },
  manifest: ({ browser }) => ({
    name: "__MSG_extension_name__",
    short_name: "CallCard",
    description: "__MSG_extension_description__",
    default_locale: "en",
    permissions: [
      "storage", // portals, technicians, own data: all of it stays in this browser
      "unlimitedStorage", // directories of 100,000 technicians; shows no warning
      "scripting", // registers the overlay at run time, for granted portals only
      "alarms", // reminders, the look at one's own accounts, and deliveries, at their time; shows no warning
      "activeTab", // popup: reads the address of the tab it was opened on, to offer "add this site"
      ...(areNotificationsGranted ? (["notifications"] as const) : []),
    ],
    optional_permissions: [
      // Reminders of booked calls: asked for, by the browser's own prompt, when somebody switches them on.
      ...(areNotificationsGranted ? [] : (["notifications"] as const)),
    ],
    host_permissions: tenantPortals.map((origin) => originPattern(origin, browser)), // empty but in tenant builds
    optional_host_permissions: [
      "https://*/*", // asked for one portal at a time, by the browser's own prompt
      "http://*/*", // loopback, and intranet portals without TLS (with a warning)
    ],
    commands: {
      "open-brief": {
        // Chromium 156 keeps Alt+Shift+C and Alt+Shift+B for itself; this one is free there and in Firefox 153.
        suggested_key: { default: "Alt+Shift+K" },
        description: "__MSG_extension_openBrief__",
      },
    },
    web_accessible_resources: [
      {
        resources: ["booking.html"], // framed by the dialog on the portal; useless without a session id
        matches: ["https://*/*", "http://*/*"],
      },
    ],
    content_security_policy: {
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'", // @calcom/embed-core sets style attributes
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' https: http://127.0.0.1:* http://localhost:*", // lookups at other sites that were granted, the APIs of schedulers, and the webhook
        "frame-src https: http://127.0.0.1:* http://localhost:*", // the scheduler, and nothing else, is framed
        "form-action 'none'",
        "base-uri 'none'",
      ].join("; "),
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "callcard@callcard.example",
              strict_min_version: "142.0", // URLPattern
              // Name, address and ticket number go to the scheduler whose calendar the person opens; a ticket's address and
              // number to a lookup where one is configured; bookings to a webhook where somebody has switched one on.
              data_collection_permissions: { required: ["personallyIdentifyingInfo", "websiteContent"] },
            },
          },
        }
      : { minimum_chrome_version: "134" }),
  }),
});
