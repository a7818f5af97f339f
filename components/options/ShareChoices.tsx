import { i18n } from "#i18n";
import type { Share } from "../../lib/settings/share";
import { Choice } from "./Choice";

const choices = ["number", "subject", "ticketLink", "requester", "watchers"] as const;

/** What may travel to the scheduler, a sentence each. */
export function ShareChoices({ share, onChange }: { share: Share; onChange(share: Share): void }) {
  return (
    <fieldset>
      <legend class="visually-hidden">{i18n.t("options.sharing.what")}</legend>
      {choices.map((choice) => (
        <Choice
          key={choice}
          text={i18n.t(`options.sharing.${choice}`)}
          hint={i18n.t(`options.sharing.${choice}Text`)}
          checked={share[choice]}
          onChange={(checked) => onChange({ ...share, [choice]: checked })}
        />
      ))}
    </fieldset>
  );
}
