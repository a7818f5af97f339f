import type { NoteRecipe, NoteRequest } from "../../note/recipe";
import type { Lookup } from "../lookup/lookup";
import type { FieldSource, PageDefinition, UnassignedTest } from "../page-definition";
import type { Preset } from "./preset";

// Not run on an instance. Classic form: ids in public scripts and test suites, 2019 to 2026 (medium). Workspace: the
// way through its shadow roots, in public scripts of 2024 to 2026 for Service Operations Workspace (medium); names of
// elements differ between releases. Service Portal: its addresses only (low).
const TABLES = "incident sc_request sc_req_item sc_task problem change_request sn_customerservice_case".split(
  " ",
);
const RECORD = `:table(${TABLES.join("|")})`;
const SYS_ID = ":id([0-9a-f]{32})";

/** Dots in ids: `#sys_display.incident.assigned_to` would be classes. Other tables stand for fields of other records. */
const input = (field: string, write: (name: string) => string): string =>
  `input:is(${TABLES.map((table) => `[id="${write(`${table}.${field}`)}"]`).join(", ")})`;
/** What was saved stands in the attribute; what is being typed does not. Read-only forms have other ids. */
const reference = (field: string): FieldSource[] => [
  { css: input(field, (name) => `sys_display.${name}`), attr: "value" },
  { css: input(field, (name) => `${name}_label`), attr: "value" },
  { css: input(field, (name) => `sys_readonly.${name}`), attr: "value" },
];
const text = (field: string): FieldSource[] => [
  { css: input(field, (name) => name), attr: "value" },
  { css: input(field, (name) => `sys_readonly.${name}`), attr: "value" },
];

const asked = (field: string): FieldSource => ({ json: `/result/${field}` });
const REQUESTERS = ["caller_id", "requested_for", "request.requested_for", "requested_by", "contact"];

const headers: Lookup["headers"] = {
  Accept: { text: "application/json" },
  // A variable of the page; seen as `var g_ck = '…'` and as `window.g_ck = "…"`.
  "X-UserToken": { script: "\\bg_ck\\s*=\\s*[\"']([\\w.-]{16,200})[\"']" },
};

/** Work notes are internal, comments are for customers. */
const writeInto = (field: "work_notes" | "comments"): NoteRequest => ({
  method: "PATCH",
  url: "/api/now/table/{table}/{id}",
  headers,
  json: { [field]: "{text}" },
  success: [200],
});
const note: NoteRecipe = {
  internal: writeInto("work_notes"),
  public: writeInto("comments"),
  // The choices of the table's own state field; whoever may not read them gets none.
  status: {
    ask: {
      url: "/api/now/table/sys_choice?sysparm_fields=value,label&sysparm_query=name={table}^element=state^inactive=false^language=en^ORDERBYsequence",
      headers,
      each: "/result/*",
      value: "/value",
      name: "/label",
    },
    set: {
      method: "PATCH",
      url: "/api/now/table/{table}/{id}",
      headers,
      json: { state: "{status}" },
      success: [200],
    },
  },
};

const lookup: Lookup = {
  url: `/api/now/table/{table}/{id}?sysparm_display_value=true&sysparm_exclude_reference_link=true&sysparm_fields=${[
    "number",
    "short_description",
    "assigned_to",
    "priority",
    "category",
    ...["assigned_to", ...REQUESTERS].flatMap((field) => [`${field}.name`, `${field}.email`]),
  ].join(",")}`,
  headers,
};

const NOBODY: UnassignedTest = { json: "/result/assigned_to", equals: [""] };
const common: Pick<PageDefinition, "kind" | "unassigned" | "emptyAssignee" | "audience" | "lookup"> = {
  kind: "ticket",
  unassigned: [NOBODY],
  emptyAssignee: "unknown",
  audience: "agent",
  lookup,
};

const answered: PageDefinition["fields"] = {
  number: [asked("number")],
  subject: [asked("short_description")],
  assignee: [asked("assigned_to.name")],
  assigneeEmail: [asked("assigned_to.email")],
  requesterName: REQUESTERS.map((field) => asked(`${field}.name`)),
  requesterEmail: REQUESTERS.map((field) => asked(`${field}.email`)),
  category: [asked("category")],
  priority: [asked("priority")],
};

/** The form of "UI16": alone, or in the frame `gsft_main` of the shell, inside of its shadow root. */
const classicForm: PageDefinition = {
  ...common,
  note,
  url: `/${RECORD}.do?sys_id=${SYS_ID}`,
  unassigned: [
    { css: `${input("assigned_to", (name) => `sys_display.${name}`)}:is(:not([value]), [value=""])` },
    NOBODY,
  ],
  exclude: '.activities-form, #sn_form_inline_stream_entries, .h-card, [class*="sn-card-component"]',
  fields: {
    ...answered,
    number: [...text("number"), asked("number")],
    subject: [...text("short_description"), asked("short_description")],
    assignee: [...reference("assigned_to"), asked("assigned_to.name")],
    requesterName: [...REQUESTERS.flatMap(reference), ...REQUESTERS.map((field) => asked(`${field}.name`))],
  },
  place: [
    {
      at: `:is(${TABLES.map((table) => `[id="element.${table}.assigned_to"]`).join(", ")})`,
      position: "after",
    },
  ],
  look: { button: "#sysverb_update, #sysverb_insert" },
};

/** Several records may be open; the screens of the others are hidden. */
const SCREEN = [
  "[global-navigation-config]",
  "#item-snCanvasAppshellMain",
  "sn-canvas-experience-shell > *",
  "#item-wsContent",
  'main > sn-canvas-screen:not([style*="display: none"])',
].join(" >>> ");
const FORM = ">>> section > * > * >>> now-record-form-section-column-layout";
const field = (host: string, ...inside: string[]): FieldSource => ({
  css: [FORM, host, ...inside].join(" >>> "),
});
const typed = (name: string) =>
  field(`sn-record-input-connected[name="${name}"]`, "now-input, now-textarea", "input, textarea");
const referred = (name: string) =>
  field(
    `sn-record-reference-connected[name="${name}"]`,
    "now-record-typeahead",
    "now-typeahead",
    "input.now-typeahead-native-input",
  );

/** Configurable workspaces. Fields stand on the "Details" tab; on the others only the lookup tells. */
const workspace: PageDefinition = {
  ...common,
  note,
  url: `/now/:workspace{/:area}?/record/${RECORD}/${SYS_ID}{/params/*}?`,
  root: SCREEN,
  exclude: "now-activity-stream-connected, now-activity-stream-compose-connected",
  fields: {
    ...answered,
    number: [typed("number"), asked("number")],
    subject: [typed("short_description"), asked("short_description")],
    assignee: [referred("assigned_to"), asked("assigned_to.name")],
    requesterName: [
      ...["caller_id", "requested_for", "requested_by", "contact"].map(referred),
      ...REQUESTERS.map((name) => asked(`${name}.name`)),
    ],
  },
  place: [{ at: `${FORM} >>> .sn-form-column-layout-sections`, position: "append" }],
};

/** Customers' pages print nobody in charge; what they may know, the lookup tells. */
const portalTicket: PageDefinition = {
  ...common,
  url: `/:portal?id=:page(ticket|form|standard_ticket)&table=${RECORD}&sys_id=${SYS_ID}`,
  fields: answered,
  place: [],
  audience: "customer",
};

/** ServiceNow: classic forms, configurable workspaces, Service Portal. */
export const serviceNow: Preset = {
  id: "servicenow",
  name: "ServiceNow",
  seen: "scripts of 2019 to 2026",
  hosts: ["*.service-now.com"],
  frames: true,
  recognise: (document) =>
    document.querySelector(
      'body > [global-navigation-config], [id^="element."] input[id^="sys_display."], html[ng-app="sn.$sp"]',
    ) !== null,
  pages: [classicForm, workspace, portalTicket],
  examples: {
    tickets: [
      "https://example.service-now.com/incident.do?sys_id=0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/sc_task.do?sysparm_view=&sys_id=0123456789abcdef0123456789abcdef&sysparm_record_row=2",
      "https://example.service-now.com/now/sow/record/incident/0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/now/cwf/agent/record/sn_customerservice_case/0123456789abcdef0123456789abcdef/params/selected-tab-index/1",
      "https://example.service-now.com/sp?id=ticket&table=incident&sys_id=0123456789abcdef0123456789abcdef",
    ],
    others: [
      "https://example.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/nav_to.do?uri=%2Fincident.do%3Fsys_id%3D0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/incident.do?sys_id=-1",
      "https://example.service-now.com/incident_list.do?sysparm_query=active%3Dtrue",
      "https://example.service-now.com/sys_user.do?sys_id=0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/now/sow/record/incident/-1_uid_1",
      "https://example.service-now.com/now/sow/record/incident/0123456789abcdef0123456789abcdef/sub/record/problem/0123456789abcdef0123456789abcdef",
      "https://example.service-now.com/now/sow/home",
      "https://example.service-now.com/sp?id=index",
      "https://example.service-now.com/sp?id=kb_article&sys_id=0123456789abcdef0123456789abcdef",
    ],
  },
};
