import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { describeLink, type HostRules } from "../../lib/offer/describe-link";
import { Me } from "../../lib/settings/share";
import { FormFoot } from "./FormFoot";
import { LinkField } from "./LinkField";
import { TextField } from "./TextField";
import { emailProblem } from "./technician-draft";
import { useSaving } from "./use-saving";

export interface OwnLink {
  email: string;
  name: string;
  link: string;
}

export interface MyLinkProps {
  /** What is stored. */
  start: OwnLink;
  hosts: HostRules;
  onAllowHost(host: string): void;
  /** An empty link removes the stored one. */
  onSave(own: OwnLink): Promise<void>;
}

type Problems = Partial<Record<keyof OwnLink, string>>;

/** The person's own booking link: what a technician does once. */
export function MyLink({ start, hosts, onAllowHost, onSave }: MyLinkProps) {
  const [own, setOwn] = useState(start);
  const [problems, setProblems] = useState<Problems>({});
  const [focus, setFocus] = useState<{ field: keyof OwnLink | null; turn: number }>({ field: null, turn: 0 });
  const { saving, failure, save } = useSaving();
  // A host that was just allowed is no problem any more.
  useEffect(() => setProblems(({ link: _, ...rest }) => rest), [hosts]);

  function change(field: keyof OwnLink): (value: string) => void {
    return (value) => {
      setOwn((now) => ({ ...now, [field]: value }));
      setProblems(({ [field]: _, ...rest }) => rest);
    };
  }

  function submit(event: Event): void {
    event.preventDefault();
    const reading = describeLink(own.link, hosts);
    const removes = own.link.trim() === "" && start.link !== "" && own.email.trim() === start.email;
    const found: Problems = {
      ...((own.email.trim() === "" || !Me.safeParse({ email: own.email }).success) && {
        email: emailProblem(own.email),
      }),
      ...(!Me.safeParse({ name: own.name }).success && { name: i18n.t("problem.tooLong") }),
      ...(!reading.ok && !removes && { link: reading.text }),
    };
    const wrong = (["email", "name", "link"] as const).find((field) => found[field]);
    setProblems(found);
    if (wrong) {
      setFocus(({ turn }) => ({ field: wrong, turn: turn + 1 }));
      return;
    }
    const saved = { email: own.email.trim(), name: own.name.trim(), link: reading.ok ? reading.link : "" };
    void save(async () => {
      await onSave(saved);
      setOwn(saved);
    });
  }

  const field = (name: keyof OwnLink) => ({
    value: own[name],
    onInput: change(name),
    problem: problems[name] ?? null,
    focus: focus.field === name ? focus.turn : 0,
  });
  return (
    <form class="form" noValidate onSubmit={submit} aria-label={i18n.t("options.sections.myLink")}>
      <TextField
        label={i18n.t("options.myLink.email")}
        hint={i18n.t("options.myLink.emailHint")}
        type="email"
        autocomplete="email"
        ltr
        {...field("email")}
      />
      <TextField
        label={i18n.t("options.myLink.name")}
        hint={i18n.t("options.myLink.nameHint")}
        autocomplete="name"
        {...field("name")}
      />
      <LinkField {...field("link")} hosts={hosts} onAllowHost={onAllowHost} />
      <FormFoot save={i18n.t("options.myLink.save")} saving={saving} failure={failure} />
    </form>
  );
}
