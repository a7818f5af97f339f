import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";

/** The end of a form: the buttons, and what the browser said when it could not store. */
export function FormFoot(props: {
  save: string;
  saving: boolean;
  failure: string | null;
  onCancel?: () => void;
  children?: ComponentChildren;
}) {
  return (
    <>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={props.saving}>
          {props.saving && <span class="spinner late" aria-hidden="true" />}
          {props.save}
        </button>
        {props.children}
        {props.onCancel && (
          <button type="button" onClick={props.onCancel}>
            {i18n.t("options.cancel")}
          </button>
        )}
      </div>
      <p class="problem" role="alert">
        {props.failure}
      </p>
    </>
  );
}
