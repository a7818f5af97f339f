import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { debian } from "./packages";

const adminScript = fileURLToPath(new URL("admin.rb", import.meta.url));

/** A private Redmine: its own copy of the program, database, files, logs and secret. */
export interface Site {
  env: NodeJS.ProcessEnv;
  /** Where the program was copied to. */
  program: string;
  /** Creates the database. */
  createDatabase(): Promise<void>;
  /** Runs one command of admin.rb and returns what it printed as JSON. */
  admin(command: string, input: unknown): Promise<unknown>;
  remove(): void;
}

/**
 * Lays out a site in a fresh temporary directory. Redmine writes below its own program (assets of plugins) and finds
 * everything from there, so the program is copied (16 MB); nothing of the system's own site is read or changed.
 */
export function createSite(basePath: string): Site {
  const directory = mkdtempSync(join(tmpdir(), "callcard-redmine-"));
  const program = join(directory, "redmine");
  cpSync(debian.redmine, program, {
    recursive: true,
    dereference: true, // jQuery is a package of its own
    filter: (path) => !leftOut.includes(path.slice(debian.redmine.length)),
  });
  const instance = join(program, "instances", "default");
  for (const name of ["config", "files", "log", "tmp/cache", "tmp/pids"]) {
    mkdirSync(join(instance, name), { recursive: true });
  }
  mkdirSync(join(program, "public", "plugin_assets"), { recursive: true });
  const database = join(program, "config", "database.yml");
  for (const file of [database, join(instance, "config", "database.yml")]) {
    writeFileSync(file, databaseConfig(directory));
  }
  writeFileSync(join(instance, "config", "secret_key.txt"), randomBytes(32).toString("hex"));
  writeFileSync(join(program, "config.ru"), rackConfig);
  writeFileSync(join(program, "Gemfile.local"), 'gem "puma"\n');
  // Debian's Gemfile looks for the adapters of the system's own sites.
  const gemfile = readFileSync(join(debian.redmine, "Gemfile"), "utf8");
  writeFileSync(join(program, "Gemfile"), gemfile.replace(/Dir\['[^']*database\.yml'\]/, `["${database}"]`));

  const env: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: directory,
    BUNDLE_GEMFILE: join(program, "Gemfile"),
    BUNDLE_APP_CONFIG: join(directory, "bundle"),
    RAILS_ENV: "production",
    RAILS_RELATIVE_URL_ROOT: basePath,
    REDMINE_INSTANCE: "default",
    SCHEMA: "/dev/null", // written after a migration
    LANG: "C.UTF-8",
    TZ: "UTC",
  };
  delete env.X_DEBIAN_SITEID;
  const rails = (...args: string[]) => run("ruby", [join(program, "bin", "rails"), ...args], env, program);

  return {
    env,
    program,
    async createDatabase() {
      await rails("db:migrate");
    },
    async admin(command, input) {
      const printed = await rails("runner", adminScript, command, JSON.stringify(input));
      return JSON.parse(printed.slice(printed.lastIndexOf("\n", printed.trimEnd().length - 1) + 1));
    },
    remove() {
      rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What belongs to the system's own site: links into /etc and /var. */
const leftOut = ["/instances", "/Gemfile.lock", "/config/database.yml", "/public/plugin_assets"];

function databaseConfig(directory: string): string {
  return `production:
  adapter: sqlite3
  database: ${directory}/redmine.sqlite3
  timeout: 20000
`;
}

const rackConfig = `require ::File.expand_path("../config/environment", __FILE__)
map ENV.fetch("RAILS_RELATIVE_URL_ROOT") do
  use Rack::Static, urls: %w[/images /javascripts /stylesheets /themes /plugin_assets /favicon.ico],
    root: ::File.expand_path("../public", __FILE__)
  run Rails.application
end
`;

function run(command: string, args: string[], env: NodeJS.ProcessEnv, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`));
    });
  });
}
