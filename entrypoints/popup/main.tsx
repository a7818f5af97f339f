import { render } from "preact";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { Popup } from "../../components/popup/Popup";
import type { PopupState } from "../../components/popup/popup-state";
import { openBrief } from "../../lib/booking/brief/open-brief";
import { noteCopiedLink } from "../../lib/booking/copied-links";
import { noteUrl } from "../../lib/booking/left";
import { bookings } from "../../lib/booking/store/bookings";
import { type PageReport, sendToBackground } from "../../lib/messages";
import { drifts, driftText, markDriftSeen } from "../../lib/settings/drift";
import { portals } from "../../lib/settings/items";
import { requestOrigin } from "../../lib/settings/permissions";
import { reportText } from "../../lib/ticket/report-text";
import { uiDirection } from "../../lib/ui-locale";
import { NoteSection } from "../booking/note-section";
import { activeTab, readTab } from "./read-tab";

document.documentElement.lang = i18n.t("meta.locale");
document.documentElement.dir = uiDirection();

const app = document.getElementById("app") as HTMLElement;
let state: PopupState = { at: "loading" };
let tab: number | undefined;
let result: string | null = null;
// Read once: opening the popup is what takes the mark off the toolbar button.
const unseen = (await drifts.read()).find(({ seen }) => !seen);
if (unseen) await markDriftSeen();

// Without them the popup is as good as before: a store that cannot be read is told of in the options.
const calls = await bookings.list({ group: "upcoming", limit: 3 }).then(
  (page) => page.bookings,
  () => [],
);

paint();
await look();
if ((await activeTab())?.status === "loading") await lookUntilThere(null);

function paint(): void {
  render(
    <Popup
      state={state}
      result={result}
      drift={driftNow()}
      calls={calls}
      note={note()}
      onBrief={(booking) => void openBrief(booking).then(() => window.close())}
      onGo={(section) => void go(section)}
      onCopy={(link) => void copy(link)}
      onLookAgain={() => void look()}
      onAllow={(origin) => ask(origin, i18n.t("popup.access.refused"))}
      onAdd={add}
      onReload={() => void reload()}
      onCopyReport={(report) => void copyReport(report)}
      onUseGuess={(report) => void useGuess(report)}
      onTeach={() => void teach()}
    />,
    app,
  );
}

function note() {
  const report = state.at === "offer" || state.at === "none" ? state.report : null;
  if (!report?.ticket || tab === undefined) return null;
  const { ticket, product } = report;
  return (
    <NoteSection key={`${ticket.portal} ${ticket.id}`} about={{ ticket, preset: product?.id ?? null, tab }} />
  );
}

function say(text: string | null): void {
  result = text;
  paint();
}

async function look(): Promise<void> {
  const active = await activeTab();
  tab = active?.id;
  state = await readTab(active);
  paint();
}

/** The overlay arrives a moment after the permission, or after the page. */
async function lookUntilThere(waiting: string | null): Promise<void> {
  say(waiting);
  for (let turn = 0; turn < 20; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    await look();
    if (state.at === "offer" || state.at === "none") break;
  }
  say(null);
}

function add(origin: string): void {
  // Not awaited, and stored by the background: the browser's prompt needs this click, and may close the popup.
  sendToBackground({ type: "addPortal", origin }).catch((error) =>
    say(i18n.t("problem.storage", [String(error)])),
  );
  ask(origin, i18n.t("popup.add.refused", [new URL(origin).host]));
}

function ask(origin: string, refused: string): void {
  requestOrigin(origin).then(
    async (allowed) => {
      if (allowed) return lookUntilThere(i18n.t("popup.access.waiting"));
      await look();
      say(refused);
    },
    (error) => say(i18n.t("popup.access.failed", [String(error)])),
  );
}

async function reload(): Promise<void> {
  const tab = await activeTab();
  if (tab?.id !== undefined) await browser.tabs.reload(tab.id);
  await lookUntilThere(i18n.t("popup.reload.waiting"));
}

async function teach(): Promise<void> {
  const tab = (await activeTab())?.id;
  const where = tab === undefined ? null : { tab };
  const answer = where && (await sendToBackground({ type: "startTeaching", where }).catch(() => null));
  if (answer?.started) window.close();
  else say(i18n.t("popup.teach.failed"));
}

async function copy(link: string): Promise<void> {
  const ticket = state.at === "offer" ? state.report.ticket : null;
  const technician = state.at === "offer" ? state.offer.technician : null;
  noteUrl(link, "copied", ticket && { portal: ticket.portal, ticket });
  const copied = await navigator.clipboard.writeText(link).then(
    () => true,
    () => false,
  );
  say(i18n.t(copied ? "popup.offer.copied" : "popup.offer.copyFailed"));
  // For the guard: who was in charge when the person took the link along. It warns less well without, no more.
  if (copied && ticket && technician)
    await noteCopiedLink(ticket, technician, new Date()).catch(() => undefined);
}

/** What has changed on this page, or what the toolbar button's mark was about. */
function driftNow(): string | null {
  const report = state.at === "offer" || state.at === "none" ? state.report : null;
  if (report?.drift) return driftText({ name: report.preset ?? report.portal.name, missing: report.drift });
  return unseen && state.at !== "loading" && unseen.portal !== report?.portal.id ? driftText(unseen) : null;
}

async function copyReport(report: PageReport): Promise<void> {
  const { version } = browser.runtime.getManifest();
  const { userAgent, language } = navigator;
  const copied = await navigator.clipboard
    .writeText(reportText(report, { version, userAgent, language }))
    .then(
      () => true,
      () => false,
    );
  say(i18n.t(copied ? "popup.why.copied" : "popup.why.copyFailed"));
}

/** Keeps the guessed page for its portal; the overlay sees the change and reads by it. */
async function useGuess({ portal, guess }: PageReport): Promise<void> {
  if (!guess) return;
  const kept = await portals
    .update((all) =>
      all.map((each) =>
        each.id === portal.id ? { ...each, pages: [...(each.pages ?? []), guess.page] } : each,
      ),
    )
    .then(
      () => null,
      (error) => i18n.t("problem.storage", [String(error)]),
    );
  await look();
  say(kept ?? i18n.t("popup.guess.kept", [portal.name]));
}

async function go(section: string): Promise<void> {
  const url = browser.runtime.getURL(`/options.html${section && `#${section}`}` as "/options.html");
  await browser.tabs.create({ url });
  window.close();
}
