import { render } from "preact";
import { i18n } from "#i18n";
import type { CallAction } from "../../components/CallActions";
import { Card } from "../../components/Card";
import timeCss from "../../components/call-time.css?inline";
import css from "../../components/card.css?inline";
import type { ElsewhereCall } from "../../lib/booking/calls-elsewhere";
import type { BookedCall } from "../../lib/booking/outcome";
import type { MailDraft } from "../../lib/booking/watchers/mail-draft";
import { type FoundPlace, isAtPlace, putAtPlace } from "../../lib/ticket/find-place";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import { type SampledLook, sampleLook } from "../../lib/ticket/sample-look";
import { uiDirection } from "../../lib/ui-locale";
import { createPatience } from "./patience";
import { createShadowHost, removeCopies, removeOrphans } from "./shadow-host";
import { themeNow } from "./theme-now";

export interface CardContent {
  /** Of which ticket; the same text for the same ticket. */
  ticket: string;
  technician: string;
  page: PageDefinition;
  invited: string | null;
  calls: readonly BookedCall[];
  elsewhere: readonly ElsewhereCall[];
  cancelled: ReadonlySet<string>;
  earlier: readonly BookedCall[];
  problem: string | null;
  busy: boolean;
  onBook(): void;
  onManage(call: BookedCall, action: CallAction): void;
  onCopy(): Promise<boolean>;
  onAllCalls(): void;
  onTime(call: string, start: string): Promise<boolean>;
  draftFor(call: BookedCall): MailDraft | null;
  onTell(draft: MailDraft, how: "mail" | "copy"): Promise<boolean>;
}

/** How the card came to where it is: as it should, floating since its place is taken away all the time, or not at all. */
export type CardStanding = "settled" | "driven-out" | "removed";

/** The one card of the page. */
export interface MountedCard {
  /** Shows the card at its place, or moves it there; floating when there is no place. */
  show(content: CardContent, place: FoundPlace | null): void;
  hide(): void;
  standing(): CardStanding;
  focusButton(): void;
  theme(): "light" | "dark";
}

export function createCard(): MountedCard {
  const host = createShadowHost("callcard-card", css + timeCss, i18n.t("meta.locale"), uiDirection());
  let look: SampledLook | null = null;
  let sampledAt = "";
  let sampledAnchor: Element | null = null;
  let ticket = "";
  let standing: CardStanding = "settled";
  const patience = { place: createPatience(), floating: createPatience() };

  function sample(place: FoundPlace | null, page: PageDefinition): SampledLook {
    const now = themeNow();
    if (look && now === sampledAt && place?.anchor === sampledAnchor) return look;
    [sampledAt, sampledAnchor] = [now, place?.anchor ?? null];
    return sampleLook(document, place, page.look);
  }

  /** Puts the card at its place, else floating. @returns where it is; `undefined` where it may be nowhere */
  function put(wanted: FoundPlace | null): FoundPlace | null | undefined {
    if (wanted && !patience.place.isOver()) {
      if (isAtPlace(host.element, wanted)) return wanted;
      if (patience.place.tryOnce()) {
        putAtPlace(host.element, wanted);
        const shadow = host.element.getRootNode();
        if (shadow instanceof ShadowRoot) removeOrphans(shadow, host.element);
        return wanted;
      }
    }
    if (patience.floating.isOver()) return undefined;
    if (host.element.parentElement === document.body) return null;
    if (!patience.floating.tryOnce()) return undefined;
    document.body.append(host.element);
    return null;
  }

  function hide(): void {
    render(null, host.root);
    host.remove();
  }

  return {
    show(content, wanted) {
      removeCopies();
      if (content.ticket !== ticket) {
        ticket = content.ticket;
        patience.place.reset();
        patience.floating.reset();
      }
      const place = put(wanted);
      standing = place === undefined ? "removed" : wanted && !place ? "driven-out" : "settled";
      if (place === undefined) return hide();
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
          elsewhere={content.elsewhere}
          cancelled={content.cancelled}
          earlier={content.earlier}
          problem={content.problem}
          busy={content.busy}
          onBook={content.onBook}
          onManage={content.onManage}
          onCopy={content.onCopy}
          onAllCalls={content.onAllCalls}
          onTime={content.onTime}
          draftFor={content.draftFor}
          onTell={content.onTell}
        />,
        host.root,
      );
    },
    hide() {
      removeCopies();
      standing = "settled";
      hide();
    },
    standing: () => standing,
    focusButton: () => host.root.querySelector<HTMLElement>("button")?.focus(),
    theme: () => (look?.dark ? "dark" : "light"),
  };
}
