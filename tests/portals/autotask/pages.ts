import { Html, html } from "../../scheduler/html";

/** A ticket of the simulated site. */
export interface Ticket {
  id: number;
  number: string;
  subject: string;
  resource: string | null;
  contact: string;
  /** What a customer wrote; markup, as the product shows it. */
  note: string;
}

const head = (title: string): Html => html`<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <style>
    body { margin: 0; font: 13px/1.4 "Segoe UI", sans-serif; color: #333; }
    .Columns { display: flex; gap: 16px; padding: 12px; }
    .SecondaryContainer { flex: 0 0 320px; }
    .DetailsSection { margin-bottom: 12px; padding: 12px; border: 1px solid #d3d3d3; border-radius: 4px; background: #fff; }
    .DetailsSectionHeading { font-weight: 600; }
    .ReadOnlyLabelContainer { color: #666; }
    .Required { display: none; }
    .Button2 { display: inline-block; padding: 4px 10px; border-radius: 4px; background: #376a94; color: #fff; }
    iframe { display: block; width: 100%; height: 80vh; border: 0; }
    iframe[hidden] { display: none; }
  </style>
</head>`;

/** `TicketDetail.mvc`: labels and values in the left column, the conversation beside it. */
export function ticketPage({ number, subject, resource, contact, note }: Ticket): Html {
  const row = (label: string, value: Html) => html`<div class="ReadOnlyData QuickEditEnabled">
    <div class="ReadOnlyLabelContainer"><div class="LabelContainer1"><div class="Text ClickEnabled"><span class="PrimaryText">${label}</span></div><div class="Required">*</div></div></div>
    <div class="ReadOnlyValueContainer"><div class="Value">${value}</div></div>
  </div>`;
  const link = (text: string) =>
    html`<div class="LinkButtonWrapper2"><div class="LinkButton2" tabindex="0"><div class="Text2">${text}</div></div></div>`;
  const band = (text: string) =>
    html`<div class="ColorBand ColorSwatch Color3"><div class="Right"><div class="Text ColorSample">${text}</div></div></div>`;
  const person = (name: string) =>
    html`<div class="PrimaryResource"><div class="Left"><div class="Initials Color5">${name
      .split(" ")
      .map((word) => word.charAt(0))
      .join(
        "",
      )}</div></div><div class="Right"><div class="Name">${link(name)}</div><div class="Support"><div class="Text">(Technical)</div></div></div></div>`;
  const section = (
    title: string,
    rows: Html,
  ) => html`<div class="DetailsSection"><div class="CollapsibleSectionContainer">
    <div class="DetailsSectionHeading"><div class="Left"><div class="Text">${title}</div></div></div><div class="Content">${rows}</div>
  </div></div>`;
  return html`<!doctype html>
<html lang="en">
${head(`Ticket - ${number} - ${subject}`)}
<body>
  <div class="TitleBarItem Title"><span class="Text">Ticket </span><span class="SecondaryText">- ${number} - ${subject} (Example Ltd)</span></div>
  <div class="ToolBarItem"><div class="Button2" tabindex="0"><div class="Text2">Edit</div></div></div>
  <div class="EntityHeadingContainer"><div class="IdentificationText">${number}</div><div class="Title"><div class="Text">${subject}</div></div></div>
  <div class="Columns">
    <div class="SecondaryContainer">
      <div class="DetailsSection"><div class="CollapsibleSectionContainer">${row("Account", link("Example Ltd"))}${row("Contact", link(contact))}${row("Status", band("In Progress"))}${row("Priority", band("High"))}</div></div>
      ${section("Assignment", html`${row("Queue", band("Level 1"))}${row("Primary Resource (Role)", resource === null ? html`` : person(resource))}${row("Secondary Resources (Role)", html``)}`)}
    </div>
    <div class="PrimaryContainer">
      <div class="QuickNote"><textarea></textarea></div>
      <div class="ConversationChunk"><div class="ConversationItem"><div class="Message">${new Html(note)}</div></div></div>
    </div>
  </div>
</body>
</html>
`;
}

/** The shell: a tab and a frame for each open ticket; one of the frames is shown. */
export function shellPage(tickets: readonly Ticket[], shown: number): Html {
  const address = ({ id }: Ticket) => `/Mvc/ServiceDesk/TicketDetail.mvc?workspace=False&ticketId=${id}`;
  return html`<!doctype html>
<html lang="en">
${head("Autotask")}
<body>
  <nav>${tickets.map((ticket) => html`<button type="button" data-ticket="${ticket.id}">${ticket.number}</button>`)}</nav>
  ${tickets.map(
    (ticket) =>
      html`<iframe title="${ticket.number}" data-ticket="${ticket.id}" src="${address(ticket)}"${ticket.id === shown ? null : html` hidden`}></iframe>`,
  )}
  <script>
    document.querySelector("nav").addEventListener("click", ({ target }) => {
      for (const frame of document.querySelectorAll("iframe")) frame.hidden = frame.dataset.ticket !== target.dataset.ticket;
    });
  </script>
</body>
</html>
`;
}
