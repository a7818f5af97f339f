/** Where the demo portal and the calendars of its technicians are. */
export interface DemoOrigins {
  portal: string;
  scheduler: string;
}

// Messages are written by customers; nothing in them counts.
const exclude = "[data-message-body]";

const fields = {
  number: [{ css: '[data-field="number"]' }, { url: "id" }],
  subject: [{ css: '[data-field="subject"]' }],
  assignee: [{ css: '[data-field="assignee"]:not([data-unassigned])' }],
  assigneeEmail: [{ css: '[data-field="assignee"]', attr: "data-email" }],
  category: [{ css: '[data-field="category"]' }],
};

const common = {
  kind: "ticket",
  exclude,
  unassigned: [{ css: '[data-field="assignee"][data-unassigned]' }],
  messages: {
    row: ".content > .card > .card-body > [data-message-body], .conversation > article",
    body: "[data-message-body]",
    author: [{ css: ":scope > header > strong" }],
    time: [{ css: ":scope > header > time" }],
  },
  note: { box: "#reply" },
  place: [{ at: ".sidebar", position: "append" }],
  look: {
    surface: ".sidebar > .card",
    header: ".card-header",
    heading: ".card-header h2",
    body: ".card-body",
    button: ".button",
  },
};

const agent = {
  ...common,
  root: "main[data-ticket]:not([aria-busy])", // the address changes before the content, and is marked so
  audience: "agent",
  fields: {
    ...fields,
    requesterName: [{ css: '[data-field="requester"]' }],
    requesterEmail: [{ css: '[data-field="requester"]', attr: "data-email" }],
    requesterPhone: [{ css: '[data-field="requester-phone"]' }],
    watchers: [{ css: '[data-field="watcher"]' }],
    priority: [{ css: '[data-field="priority"]' }],
  },
};

/** The header with the viewer's name stands outside of `main`, so the customers' page has no `root`. */
const customer = {
  ...common,
  audience: "customer",
  fields: {
    ...fields,
    viewerName: [{ css: '.top [data-field="viewer-name"]' }],
    viewerEmail: [{ css: '.top [data-field="viewer-email"]' }],
  },
};

/** Pages that do not say who is in charge: the portal's lookup API does. */
const plain = {
  ...common,
  url: "/plain/tickets/:id(\\d+)",
  audience: "customer",
  unassigned: [],
  fields: {
    subject: fields.subject,
    viewerName: customer.fields.viewerName,
    viewerEmail: customer.fields.viewerEmail,
  },
  lookup: { url: "/api/callcard/{id}" },
};

/** The agents' list names the assignee in a column. */
const agentList = {
  kind: "list",
  of: "ticket",
  url: "/agent/tickets",
  row: "[data-ticket-row]",
  fields: {
    id: [{ css: "td:first-child a", match: "#(\\d+)" }],
    link: [{ css: "td:first-child a", attr: "href" }],
    subject: [{ css: "td:nth-child(2) a" }],
    assignee: [{ css: '[data-column="assignee"]', match: "^(?!Nobody yet$)(.+)$" }],
  },
  emptyAssignee: "unassigned",
  place: [{ at: '[data-column="assignee"]', position: "append" }],
  look: { button: ".button" },
};

const applicant = {
  subject: [{ css: '[data-field="role"]' }],
  requesterName: [{ css: '[data-field="applicant"]' }],
  requesterEmail: [{ css: '[data-field="email"]' }],
  requesterPhone: [{ css: '[data-field="phone"]' }],
};

/** Whoever casts offers the own calendar to each applicant. */
const casting = { callWith: "me", label: "Book Audition", exclude };

const applications = [
  {
    ...casting,
    kind: "list",
    of: "application",
    url: "/applications/caster",
    row: "[data-application]",
    fields: {
      ...applicant,
      id: [{ css: ":scope", attr: "data-application" }],
      link: [{ css: '[data-field="number"]', attr: "href" }],
    },
  },
  {
    ...casting,
    kind: "application",
    url: "/applications/:id(\\d+)",
    root: "main[data-application-page]",
    fields: applicant,
    place: common.place,
    look: common.look,
  },
];

/** A configuration document for the demo portal: its pages, three people with a calendar, and the hosts of their calendars. */
export function demoConfiguration({ portal, scheduler }: DemoOrigins): object {
  return {
    version: 1,
    portals: [
      {
        id: "demo",
        name: "Example Help Desk",
        origin: portal,
        pages: [
          { ...agent, url: "/agent/tickets/:id(\\d+)" },
          { ...customer, url: "/tickets/:id(\\d+)" },
          { ...agent, url: "/app/tickets/:id(\\d+)" },
          plain,
          agentList,
          ...applications,
        ],
      },
    ],
    technicians: [
      { email: "tess@example.com", name: "Tess Tech", aliases: ["tess"], link: `${scheduler}/tess/30min` },
      { email: "rob@example.com", name: "Rob Remote", aliases: [], link: `${scheduler}/rob/30min` },
      { email: "cleo@example.com", name: "Cleo Caster", aliases: [], link: `${scheduler}/cleo/audition` },
    ],
    bookingHosts: ["cal.com", "app.cal.com", "*.cal.com", "app.cal.eu", new URL(scheduler).host],
    me: { name: "Cleo Caster", email: "cleo@example.com", phone: "" },
  };
}
