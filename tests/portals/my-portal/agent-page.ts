import { type Html, html } from "../../scheduler/html";
import { card, layout, nativeButton } from "./layout";
import { nameOf, requesters, type Ticket, technicians, viewers } from "./tickets";

/** `/admin/tickets/{id}`: a form that saves itself; the saved values are those marked as selected. */
export function agentPage(ticket: Ticket, showNativeButton: boolean): Html {
  return layout(
    `MyPortal - Ticket #${ticket.id}`,
    html`<div class="management management--single" data-admin-ticket-detail data-ticket-id="${ticket.id}">
  <section class="management__content">
    <h1 class="management__title">${ticket.subject}</h1>
    <div class="management__body management__body--columns">
      <div class="management__column management__column--details">
        <details class="card card--panel card-collapsible" open>
          <summary class="card__header"><h2 class="card__title">Ticket details</h2></summary>
          <div class="card-collapsible__content">${form(ticket)}</div>
        </details>
        ${showNativeButton && nativeButton("Book a Call", ticket, viewers.agent)}
        ${card("Watchers", watchers(ticket))}
        <div data-ticket-linked-assets data-ticket-number="${ticket.id}"></div>
      </div>
      <div class="management__column management__column--timeline">
        ${card("Description", html`<div class="rich-text-viewer">${ticket.description}</div>`)}
        ${card("Conversation history", timeline(ticket))}
      </div>
    </div>
  </section>
</div>`,
  );
}

/** The conversation, the same on both pages. */
export function timeline({ id, replies }: Ticket): Html {
  return html`<div class="timeline" data-ticket-timeline data-ticket-id="${id}">${replies.map(
    ({ author, text }) =>
      html`<article data-ticket-reply><p class="timeline__action">${author}</p><div class="rich-text-viewer">${text}</div></article>`,
  )}</div>`;
}

function form({ id, subject, status, priority, category, assignee, requester }: Ticket): Html {
  return html`<form id="ticket-details-form" class="form" method="post" action="/admin/tickets/${id}/details" data-ticket-details-autosave>
    <div class="form-field">
      <label class="form-label" for="ticket-subject-detail">Subject</label>
      <input id="ticket-subject-detail" name="subject" class="form-input" value="${subject}">
    </div>
    ${select("status", "Status", ["Open", "Pending", "Closed"].map(same), status)}
    ${select("priority", "Priority", ["Low", "Normal", "High", "Urgent"].map(same), priority)}
    ${select("assigned", "Assigned to", [["", "Unassigned"], ...technicians.map(({ email }): Choice => [email, email])], assignee?.email ?? "")}
    ${select(
      "requester",
      "Requester",
      [["", "Not set"], ...requesters.map((user): Choice => [user.email, `${nameOf(user)} (${user.email})`])],
      requester.email,
    )}
    ${select("category", "Category", ["Networking", "Hardware"].map(same), category)}
    <p class="text-muted" role="status" data-ticket-details-autosave-status>Changes save automatically when you leave a field.</p>
  </form>`;
}

/** Value and text of an option. */
type Choice = [value: string, text: string];

const same = (text: string): Choice => [text, text];

function select(name: string, label: string, choices: readonly Choice[], saved: string): Html {
  return html`<div class="form-field">
      <label class="form-label" for="ticket-${name}-detail">${label}</label>
      <select id="ticket-${name}-detail" name="${name}" class="form-input" data-searchable="on">${choices.map(
        ([value, text]) => html`
        <option value="${value}"${value === saved && value !== "" ? html` selected` : null}>${text}</option>`,
      )}
      </select>
    </div>`;
}

function watchers({ watchers: addresses }: Ticket): Html {
  if (addresses.length === 0) return html`<p class="text-muted" data-watchers-empty>No watchers</p>`;
  return html`<ul class="list">${addresses.map(
    (address, index) =>
      html`<li data-watcher-item data-user-id="${index + 10}" data-watcher-email="${address}">${address}</li>`,
  )}</ul>`;
}
