import { type Browser, browser } from "wxt/browser";
import { type PopupState, Reason } from "../../components/popup/popup-state";
import { type OverlayMessage, PageReport } from "../../lib/messages";
import { portals } from "../../lib/settings/items";
import { isGranted } from "../../lib/settings/permissions";
import { findPortal, parsePortalAddress } from "../../lib/settings/portal";

/** The tab that the popup was opened on. */
export async function activeTab(): Promise<Browser.tabs.Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab ?? null;
}

/** What there is to say about a tab. */
export async function readTab(tab: Browser.tabs.Tab | null): Promise<PopupState> {
  const url = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  if (!tab || !url || !/^https?:$/.test(url.protocol)) return { at: "web" };
  const report = await askOverlay(tab.id);
  if (report) return stateOf(report);

  const portal = findPortal(await portals.read(), url);
  if (!portal) {
    const address = parsePortalAddress(url.origin);
    return { at: "add", origin: url.origin, insecure: address.ok && address.insecure };
  }
  const { origin, name } = portal;
  return (await isGranted(origin)) ? { at: "reload" } : { at: "access", origin, name };
}

/**
 * What the overlays say: that of the frame with the ticket, else that of the tab's own document.
 * @returns `null` where there is none, or where it knows no portal
 */
async function askOverlay(tab: number | undefined): Promise<PageReport | null> {
  if (tab === undefined) return null;
  const ask = async (message: OverlayMessage, options = {}) =>
    PageReport.safeParse(await browser.tabs.sendMessage(tab, message, options).catch(() => null)).data ??
    null;
  const report = await ask({ type: "describePage" }, { frameId: 0 });
  return report?.ticket ? report : ((await ask({ type: "describeFrame" })) ?? report);
}

function stateOf(report: PageReport): PopupState {
  if (report.rows) return { at: "rows", rows: report.rows };
  if (report.offer && report.reason === null) return { at: "offer", report, offer: report.offer };
  const reason = Reason.safeParse(report.reason).data ?? { reason: "other", detail: "?" };
  return { at: "none", report, reason };
}
