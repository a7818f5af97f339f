import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { debian, ensureInstalled } from "./packages";
import { createSite, type Site } from "./site";

export type Login = "tess" | "rob" | "nora" | "ada";

/** A running Redmine 5 of its own, with people and issues in it. */
export interface Redmine {
  /** `http://127.0.0.1:<port>`: pages are below `origin + basePath`. */
  origin: string;
  /** `/redmine`. */
  basePath: string;
  /** Issue numbers: assigned to tess, the same with a hostile text, to nobody, to nora. */
  issues: {
    assigned: number;
    hostile: number;
    unassigned: number;
    noLink: number;
  };
  users: Record<Login, { password: string; email: string }>;
  /** Gives the issue another assignee; `null` for none. */
  setAssignee(issue: number, login: Login | null): Promise<void>;
  setLanguage(login: Login, language: "de" | "en"): Promise<void>;
  /** Notes of an issue, oldest first. */
  notes(issue: number): Promise<{ author: string; private: boolean; text: string }[]>;
  /** What the server wrote so far. */
  logs(): string;
  /** Ends the server and removes its directory. */
  close(): Promise<void>;
}

const basePath = "/redmine";
const startDeadline = 45_000;

const users: Redmine["users"] = {
  tess: { password: "tess-password", email: "tess@example.com" },
  rob: { password: "rob-password", email: "rob@example.com" },
  nora: { password: "nora-password", email: "nora@example.com" },
  ada: { password: "ada-password", email: "ada@example.com" },
};

/** Starts Redmine on 127.0.0.1 with a database that nobody else uses. */
export async function startRedmine(): Promise<Redmine> {
  ensureInstalled();
  const site = createSite(basePath);
  try {
    await site.createDatabase();
    const issues = (await site.admin("seed", { users, basePath })) as Redmine["issues"];
    const port = await freePort();
    const server = await startServer(site, port);
    return {
      origin: `http://127.0.0.1:${port}`,
      basePath,
      issues,
      users,
      async setAssignee(issue, login) {
        await site.admin("assignee", { issue, login });
      },
      async setLanguage(login, language) {
        await site.admin("language", { login, language });
      },
      async notes(issue) {
        return (await site.admin("notes", { issue })) as Awaited<ReturnType<Redmine["notes"]>>;
      },
      logs: server.logs,
      async close() {
        await server.stop();
        site.remove();
      },
    };
  } catch (error) {
    site.remove();
    throw error;
  }
}

interface Server {
  logs(): string;
  stop(): Promise<void>;
}

async function startServer(site: Site, port: number): Promise<Server> {
  const puma = [debian.puma, "--config", "-", "--threads", "1:4", "--bind", `tcp://127.0.0.1:${port}`];
  // The kernel ends the server when we are gone, however that happens.
  const child = spawn("setpriv", ["--pdeathsig", "TERM", "ruby", "-rbundler/setup", ...puma], {
    cwd: site.program,
    env: site.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => (output += text));
  }
  child.on("error", (error) => (output += error.message));

  try {
    await untilReady(child, `http://127.0.0.1:${port}${basePath}`);
  } catch (error) {
    await end(child);
    throw new Error(`Redmine did not start:\n${output}`, { cause: error });
  }
  return { logs: () => output, stop: () => end(child) };
}

/** Polls the login page. */
async function untilReady(child: ChildProcess, base: string): Promise<void> {
  const deadline = Date.now() + startDeadline;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error("the server ended");
    const response = await fetch(`${base}/login`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no answer within ${startDeadline} ms`);
}

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const lastResort = setTimeout(() => child.kill("SIGKILL"), 10_000);
  child.kill("SIGTERM");
  await ended;
  clearTimeout(lastResort);
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
