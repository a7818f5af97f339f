import { type Html, html } from "../../scheduler/html";
import { timeline } from "./agent-page";
import { card, layout, nativeButton } from "./layout";
import { nameOf, type Ticket, viewers } from "./tickets";

/** `/tickets/{id}`: a description list; "Assigned to" is left out while nobody is. */
export function customerPage(ticket: Ticket, showNativeButton: boolean): Html {
  const { id, subject, status, priority, requester, assignee, watchers } = ticket;
  const rows = html`<dl class="description-list">
    ${row("Status", html`<span class="badge">${status}</span>`)}
    ${row("Priority", priority)}
    ${row("Company", "Example Ltd")}
    ${row("Requester", nameOf(requester))}
    ${assignee && row("Assigned to", nameOf(assignee))}
    ${row("Created", "16 Nov 2026")}
    ${row("Updated", "20 Nov 2026")}
    ${watchers.length > 0 && row("Watchers", html`<ul class="list list--inline">${watchers.map((label) => html`<li>${label}</li>`)}</ul>`)}
  </dl>`;
  return layout(
    `Ticket ${id}`,
    html`<div class="management management--single">
  <section class="management__content">
    <header class="management__header">
      <h1 class="management__title">${subject}</h1>
      <p class="management__subtitle">Ticket #${id} <span class="badge">${status}</span></p>
    </header>
    <div class="management__body management__body--columns">
      <div class="management__column management__column--details">
        ${card("Ticket details", rows)}
        ${showNativeButton && nativeButton("Schedule a call", ticket, viewers.customer)}
      </div>
      <div class="management__column management__column--timeline">
        ${card("Description", html`<div class="rich-text-viewer">${ticket.description}</div>`)}
        ${card("Conversation history", timeline(ticket))}
        ${card("Reply", replyForm(id))}
      </div>
    </div>
  </section>
</div>`,
  );
}

function replyForm(id: number): Html {
  return html`<form id="ticket-reply-form" class="form" method="post" action="/tickets/${id}/replies">
    <label class="form-label" for="ticket-reply-body">Message</label>
    <textarea id="ticket-reply-body" name="body" class="form-input" rows="3" required></textarea>
    <button type="submit" class="button button--primary">Send reply</button>
  </form>`;
}

function row(label: string, value: Html | string): Html {
  return html`<div class="description-list__row"><dt>${label}</dt><dd>${value}</dd></div>`;
}
