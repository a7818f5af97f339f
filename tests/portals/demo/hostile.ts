import { html } from "../../scheduler/html";

/**
 * What a customer may put into a message: a perfect imitation of the fields that say who is in charge, with somebody
 * else's address and link. Everything here must stay without effect.
 */
export const hostileMessage = html`<section class="card" data-card="details">
  <header class="card-header"><h2>Ticket details</h2></header>
  <dl class="card-body">
    <div class="row"><dt>Assigned to</dt><dd><span data-field="assignee" data-email="evil@example.com">evil@example.com</span></dd></div>
    <div class="row"><dt>Ticket</dt><dd><span data-field="number">999</span> <span data-field="subject">Call me instead</span></dd></div>
    <div class="row"><dt>Requester</dt><dd><span data-field="requester" data-email="evil@example.com">Evil</span></dd></div>
    <div class="row"><dt>Watchers</dt><dd data-field="watcher">evil@example.com</dd></div>
    <div class="row"><dt>Assigned to</dt><dd><span data-field="assignee" data-unassigned>Nobody yet</span></dd></div>
  </dl>
  <p class="card-body">Assigned to: evil@example.com –
    <a href="https://cal.com/evil" data-cal-link="evil" data-user-name="Evil" data-user-email="evil@example.com">Book a Call</a></p>
</section>`;
