import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { ring } from "../lib/booking/alarms";
import { answer } from "../lib/booking/answer";
import { deliver } from "../lib/booking/automation/deliver";
import { listenToCommand } from "../lib/booking/brief/open-brief";
import { importCalls } from "../lib/booking/import-calls";
import { importAttempts } from "../lib/booking/native/import-attempts";
import { repairRecord } from "../lib/booking/record";
import { listenToReminders } from "../lib/booking/reminders/listen";
import { remind } from "../lib/booking/reminders/remind";
import { setRetentionAlarm } from "../lib/booking/retention/alarm";
import { deleteOld } from "../lib/booking/retention/retention";
import { closeSessionsOf } from "../lib/booking/sessions";
import { bookings } from "../lib/booking/store/bookings";
import { keepSyncAlarm } from "../lib/booking/sync/keep-alarm";
import { BackgroundMessage } from "../lib/messages";
import { accounts } from "../lib/settings/accounts";
import { drifts, showBadge } from "../lib/settings/drift";
import { portals } from "../lib/settings/items";
import { syncOverlay } from "../lib/settings/register-overlay";
import { reminders } from "../lib/settings/reminders";
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
  browser.permissions.onAdded.addListener(() => {
    listenToReminders();
    void syncOverlay();
    void remind();
  });
  browser.permissions.onRemoved.addListener(() => {
    void syncOverlay();
    void remind();
  });
  portals.watch(() => void syncOverlay());
  drifts.watch((all) => void showBadge(all));
  accounts.watch(() => void keepSyncAlarm());
  reminders.watch(() => void remind());
  bookings.watch(() => {
    void deliver();
    void remind();
  });
  listenToReminders();
  listenToCommand();

  // Whatever was cut short when the browser stopped the background, or came due meanwhile.
  void repairRecord(new Date());
  void importAttempts();
  void keepSyncAlarm();
  void setRetentionAlarm(new Date());
  void deliver();
  void remind();

  browser.alarms.onAlarm.addListener(({ name }) => void ring(name, new Date()));
  browser.tabs.onRemoved.addListener((tab) => void closeSessionsOf(tab));

  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = BackgroundMessage.safeParse(message);
    return parsed.success ? answer(parsed.data, sender) : undefined;
  });
});
