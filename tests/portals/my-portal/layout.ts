import { type Html, html } from "../../scheduler/html";
import { nameOf, type Ticket, type User } from "./tickets";

/** A whole page. */
export function layout(title: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="csrf-token" content="stand-in">
    <title>${title}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/static/my-portal.css">
    <script src="/static/my-portal.js" defer></script>
  </head>
  <body data-enable-auto-refresh>
    <header class="header"><a href="/admin/tickets">MyPortal stand-in</a> <a href="/tickets">Customer view</a></header>
    ${content}
  </body>
</html>
`;
}

/** A card with a heading. */
export function card(title: string, content: Html): Html {
  return html`<article class="card card--panel">
  <header class="card__header"><h2 class="card__title">${title}</h2></header>
  <div class="card__body">${content}</div>
</article>`;
}

/** The portal's own booking button; it opens the assignee's calendar in a new tab. */
export function nativeButton(title: string, { id, subject, assignee }: Ticket, viewer: User): Html {
  if (!assignee?.bookingLink) return html``;
  return card(
    title,
    html`<p class="text-muted">Schedule a call with ${assignee.email} to discuss this ticket.</p>
    <button type="button" class="button" data-cal-link="${assignee.bookingLink}"
      data-cal-namespace="ticket-booking-${id}" data-ticket-id="${id}" data-ticket-subject="${subject}"
      data-user-name="${nameOf(viewer)}" data-user-email="${viewer.email}" data-user-phone="${viewer.phone}">Book a call</button>`,
  );
}

/** The list of tickets below a path. */
export function listPage(base: string, tickets: readonly Ticket[]): Html {
  const rows = tickets.map(
    ({ id, subject, assignee }) => html`<tr data-ticket-id="${id}">
      <td>${id}</td><td><a href="${base}/${id}">${subject}</a></td><td data-column="assigned">${assignee?.email ?? "—"}</td>
    </tr>`,
  );
  return layout(
    "Tickets",
    html`<div class="management"><section class="management__content"><h1 class="management__title">Tickets</h1>
      <table class="table"><thead><tr><th>ID</th><th>Subject</th><th>Assigned</th></tr></thead><tbody>${rows}</tbody></table>
    </section></div>`,
  );
}

/** The answer to an unknown address. */
export function notFoundPage(): Html {
  return layout(
    "Not found",
    html`<div class="management"><h1 class="management__title">Not found</h1></div>`,
  );
}
