import { Settings } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import { noCardText } from "./no-card";
import { OfferView } from "./OfferView";
import type { PopupState } from "./popup-state";
import { rowsText } from "./rows-text";

export interface PopupProps {
  state: PopupState;
  /** What came of the last click, in words. */
  result: string | null;
  /** Opens the options at a section. */
  onGo(section: string): void;
  onCopy(link: string): void;
  onLookAgain(): void;
  /** Called in the click itself, so that the browser may be asked for access. */
  onAllow(origin: string): void;
  onAdd(origin: string): void;
  onReload(): void;
}

/** The popup: what is on this page, or the reason why nothing is, and the one thing to do about it. */
export function Popup(props: PopupProps) {
  const { result, onGo } = props;
  return (
    <main>
      <p class="brand">{i18n.t("popup.title")}</p>
      <div class="content">
        <Content {...props} />
        <p class="result" role="status">
          {result}
        </p>
      </div>
      <nav aria-label={i18n.t("popup.links")}>
        <button type="button" class="link" onClick={() => onGo("my-link")}>
          {i18n.t("popup.myLink")}
        </button>
        <button type="button" class="link" onClick={() => onGo("")}>
          <Settings size={16} aria-hidden="true" />
          {i18n.t("popup.options")}
        </button>
      </nav>
    </main>
  );
}

function Content({ state, onGo, onCopy, onLookAgain, onAllow, onAdd, onReload }: PopupProps) {
  switch (state.at) {
    case "loading":
      return (
        <p class="late-progress" role="status">
          <span class="spinner" aria-hidden="true" />
          {i18n.t("popup.loading")}
        </p>
      );
    case "offer":
      return <OfferView report={state.report} offer={state.offer} onGo={onGo} onCopy={onCopy} />;
    case "rows":
      return <Say heading={i18n.t("popup.rows.heading")} text={rowsText(state.rows)} />;
    case "none": {
      const { text, todo } = noCardText(state.reason, state.report.portal);
      return (
        <Say heading={i18n.t("popup.none.heading")} text={text}>
          {todo && (
            <button
              type="button"
              class="primary"
              onClick={() => (todo.to === null ? onLookAgain() : onGo(todo.to))}
            >
              {todo.label}
            </button>
          )}
        </Say>
      );
    }
    case "access":
      return (
        <Say heading={i18n.t("popup.access.heading")} text={i18n.t("popup.access.text", [state.name])}>
          <button type="button" class="primary" onClick={() => onAllow(state.origin)}>
            {i18n.t("popup.access.button")}
          </button>
        </Say>
      );
    case "reload":
      return (
        <Say heading={i18n.t("popup.reload.heading")} text={i18n.t("popup.reload.text")}>
          <button type="button" class="primary" onClick={onReload}>
            {i18n.t("popup.reload.button")}
          </button>
        </Say>
      );
    case "add": {
      const { host } = new URL(state.origin);
      return (
        <Say heading={i18n.t("popup.add.heading")} text={i18n.t("popup.add.text", [host])}>
          {state.insecure && <p class="warning">{i18n.t("options.portals.insecure")}</p>}
          <button type="button" class="primary" onClick={() => onAdd(state.origin)}>
            {i18n.t("popup.add.button", [host])}
          </button>
        </Say>
      );
    }
    case "web":
      return <Say heading={i18n.t("popup.web.heading")} text={i18n.t("popup.web.text")} />;
  }
}

function Say({ heading, text, children }: { heading: string; text: string; children?: ComponentChildren }) {
  return (
    <>
      <h1>{heading}</h1>
      <p>{text}</p>
      {children}
    </>
  );
}
