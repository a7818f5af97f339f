import { Plus } from "lucide-preact";
import { useMemo, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { HostRules } from "../../lib/offer/describe-link";
import { normaliseIdentity } from "../../lib/offer/identity";
import type { Technician } from "../../lib/offer/technician";
import { searchTechnicians } from "./search-technicians";
import { TechnicianForm } from "./TechnicianForm";
import { TechnicianList } from "./TechnicianList";
import { TextField } from "./TextField";
import type { OpenForm } from "./technician-draft";

export interface TechniciansProps {
  technicians: readonly Technician[];
  hosts: HostRules;
  form: OpenForm;
  /** Show these only (from the popup: who answers to the same text); `null` for all. */
  only: readonly string[] | null;
  onForm(form: OpenForm): void;
  onShowAll(): void;
  /** @param original what the entry was before; `null` for a new one */
  onSave(technician: Technician, original: Technician | null): Promise<void>;
  onDelete(technician: Technician): void;
  onTry(technician: Technician): void;
  onAllowHost(host: string): void;
}

/** Everybody who can be called: search, add, edit in place, delete. */
export function Technicians(props: TechniciansProps) {
  const { technicians, only, onForm } = props;
  const [query, setQuery] = useState("");
  const byEmail = useMemo(
    () => new Map(technicians.map((one) => [normaliseIdentity(one.email), one])),
    [technicians],
  );
  const form = present(props.form, byEmail);
  const edited = form?.kind === "edit" ? (byEmail.get(normaliseIdentity(form.email)) ?? null) : null;
  const search = useMemo(() => searchTechnicians(technicians), [technicians]);
  const chosen = only?.flatMap((email) => byEmail.get(normaliseIdentity(email)) ?? []);
  const found = chosen ?? search(query);

  const formProps = {
    hosts: props.hosts,
    find: (email: string) => byEmail.get(email),
    onAllowHost: props.onAllowHost,
    onTry: props.onTry,
    onEditOther: (email: string) => {
      setQuery(email);
      onForm({ kind: "edit", email });
    },
    onCancel: () => onForm(null),
  };
  const summary = query.trim()
    ? i18n.t("options.technicians.found", found.length)
    : i18n.t("options.technicians.count", technicians.length);
  return (
    <>
      <p>{i18n.t("options.technicians.intro")}</p>
      {form?.kind === "add" ? (
        <TechnicianForm
          {...formProps}
          original={null}
          start={form.start}
          onSave={(technician) => props.onSave(technician, null)}
        />
      ) : (
        <div class="buttons">
          <button type="button" class="primary" onClick={() => onForm({ kind: "add", start: {} })}>
            <Plus size={20} aria-hidden="true" />
            {i18n.t("options.technicians.add")}
          </button>
        </div>
      )}
      {chosen && (
        <div class="panel">
          <p>{i18n.t("options.technicians.onlySome")}</p>
          <button type="button" class="link" onClick={props.onShowAll}>
            {i18n.t("options.technicians.showAll")}
          </button>
        </div>
      )}
      {!chosen && technicians.length > 0 && (
        <search>
          <TextField
            label={i18n.t("options.technicians.search")}
            hint={i18n.t("options.technicians.searchHint")}
            type="search"
            value={query}
            onInput={setQuery}
          />
          <p class="quiet" role="status">
            {summary}
          </p>
        </search>
      )}
      {technicians.length === 0 && form === null && (
        <p class="empty">{i18n.t("options.technicians.empty")}</p>
      )}
      {!chosen && found.length === 0 && technicians.length > 0 && (
        <p class="empty">
          {i18n.t("options.technicians.nothingFound", [query.trim()])}{" "}
          <button type="button" class="link" onClick={() => onForm({ kind: "add", start: draftFrom(query) })}>
            {i18n.t("options.technicians.addFound", [query.trim()])}
          </button>
        </p>
      )}
      <TechnicianList {...props} technicians={found} edited={edited} formProps={formProps} />
    </>
  );
}

/** Whoever asks to edit an entry that is not there (any more) gets the form of a new one. */
function present(form: OpenForm, byEmail: ReadonlyMap<string, Technician>): OpenForm {
  if (form?.kind !== "edit" || byEmail.has(normaliseIdentity(form.email))) return form;
  return { kind: "add", start: { email: form.email } };
}

/** A new technician named by one text: an e-mail if it looks like one, a link, or else an alias. */
export function draftFrom(text: string): Partial<TechnicianDraft> {
  const who = text.trim();
  if (/^[^\s@/]+@[^\s@/]+$/.test(who)) return { email: who };
  return /^https?:|\//.test(who) ? { link: who } : { aliases: who };
}
