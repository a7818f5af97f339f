import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Choice } from "./Choice";
import { Deliveries, type DeliveriesProps } from "./Deliveries";
import { WebhookForm, type WebhookFormProps } from "./WebhookForm";
import { WebhookPanel, type WebhookPanelProps } from "./WebhookPanel";

export interface AutomationProps extends Omit<WebhookPanelProps, "address" | "onEdit">, DeliveriesProps {
  /** `null`: none was given. */
  address: string | null;
  pageEvents: boolean;
  onSave: WebhookFormProps["onSave"];
  onPageEvents(on: boolean): void;
}

/** Telling the outside of bookings: a webhook to one address, and an event for the portal's own scripts. */
export function Automation(props: AutomationProps) {
  const { address, pageEvents, onSave, onPageEvents } = props;
  const [isEdited, setEdited] = useState(false);
  const isForm = address === null || isEdited;
  return (
    <>
      <p>{i18n.t("automation.intro")}</p>
      <section>
        <h2>{i18n.t("automation.webhook")}</h2>
        <p>{i18n.t("automation.what")}</p>
        <p class="quiet">{i18n.t("automation.whatNot")}</p>
        {isForm ? (
          <WebhookForm
            address={address ?? ""}
            onSave={async (url) => {
              await onSave(url);
              setEdited(false);
            }}
            {...(address === null ? {} : { onCancel: () => setEdited(false) })}
          />
        ) : (
          <WebhookPanel {...props} address={address} onEdit={() => setEdited(true)} />
        )}
      </section>
      {address !== null && <Deliveries {...props} />}
      <section>
        <h2>{i18n.t("automation.page")}</h2>
        <Choice
          text={i18n.t("automation.pageOn")}
          hint={i18n.t("automation.pageHint")}
          checked={pageEvents}
          onChange={onPageEvents}
        />
      </section>
    </>
  );
}
