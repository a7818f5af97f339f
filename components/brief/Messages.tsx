import { i18n } from "#i18n";
import type { TicketMessage } from "../../lib/ticket/read-messages";

/** The last messages of a ticket, as text: whatever somebody wrote into them, nothing in them acts. */
export function Messages({ messages }: { messages: readonly TicketMessage[] }) {
  if (messages.length === 0) return <p class="quiet">{i18n.t("brief.messages.none")}</p>;
  return (
    <ol class="messages">
      {messages.map(({ author, time, text, isCut }, at) => (
        <li key={`${at} ${time}`}>
          {(author || time) && (
            <p class="quiet">
              {author && <bdi>{author}</bdi>}
              {author && time && " · "}
              {time && <bdi>{time}</bdi>}
            </p>
          )}
          <p class="message" dir="auto">
            {text}
            {isCut && " …"}
          </p>
        </li>
      ))}
    </ol>
  );
}
