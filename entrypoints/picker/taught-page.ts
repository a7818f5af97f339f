import { sendToBackground } from "../../lib/messages";
import { matchUrl } from "../../lib/ticket/match-url";
import type { Place } from "../../lib/ticket/page-definition";
import { type CheckedPage, checkPage, scopeOf } from "../../lib/ticket/teach/check-page";
import { chooseSelector } from "../../lib/ticket/teach/choose-selector";
import { deriveUrl } from "../../lib/ticket/teach/derive-url";
import {
  type Choice,
  type Draft,
  draftPage,
  newDraft,
  TAUGHT_FIELDS,
  type TaughtField,
} from "../../lib/ticket/teach/draft";
import { type Looked, lookAt, type PointProblem } from "../../lib/ticket/teach/look-at";
import { type Suggestion, suggest, suggestPlace } from "../../lib/ticket/teach/suggest";
import { isInThread, threadSelectors } from "../../lib/ticket/teach/thread";

/** Where the card could go. */
export interface ChosenPlace {
  element: Element;
  position: Place["position"];
}

/** The draft on this page: what is read here, and every change of it, which the background keeps. */
export function createTaughtPage(given: Draft, basePath: string, onRefused: () => void) {
  const elements = new Map<TaughtField, Element>();
  let draft = given;

  const here = () => new URL(location.href);
  const number = () => draft.fields.number?.text ?? null;
  const pattern = () => deriveUrl([here()], number(), basePath);

  function idHere(): string {
    const url = pattern();
    return (url && matchUrl(url, here(), basePath)?.id) ?? "";
  }

  function scope() {
    return scopeOf(draft, document, here(), pattern() ?? "/:id", basePath);
  }

  function keep(change: Partial<Draft>): void {
    draft = { ...draft, ...change };
    sendToBackground({ type: "keepDraft", draft }).catch(onRefused);
  }

  function exclude(): string[] {
    return threadSelectors(document, [...elements.values()], draft.exclude);
  }

  return {
    draft: () => draft,
    /** Begins on this page. @returns whether its address holds an id */
    begin(): boolean {
      elements.clear();
      if (pattern() === null) return false;
      keep({ phase: "point", url: location.href, exclude: exclude() });
      return true;
    },
    /** Forgets everything; a ticket in any tab may be the first one. */
    startOver(): void {
      elements.clear();
      keep(newDraft(draft.portal, null));
    },
    /** Whether this page is another one than that which was begun on. */
    isElsewhere(): boolean {
      if (draft.url === null) return false;
      const first = new URL(draft.url);
      const url = deriveUrl([first], number(), basePath);
      const id = url && matchUrl(url, first, basePath)?.id;
      return !url || matchUrl(url, here(), basePath)?.id !== id;
    },
    suggest: (field: TaughtField): Suggestion | null => suggest(field, document, scope(), idHere()),
    lookAt: (field: TaughtField, element: Element): Looked => lookAt(field, element, scope(), idHere()),
    take(field: TaughtField, element: Element, choice: Choice): void {
      elements.set(field, element);
      keep({ fields: { ...draft.fields, [field]: choice }, exclude: exclude() });
    },
    drop(field: TaughtField): void {
      elements.delete(field);
      const { [field]: _, ...fields } = draft.fields;
      keep({ fields });
    },
    setAudience: (audience: Draft["audience"]) => keep({ audience }),
    suggestPlace: (): ChosenPlace | null => suggestPlace(elements.get("assignee") ?? null, idHere()),
    placeProblem(element: Element): PointProblem | null {
      if (element.localName.startsWith("callcard-")) return "own";
      if (isInThread(element) || draft.exclude.some((css) => element.closest(css))) return "thread";
      return element.matches("html, body") || chooseSelector(element, [idHere()]) === null
        ? "no-selector"
        : null;
    },
    /** @param place `null`: floating */
    setPlace(place: ChosenPlace | null): void {
      const at = place && chooseSelector(place.element, [idHere()]);
      keep({ place: place && at !== null ? [{ at, position: place.position }] : [] });
    },
    /** What was shown here is all; another ticket has to confirm it. */
    finish(): void {
      keep({ phase: "check" });
    },
    /** One field was wrong here: this page is the first ticket now, and a further one has to confirm it. */
    correct(field: TaughtField, element: Element, choice: Choice): void {
      elements.set(field, element);
      const checked = checkPage(draft, document, here(), basePath);
      const texts = new Map(checked?.fields.map(({ field, now }) => [field, now]));
      const fields = { ...draft.fields };
      for (const other of TAUGHT_FIELDS) {
        const known = fields[other];
        if (known) fields[other] = { ...known, text: texts.get(other) ?? known.text };
      }
      keep({ fields: { ...fields, [field]: choice }, url: location.href, exclude: exclude() });
    },
    check: (): CheckedPage | null => checkPage(draft, document, here(), basePath),
    /** @throws when the browser refuses */
    async save({ url }: CheckedPage): Promise<boolean> {
      const page = draftPage({ ...draft, exclude: exclude() }, url);
      return (await sendToBackground({ type: "saveTaught", page })).saved;
    },
    leave(): void {
      sendToBackground({ type: "dropDraft" }).catch(() => undefined); // the extension may be gone
    },
  };
}
