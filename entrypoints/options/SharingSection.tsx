import { i18n } from "#i18n";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { Sharing } from "../../components/options/Sharing";
import { bookingHosts, me, ownSchedulers, share } from "../../lib/settings/items";
import { useNotice } from "./use-notice";
import { useHostRules, useStored } from "./use-stored";

/** Sharing: wiring. */
export function SharingSection() {
  const own = useStored(me);
  const shared = useStored(share);
  const hosts = useHostRules();
  const { notice, good, undoable, refused } = useNotice();

  async function addHosts(added: readonly string[]): Promise<void> {
    await bookingHosts.update((now) => [...new Set([...now, ...added])]);
    good(i18n.t("options.sharing.hostAdded", [added.join(", ")]));
  }

  async function removeHost(host: string): Promise<void> {
    const before = hosts?.bookingHosts ?? [];
    await bookingHosts.update((now) => now.filter((one) => one !== host));
    undoable(i18n.t("options.sharing.hostRemoved", [host]), () => {
      const at = before.indexOf(host);
      const restore = (now: string[]) => (now.includes(host) ? now : now.toSpliced(at, 0, host));
      bookingHosts.update(restore).then(() => good(i18n.t("options.sharing.hostAdded", [host])), refused);
    });
  }

  async function setScheduler(host: string, scheduler: string): Promise<void> {
    await ownSchedulers.update(({ [host]: _, ...others }) =>
      scheduler === "" ? others : { ...others, [host]: scheduler },
    );
    good(i18n.t("options.sharing.hostSchedulerSaved", [host]));
  }

  return (
    <>
      {own && shared && hosts ? (
        <Sharing
          me={own}
          share={shared}
          hosts={hosts}
          onMe={async (changed) => {
            await me.update(() => changed);
            good(i18n.t("options.saved"));
          }}
          onShare={(changed) => {
            share.update(() => changed).then(() => good(i18n.t("options.saved")), refused);
          }}
          onAddHosts={(added) => void addHosts(added).catch(refused)}
          onScheduler={(host, scheduler) => void setScheduler(host, scheduler).catch(refused)}
          onRemoveHost={(host) => void removeHost(host).catch(refused)}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
