import { Play } from "lucide-preact";
import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { HostRules } from "../../lib/offer/describe-link";
import { normaliseIdentity } from "../../lib/offer/identity";
import type { Technician } from "../../lib/offer/technician";
import { FormFoot } from "./FormFoot";
import { LinkField } from "./LinkField";
import { TextField } from "./TextField";
import { type DraftProblems, draftOf, readDraft, type TechnicianDraft } from "./technician-draft";
import { useSaving } from "./use-saving";

export interface TechnicianFormProps {
  /** The entry to edit; `null` for a new one. */
  original: Technician | null;
  /** What is known of a new one. */
  start?: Partial<TechnicianDraft> | undefined;
  hosts: HostRules;
  /** The stored technician with this normalised e-mail. */
  find(email: string): Technician | undefined;
  onAllowHost(host: string): void;
  onSave(technician: Technician): Promise<void>;
  onTry(technician: Technician): void;
  onEditOther(email: string): void;
  onCancel(): void;
}

const fields = ["email", "name", "aliases", "link"] as const;

/** Adds or edits one technician, in its place in the list. */
export function TechnicianForm(props: TechnicianFormProps) {
  const { original, start, hosts } = props;
  const [draft, setDraft] = useState<TechnicianDraft>({ ...draftOf(original), ...start });
  const [problems, setProblems] = useState<DraftProblems>({});
  const [focus, setFocus] = useState<{ field: keyof TechnicianDraft; turn: number }>({
    field: "email",
    turn: 1,
  });
  const { saving, failure, save } = useSaving();

  const email = normaliseIdentity(draft.email);
  const other = email !== normaliseIdentity(original?.email ?? "") ? props.find(email) : undefined;
  const otherName = other && (other.name || other.email);
  const taken = otherName ? i18n.t("problem.email.taken", [otherName]) : null;

  // A host that was just allowed is no problem any more.
  useEffect(() => setProblems(({ link: _, ...rest }) => rest), [hosts]);

  function change(field: keyof TechnicianDraft): (value: string) => void {
    return (value) => {
      setDraft((now) => ({ ...now, [field]: value }));
      setProblems(({ [field]: _, ...rest }) => rest);
    };
  }

  /** The technician when all is well; otherwise the first wrong field gets the focus. */
  function read(): Technician | null {
    const result = readDraft(draft, original, hosts);
    if ("technician" in result && !taken) return result.technician;
    const found = { ...("problems" in result && result.problems), ...(taken && { email: taken }) };
    setProblems(found);
    const field = fields.find((name) => found[name]) ?? "email";
    setFocus(({ turn }) => ({ field, turn: turn + 1 }));
    return null;
  }

  function submit(event: Event): void {
    event.preventDefault();
    const technician = read();
    if (technician) void save(() => props.onSave(technician));
  }

  const field = (name: keyof TechnicianDraft) => ({
    value: draft[name],
    onInput: change(name),
    problem: problems[name] ?? null,
    focus: focus.field === name ? focus.turn : 0,
  });
  return (
    <form class="panel" noValidate onSubmit={submit} aria-label={heading(original)}>
      <h2>{heading(original)}</h2>
      <TextField label={i18n.t("options.technicians.email")} type="email" ltr {...field("email")}>
        {other && (
          <p class="warning">
            {!problems.email && `${taken} `}
            <button type="button" class="link" onClick={() => props.onEditOther(other.email)}>
              {i18n.t("problem.email.editTaken", [otherName ?? ""])}
            </button>
          </p>
        )}
      </TextField>
      <TextField label={i18n.t("options.technicians.name")} {...field("name")} />
      <TextField
        label={i18n.t("options.technicians.aliases")}
        hint={i18n.t("options.technicians.aliasesHint")}
        multiline
        {...field("aliases")}
      />
      <LinkField
        {...field("link")}
        hosts={hosts}
        onAllowHost={props.onAllowHost}
        whenEmpty={i18n.t("options.link.none")}
      />
      <FormFoot save={i18n.t("options.save")} saving={saving} failure={failure} onCancel={props.onCancel}>
        <button
          type="button"
          disabled={draft.link.trim() === ""}
          onClick={() => {
            const technician = read();
            if (technician) props.onTry(technician);
          }}
        >
          <Play size={16} aria-hidden="true" />
          {i18n.t("options.technicians.tryIt")}
        </button>
      </FormFoot>
    </form>
  );
}

function heading(original: Technician | null): string {
  return original
    ? i18n.t("options.technicians.editHeading", [original.name || original.email])
    : i18n.t("options.technicians.addHeading");
}
