import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { TextField } from "./TextField";

export interface ImportFormProps {
  /** Why the document cannot be imported, in words. */
  problem: string | null;
  onText(text: string): void;
  onFile(file: File): void;
}

/** Where a configuration document comes in: a file, or pasted. */
export function ImportForm({ problem, onText, onFile }: ImportFormProps) {
  const [text, setText] = useState("");
  const file = useId();
  return (
    <form
      class="form"
      noValidate
      aria-label={i18n.t("options.backup.import")}
      onSubmit={(event) => {
        event.preventDefault();
        onText(text);
      }}
    >
      <div class="field">
        <label for={file}>{i18n.t("options.backup.file")}</label>
        <input
          type="file"
          id={file}
          accept=".json,application/json"
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0];
            if (chosen) onFile(chosen);
            event.currentTarget.value = ""; // the same file may be chosen again, corrected
          }}
        />
      </div>
      <TextField label={i18n.t("options.backup.paste")} multiline ltr value={text} onInput={setText} />
      <p class="problem" role="alert">
        {problem}
      </p>
      <div class="buttons">
        <button type="submit" disabled={text.trim() === ""}>
          {i18n.t("options.backup.check")}
        </button>
      </div>
    </form>
  );
}
