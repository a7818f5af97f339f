import { render } from "preact";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { type Dock, TeachPanel } from "../../components/teach/TeachPanel";
import css from "../../components/teach/teach.css?inline";
import type { TeachActions, TeachView } from "../../components/teach/teach-view";
import type { CheckedPage } from "../../lib/ticket/teach/check-page";
import { type Choice, type Draft, TAUGHT_FIELDS, type TaughtField } from "../../lib/ticket/teach/draft";
import { watchPage } from "../../lib/ticket/watch-page";
import { uiDirection } from "../../lib/ui-locale";
import { createShadowHost } from "../overlay.content/shadow-host";
import { followKeys } from "./keys";
import { createPointer } from "./pointer";
import { type ChosenPlace, createTaughtPage } from "./taught-page";

/** Leads through teaching on this page, from where the draft is, until the person leaves or it is saved. */
export function openTeaching(draft: Draft, basePath: string, picker: AbortController): void {
  const { signal } = picker;
  const host = createShadowHost("callcard-picker", css, i18n.t("meta.locale"), uiDirection());
  const pointer = createPointer(host, { moved: mark, chosen: choose }, signal);
  const page = createTaughtPage(draft, basePath, () => show({ step: "gone" }));
  let view: TeachView = { step: "start", problem: null };
  let marked = "";
  let dock: Dock = "right";
  let candidate: { element: Element; choice: Choice } | null = null;
  let place: ChosenPlace | null = null;
  let checked: CheckedPage | null = null;

  // The page can reach the open shadow root: what no person did is not heard there.
  for (const type of ["click", "keydown", "change", "input"]) {
    host.root.parentNode?.addEventListener(type, dropForged, { capture: true, signal });
  }
  followKeys(host, { isPointing, from: pointer.marked, walked, leave }, signal);
  signal.addEventListener("abort", () => {
    render(null, host.root);
    host.remove();
  });
  function show(next: TeachView): void {
    view = next;
    [candidate, place, marked] = [null, null, ""];
    pointer.active(isPointing());
    paint();
  }

  function paint(): void {
    if (!signal.aborted)
      render(<TeachPanel view={view} marked={marked} dock={dock} onDock={moveTo} {...actions} />, host.root);
  }

  function isPointing(): boolean {
    return view.step === "point" || view.step === "place";
  }

  /** After each change of the page: has it become another ticket? */
  function look(): void {
    if (view.step === "done" || view.step === "gone") return;
    const { phase } = page.draft();
    if (!browser.runtime?.id) show({ step: "gone" });
    else if (phase === "check" && !isPointing()) check();
    else if (phase === "point" && page.isElsewhere()) {
      page.startOver();
      show({ step: "start", problem: "left" });
    }
  }

  /** On the first ticket, also after a reload in the middle. */
  function resume(): void {
    const { url, fields, place } = page.draft();
    if (url === null) start();
    else if (!fields.assignee) point("assignee");
    else if (!fields.number) point("number");
    else if (place === null) choosePlace();
    else review();
  }

  function start(): void {
    if (page.begin()) point("assignee");
    else show({ step: "start", problem: "no-id" });
  }

  function point(field: TaughtField, again = false): void {
    const optional = !again && field !== "assignee" && field !== "number";
    const found = again ? null : page.suggest(field);
    const text = found?.choice.text ?? null;
    show({ step: "point", field, text, suggested: found !== null, problem: null, optional, again });
    if (!found) return;
    candidate = found;
    pointer.mark(found.element, true);
    reveal();
  }

  function choosePlace(): void {
    const found = page.suggestPlace();
    show({ step: "place", position: found?.position ?? "after", chosen: found !== null, problem: null });
    putPlace(found);
    reveal();
  }

  function putPlace(next: ChosenPlace | null): void {
    place = next;
    pointer.preview(next, i18n.t("card.heading"));
  }

  function review(): void {
    const { fields, audience } = page.draft();
    const shown = TAUGHT_FIELDS.flatMap((field) => {
      const text = fields[field]?.text;
      return text === undefined ? [] : [{ field, text }];
    });
    show({ step: "review", fields: shown, audience });
  }

  function check(): void {
    checked = page.check();
    if (checked) {
      const before = view.step === "check" ? view : { saving: false, failure: null };
      const { saving, failure } = before;
      view = { step: "check", fields: checked.fields, ok: checked.ok, saving, failure };
    } else {
      const isAgain = view.step === "next" && view.again;
      view = { step: "next", again: isAgain, problem: page.isElsewhere() ? "other-page" : null };
    }
    pointer.active(false);
    paint();
  }

  function moveTo(side: Dock): void {
    dock = side;
    paint();
  }

  /** What is marked is seen: by scrolling, else the panel goes to the other side. */
  function reveal(): void {
    if (pointer.reveal()) moveTo(dock === "left" ? "right" : "left");
  }

  function mark(element: Element): void {
    pointer.mark(element);
  }

  /** By the arrow keys: what is marked waits for Enter. */
  function walked(element: Element): void {
    if (view.step === "point") {
      candidate = null;
      view = { ...view, text: null, problem: null };
    } else if (view.step === "place") {
      putPlace(null);
      view = { ...view, chosen: false, problem: null };
    }
    pointer.mark(null, true);
    pointer.mark(element);
    reveal();
    marked = i18n.t("teach.marked", [
      element.localName,
      element.textContent.replace(/\s+/g, " ").trim().slice(0, 80),
    ]);
    paint();
  }

  function choose(element: Element): void {
    if (view.step === "point") {
      const looked = page.lookAt(view.field, element);
      candidate = looked.ok ? { element, choice: looked.choice } : null;
      const text = looked.ok ? looked.choice.text : null;
      view = { ...view, text, suggested: false, problem: looked.ok ? null : looked.problem };
      pointer.mark(element, true);
    } else if (view.step === "place") {
      const problem = page.placeProblem(element);
      view = { ...view, chosen: problem === null, problem };
      putPlace(problem === null ? { element, position: view.position } : null);
    }
    paint();
  }

  /** The value is right: on to the next step. */
  function accept(): void {
    if (view.step === "point" && candidate) {
      const { field, again } = view;
      const { element, choice } = candidate;
      if (again) {
        page.correct(field, element, choice);
        show({ step: "next", again: true, problem: null });
        return;
      }
      page.take(field, element, choice);
      if (field === "assignee" && !page.draft().fields.number) point("number");
      else if (page.draft().place === null) choosePlace();
      else review();
    } else if (view.step === "place") settle(place);
    else if (view.step === "review") {
      page.finish();
      check();
    }
  }

  function settle(chosen: ChosenPlace | null): void {
    const isFirst = page.draft().place === null;
    page.setPlace(chosen);
    for (const field of isFirst ? TAUGHT_FIELDS : []) {
      const found = page.draft().fields[field] ? null : page.suggest(field);
      if (found) page.take(field, found.element, found.choice);
    }
    review();
  }

  function back(): void {
    if (view.step === "review") choosePlace();
    else if (view.step === "place") point("number");
    else if (view.step !== "point") return;
    else if (view.again) {
      view = { step: "next", again: false, problem: null };
      check();
    } else if (view.field === "number") point("assignee");
    else review();
  }

  async function save(): Promise<void> {
    if (view.step !== "check" || view.saving || !checked?.ok) return;
    view = { ...view, saving: true, failure: null };
    paint();
    try {
      if (await page.save(checked)) show({ step: "done" });
      else show({ step: "gone" });
    } catch (error) {
      const failure = i18n.t("problem.storage", [error instanceof Error ? error.message : String(error)]);
      view = { step: "check", fields: checked.fields, ok: true, saving: false, failure };
      paint();
    }
  }

  function leave(): void {
    if (view.step !== "done") page.leave();
    picker.abort();
  }

  const actions: TeachActions = {
    onStart: start,
    onChoose() {
      const element = pointer.marked();
      if (element) choose(element);
    },
    onAccept: accept,
    onSkip() {
      if (view.step === "point") page.drop(view.field);
      review();
    },
    onBack: back,
    onPosition(position) {
      if (view.step !== "place") return;
      view = { ...view, position };
      putPlace(place && { ...place, position });
      paint();
    },
    onFloat: () => settle(null),
    onPointAgain: (field) => point(field, view.step === "check"),
    onRemove(field) {
      page.drop(field);
      review();
    },
    onAudience(audience) {
      page.setAudience(audience);
      review();
    },
    onSave: () => void save(),
    onStartOver() {
      page.startOver();
      show({ step: "start", problem: null });
    },
    onLeave: leave,
  };

  document.documentElement.append(host.element);
  if (draft.phase === "point") resume();
  else show(view);
  watchPage({ changed: look, moved: look }, signal);
}

function dropForged(event: Event): void {
  if (event.isTrusted) return;
  event.stopImmediatePropagation();
  event.preventDefault();
}
