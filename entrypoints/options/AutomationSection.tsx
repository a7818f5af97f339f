import { i18n } from "#i18n";
import { Automation } from "../../components/options/Automation";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { pageEvents } from "../../lib/settings/items";
import { useNotice } from "./use-notice";
import { useStored } from "./use-stored";
import { useWebhook } from "./use-webhook";

/** Automation: wiring. */
export function AutomationSection() {
  const { notice, ...notices } = useNotice();
  const { loaded, ...actions } = useWebhook(notices);
  const announces = useStored(pageEvents);
  return (
    <>
      {loaded && announces !== null ? (
        <Automation
          {...loaded}
          {...actions}
          pageEvents={announces}
          onPageEvents={(on) => {
            pageEvents.write(on).then(() => notices.good(i18n.t("options.saved")), notices.refused);
          }}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}
