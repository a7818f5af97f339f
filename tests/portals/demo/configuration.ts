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

/** A configuration document for the demo portal: its pages, two technicians, and the hosts of their calendars. */
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
        ],
      },
    ],
    technicians: [
      { email: "tess@example.com", name: "Tess Tech", aliases: ["tess"], link: `${scheduler}/tess/30min` },
      { email: "rob@example.com", name: "Rob Remote", aliases: [], link: `${scheduler}/rob/30min` },
    ],
    bookingHosts: ["cal.com", "app.cal.com", "*.cal.com", "app.cal.eu", new URL(scheduler).host],
  };
}
