import { type Html, html } from "../../scheduler/html";
import type { Application } from "./applications";

/** All applications to a casting call, with everything that moves rows about: sort, filter, more, render anew. */
export function applicationList(applications: readonly Application[]): Html {
  return html`<main id="main" class="list">
  <div class="heading"><h1>Hamlet, spring season</h1><p class="muted">Applications to your casting call</p></div>
  ${listTools}
  <section class="card scroll" tabindex="0" aria-label="Applications">
    <table>
      <thead><tr>
        <th>Number</th><th>Applicant</th><th>E-mail</th><th>Role</th><th>Status</th><th>Sent</th>
      </tr></thead>
      <tbody data-applications>${applications.map(row)}</tbody>
    </table>
  </section>
  <p class="pager">
    <button type="button" class="tool" data-list="more">Show 12 more</button>
  </p>
</main>`;
}

const listTools = html`<div class="tools" role="group" aria-label="This list">
    <label>Filter <input type="search" data-list="filter" autocomplete="off"></label>
    <button type="button" class="tool" data-list="sort">Sort by name</button>
    <button type="button" class="tool" data-list="render">Re-render</button>
  </div>`;

function row({ id, applicant, role, status, sent }: Application): Html {
  return html`<tr data-application="${String(id)}">
        <td><a data-field="number" href="/applications/${String(id)}">#${String(id)}</a></td>
        <td data-field="applicant">${applicant.name}</td>
        <td data-field="email">${applicant.email}</td>
        <td data-field="role">${role}</td>
        <td data-field="status"><span class="badge">${status}</span></td>
        <td class="muted" data-field="sent">${sent}</td>
      </tr>`;
}

/** The same applications in a list that keeps a few elements only and fills them anew as one scrolls. */
export function virtualList(): Html {
  return html`<main id="main" class="list">
  <div class="heading"><h1>Hamlet, spring season</h1></div>
  <section class="card virtual" tabindex="0" aria-label="Applications" data-virtual><div class="spacer"></div></section>
</main>`;
}

/** One application. */
export function applicationPage({ id, applicant, role, status, sent }: Application): Html {
  return html`<main id="main" class="ticket" data-application-page="${String(id)}">
  <div class="heading">
    <p class="muted"><a href="/applications/caster">Applications</a></p>
    <h1><span class="muted">Application <span data-field="number">#${String(id)}</span>:</span> <span data-field="role">${role}</span></h1>
  </div>
  <div class="columns">
    <aside class="sidebar" aria-label="About this application">
      <section class="card">
        <header class="card-header"><h2>Applicant</h2></header>
        <dl class="card-body">
          <div class="row"><dt>Name</dt><dd data-field="applicant">${applicant.name}</dd></div>
          <div class="row"><dt>E-mail</dt><dd data-field="email">${applicant.email}</dd></div>
          <div class="row"><dt>Phone</dt><dd data-field="phone">${applicant.phone}</dd></div>
          <div class="row"><dt>Status</dt><dd><span class="badge">${status}</span></dd></div>
          <div class="row"><dt>Sent</dt><dd>${sent}</dd></div>
        </dl>
      </section>
    </aside>
    <div class="content"><section class="card">
      <header class="card-header"><h2>About me</h2></header>
      <div class="card-body"><div class="message" data-message-body><p>I have played ${role} twice, and would love to show you a third way.</p></div></div>
    </section></div>
  </div>
</main>`;
}
