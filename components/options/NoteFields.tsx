import { i18n } from "#i18n";
import { NOTE_FIELDS } from "../../lib/note/note-text";
import { TextField } from "./TextField";

export interface NoteFieldsProps {
  offer: boolean;
  text: string;
  problem: string | undefined;
  /** A new value moves the focus to the text. */
  focus: number;
  onOffer(offer: boolean): void;
  onText(text: string): void;
}

/** Whether a portal's tickets get notes after a booking, and what they say. */
export function NoteFields({ offer, text, problem, focus, onOffer, onText }: NoteFieldsProps) {
  return (
    <fieldset>
      <legend>{i18n.t("options.portals.note")}</legend>
      <p class="quiet">{i18n.t("options.portals.noteHint")}</p>
      <label class="choice">
        <input type="checkbox" checked={offer} onChange={(event) => onOffer(event.currentTarget.checked)} />
        <span>{i18n.t("options.portals.noteOffer")}</span>
      </label>
      {offer && (
        <TextField
          label={i18n.t("options.portals.noteText")}
          hint={i18n.t("options.portals.noteTextHint", [NOTE_FIELDS])}
          multiline
          value={text}
          onInput={onText}
          problem={problem}
          focus={focus}
        />
      )}
    </fieldset>
  );
}
