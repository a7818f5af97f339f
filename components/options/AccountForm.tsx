import { useId, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Account } from "../../lib/settings/accounts";
import {
  ACCOUNT_KINDS,
  type AccountDraft,
  type AccountKind,
  type AccountProblems,
  draftOf,
  readDraft,
  type TypedAccount,
  takesApi,
} from "./account-draft";
import { FormFoot } from "./FormFoot";
import { TextField } from "./TextField";
import { useSaving } from "./use-saving";

/** Why an account was not kept, in words; `allow`: the browser has to be asked for this origin first. */
export interface AccountRefusal {
  text: string;
  allow: string | null;
}

export interface AccountFormProps {
  /** The account whose token is replaced; `null` for a new one. */
  original: Account | null;
  /** Checks the token and keeps it. Answers with what was wrong, or `null`. */
  onSave(typed: TypedAccount): Promise<AccountRefusal | null>;
  /** Called in the click itself. */
  onAllow(origin: string): Promise<boolean>;
  onCancel(): void;
}

/** Adds an account, or replaces its token; the token is checked before it is kept, and never shown again. */
export function AccountForm({ original, onSave, onAllow, onCancel }: AccountFormProps) {
  const [draft, setDraft] = useState<AccountDraft>(() => draftOf(original));
  const [problems, setProblems] = useState<AccountProblems>({});
  const [refusal, setRefusal] = useState<AccountRefusal | null>(null);
  const [focus, setFocus] = useState(original ? 1 : 0);
  const { saving, failure, save } = useSaving();
  const id = useId();

  function change(part: Partial<AccountDraft>): void {
    setDraft((now) => ({ ...now, ...part }));
    setProblems({});
    setRefusal(null);
  }

  function submit(event?: Event): void {
    event?.preventDefault();
    const read = readDraft(draft);
    if ("problems" in read) {
      setProblems(read.problems);
      setFocus((turn) => turn + 1);
      return;
    }
    setRefusal(null);
    void save(async () => setRefusal(await onSave(read.typed)));
  }

  const heading = original
    ? i18n.t("options.accounts.replaceHeading", [original.owner.name || original.owner.email])
    : i18n.t("options.accounts.addHeading");
  return (
    <form class="panel" noValidate onSubmit={submit} aria-label={heading}>
      <h2>{heading}</h2>
      {!original && (
        <div class="field">
          <label for={id}>{i18n.t("options.accounts.kind")}</label>
          <select
            id={id}
            value={draft.kind}
            onChange={(event) => change({ kind: event.currentTarget.value as AccountKind })}
          >
            {ACCOUNT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {kindName(kind)}
              </option>
            ))}
          </select>
        </div>
      )}
      {draft.kind === "cal-com-own" && (
        <TextField
          label={i18n.t("options.accounts.site")}
          hint={i18n.t("options.accounts.siteHint", ["https://cal.example.com"])}
          type="url"
          ltr
          value={draft.site}
          onInput={(site) => change({ site })}
          problem={problems.site}
          focus={problems.site ? focus : 0}
        />
      )}
      <TextField
        label={i18n.t(draft.kind === "calendly" ? "options.accounts.token" : "options.accounts.key")}
        hint={i18n.t(draft.kind === "calendly" ? "options.accounts.tokenHint" : "options.accounts.keyHint")}
        type="password"
        autocomplete="new-password"
        ltr
        value={draft.token}
        onInput={(token) => change({ token })}
        problem={problems.token}
        focus={problems.site || problems.api ? 0 : focus}
      />
      {takesApi(draft.kind) && (
        <details open={draft.api !== "" || problems.api !== undefined}>
          <summary>{i18n.t("options.accounts.advanced")}</summary>
          <TextField
            label={i18n.t("options.accounts.api")}
            hint={i18n.t("options.accounts.apiHint")}
            type="url"
            ltr
            value={draft.api}
            onInput={(api) => change({ api })}
            problem={problems.api}
            focus={problems.api && !problems.site ? focus : 0}
          />
        </details>
      )}
      <p class="quiet">{i18n.t("options.accounts.kept")}</p>
      <div role="alert">
        {refusal && (
          <>
            <p class="problem">{refusal.text}</p>
            {refusal.allow !== null && (
              <button
                type="button"
                onClick={() => void onAllow(refusal.allow ?? "").then((allowed) => allowed && submit())}
              >
                {i18n.t("native.allow", [new URL(refusal.allow).host])}
              </button>
            )}
          </>
        )}
      </div>
      <FormFoot
        save={i18n.t("options.accounts.save")}
        saving={saving}
        failure={failure}
        onCancel={onCancel}
      />
      <p class="quiet" role="status">
        {saving && i18n.t("options.accounts.checking")}
      </p>
    </form>
  );
}

function kindName(kind: AccountKind): string {
  if (kind === "calendly") return "Calendly";
  if (kind === "cal-com") return "Cal.com";
  return i18n.t(kind === "cal-com-eu" ? "options.accounts.calComEu" : "options.accounts.calComOwn");
}
