import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { debian } from "./packages";

const adminScript = fileURLToPath(new URL("admin.pl", import.meta.url));

/** A private Request Tracker: its own configuration, database, cache and sessions. */
export interface Site {
  env: NodeJS.ProcessEnv;
  /** Creates the database with Request Tracker's initial data. */
  createDatabase(): Promise<void>;
  /** Runs one command of admin.pl and returns what it printed as JSON. */
  admin(command: string, input: unknown): Promise<unknown>;
  remove(): void;
}

/** Lays out a site in a fresh temporary directory; nothing of the system's own site is read. */
export function createSite(port: number, basePath: string): Site {
  const directory = mkdtempSync(join(tmpdir(), "callcard-rt-"));
  const configuration = join(directory, "RT_SiteConfig.pm");
  const snippets = join(directory, "RT_SiteConfig.d");
  for (const name of ["RT_SiteConfig.d", "mason", "sessions", "var"]) {
    mkdirSync(join(directory, name));
  }
  writeFileSync(configuration, siteConfig(directory, port, basePath));

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RT_SITE_CONFIG: configuration,
    RT_SITE_CONFIG_DIR: snippets,
    LANG: "C.UTF-8",
    // Lists that Perl leaves in any order come in the same order each time.
    PERL_HASH_SEED: "0",
  };

  return {
    env,
    async createDatabase() {
      const args = ["--action", "init", "--force", "--dba-password", ""];
      await run(debian.setupDatabase, args, env);
    },
    async admin(command, input) {
      const args = [adminScript, command, JSON.stringify(input)];
      return JSON.parse(await run("perl", args, env));
    },
    remove() {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function siteConfig(directory: string, port: number, basePath: string): string {
  return `
# Debian compiles these three in; a site of its own needs its own.
$RT::VarPath = "${directory}/var";
$RT::MasonDataDir = "${directory}/mason";
$RT::MasonSessionDir = "${directory}/sessions";

Set($rtname, "help.example.com");
Set($Organization, "help.example.com");
Set($CorrespondAddress, 'help@example.com');
Set($CommentAddress, 'help-comment@example.com');
Set($Timezone, "UTC");

# The referrer check and the redirects after login compare with these.
Set($WebDomain, "127.0.0.1");
Set($WebPort, ${port});
Set($WebPath, "${basePath}");

Set($DatabaseType, "SQLite");
Set($DatabaseName, "${directory}/rt.sqlite");

Set($MailCommand, sub { 1 });
Set($LogToSyslog, undef);
Set($LogToFile, undef);
Set($LogToSTDERR, "warning");
1;
`;
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${command} ended with ${code}\n${stdout}${stderr}`));
    });
  });
}
