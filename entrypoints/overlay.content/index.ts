import { browser } from "wxt/browser";
import { defineContentScript } from "wxt/utils/define-content-script";
import { OverlayMessage } from "../../lib/messages";
import { bookingHosts, me, portals } from "../../lib/settings/items";
import { pattern } from "../../lib/settings/permissions";
import { watchTechnicians } from "../../lib/settings/technicians";
import { watchPage } from "../../lib/ticket/watch-page";
import { documentsAround, isShown } from "./documents-around";
import { createOverlay } from "./overlay";
import { removeOrphans } from "./shadow-host";

export default defineContentScript({
  registration: "runtime", // by lib/settings/register-overlay.ts, on granted portals only
  cssInjectionMode: "manual",
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (!documentsAround(window)) return; // in another site's page
    // Injected anew where an overlay runs already, because the portal's product has become known: the new one stays.
    globalThis.callCardOverlay?.();
    globalThis.callCardOverlay = () => ctx.notifyInvalidated();
    removeOrphans();
    const isTop = window === window.top;
    const overlay = createOverlay(() => documentsAround(window) ?? []);
    const changed = async () => {
      if (ctx.isInvalid) return; // the extension was updated or removed: the signal has torn everything down
      await overlay.look();
      watch.addAttributes(overlay.attributes());
      watch.watchShadowRoots(overlay.shadowParts());
    };

    const unwatch = [portals, bookingHosts, me].map((item) => item.watch(() => overlay.settingsChanged()));
    unwatch.push(watchTechnicians(() => overlay.settingsChanged()));
    const onMessage = (message: unknown): Promise<unknown> | undefined => {
      const parsed = OverlayMessage.safeParse(message);
      if (!parsed.success) return undefined;
      if (parsed.data.type === "writeNote")
        return overlay.shows(parsed.data) ? overlay.writeNote(parsed.data.permit) : undefined;
      if (parsed.data.type === "readBrief")
        return overlay.shows(parsed.data) ? overlay.readBrief() : undefined;
      if (parsed.data.type === "listStatuses")
        return overlay.shows(parsed.data) ? overlay.listStatuses() : undefined;
      if (parsed.data.type === "describePage") return isTop ? overlay.describe() : undefined;
      if (parsed.data.type === "describeFrame")
        return !isTop && isShown(window) && overlay.hasTicket() ? overlay.describe() : undefined;
      if (parsed.data.type === "bookingProgress") overlay.progress(parsed.data.session, parsed.data.state);
      else if (parsed.data.type === "linkChanged")
        overlay.linkChanged(parsed.data.session, parsed.data.plainLink);
      // By pattern, as it was registered: Firefox's have no port, so a portal at another port keeps this overlay, too.
      else if (!parsed.data.origins.some((origin) => pattern(origin) === pattern(location.origin)))
        ctx.notifyInvalidated();
      return undefined;
    };
    browser.runtime.onMessage.addListener(onMessage);

    ctx.onInvalidated(() => {
      overlay.destroy();
      if (browser.runtime?.id === undefined) return; // orphaned: the browser has removed the listeners
      browser.runtime.onMessage.removeListener(onMessage);
      for (const stop of unwatch) stop();
    });
    const watch = watchPage({ changed, moved: overlay.moved }, ctx.signal);
  },
});
