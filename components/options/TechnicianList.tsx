import { useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { HostRules } from "../../lib/offer/describe-link";
import type { Technician } from "../../lib/offer/technician";
import { uiLocale } from "../../lib/ui-locale";
import { TechnicianForm, type TechnicianFormProps } from "./TechnicianForm";
import { TechnicianRow } from "./TechnicianRow";
import type { OpenForm } from "./technician-draft";

const PAGE = 100;

interface TechnicianListProps {
  technicians: readonly Technician[];
  hosts: HostRules;
  onForm(form: OpenForm): void;
  /** @param original what the entry was before; `null` for a new one */
  onSave(technician: Technician, original: Technician | null): Promise<void>;
  onDelete(technician: Technician): void;
  onTry(technician: Technician): void;
  /** The entry whose form is open; it is shown whatever was searched for. */
  edited: Technician | null;
  formProps: Omit<TechnicianFormProps, "original" | "onSave">;
}

/** The rows, a hundred at a time, so that it stays quick with 10,000 entries. */
export function TechnicianList({ technicians, edited, formProps, ...props }: TechnicianListProps) {
  const [limit, setLimit] = useState(PAGE);
  const before = useRef<string | null>(null);
  const closed = edited ? null : before.current;
  before.current = edited?.email ?? null;

  const shown = technicians.slice(0, limit);
  if (edited && !shown.includes(edited)) shown.unshift(edited);
  const hidden = technicians.length - shown.length;
  const number = new Intl.NumberFormat(uiLocale());
  return (
    <>
      <ul class="rows">
        {shown.map((technician) => (
          <li key={technician.email}>
            {technician === edited ? (
              <TechnicianForm
                {...formProps}
                original={technician}
                onSave={(changed) => props.onSave(changed, technician)}
              />
            ) : (
              <TechnicianRow
                technician={technician}
                hosts={props.hosts}
                focus={closed === technician.email}
                onEdit={() => props.onForm({ kind: "edit", email: technician.email })}
                onDelete={() => props.onDelete(technician)}
                onTry={() => props.onTry(technician)}
              />
            )}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div class="buttons">
          <button type="button" onClick={() => setLimit(limit + PAGE)}>
            {i18n.t("options.technicians.more", Math.min(PAGE, hidden))}
          </button>
          <p class="quiet">
            {i18n.t("options.technicians.shown", [
              number.format(shown.length),
              number.format(technicians.length),
            ])}
          </p>
        </div>
      )}
    </>
  );
}
