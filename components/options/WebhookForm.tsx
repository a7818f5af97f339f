import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { parseAddress } from "../../lib/booking/automation/address";
import { FormFoot } from "./FormFoot";
import { TextField } from "./TextField";
import { useSaving } from "./use-saving";

export interface WebhookFormProps {
  /** The address so far. */
  address: string;
  /** Called in the submit itself, so that the browser may be asked for the site. */
  onSave(url: URL): Promise<void>;
  onCancel?: () => void;
}

const problemTexts = {
  empty: () => i18n.t("automation.address.empty"),
  "not-an-address": () => i18n.t("automation.address.notAnAddress"),
  "not-https": () => i18n.t("automation.address.notHttps"),
};

/** Where bookings are told. */
export function WebhookForm({ address, onSave, onCancel }: WebhookFormProps) {
  const [typed, setTyped] = useState(address);
  const [problem, setProblem] = useState<string | null>(null);
  const [focus, setFocus] = useState(onCancel ? 1 : 0);
  const { saving, failure, save } = useSaving();

  function submit(event: Event): void {
    event.preventDefault();
    const parsed = parseAddress(typed);
    if ("url" in parsed) return void save(() => onSave(parsed.url));
    setProblem(problemTexts[parsed.problem]());
    setFocus((turn) => turn + 1);
  }

  return (
    <form class="panel" noValidate onSubmit={submit} aria-label={i18n.t("automation.webhook")}>
      <TextField
        label={i18n.t("automation.addressLabel")}
        hint={i18n.t("automation.addressHint")}
        type="url"
        ltr
        value={typed}
        onInput={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        problem={problem}
        focus={focus}
      />
      <FormFoot
        save={i18n.t("automation.save")}
        saving={saving}
        failure={failure}
        {...(onCancel ? { onCancel } : {})}
      />
    </form>
  );
}
