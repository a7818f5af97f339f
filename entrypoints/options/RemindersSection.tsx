import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { Reminders } from "../../components/options/reminders/Reminders";
import { OPEN_BRIEF } from "../../lib/booking/brief/open-brief";
import { areNotificationsAllowed, requestNotifications } from "../../lib/booking/reminders/notification";
import { watchPermissions } from "../../lib/settings/permissions";
import { reminders, type Reminders as Settings } from "../../lib/settings/reminders";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";

/** Reminders and the call brief's key: wiring. */
export function RemindersSection() {
  const settings = useStored(reminders);
  const allowed = useAllowed();
  const shortcut = useShortcut();
  const { notice, good, bad, refused } = useNotice();
  if (!settings || allowed === null) return <Progress text={i18n.t("options.loading")} />;

  /** What was due before a change is not made up for. */
  const save = (change: Partial<Settings>, said: string) =>
    reminders
      .update((now) => ({ ...now, ...change, since: new Date().toISOString() }))
      .then(() => good(said), refused);

  /** Has to be called in the click itself: the browser shows its prompt only then. */
  function ask(then: () => void): void {
    requestNotifications().then(
      (granted) => (granted ? then() : bad(i18n.t("reminders.refused"))),
      (error) => bad(i18n.t("reminders.failed", [String(error)])),
    );
  }

  function setOn(on: boolean): void {
    if (on) ask(() => void save({ on }, i18n.t("reminders.switchedOn")));
    else void save({ on }, i18n.t("reminders.switchedOff"));
  }

  return (
    <>
      <Reminders
        settings={settings}
        allowed={allowed}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
        shortcut={shortcut}
        onSwitch={setOn}
        onAllow={() => ask(() => good(i18n.t("reminders.switchedOn")))}
        onChange={({ leads, quiet }) => void save({ leads, quiet }, i18n.t("options.saved"))}
        onChangeShortcut={() => void changeShortcut().catch(() => bad(i18n.t("reminders.shortcutByHand")))}
      />
      <Notice notice={notice} />
    </>
  );
}

function useAllowed(): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const look = () => void areNotificationsAllowed().then(setAllowed);
    look();
    return watchPermissions(look);
  }, []);
  return allowed;
}

function useShortcut(): string {
  const [shortcut, setShortcut] = useState("");
  useEffect(() => {
    const look = async () => {
      const all = await browser.commands.getAll();
      setShortcut(all.find(({ name }) => name === OPEN_BRIEF)?.shortcut ?? "");
    };
    void look();
    addEventListener("focus", look); // it is changed in another tab
    return () => removeEventListener("focus", look);
  }, []);
  return shortcut;
}

async function changeShortcut(): Promise<void> {
  if (import.meta.env.FIREFOX)
    await (browser.commands as typeof browser.commands & FirefoxCommands).openShortcutSettings();
  else await browser.tabs.create({ url: "chrome://extensions/shortcuts" });
}

/** From Firefox 137 on. */
interface FirefoxCommands {
  openShortcutSettings(): Promise<void>;
}
