import { Copy, KeyRound, Pencil, Send, Trash2, TriangleAlert } from "lucide-preact";
import { i18n } from "#i18n";
import { Choice } from "./Choice";

export interface WebhookPanelProps {
  address: string;
  on: boolean;
  attendee: boolean;
  /** The receiver has said that it is gone for good. */
  gone: boolean;
  /** The browser lets CallCard ask this site. */
  granted: boolean;
  /** A secret that was just made; it is shown this once. */
  secret: string | null;
  /** A test is under way. */
  testing: boolean;
  onEdit(): void;
  onSwitch(on: boolean): void;
  onAttendee(told: boolean): void;
  /** Called in the click itself. */
  onAllow(): void;
  onTest(): void;
  onRenew(): void;
  onCopy(secret: string): void;
  onRemove(): void;
}

/** The webhook that was set up: where to, what of, its secret, and a test. */
export function WebhookPanel(props: WebhookPanelProps) {
  const { address, on, attendee, gone, granted, secret, testing } = props;
  return (
    <div class="panel">
      <div>
        <h3>{i18n.t("automation.addressLabel")}</h3>
        <p>
          <bdi dir="ltr">{address}</bdi>
        </p>
      </div>
      {secret !== null && (
        <div class="secret">
          <p>{i18n.t("automation.secret")}</p>
          <output aria-label={i18n.t("automation.secretLabel")} dir="ltr">
            {secret}
          </output>
          <button type="button" onClick={() => props.onCopy(secret)}>
            <Copy size={16} aria-hidden="true" />
            {i18n.t("automation.copy")}
          </button>
        </div>
      )}
      {gone && !on && <Warning text={i18n.t("automation.gone")} />}
      {!granted && (
        <>
          <Warning text={i18n.t("automation.notAllowed", [new URL(address).host])} />
          <div class="buttons">
            <button type="button" onClick={props.onAllow}>
              {i18n.t("native.allow", [new URL(address).host])}
            </button>
          </div>
        </>
      )}
      <Choice
        text={i18n.t("automation.on")}
        hint={i18n.t("automation.onHint")}
        checked={on}
        onChange={props.onSwitch}
      />
      <Choice
        text={i18n.t("automation.attendee")}
        hint={i18n.t("automation.attendeeHint")}
        checked={attendee}
        onChange={props.onAttendee}
      />
      <div class="buttons">
        <button
          type="button"
          class="primary"
          aria-disabled={testing}
          onClick={() => testing || props.onTest()}
        >
          {testing ? <span class="spinner late" aria-hidden="true" /> : <Send size={16} aria-hidden="true" />}
          {i18n.t("automation.test")}
        </button>
        <button type="button" onClick={props.onEdit}>
          <Pencil size={16} aria-hidden="true" />
          {i18n.t("automation.edit")}
        </button>
        <button type="button" onClick={props.onRenew}>
          <KeyRound size={16} aria-hidden="true" />
          {i18n.t("automation.renew")}
        </button>
        <button type="button" onClick={props.onRemove}>
          <Trash2 size={16} aria-hidden="true" />
          {i18n.t("automation.remove")}
        </button>
      </div>
    </div>
  );
}

function Warning({ text }: { text: string }) {
  return (
    <p class="warning">
      <TriangleAlert size={20} aria-hidden="true" />
      <span>{text}</span>
    </p>
  );
}
