import { Trash2 } from "lucide-preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { DEFAULT_BOOKING_HOSTS } from "../../lib/offer/link";
import { BookingHost } from "../../lib/settings/items";
import { IconButton } from "./IconButton";
import { TextField } from "./TextField";

export interface BookingHostsProps {
  hosts: readonly string[];
  onAdd(hosts: readonly string[]): void;
  onRemove(host: string): void;
}

/** The hosts that a booking link may lead to. */
export function BookingHosts({ hosts, onAdd, onRemove }: BookingHostsProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [focus, setFocus] = useState(0);

  function submit(event: Event): void {
    event.preventDefault();
    const host = readHost(typed);
    if (host === null || hosts.includes(host)) {
      setProblem(host === null ? i18n.t("problem.host.invalid") : i18n.t("problem.host.taken", [host]));
      setFocus((turn) => turn + 1);
      return;
    }
    onAdd([host]);
    setTyped("");
  }

  return (
    <>
      {hosts.length === 0 && (
        <p class="empty">
          {i18n.t("options.sharing.hostsEmpty")}{" "}
          <button type="button" class="link" onClick={() => onAdd(DEFAULT_BOOKING_HOSTS)}>
            {i18n.t("options.sharing.hostDefaults")}
          </button>
        </p>
      )}
      <ul class="rows compact">
        {hosts.map((host) => (
          <li key={host}>
            <p class="row-text">
              <bdi>{host}</bdi>
            </p>
            <div class="actions">
              <IconButton
                icon={Trash2}
                text={i18n.t("options.sharing.removeHost")}
                name={i18n.t("options.sharing.removeHostNamed", [host])}
                onClick={() => onRemove(host)}
              />
            </div>
          </li>
        ))}
      </ul>
      <form class="form" noValidate onSubmit={submit} aria-label={i18n.t("options.sharing.addHost")}>
        <TextField
          label={i18n.t("options.sharing.host")}
          hint={i18n.t("options.sharing.hostHint")}
          ltr
          value={typed}
          onInput={(value) => {
            setTyped(value);
            setProblem(null);
          }}
          problem={problem}
          focus={focus}
        />
        <div class="buttons">
          <button type="submit">{i18n.t("options.sharing.addHost")}</button>
        </div>
      </form>
    </>
  );
}

/** A host as typed, or out of a pasted https address, in the spelling that links have (punycode, lower case). */
function readHost(typed: string): string | null {
  const text = typed.trim().toLowerCase();
  if (text.startsWith("*.")) {
    const domain = readHost(text.slice(2));
    return domain?.includes(".") ? `*.${domain}` : null;
  }
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`;
  const host = URL.canParse(address) ? new URL(address).host.replace(/\.$/, "") : "";
  const isHost = /^https?:\/\//.test(text) || !/[/?#@\\]/.test(text);
  return isHost && BookingHost.safeParse(host).success ? host : null;
}
