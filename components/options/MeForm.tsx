import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { Me } from "../../lib/settings/share";
import { FormFoot } from "./FormFoot";
import { TextField } from "./TextField";
import { emailProblem } from "./technician-draft";
import { useSaving } from "./use-saving";

type Problems = Partial<Record<keyof Me, string>>;
const fields = ["name", "email", "phone"] as const;

/** Who uses this browser, for the booking form. */
export function MeForm({ start, onSave }: { start: Me; onSave(me: Me): Promise<void> }) {
  const [me, setMe] = useState(start);
  const [problems, setProblems] = useState<Problems>({});
  const [focus, setFocus] = useState<{ field: keyof Me | null; turn: number }>({ field: null, turn: 0 });
  const { saving, failure, save } = useSaving();

  function submit(event: Event): void {
    event.preventDefault();
    const parsed = Me.safeParse({ ...me, email: me.email.trim() });
    if (parsed.success) return void save(() => onSave(parsed.data));
    const found: Problems = {};
    for (const { path } of parsed.error.issues) {
      if (path[0] === "email") found.email = emailProblem(me.email);
      if (path[0] === "name" || path[0] === "phone") found[path[0]] = i18n.t("problem.tooLong");
    }
    setProblems(found);
    setFocus(({ turn }) => ({ field: fields.find((name) => found[name]) ?? null, turn: turn + 1 }));
  }

  const field = (name: keyof Me) => ({
    value: me[name],
    onInput: (value: string) => {
      setMe((now) => ({ ...now, [name]: value }));
      setProblems(({ [name]: _, ...rest }) => rest);
    },
    problem: problems[name],
    focus: focus.field === name ? focus.turn : 0,
  });
  return (
    <form class="form" noValidate onSubmit={submit} aria-label={i18n.t("options.sharing.me")}>
      <TextField label={i18n.t("options.sharing.name")} autocomplete="name" {...field("name")} />
      <TextField
        label={i18n.t("options.sharing.email")}
        type="email"
        autocomplete="email"
        ltr
        {...field("email")}
      />
      <TextField
        label={i18n.t("options.sharing.phone")}
        type="tel"
        autocomplete="tel"
        ltr
        {...field("phone")}
      />
      <FormFoot save={i18n.t("options.sharing.saveMe")} saving={saving} failure={failure} />
    </form>
  );
}
