import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { ring } from "../lib/alarms";
import { answer } from "../lib/booking/answer";
import { importCalls } from "../lib/booking/import-calls";
import { repairRecord } from "../lib/booking/record";
import { closeSessionsOf } from "../lib/booking/sessions";
import { BackgroundMessage } from "../lib/messages";
import { setRetentionAlarm } from "../lib/retention/alarm";
import { deleteOld } from "../lib/retention/retention";
import { drifts, showBadge } from "../lib/settings/drift";
import { portals } from "../lib/settings/items";
import { syncOverlay } from "../lib/settings/register-overlay";
import { addTenantPortals } from "../lib/settings/tenant";

export default defineBackground(() => {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    const tenant = await addTenantPortals(__TENANT_PORTALS__);
    await syncOverlay(true);
    await importCalls(new Date());
    if (reason === "install" && !tenant)
      await browser.tabs.create({ url: browser.runtime.getURL("/options.html#welcome") });
  });
  browser.runtime.onStartup.addListener(async () => {
    await syncOverlay();
    await showBadge(await drifts.read()); // browsers forget it when they close
    await deleteOld(new Date());
  });
  browser.permissions.onAdded.addListener(() => void syncOverlay());
  browser.permissions.onRemoved.addListener(() => void syncOverlay());
  portals.watch(() => void syncOverlay());
  drifts.watch((all) => void showBadge(all));
  void repairRecord(new Date());
  void setRetentionAlarm(new Date());
  browser.alarms.onAlarm.addListener(({ name }) => void ring(name, new Date()));
  browser.tabs.onRemoved.addListener((tab) => void closeSessionsOf(tab));

  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = BackgroundMessage.safeParse(message);
    return parsed.success ? answer(parsed.data, sender) : undefined;
  });
});
