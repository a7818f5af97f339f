import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { TicketStatus } from "../lib/note/status";

/** The status that the ticket gets with the note; `not-yet`: one is wanted and not chosen, `null`: none is wanted. */
export type ChosenStatus = TicketStatus | "not-yet" | null;

export interface StatusChoiceProps {
  /** @returns `null` when the portal does not tell */
  onStatuses(): Promise<TicketStatus[] | null>;
  onChoose(status: ChosenStatus): void;
}

/** "Also set the ticket's status": off at first; the portal is asked for the statuses when somebody wants one. */
export function StatusChoice({ onStatuses, onChoose }: StatusChoiceProps) {
  const [isWanted, setWanted] = useState(false);
  const [statuses, setStatuses] = useState<readonly TicketStatus[] | "asking" | "none">("asking");
  const id = useId();

  async function want(wanted: boolean): Promise<void> {
    setWanted(wanted);
    onChoose(wanted ? "not-yet" : null);
    if (!wanted) return;
    setStatuses("asking");
    const told = await onStatuses();
    setStatuses(told && told.length > 0 ? told : "none");
    if (!told || told.length === 0) {
      setWanted(false);
      onChoose(null);
    }
  }

  return (
    <div class="ticket-status">
      <label class="choice">
        <input
          type="checkbox"
          checked={isWanted}
          onChange={(event) => void want(event.currentTarget.checked)}
        />
        <span>{i18n.t("note.status.also")}</span>
      </label>
      {isWanted && typeof statuses !== "string" && (
        <div class="field">
          <label for={id}>{i18n.t("note.status.label")}</label>
          <select
            id={id}
            onChange={(event) =>
              onChoose(statuses.find(({ value }) => value === event.currentTarget.value) ?? "not-yet")
            }
          >
            <option value="">{i18n.t("note.status.choose")}</option>
            {statuses.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p class="quiet" role="status">
        {isWanted && statuses === "asking" && i18n.t("note.status.asking")}
        {statuses === "none" && i18n.t("note.status.none")}
      </p>
    </div>
  );
}
