import { render } from "preact";
import { i18n } from "#i18n";
import { Card } from "../../components/Card";
import css from "../../components/card.css?inline";
import type { BookedCall } from "../../lib/booking/outcome";
import { type FoundPlace, isAtPlace, putAtPlace } from "../../lib/ticket/find-place";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import { type SampledLook, sampleLook } from "../../lib/ticket/sample-look";
import { uiDirection } from "../../lib/ui-locale";
import { createShadowHost } from "./shadow-host";
import { themeNow } from "./theme-now";

export interface CardContent {
  technician: string;
  page: PageDefinition;
  invited: string | null;
  calls: readonly BookedCall[];
  problem: string | null;
  busy: boolean;
  onBook(): void;
  onCopy(): Promise<boolean>;
}

/** The one card of the page. */
export interface MountedCard {
  /** Shows the card at its place, or moves it there; floating when there is no place. */
  show(content: CardContent, place: FoundPlace | null): void;
  hide(): void;
  isShown(): boolean;
  focusButton(): void;
  theme(): "light" | "dark";
}

export function createCard(): MountedCard {
  const host = createShadowHost("callcard-card", css, i18n.t("meta.locale"), uiDirection());
  let look: SampledLook | null = null;
  let sampledAt = "";
  let sampledAnchor: Element | null = null;

  function sample(place: FoundPlace | null, page: PageDefinition): SampledLook {
    const now = themeNow();
    if (look && now === sampledAt && place?.anchor === sampledAnchor) return look;
    [sampledAt, sampledAnchor] = [now, place?.anchor ?? null];
    return sampleLook(document, place, page.look);
  }

  return {
    show(content, place) {
      if (place ? !isAtPlace(host.element, place) : host.element.parentElement !== document.body) {
        if (place) putAtPlace(host.element, place);
        else document.body.append(host.element);
      }
      look = sample(place, content.page);
      host.root.className = place ? "" : "floating";
      host.root.style.cssText = "";
      host.root.style.colorScheme = look.dark ? "dark" : "light";
      for (const [name, value] of Object.entries(look.properties)) host.root.style.setProperty(name, value);
      render(
        <Card
          technician={content.technician}
          kind={content.page.kind === "application" ? "application" : "ticket"}
          own={content.page.callWith === "me"}
          invited={content.invited}
          label={content.page.label}
          headingLevel={look.headingLevel}
          calls={content.calls}
          problem={content.problem}
          busy={content.busy}
          onBook={content.onBook}
          onCopy={content.onCopy}
        />,
        host.root,
      );
    },
    hide() {
      render(null, host.root);
      host.remove();
    },
    isShown: () => host.element.isConnected,
    focusButton: () => host.root.querySelector<HTMLElement>("button")?.focus(),
    theme: () => (look?.dark ? "dark" : "light"),
  };
}
