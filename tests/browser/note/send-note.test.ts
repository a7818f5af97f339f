import { afterEach, describe, expect, test, vi } from "vitest";
import { type NotePage, performNote, statusesOf } from "../../../lib/note/perform-note";
import type { Visibility } from "../../../lib/note/result";
import { noteResultText } from "../../../lib/note/result-text";
import type { TicketStatus } from "../../../lib/note/status";
import { newPortal } from "../../../lib/settings/portal";
import { presetById } from "../../../lib/ticket/presets";

const ORIGIN = "https://help.example.com";
const TOKEN = "a-token-of-16-characters";
const NOTE = 'Call at 14:00 <b>&"</b>\n{id}';
const HTML = "Call at 14:00 &lt;b&gt;&amp;&quot;&lt;/b&gt;<br>{id}";
afterEach(() => {
  vi.unstubAllGlobals();
  // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what is read
  for (const name of ["csrf_token", "cw_d_session_info"]) document.cookie = `${name}=; max-age=0`;
});

interface Sent {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Writes a note on a page, with a portal that answers each request in turn. */
async function write(
  preset: string,
  path: string,
  answers: (() => Response | Promise<Response>)[],
  { html = "", visibility = "internal" as Visibility, status = null as TicketStatus | null } = {},
) {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    expect(init.credentials).toBe("same-origin");
    expect(init.redirect).toBe("manual");
    sent.push({
      method: init.method ?? "GET",
      path: url.href.slice(ORIGIN.length),
      headers: init.headers as Record<string, string>,
      body: typeof init.body === "string" ? JSON.parse(init.body) : null,
    });
    const answer = answers[sent.length - 1];
    if (!answer) throw new Error("one request too many");
    return answer();
  });
  const page = pageOf(preset, path, html);
  const result = await performNote(page, { portal: "help", ticket: "7", text: NOTE, visibility, status });
  return { result, sent, last: sent.at(-1), statuses: () => statusesOf(page) };
}

function pageOf(preset: string, path: string, html: string): NotePage {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  if (html === "") Object.defineProperty(parsed, "cookie", { value: document.cookie });
  return {
    document: parsed,
    url: new URL(path, ORIGIN),
    portal: newPortal({ origin: ORIGIN, basePath: "" }, []),
    preset: presetById(preset),
    number: "7",
  };
}
const json =
  (status: number, body: unknown = {}, headers = {}) =>
  () =>
    Response.json(body, { status, headers });

// The requests as each product documents them, or as its sources have them (docs/presets.md).
describe("each product gets what it documents", () => {
  test("Request Tracker, below its folder: a comment; for customers, correspondence", async () => {
    const path = "/rt/Ticket/Display.html?id=7";
    const { result, last } = await write("request-tracker", path, [json(201)]);
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      method: "POST",
      path: "/rt/REST/2.0/ticket/7/comment",
      headers: { "Content-Type": "application/json" },
      body: { ContentType: "text/plain", Content: NOTE },
    });
    const open = await write("request-tracker", path, [json(201)], { visibility: "public" });
    expect(open.last?.path).toBe("/rt/REST/2.0/ticket/7/correspond");
  });
  test("MyPortal: the token of the page", async () => {
    const html = `<meta name="csrf-token" content="${TOKEN}">`;
    const { result, last } = await write("my-portal", "/admin/tickets/7", [json(201)], { html });
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      path: "/api/tickets/7/replies",
      headers: { "X-CSRF-Token": TOKEN },
      body: { body: HTML, is_internal: true },
    });
  });
  test.each(["/#ticket/zoom/7", "/desktop/tickets/7"])(
    "Zammad: the token of an answer, on %s",
    async (path) => {
      const answers = [json(200, { id: 3 }, { "CSRF-Token": TOKEN }), json(201)];
      const { result, sent, last } = await write("zammad", path, answers);
      expect(result).toEqual({ kind: "written" });
      expect(sent[0]).toMatchObject({ method: "GET", path: "/api/v1/users/me" });
      expect(last).toMatchObject({
        path: "/api/v1/ticket_articles",
        headers: { "X-CSRF-Token": TOKEN },
        body: { ticket_id: "7", body: HTML, content_type: "text/html", type: "note", internal: true },
      });
    },
  );
  test("Zendesk: the token of whoever is signed in", async () => {
    const answers = [json(200, { user: { authenticity_token: TOKEN } }), json(200)];
    const { result, last } = await write("zendesk", "/agent/tickets/7", answers);
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      method: "PUT",
      path: "/api/v2/tickets/7.json",
      headers: { "X-CSRF-Token": TOKEN },
      body: { ticket: { comment: { html_body: HTML, public: false } } },
    });
  });
  test("Jira Service Management", async () => {
    const { result, last } = await write("jira", "/browse/HELP-7", [json(201)]);
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      path: "/rest/servicedeskapi/request/HELP-7/comment",
      headers: { "X-Atlassian-Token": "no-check" },
      body: { body: NOTE, public: false },
    });
  });
  test.each([`window.csrf_token = "${TOKEN}";`, `window["csrf_token"] = "${TOKEN}";`])(
    "Frappe Helpdesk: the token of a script, %s",
    async (script) => {
      const html = `<body><script>${script}</script>`;
      const { result, last } = await write("frappe-helpdesk", "/helpdesk/tickets/7", [json(200)], { html });
      expect(result).toEqual({ kind: "written" });
      expect(last).toMatchObject({
        path: "/api/method/run_doc_method",
        headers: { "X-Frappe-CSRF-Token": TOKEN },
        body: { dt: "HD Ticket", dn: "7", method: "new_comment", args: { content: HTML } },
      });
    },
  );
  test("Libredesk: the token of a cookie", async () => {
    // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what is read
    document.cookie = `csrf_token=${TOKEN}`;
    const id = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
    const { result, last } = await write("libredesk", `/inboxes/all/conversation/${id}`, [json(200)]);
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      path: `/api/v1/conversations/${id}/messages`,
      headers: { "X-CSRFTOKEN": TOKEN },
      body: { message: HTML, private: true, sender_type: "agent" },
    });
  });
  test("Chatwoot: the session of a cookie", async () => {
    const session = { "access-token": "a", client: "c", uid: "tess@example.com" };
    // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what is read
    document.cookie = `cw_d_session_info=${encodeURIComponent(JSON.stringify(session))}`;
    const { result, last } = await write("chatwoot", "/app/accounts/1/conversations/7", [json(200)]);
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      path: "/api/v1/accounts/1/conversations/7/messages",
      headers: session,
      body: { content: NOTE, private: true },
    });
  });
  test("ServiceNow: the token of a script; customers read comments, not work notes", async () => {
    const html = `<body><script>var g_ck = '${TOKEN}';</script>`;
    const path = `/incident.do?sys_id=${"0123456789abcdef".repeat(2)}`;
    const { result, last } = await write("servicenow", path, [json(200)], { html });
    expect(result).toEqual({ kind: "written" });
    expect(last).toMatchObject({
      method: "PATCH",
      path: `/api/now/table/incident/${"0123456789abcdef".repeat(2)}`,
      headers: { "X-UserToken": TOKEN },
      body: { work_notes: NOTE },
    });
    const open = await write("servicenow", path, [json(200)], { html, visibility: "public" });
    expect(open.last?.body).toEqual({ comments: NOTE });
  });
  test.each([
    ["request-tracker", "/SelfService/Display.html?id=7"],
    ["my-portal", "/tickets/7"],
    ["frappe-helpdesk", "/helpdesk/my-tickets/7"],
    ["zendesk", "/hc/de/requests/7"],
    ["freescout", "/conversation/7"],
  ])("%s %s: nothing is sent from customers' pages, or where nobody knows how", async (preset, path) => {
    const { result, sent } = await write(preset, path, []);
    expect(result).toEqual({ kind: "no-box" });
    expect(sent).toEqual([]);
  });
});

describe("what came of it", () => {
  const path = "/Ticket/Display.html?id=7";
  const page = () => new Response("<html>", { status: 200, headers: { "Content-Type": "text/html" } });
  test.each([
    [
      "a redirect",
      () => Object.defineProperty(Response.json({}), "type", { value: "opaqueredirect" }),
      "not-signed-in",
    ],
    ["401", json(401), "not-signed-in"],
    ["a page", page, "not-signed-in"],
    ["404", json(404), "gone"],
    ["410", json(410), "gone"],
    ["500", json(500), "unknown"],
    ["another success", json(200), "unknown"],
    ["a lost connection", () => Promise.reject(new TypeError("Failed to fetch")), "unknown"],
  ] as const)("%s: %s", async (_, answer, kind) => {
    expect((await write("request-tracker", path, [answer])).result).toEqual({ kind });
  });
  test("403: refused, with its number", async () => {
    const { result } = await write("request-tracker", path, [json(403)]);
    expect(result).toEqual({ kind: "refused", status: 403 });
  });
  test("the browser is offline: nothing is sent", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValueOnce(false);
    const { result, sent } = await write("request-tracker", path, []);
    expect([result, sent]).toEqual([{ kind: "offline" }, []]);
  });
  test("without the token's answer nothing is written", async () => {
    const { result, sent } = await write("zendesk", "/agent/tickets/7", [json(401)]);
    expect(result).toEqual({ kind: "not-signed-in" });
    expect(sent).toHaveLength(1);
  });
});

const ID = "0b9ff1a3-8c47-4e5e-9a0f-2d3c1f6a7b10";
const SYS_ID = "0123456789abcdef".repeat(2);
const CHATWOOT = { "access-token": "a", client: "c", uid: "tess@example.com" };
const links = [
  { ref: "self" },
  { ref: "lifecycle", from: "new", to: "open" },
  { ref: "lifecycle", to: "resolved" },
];
const done = { value: "resolved", name: "resolved" };

// The requests as each product documents them, or as its sources have them (docs/notes.md).
describe("a status with the note", () => {
  interface Product {
    preset: string;
    path: string;
    html?: string;
    /** Answers to the note and what comes before it. */
    note: (() => Response)[];
    /** The answer to the question for statuses; left out where nothing is asked. */
    told?: unknown;
    asked?: string;
    statuses: string[];
    value: string;
    /** Answers to what comes after the note. */
    set: (() => Response)[];
    request: object;
  }
  const token = () => json(200, { user: { authenticity_token: TOKEN } }, { "CSRF-Token": TOKEN });
  const products: Product[] = [
    {
      preset: "request-tracker",
      path: "/rt/Ticket/Display.html?id=7",
      note: [json(201)],
      told: { Status: "new", _hyperlinks: links },
      asked: "/rt/REST/2.0/ticket/7",
      statuses: ["open", "resolved"],
      value: "resolved",
      set: [json(200, []), json(200, { Status: "resolved" })],
      request: { method: "PUT", path: "/rt/REST/2.0/ticket/7", body: { Status: "resolved" } },
    },
    {
      preset: "zammad",
      path: "/#ticket/zoom/7",
      note: [token(), json(201)],
      told: [
        { id: 2, name: "open" },
        { id: 4, name: "closed" },
      ],
      asked: "/api/v1/ticket_states",
      statuses: ["open", "closed"],
      value: "closed",
      set: [token(), json(200)],
      request: {
        method: "PUT",
        path: "/api/v1/tickets/7",
        headers: { "X-CSRF-Token": TOKEN },
        body: { state: "closed" },
      },
    },
    {
      preset: "zendesk",
      path: "/agent/tickets/7",
      note: [token(), json(200)],
      statuses: ["Open", "Pending", "On-hold", "Solved"],
      value: "solved",
      set: [token(), json(200)],
      request: {
        method: "PUT",
        path: "/api/v2/tickets/7.json",
        headers: { "X-CSRF-Token": TOKEN },
        body: { ticket: { status: "solved" } },
      },
    },
    {
      preset: "jira",
      path: "/browse/HELP-7",
      note: [json(201)],
      told: { transitions: [{ id: "31", name: "Waiting for customer", to: { name: "Waiting" } }] },
      asked: "/rest/api/2/issue/HELP-7/transitions",
      statuses: ["Waiting for customer"],
      value: "31",
      set: [() => new Response(null, { status: 204 })],
      request: {
        method: "POST",
        path: "/rest/api/2/issue/HELP-7/transitions",
        headers: { "X-Atlassian-Token": "no-check" },
        body: { transition: { id: "31" } },
      },
    },
    {
      preset: "frappe-helpdesk",
      path: "/helpdesk/tickets/7",
      html: `<body><script>window.csrf_token = "${TOKEN}";</script>`,
      note: [json(200)],
      statuses: ["Open", "Replied", "Resolved", "Closed"],
      value: "Replied",
      set: [json(200)],
      request: {
        method: "PUT",
        path: "/api/resource/HD%20Ticket/7",
        headers: { "X-Frappe-CSRF-Token": TOKEN },
        body: { status: "Replied" },
      },
    },
    {
      preset: "libredesk",
      path: `/inboxes/all/conversation/${ID}`,
      note: [json(200)],
      told: {
        data: [
          { id: 1, name: "Open" },
          { id: 3, name: "Resolved" },
        ],
      },
      asked: "/api/v1/statuses",
      statuses: ["Open", "Resolved"],
      value: "Resolved",
      set: [json(200)],
      request: {
        method: "PUT",
        path: `/api/v1/conversations/${ID}/status`,
        headers: { "X-CSRFTOKEN": TOKEN },
        body: { status: "Resolved" },
      },
    },
    {
      preset: "chatwoot",
      path: "/app/accounts/1/conversations/7",
      note: [json(200)],
      statuses: ["Open", "Pending", "Resolved"],
      value: "resolved",
      set: [json(200)],
      request: {
        method: "POST",
        path: "/api/v1/accounts/1/conversations/7/toggle_status",
        headers: CHATWOOT,
        body: { status: "resolved" },
      },
    },
    {
      preset: "servicenow",
      path: `/incident.do?sys_id=${SYS_ID}`,
      html: `<body><script>var g_ck = '${TOKEN}';</script>`,
      note: [json(200)],
      told: {
        result: [
          { value: "2", label: "In Progress" },
          { value: "", label: "none" },
        ],
      },
      asked: "/api/now/table/sys_choice",
      statuses: ["In Progress"],
      value: "2",
      set: [json(200)],
      request: {
        method: "PATCH",
        path: `/api/now/table/incident/${SYS_ID}`,
        headers: { "X-UserToken": TOKEN },
        body: { state: "2" },
      },
    },
  ];
  test.each(products)(
    "$preset",
    async ({ preset, path, html, note, told, asked, statuses, value, ...rest }) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what is read
      document.cookie = `csrf_token=${TOKEN}`;
      // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what is read
      document.cookie = `cw_d_session_info=${encodeURIComponent(JSON.stringify(CHATWOOT))}`;
      const answers = [...note, ...rest.set, ...(told === undefined ? [] : [json(200, told)])];
      const status = { value, name: "As it is called" };
      const written = await write(preset, path, answers, { ...(html && { html }), status });
      expect(written.result).toEqual({ kind: "written", status: { name: status.name, outcome: "changed" } });
      expect(written.sent.find(({ body }) => JSON.stringify(body)?.includes(`"${value}"`))).toMatchObject(
        rest.request,
      );
      const before = written.sent.length;
      expect((await written.statuses())?.map(({ name }) => name)).toEqual(statuses);
      expect(written.sent.slice(before).map((sent) => sent.path.split("?")[0])).toEqual(asked ? [asked] : []);
    },
  );

  const path = "/Ticket/Display.html?id=7";
  test("is not touched when the note did not arrive", async () => {
    const { result, sent } = await write("request-tracker", path, [json(403)], { status: done });
    expect(result).toEqual({ kind: "refused", status: 403 });
    expect(sent).toHaveLength(1);
  });
  test.each([
    ["403", [json(403)], { outcome: "refused", code: 403 }],
    ["401", [json(401)], { outcome: "not-signed-in" }],
    ["404", [json(404)], { outcome: "gone" }],
    ["500", [json(500)], { outcome: "unknown" }],
    ["a lost connection", [() => Promise.reject(new TypeError("Failed to fetch"))], { outcome: "unknown" }],
    ["200, and it is as it was", [json(200), json(200, { Status: "new" })], { outcome: "refused" }],
    ["200, and nobody tells", [json(200), json(500)], { outcome: "unknown" }],
  ] as const)("%s: the note is there, and it is said why the status is not", async (_, answers, outcome) => {
    const { result } = await write("request-tracker", path, [json(201), ...answers], { status: done });
    expect(result).toEqual({ kind: "written", status: { name: "resolved", ...outcome } });
    expect(noteResultText(result)).toMatch(/^The note is on the ticket; its status could not be changed/);
  });
  test("none where the portal does not tell them", async () => {
    const { statuses } = await write("request-tracker", path, [json(201), json(403)]);
    expect(await statuses()).toBeNull();
  });
  test("none where only the portal's form can set it", async () => {
    expect(await statusesOf(pageOf("redmine", "/issues/7", ""))).toBeNull();
  });
});
