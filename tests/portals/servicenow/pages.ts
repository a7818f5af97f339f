import { Html, html, inlineJson } from "../../scheduler/html";
import type { Record } from "./records";

const head = (title: string): Html => html`<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/styles/now.css">
</head>`;

/** The classic form, `/incident.do?sys_id=…`: alone, or in the shell's frame. */
export function classicForm({ id, number, subject, assignee, caller, priority, comment }: Record): Html {
  const field = (name: string, label: string, control: Html) => html`
    <div class="form-group" id="element.incident.${name}">
      <label class="control-label" for="incident.${name}"><span class="label-text">${label}</span></label>
      <div class="form-field input_controls">${control}</div>
    </div>`;
  const text = (name: string, value: string) =>
    html`<input class="form-control" id="incident.${name}" name="incident.${name}" value="${value}">`;
  const reference = (name: string, value: string) => html`
    <input type="hidden" id="incident.${name}" name="incident.${name}" value="${value && "0".repeat(32)}">
    <div class="input-group ref-container">
      <input class="form-control" id="sys_display.incident.${name}" name="sys_display.incident.${name}" type="search" value="${value}">
    </div>`;
  return html`<!doctype html>
<html lang="en" data-doctype="true">
${head(`${number} | Incident`)}
<body>
  <script>var g_ck = '${"0f".repeat(36)}';</script>
  <nav class="navbar navbar-default" role="navigation"><h1 class="navbar-title">Incident ${number}</h1>
    <button id="sysverb_update" class="form_action_button">Update</button></nav>
  <form id="incident.do" name="incident.do" class="form-horizontal" onsubmit="return false">
    <input type="hidden" id="sys_uniqueValue" value="${id}">
    ${field("number", "Number", html`<input class="form-control" id="sys_readonly.incident.number" readonly value="${number}">`)}
    ${field("caller_id", "Caller", reference("caller_id", caller))}
    ${field("parent_incident.assigned_to", "Assigned to, parent", reference("parent_incident.assigned_to", "Rob Remote"))}
    ${field("assignment_group", "Assignment group", reference("assignment_group", "Network"))}
    ${field("assigned_to", "Assigned to", reference("assigned_to", assignee ?? ""))}
    ${field("priority", "Priority", text("priority", priority))}
    ${field("short_description", "Short description", text("short_description", subject))}
    <div id="sn_form_inline_stream_entries"><ul class="h-card-wrapper activities-form"><li class="h-card h-card_comments">
      <div class="sn-card-component-createdby">${caller}</div><div class="sn-widget-textblock-body">${new Html(comment)}</div>
    </li></ul></div>
  </form>
</body>
</html>
`;
}

/** The shell of the Next Experience; what it shows stands in the shadow root of its one element. */
export function shell(target: string): Html {
  return html`<!doctype html>
<html lang="en">
${head("ServiceNow")}
<body>
  <macroponent-f51912f4c700201072b211d4d8c26010 app-id="shell" global-navigation-config="{}" data-target="${target}"></macroponent-f51912f4c700201072b211d4d8c26010>
  <script src="/scripts/shell.js"></script>
</body>
</html>
`;
}

/** A configurable workspace, `/now/sow/record/incident/…`: nested shadow roots, a screen for each open record. */
export function workspace(records: readonly Record[]): Html {
  return html`<!doctype html>
<html lang="en">
${head("Service Operations Workspace")}
<body>
  <macroponent-f51912f4c700201072b211d4d8c26010 app-id="workspace" global-navigation-config="{}"></macroponent-f51912f4c700201072b211d4d8c26010>
  <script type="application/json" id="records">${inlineJson(records)}</script>
  <script src="/scripts/workspace.js"></script>
</body>
</html>
`;
}

/** A customer's page of the Service Portal, which names nobody in charge. */
export function portalTicket({ number, subject }: Record): Html {
  return html`<!doctype html>
<html lang="en" ng-app="sn.$sp">
${head(subject)}
<body><main><h1>${subject}</h1><p>${number}</p></main></body>
</html>
`;
}
