import { type Html, html } from "../../scheduler/html";
import { hostileMessage } from "./hostile";
import type { Ticket } from "./tickets";

/**
 * A ticket as a product shows it that nobody knows: class names out of a style tool, no field that says what it is. The
 * rows of its table move (every other ticket has one more at the top); the owner also stands in a bar that is made for tests.
 * `/unknown/cases/` labels its fields.
 */
export function unknownTicket(ticket: Ticket, isLabelled: boolean): Html {
  const { id, subject, requester, assignee, status, priority, description } = ticket;
  const owner = assignee?.name ?? "Nobody";
  return html`<main id="main" class="ticket">
  <div class="heading css-1x9k2ab">
    <p class="muted sc-bdVaJa"><a href="/unknown">All</a> <span class="css-9zk1q">HD-${id}</span></p>
    <h1 class="css-77hx0q">${subject}</h1>
  </div>
  <div class="card css-0kq81x" data-testid="ticket-bar"><div class="card-body">
    <em>Now with</em> <strong class="sc-fzXfNQ" data-testid="owner-name">${owner}</strong>
  </div></div>
  <div class="columns">
    <aside class="sidebar css-5t2u">
      ${isLabelled ? labelled(ticket, owner) : unlabelled(Number(id) % 2 === 1, owner, [status, priority, requester.name])}
    </aside>
    <div class="content"><section class="card css-8a7d"><div class="card-body message css-1p0z">
      <p>${description.text}</p>${description.hostile ? hostileMessage : null}
    </div></section></div>
  </div>
</main>`;
}

function labelled({ requester, priority }: Ticket, owner: string): Html {
  return html`<section class="card css-2m4k"><dl class="card-body css-3h7">
    <div class="row"><dt>Assigned to</dt><dd>${owner}</dd></div>
    <div class="row"><dt>Requester</dt><dd>${requester.name}</dd></div>
    <div class="row"><dt>Priority</dt><dd>${priority}</dd></div>
  </dl></section>`;
}

function unlabelled(hasMore: boolean, owner: string, others: readonly string[]): Html {
  return html`<section class="card css-2m4k"><div class="card-body css-3h7">
    ${hasMore && html`<div class="css-r0w"><i>Seen by</i><span class="css-v4l">4 people</span></div>`}
    <div class="css-r0w"><i>Looked after</i><span class="css-v4l">${owner}</span></div>
    ${others.map((text) => html`<div class="css-r0w"><i>…</i><span class="css-v4l">${text}</span></div>`)}
  </div></section>`;
}

/** The tickets of the unknown product. */
export function unknownList(tickets: readonly Ticket[], folder: string): Html {
  return html`<main id="main" class="list"><div class="heading"><h1>All</h1></div><ul>${tickets.map(
    ({ id, subject }) => html`<li><a href="/unknown/${folder}/HD-${id}">HD-${id} ${subject}</a></li>`,
  )}</ul></main>`;
}
