import { type Html, html } from "../../scheduler/html";
import type { Ticket } from "./tickets";

/** A list of tickets; a row leads to its ticket below `base`. */
export function ticketList(tickets: readonly Ticket[], base: string): Html {
  const rows = tickets.map(
    ({ id, subject, status, priority, assignee, updated }) => html`<tr data-ticket-row="${id}">
        <td><a href="${base}/tickets/${id}">#${id}</a></td>
        <td><a href="${base}/tickets/${id}">${subject}</a></td>
        <td><span class="badge">${status}</span></td>
        <td>${priority}</td>
        <td data-column="assignee">${assignee?.name ?? "Nobody yet"}</td>
        <td class="muted">${updated}</td>
      </tr>`,
  );
  return html`<main id="main" class="list">
  <div class="heading"><h1>${base ? "Tickets" : "My tickets"}</h1></div>
  <section class="card scroll" tabindex="0" aria-label="List of tickets">
    <table>
      <thead><tr><th>Number</th><th>Subject</th><th>Status</th><th>Priority</th><th>Assigned to</th><th>Updated</th></tr></thead>
      <tbody>${rows}</tbody>
    </table>
  </section>
</main>`;
}

/** The answer to an unknown address. */
export function notFound(): Html {
  return html`<main id="main" class="list"><div class="heading"><h1>Page not found</h1><p class="muted">There is no such ticket.</p></div></main>`;
}
