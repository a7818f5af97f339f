import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { ElsewhereCall } from "../lib/booking/calls-elsewhere";
import { shortTime } from "../lib/booking/describe-times";
import type { BookedCall } from "../lib/booking/outcome";
import type { MailDraft } from "../lib/booking/watchers/mail-draft";
import { uiLocale } from "../lib/ui-locale";
import { BookedCallText } from "./BookedCallText";
import { type CallAction, CallActions } from "./CallActions";
import { TellWatchers } from "./TellWatchers";

export interface CardProps {
  /** E-mail address, or name where there is none. */
  technician: string;
  kind: "ticket" | "application";
  /** The calendar is the viewer's own. */
  own: boolean;
  /** Whom the viewer invites to the own calendar, where the page tells. */
  invited: string | null;
  label: string | undefined;
  headingLevel: number;
  calls: readonly BookedCall[];
  /** Calls that only the portal knows of. */
  elsewhere: readonly ElsewhereCall[];
  /** Ids of calls that the portal says were cancelled. */
  cancelled: ReadonlySet<string>;
  /** Calls that are over, the last one first. */
  earlier: readonly BookedCall[];
  /** A sentence for when something went wrong; `null` when all is well. */
  problem: string | null;
  busy: boolean;
  onBook(): void;
  onManage(call: BookedCall, action: CallAction): void;
  /** @returns whether the link is in the clipboard now */
  onCopy(): Promise<boolean>;
  /** Shows all calls of the ticket, on a page of ours. */
  onAllCalls(): void;
  /** The person says when a call takes place. @returns whether it was recorded */
  onTime(call: string, start: string): Promise<boolean>;
  /** A draft that tells the ticket's watchers about a call; `null` where there is nobody to tell. */
  draftFor(call: BookedCall): MailDraft | null;
  onTell(draft: MailDraft, how: "mail" | "copy"): Promise<boolean>;
}

/** The card on the ticket. Clicks that no person made are ignored. */
export function Card(props: CardProps) {
  const { label, headingLevel, calls, elsewhere, cancelled, earlier, problem, busy } = props;
  const { onBook, onManage, onCopy, onAllCalls, onTime } = props;
  const isFirst = calls.length === 0 && elsewhere.length === 0;
  const [copied, setCopied] = useState<boolean | null>(null);
  const button = label ?? i18n.t("card.button");
  return (
    <section class="card" aria-labelledby="heading">
      <div class="header">
        <Heading level={headingLevel}>{label ?? i18n.t("card.heading")}</Heading>
      </div>
      <div class="body">
        {calls.map((call) => (
          <div key={call.id} class="call">
            <BookedCallText call={call} onTime={(start) => onTime(call.id, start)} />
            {cancelled.has(call.id) && <p class="told">{i18n.t("booked.cancelledElsewhere")}</p>}
            <CallActions
              call={call}
              name={nameOf(call)}
              onAct={(action) => !busy && onManage(call, action)}
            />
            <TellWatchers draft={props.draftFor(call)} onTell={props.onTell} />
          </div>
        ))}
        {elsewhere.map((call) => (
          <div key={call.id} class="call">
            <BookedCallText call={call} />
            <p class="told">{i18n.t("booked.elsewhere")}</p>
          </div>
        ))}
        {isFirst && <p class="text">{cardText(props)}</p>}
        <div class="actions">
          <button
            type="button"
            class={isFirst ? "primary" : "secondary"}
            aria-disabled={busy}
            onClick={(event) => event.isTrusted && !busy && onBook()}
          >
            {isFirst ? button : i18n.t("card.again")}
          </button>
          <button
            type="button"
            class="link"
            onClick={async (event) => {
              if (event.isTrusted) setCopied(await onCopy());
            }}
          >
            {i18n.t("card.copy")}
          </button>
        </div>
        {earlier.length > 0 && (
          <details>
            <summary>{i18n.t("card.earlier", earlier.length)}</summary>
            <ul>
              {earlier.map((call) => (
                <li key={call.id}>{lineOf(call)}</li>
              ))}
            </ul>
          </details>
        )}
        {calls.length + earlier.length > 0 && (
          <button
            type="button"
            class="link all-calls"
            onClick={(event) => event.isTrusted && !busy && onAllCalls()}
          >
            {i18n.t(props.kind === "application" ? "card.allCallsApplication" : "card.allCalls")}
          </button>
        )}
        <p class="status" role="status">
          {problem ?? (copied === null ? "" : i18n.t(copied ? "card.copied" : "card.copyFailed"))}
        </p>
      </div>
    </section>
  );
}

function cardText({ technician, kind, own, invited }: CardProps): string {
  if (own) return invited ? i18n.t("card.textOwn", [invited]) : i18n.t("card.textOwnAlone");
  return i18n.t(kind === "application" ? "card.textApplication" : "card.text", [technician]);
}

/** "Tess Tech, 23 Nov, 14:00" */
function nameOf(call: BookedCall): string {
  const time = shortTime(call, uiLocale());
  return [call.technician.name || call.technician.email, time].filter(Boolean).join(", ");
}

/** The same for people who read it, in whichever direction. */
function lineOf(call: BookedCall): string {
  const who = call.technician.name || call.technician.email;
  const time = shortTime(call, uiLocale());
  return time ? i18n.t("call.named", [who, time]) : who;
}

function Heading({ level, children }: { level: number; children: ComponentChildren }) {
  const Tag = `h${level}` as "h2";
  return (
    <Tag class="heading" id="heading">
      {children}
    </Tag>
  );
}
