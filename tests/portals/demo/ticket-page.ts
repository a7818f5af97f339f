import { type Html, html } from "../../scheduler/html";
import { hostileMessage } from "./hostile";
import type { Message, Person, Ticket } from "./tickets";

/** The agents' page of a ticket: fields in a column at the left. `live` adds the buttons that change the page in place. */
export function agentTicket(ticket: Ticket, base: string, live: boolean): Html {
  return html`<main id="main" class="ticket" data-ticket="${ticket.id}">
  ${heading(ticket, base)}
  ${live && tools}
  <div class="columns">
    <aside class="sidebar" aria-label="Fields">
      ${ticketDetails(ticket)}
      ${additionalDetails(ticket)}
    </aside>
    <div class="content">${history(ticket, `${base}/tickets/${ticket.id}`)}</div>
  </div>
</main>`;
}

/** The customers' page: the text first, a description list beside it; below `/plain` it does not say who is in charge. */
export function customerTicket(ticket: Ticket, base: "" | "/plain"): Html {
  return html`<main id="main" class="ticket customer" data-ticket="${ticket.id}">
  ${heading(ticket, base)}
  <div class="columns">
    <div class="content">${history(ticket, `${base}/tickets/${ticket.id}`)}</div>
    <aside class="sidebar" aria-label="About this ticket">
      <section class="card" data-card="details">
        <header class="card-header"><h2>About this ticket</h2></header>
        <dl class="card-body">
          ${row("Status", html`<span class="badge">${ticket.status}</span>`)}
          ${base === "" && row("Assigned to", assignee(ticket.assignee, "name"))}
          ${row("Category", ticket.category, "category")}
          ${row("Created", ticket.created)}
        </dl>
      </section>
    </aside>
  </div>
</main>`;
}

const tools = html`<div class="tools" role="group" aria-label="Change this page">
  <button type="button" class="tool" data-action="render">Re-render</button>
  <button type="button" class="tool" data-action="assign" data-name="Rob Remote" data-email="rob@example.com">Assign to Rob</button>
  <button type="button" class="tool" data-action="assign" data-name="Tess Tech" data-email="tess@example.com">Assign to Tess</button>
  <button type="button" class="tool" data-action="unassign">Unassign</button>
</div>`;

function heading(ticket: Ticket, base: string): Html {
  return html`<div class="heading">
    <p class="muted"><a href="${base}/tickets">${base ? "Tickets" : "My tickets"}</a></p>
    <h1><span class="muted">Ticket #<span data-field="number">${ticket.id}</span>:</span> <span data-field="subject">${ticket.subject}</span></h1>
  </div>`;
}

function ticketDetails({ status, priority, assignee: person, category }: Ticket): Html {
  return html`<section class="card" data-card="details">
        <header class="card-header"><h2>Ticket details</h2></header>
        <dl class="card-body">
          ${row("Status", html`<span class="badge">${status}</span>`)}
          ${row("Priority", priority, "priority")}
          ${row("Assigned to", assignee(person, "email"))}
          ${row("Category", category, "category")}
        </dl>
      </section>`;
}

function additionalDetails({ requester, watchers, created, updated, billable }: Ticket): Html {
  return html`<section class="card" data-card="additional">
        <header class="card-header"><h2>Additional details</h2></header>
        <dl class="card-body">
          <div class="row"><dt>Requester</dt><dd>
            <span data-field="requester" data-email="${requester.email}">${requester.name}</span><br>
            <a href="mailto:${requester.email}">${requester.email}</a>
            ${requester.phone && html`<br><span data-field="requester-phone">${requester.phone}</span>`}
          </dd></div>
          ${watchers.length > 0 && row("Watchers", html`<ul>${watchers.map((email) => html`<li data-field="watcher">${email}</li>`)}</ul>`)}
          ${row("Created", created)}
          ${row("Updated", updated)}
          ${row("Billable", billable)}
        </dl>
      </section>`;
}

function history({ description, conversation }: Ticket, address: string): Html {
  return html`<section class="card">
        <header class="card-header"><h2>Description</h2></header>
        <div class="card-body">${body(description)}</div>
      </section>
      <section class="card">
        <header class="card-header"><h2>Conversation history</h2></header>
        <div class="card-body conversation">
          ${conversation.length === 0 && html`<p class="muted">No replies yet.</p>`}
          ${conversation.map(
            (message) => html`<article>
            <header><strong>${message.from}</strong> <time class="muted">${message.at}</time></header>
            ${body(message)}
          </article>`,
          )}
          <form class="reply" method="post" action="${address}">
            <label for="reply">Reply</label>
            <textarea id="reply" name="text" rows="3" required></textarea>
            <button type="submit" class="button">Send reply</button>
          </form>
        </div>
      </section>`;
}

function body(message: Message): Html {
  return html`<div class="message" data-message-body><p>${message.text}</p>${message.hostile ? hostileMessage : null}</div>`;
}

function row(label: string, value: Html | string, field?: string): Html {
  return html`<div class="row"><dt>${label}</dt>${typeof value === "string" ? html`<dd${field ? html` data-field="${field}"` : null}>${value}</dd>` : html`<dd>${value}</dd>`}</div>`;
}

function assignee(person: Person | null, shown: keyof Person): Html {
  if (!person)
    return html`<span data-field="assignee" data-shown="${shown}" data-unassigned>Nobody yet</span>`;
  return html`<span data-field="assignee" data-shown="${shown}" data-email="${person.email}">${person[shown]}</span>`;
}
