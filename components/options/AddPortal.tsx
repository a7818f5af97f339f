import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { type PortalAddress, parsePortalAddress } from "../../lib/settings/portal";
import { TextField } from "./TextField";

export interface AddPortalProps {
  /** Called in the click itself, so that the browser may be asked for access. @returns whether it was added */
  onAdd(address: { origin: string; basePath: string }): "added" | "duplicate";
}

/** Adds a portal by its address, or by that of any page in it. */
export function AddPortal({ onAdd }: AddPortalProps) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [focus, setFocus] = useState(0);
  const address = parsePortalAddress(typed);

  function refuse(text: string): void {
    setProblem(text);
    setFocus((turn) => turn + 1);
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (!address.ok) refuse(addressProblem(address.problem));
    else if (onAdd(address) === "duplicate") refuse(i18n.t("options.portals.duplicate"));
    else setTyped("");
  }

  return (
    <form class="form" noValidate onSubmit={submit} aria-label={i18n.t("options.portals.add")}>
      <TextField
        label={i18n.t("options.portals.address")}
        hint={i18n.t("options.portals.addressHint")}
        type="url"
        ltr
        value={typed}
        onInput={(value) => {
          setTyped(value);
          setProblem(null);
        }}
        problem={problem}
        focus={focus}
      >
        {address.ok && typed.trim() !== address.origin && <p>{address.origin}</p>}
        {address.ok && address.insecure && <p class="warning">{i18n.t("options.portals.insecure")}</p>}
      </TextField>
      <div class="buttons">
        <button type="submit" class="primary">
          {i18n.t("options.portals.add")}
        </button>
      </div>
    </form>
  );
}

function addressProblem(problem: Extract<PortalAddress, { ok: false }>["problem"]): string {
  switch (problem) {
    case "empty":
      return i18n.t("problem.portal.empty");
    case "not-an-address":
      return i18n.t("problem.portal.notAnAddress");
    case "not-a-site":
      return i18n.t("problem.portal.notASite");
  }
}
