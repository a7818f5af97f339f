import { Trash2 } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { HostRules } from "../../lib/offer/describe-link";
import { DEFAULT_BOOKING_HOSTS } from "../../lib/offer/link";
import { schedulerOfHost, schedulers } from "../../lib/scheduler";
import { BookingHost } from "../../lib/settings/items";
import { IconButton } from "./IconButton";
import { TextField } from "./TextField";

export interface BookingHostsProps {
  hosts: HostRules;
  onAdd(hosts: readonly string[]): void;
  /** @param scheduler its id, or empty: recognised by the link */
  onScheduler(host: string, scheduler: string): void;
  onRemove(host: string): void;
}

/** The hosts that a booking link may lead to. */
export function BookingHosts({
  hosts: { bookingHosts, schedulers: named },
  onAdd,
  onRemove,
  onScheduler,
}: BookingHostsProps) {
  const own = bookingHosts.filter((host) => !schedulerOfHost(host));
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [focus, setFocus] = useState(0);

  function submit(event: Event): void {
    event.preventDefault();
    const host = readHost(typed);
    if (host === null || bookingHosts.includes(host)) {
      setProblem(host === null ? i18n.t("problem.host.invalid") : i18n.t("problem.host.taken", [host]));
      setFocus((turn) => turn + 1);
      return;
    }
    onAdd([host]);
    setTyped("");
  }

  return (
    <>
      {bookingHosts.length === 0 && (
        <p class="empty">
          {i18n.t("options.sharing.hostsEmpty")}{" "}
          <button type="button" class="link" onClick={() => onAdd(DEFAULT_BOOKING_HOSTS)}>
            {i18n.t("options.sharing.hostDefaults")}
          </button>
        </p>
      )}
      <ul class="rows compact">
        {own.map((host) => (
          <HostRow key={host} host={host} onRemove={onRemove}>
            <OwnScheduler
              host={host}
              scheduler={named[host] ?? ""}
              onChange={(scheduler) => onScheduler(host, scheduler)}
            />
          </HostRow>
        ))}
      </ul>
      {own.length < bookingHosts.length && <KnownHosts hosts={bookingHosts} onRemove={onRemove} />}
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

/** The hosts that come with CallCard, under the names of their schedulers. */
function KnownHosts({ hosts, onRemove }: { hosts: readonly string[]; onRemove(host: string): void }) {
  const groups = schedulers
    .map(({ id, name }) => ({ id, name, hosts: hosts.filter((host) => schedulerOfHost(host)?.id === id) }))
    .filter((group) => group.hosts.length > 0);
  return (
    <details class="known-hosts">
      <summary>{i18n.t("options.sharing.knownSchedulers", [String(groups.length)])}</summary>
      {groups.map((group) => (
        <section key={group.id}>
          <h3>{group.name}</h3>
          <ul class="rows compact">
            {group.hosts.map((host) => (
              <HostRow key={host} host={host} onRemove={onRemove} />
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}

interface HostRowProps {
  host: string;
  onRemove(host: string): void;
  children?: ComponentChildren;
}

function HostRow({ host, onRemove, children }: HostRowProps) {
  return (
    <li>
      <p class="row-text">
        <bdi>{host}</bdi>
      </p>
      {children}
      <div class="actions">
        <IconButton
          icon={Trash2}
          text={i18n.t("options.sharing.removeHost")}
          name={i18n.t("options.sharing.removeHostNamed", [host])}
          onClick={() => onRemove(host)}
        />
      </div>
    </li>
  );
}

interface OwnSchedulerProps {
  host: string;
  scheduler: string;
  onChange(scheduler: string): void;
}

/** Whose pages a host of somebody's own has. */
function OwnScheduler({ host, scheduler, onChange }: OwnSchedulerProps) {
  return (
    <select
      aria-label={i18n.t("options.sharing.hostScheduler", [host])}
      value={scheduler}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{i18n.t("options.sharing.guessed")}</option>
      {schedulers.map(({ id, name }) => (
        <option key={id} value={id}>
          {name || i18n.t("options.sharing.otherScheduler")}
        </option>
      ))}
    </select>
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
