import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Portal } from "../../lib/settings/portal";
import type { Preset } from "../../lib/ticket/presets/preset";
import { FormFoot } from "./FormFoot";
import { LookupFields } from "./LookupFields";
import { NoteFields } from "./NoteFields";
import { TextField } from "./TextField";
import { useSaving } from "./use-saving";

export interface PortalFormProps {
  portal: Portal;
  presets: readonly Preset[];
  hasToken(origin: string): Promise<boolean>;
  onRemoveToken(origin: string): Promise<void>;
  /** Called in the click itself, so that the browser may be asked for access. An empty token leaves the stored one. */
  onSave(portal: Portal, token: string): Promise<void>;
  onCancel(): void;
}

type Problems = { name?: string; basePath?: string; lookup?: string; note?: string };

/** Edits a portal: its name, where it begins, which product it is, whom to ask, and whose booking button is shown. */
export function PortalForm({ portal, presets, hasToken, onRemoveToken, onSave, onCancel }: PortalFormProps) {
  const [name, setName] = useState(portal.name);
  const [basePath, setBasePath] = useState(portal.basePath);
  const [preset, setPreset] = useState(portal.preset ?? "");
  const [nativeButton, setNativeButton] = useState(portal.nativeButton);
  const [lookupUrl, setLookupUrl] = useState(portal.lookup?.url ?? "");
  const [hasBookings, setHasBookings] = useState(portal.lookup?.bookings ?? false);
  const [token, setToken] = useState("");
  const [note, setNote] = useState({ offer: portal.note?.offer ?? false, text: portal.note?.text ?? "" });
  const [problems, setProblems] = useState<Problems>({});
  const [focus, setFocus] = useState({ field: "name", turn: 1 });
  const { saving, failure, save } = useSaving();
  const productId = useId();
  const withButton = presets.filter((one) => one.nativeButton && (preset === "" || preset === one.id));

  function submit(event: Event): void {
    event.preventDefault();
    const { preset: _, lookup, note: knownNote, ...rest } = portal;
    const { bookings: __, ...knownLookup } = lookup ?? {};
    const url = lookupUrl.trim();
    const path = basePath.trim().replace(/\/+$/, "");
    const parsed = Portal.safeParse({
      ...rest,
      name,
      basePath: path,
      nativeButton,
      ...(preset && { preset }),
      ...(url && { lookup: { ...knownLookup, url, ...(hasBookings && { bookings: true }) } }),
      ...((note.offer || note.text.trim() || knownNote) && {
        note: { ...knownNote, offer: note.offer, text: note.text.trim() },
      }),
    });
    if (parsed.success) return void save(() => onSave(parsed.data, token.trim()));
    const wrong = new Set(parsed.error.issues.map((issue) => issue.path[0]));
    setProblems({
      ...(wrong.has("name") && { name: i18n.t(name.trim() ? "problem.name.tooLong" : "problem.name.empty") }),
      ...(wrong.has("basePath") && { basePath: i18n.t("problem.portal.basePath") }),
      ...(wrong.has("lookup") && { lookup: i18n.t("problem.portal.lookup") }),
      ...(wrong.has("note") && { note: i18n.t("problem.portal.note") }),
    });
    const field = ["name", "basePath", "lookup"].find((one) => wrong.has(one)) ?? "note";
    setFocus(({ turn }) => ({ field, turn: turn + 1 }));
  }

  const heading = i18n.t("options.portals.editHeading", [portal.name]);
  return (
    <form class="panel" noValidate onSubmit={submit} aria-label={heading}>
      <h2>{heading}</h2>
      <TextField
        label={i18n.t("options.portals.name")}
        value={name}
        onInput={setName}
        problem={problems.name}
        focus={focus.field === "name" ? focus.turn : 0}
      />
      <TextField
        label={i18n.t("options.portals.basePath")}
        hint={i18n.t("options.portals.basePathHint")}
        ltr
        value={basePath}
        onInput={setBasePath}
        problem={problems.basePath}
        focus={focus.field === "basePath" ? focus.turn : 0}
      />
      <div class="field">
        <label for={productId}>{i18n.t("options.portals.product")}</label>
        <select id={productId} value={preset} onChange={(event) => setPreset(event.currentTarget.value)}>
          <option value="">{i18n.t("options.portals.automatic")}</option>
          {presets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {preset && !presets.some(({ id }) => id === preset) && (
            <option value={preset}>{i18n.t("options.portals.unknownProduct", [preset])}</option>
          )}
        </select>
      </div>
      <LookupFields
        origin={portal.origin}
        url={lookupUrl}
        token={token}
        problem={problems.lookup}
        focus={focus.field === "lookup" ? focus.turn : 0}
        hasToken={hasToken}
        bookings={hasBookings}
        onBookings={setHasBookings}
        onUrl={setLookupUrl}
        onToken={setToken}
        onRemoveToken={onRemoveToken}
      />
      <NoteFields
        {...note}
        problem={problems.note}
        focus={focus.field === "note" ? focus.turn : 0}
        onOffer={(offer) => setNote({ ...note, offer })}
        onText={(text) => setNote({ ...note, text })}
      />
      {withButton.length > 0 && (
        <fieldset>
          <legend>{i18n.t("options.portals.nativeButton")}</legend>
          <p class="quiet">
            {i18n.t("options.portals.nativeButtonHint", [withButton.map((one) => one.name).join(", ")])}
          </p>
          {(["keep", "replace"] as const).map((choice) => (
            <label key={choice} class="choice">
              <input
                type="radio"
                name={`${productId}-button`}
                checked={nativeButton === choice}
                onChange={() => setNativeButton(choice)}
              />
              <span>{i18n.t(choice === "keep" ? "options.portals.keep" : "options.portals.replace")}</span>
            </label>
          ))}
        </fieldset>
      )}
      <FormFoot save={i18n.t("options.save")} saving={saving} failure={failure} onCancel={onCancel} />
    </form>
  );
}
