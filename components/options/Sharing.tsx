import { i18n } from "#i18n";
import type { HostRules } from "../../lib/offer/describe-link";
import type { Me, Share } from "../../lib/settings/share";
import { BookingHosts, type BookingHostsProps } from "./BookingHosts";
import { MeForm } from "./MeForm";
import { ShareChoices } from "./ShareChoices";

export interface SharingProps {
  me: Me;
  share: Share;
  hosts: HostRules;
  onMe(me: Me): Promise<void>;
  onShare(share: Share): void;
  onAddHosts: BookingHostsProps["onAdd"];
  onScheduler: BookingHostsProps["onScheduler"];
  onRemoveHost: BookingHostsProps["onRemove"];
}

/** Who the person is, what travels to the scheduler, and which schedulers there may be. */
export function Sharing(props: SharingProps) {
  return (
    <>
      <p>{i18n.t("options.sharing.intro")}</p>
      <section>
        <h2>{i18n.t("options.sharing.what")}</h2>
        <p class="quiet">{i18n.t("options.sharing.whatText")}</p>
        <ShareChoices share={props.share} onChange={props.onShare} />
      </section>
      <section>
        <h2>{i18n.t("options.sharing.me")}</h2>
        <p class="quiet">{i18n.t("options.sharing.meText")}</p>
        <MeForm start={props.me} onSave={props.onMe} />
      </section>
      <section>
        <h2>{i18n.t("options.sharing.hosts")}</h2>
        <p class="quiet">{i18n.t("options.sharing.hostsText")}</p>
        <BookingHosts
          hosts={props.hosts}
          onAdd={props.onAddHosts}
          onRemove={props.onRemoveHost}
          onScheduler={props.onScheduler}
        />
      </section>
    </>
  );
}
