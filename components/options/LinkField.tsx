import { CircleCheck } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { describeLink, type HostRules } from "../../lib/offer/describe-link";
import { TextField } from "./TextField";

export interface LinkFieldProps {
  value: string;
  onInput(value: string): void;
  hosts: HostRules;
  onAllowHost(host: string): void;
  /** Somebody tried to save: what is wrong is a problem now, and no longer a remark. */
  problem: string | null;
  /** What to say about an empty field. */
  whenEmpty?: string;
  focus: number;
}

/** The booking link, checked while it is typed: which scheduler it is and what it opens, or what is wrong. */
export function LinkField(props: LinkFieldProps) {
  const { value, hosts, problem } = props;
  const [left, setLeft] = useState(false);
  const reading = describeLink(value, hosts);
  const wrong = !reading.ok && reading.code !== "empty" ? reading.text : null;
  return (
    <TextField
      label={i18n.t("options.link.label")}
      hint={i18n.t("options.link.hint")}
      type="url"
      ltr
      value={value}
      onInput={(typed) => {
        setLeft(false);
        props.onInput(typed);
      }}
      onBlur={() => setLeft(true)}
      problem={problem ?? (left ? wrong : null)}
      focus={props.focus}
    >
      {reading.ok && (
        <p class="good">
          <CircleCheck size={20} aria-hidden="true" />
          <span>{reading.text}</span>
        </p>
      )}
      {reading.ok && reading.completed && <p>{i18n.t("options.link.completed", [reading.link])}</p>}
      {!reading.ok && wrong && !left && !problem && <p>{wrong}</p>}
      {!reading.ok && reading.code === "empty" && props.whenEmpty && <p>{props.whenEmpty}</p>}
      {!reading.ok && reading.host && <AllowHost host={reading.host} onAllow={props.onAllowHost} />}
    </TextField>
  );
}

function AllowHost({ host, onAllow }: { host: string; onAllow(host: string): void }) {
  return (
    <div class="allow-host">
      <button type="button" onClick={() => onAllow(host)}>
        {i18n.t("options.link.allow", [host])}
      </button>
      <p>{i18n.t("options.link.allowHint")}</p>
    </div>
  );
}
