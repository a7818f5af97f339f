import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { draftFrom, Technicians } from "../../components/options/Technicians";
import type { OpenForm } from "../../components/options/technician-draft";
import { sendToBackground } from "../../lib/messages";
import type { Technician } from "../../lib/offer/technician";
import { removeTechnicians, replaceTechnician, saveTechnicians } from "../../lib/settings/technicians";
import { forgetQuery } from "./route";
import { useAllowHost } from "./use-allow-host";
import { useNotice } from "./use-notice";
import { useHostRules, useTechnicians } from "./use-stored";

/** Technicians: wiring. `?add=<who>`, `?edit=<e-mail>` and `?only=<e-mail>&only=<e-mail>` come from the popup. */
export function TechniciansSection({ query }: { query: URLSearchParams }) {
  const technicians = useTechnicians();
  const hosts = useHostRules();
  const [form, setForm] = useState(() => askedForm(query));
  const [only, setOnly] = useState(() => (query.has("only") ? query.getAll("only") : null));
  const { notice, clear, good, bad, undoable, refused } = useNotice();
  const allowHost = useAllowHost(refused);

  function open(next: OpenForm): void {
    forgetQuery();
    clear();
    setForm(next);
  }

  async function save(technician: Technician, original: Technician | null): Promise<void> {
    await (original ? replaceTechnician(original.email, technician) : saveTechnicians([technician]));
    open(null);
    good(i18n.t("options.technicians.savedNamed", [nameOf(technician)]));
  }

  async function remove(technician: Technician): Promise<void> {
    await removeTechnicians([technician.email]);
    undoable(i18n.t("options.technicians.deleted", [nameOf(technician)]), () => {
      saveTechnicians([technician]).then(
        () => good(i18n.t("options.technicians.restored", [nameOf(technician)])),
        refused,
      );
    });
  }

  async function tryLink(technician: Technician): Promise<void> {
    const theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const answer = await sendToBackground({ type: "tryLink", technician, theme }).catch(() => null);
    if (answer?.opened) good(i18n.t("options.technicians.tried"));
    else bad(i18n.t("options.technicians.tryFailed"));
  }

  return (
    <>
      {technicians && hosts ? (
        <Technicians
          technicians={technicians}
          hosts={hosts}
          form={form}
          only={only}
          onForm={open}
          onShowAll={() => {
            forgetQuery();
            setOnly(null);
          }}
          onSave={save}
          onDelete={(technician) => void remove(technician).catch(refused)}
          onTry={(technician) => void tryLink(technician)}
          onAllowHost={allowHost}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notice} />
    </>
  );
}

function askedForm(query: URLSearchParams): OpenForm {
  const [add, edit] = [query.get("add"), query.get("edit")];
  if (add !== null) return { kind: "add", start: draftFrom(add) };
  return edit === null ? null : { kind: "edit", email: edit };
}

function nameOf({ name, email }: Technician): string {
  return name || email;
}
