import { type Answer, asset, json, type LocalRequest, page, serve } from "../../scheduler/local-server";
import { classicForm, portalTicket, shell, workspace } from "./pages";
import { createRecords, type Record } from "./records";

/** Pages in the shape of ServiceNow's, on this machine. */
export interface ServiceNow {
  origin: string;
  /** Addresses of a record, by the letter that its id consists of. */
  classic(letter: string): string;
  shell(letter: string): string;
  workspace(letter: string): string;
  close(): Promise<void>;
}

const assets = new URL("assets/", import.meta.url);

/** Starts the pages on 127.0.0.1: classic forms, the shell with its frame, a workspace, the Service Portal, the table API. */
export async function startServiceNow(options: { port?: number } = {}): Promise<ServiceNow> {
  const records = createRecords();
  const { origin, close } = await serve((request) => respond(request, records), options.port);
  const target = (letter: string) => `incident.do?sys_id=${letter.repeat(32)}`;
  return {
    origin,
    classic: (letter) => `${origin}/${target(letter)}`,
    shell: (letter) => `${origin}/now/nav/ui/classic/params/target/${encodeURIComponent(target(letter))}`,
    workspace: (letter) => `${origin}/now/sow/record/incident/${letter.repeat(32)}`,
    close,
  };
}

async function respond({ url, headers }: LocalRequest, records: Map<string, Record>): Promise<Answer> {
  const { pathname, searchParams } = url;
  const [, asked] = /^\/(?:scripts|styles)\/([\w.]+)$/.exec(pathname) ?? [];
  if (asked) return asset(assets, asked);
  const [, target] = /^\/now\/nav\/ui\/classic\/params\/target\/(.+)$/.exec(pathname) ?? [];
  if (target) return page(shell(`/${decodeURIComponent(target)}`));
  if (pathname.startsWith("/now/sow/record/incident/")) return page(workspace([...records.values()]));
  const record = records.get(searchParams.get("sys_id") ?? pathname.split("/").at(-1) ?? "");
  if (!record) return page("Record not found", 404);
  if (pathname.startsWith("/api/now/table/incident/")) return tableApi(record, headers["x-usertoken"]);
  if (pathname === "/incident.do") return page(classicForm(record));
  return pathname === "/sp" ? page(portalTicket(record)) : page("Not found", 404);
}

/** The product answers 401 to a session without the token that its pages hold. */
function tableApi({ number, subject, assignee, caller, priority }: Record, token: unknown): Answer {
  if (!token) return json({ error: { message: "User Not Authenticated" }, status: "failure" }, 401);
  const address = (name: string | null) => (name ? `${name.split(" ")[0]?.toLowerCase()}@example.com` : "");
  return json({
    result: {
      number,
      short_description: subject,
      priority,
      assigned_to: assignee ?? "",
      "assigned_to.name": assignee ?? "",
      "assigned_to.email": address(assignee),
      "caller_id.name": caller,
      "caller_id.email": address(caller),
    },
  });
}
