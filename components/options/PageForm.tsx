import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import { isUrlPattern } from "../../lib/ticket/match-url";
import { PageDefinition } from "../../lib/ticket/page-definition";
import {
  type LineProblem,
  parsePlaces,
  parseSources,
  placesToText,
  sourcesToText,
} from "../../lib/ticket/teach/source-text";
import { FormFoot } from "./FormFoot";
import { fieldLabel, SHOWN_FIELDS, type ShownField } from "./page-fields";
import { TextField } from "./TextField";
import { useSaving } from "./use-saving";

export interface PageFormProps {
  page: PageDefinition;
  onSave(page: PageDefinition): Promise<void>;
  onCancel(): void;
}

type Line = ShownField | "url" | "exclude" | "place";
type Texts = Readonly<Record<Line, string>>;
type Checked = { ok: true; page: PageDefinition } | { ok: false; at: Line; problem: string };

/** Edits a page definition: its address, and where each field stands. */
export function PageForm({ page, onSave, onCancel }: PageFormProps) {
  const [texts, setTexts] = useState(() => textsOf(page));
  const [wrong, setWrong] = useState<{ at: Line; problem: string; turn: number } | null>(null);
  const { saving, failure, save } = useSaving();
  const heading = i18n.t("options.pages.editHeading", [page.url]);

  function submit(event: Event): void {
    event.preventDefault();
    const checked = check(page, texts);
    if (checked.ok) void save(() => onSave(checked.page));
    else setWrong((before) => ({ at: checked.at, problem: checked.problem, turn: (before?.turn ?? 1) + 1 }));
  }

  const field = (line: Line, label: string, hint?: string) => (
    <TextField
      key={line}
      label={label}
      hint={hint}
      ltr
      multiline={line !== "url" && line !== "exclude"}
      value={texts[line]}
      onInput={(value) => setTexts((now) => ({ ...now, [line]: value }))}
      problem={wrong?.at === line ? wrong.problem : null}
      focus={wrong ? (wrong.at === line ? wrong.turn : 0) : line === "url" ? 1 : 0}
    />
  );
  return (
    <form class="panel" noValidate onSubmit={submit} aria-label={heading}>
      <h3>{heading}</h3>
      {field("url", i18n.t("options.pages.url"), i18n.t("options.pages.urlHint", ["/tickets/:id(\\d+)"]))}
      <p class="quiet">{i18n.t("options.pages.sourcesHint")}</p>
      {SHOWN_FIELDS.map((name) => field(name, fieldLabel(name)))}
      {field("exclude", i18n.t("options.pages.exclude"))}
      {field("place", i18n.t("options.pages.place"))}
      <FormFoot save={i18n.t("options.save")} saving={saving} failure={failure} onCancel={onCancel} />
    </form>
  );
}

function textsOf({ url, exclude = "", place, fields }: PageDefinition): Texts {
  const sources = (name: ShownField) => sourcesToText(fields[name] ?? []);
  return {
    url,
    exclude,
    place: placesToText(place),
    assignee: sources("assignee"),
    assigneeEmail: sources("assigneeEmail"),
    number: sources("number"),
    subject: sources("subject"),
    requesterName: sources("requesterName"),
    requesterEmail: sources("requesterEmail"),
    priority: sources("priority"),
  };
}

/** The page definition that the texts describe; what the form does not show stays as it is. */
function check(page: PageDefinition, texts: Texts): Checked {
  const url = texts.url.trim();
  const isComplete = url.startsWith("/") && (page.kind === "list" || /:id(?!\w)/.test(url));
  if (!isComplete) return { ok: false, at: "url", problem: i18n.t("options.pages.problem.url") };
  if (!isUrlPattern(url)) return { ok: false, at: "url", problem: i18n.t("options.pages.problem.urlSyntax") };

  const fields = { ...page.fields };
  for (const name of SHOWN_FIELDS) {
    const parsed = parseSources(texts[name]);
    if (!parsed.ok) return { ok: false, at: name, problem: lineText(parsed.problem) };
    if (parsed.value.length > 0) fields[name] = parsed.value;
    else delete fields[name];
  }
  const place = parsePlaces(texts.place);
  if (!place.ok) return { ok: false, at: "place", problem: lineText(place.problem) };

  const { exclude: _, ...rest } = page;
  const exclude = texts.exclude.trim();
  const changed = { ...rest, url, fields, place: place.value, ...(exclude && { exclude }) };
  const parsed = PageDefinition.safeParse(changed);
  if (parsed.success) return { ok: true, page: parsed.data };
  return { ok: false, at: "exclude", problem: i18n.t("options.pages.problem.exclude") };
}

/** What is wrong with a line, in words. */
function lineText({ line, code, detail }: LineProblem): string {
  const at = String(line);
  switch (code) {
    case "selector":
      return i18n.t("options.pages.problem.selector", [at, detail]);
    case "json":
      return i18n.t("options.pages.problem.json", [at, detail]);
    case "many":
      return i18n.t("options.pages.problem.many");
    case "kind":
    case "regex":
    case "label":
    case "source":
    case "position":
      return i18n.t(`options.pages.problem.${code}`, [at]);
  }
}
