import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import type { Share } from "../../lib/settings/share";

const choices = ["number", "subject", "ticketLink", "requester", "watchers"] as const;

/** What may travel to the scheduler, a sentence each. */
export function ShareChoices({ share, onChange }: { share: Share; onChange(share: Share): void }) {
  const id = useId();
  return (
    <fieldset>
      <legend class="visually-hidden">{i18n.t("options.sharing.what")}</legend>
      {choices.map((choice) => (
        <div key={choice} class="choice">
          <input
            type="checkbox"
            id={`${id}-${choice}`}
            aria-describedby={`${id}-${choice}-text`}
            checked={share[choice]}
            onChange={(event) => onChange({ ...share, [choice]: event.currentTarget.checked })}
          />
          <div>
            <label for={`${id}-${choice}`}>{i18n.t(`options.sharing.${choice}`)}</label>
            <p class="quiet" id={`${id}-${choice}-text`}>
              {i18n.t(`options.sharing.${choice}Text`)}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
