import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Installs Debian packages, as root. Several workers of a test run may come here at once: one installs, the others wait.
 * @param isInstalled looked at before, and again after
 * @throws Error that names the command, when not root or when the packages do not come
 */
export function installFromDebian(packages: readonly string[], isInstalled: () => boolean): void {
  if (isInstalled()) return;
  const command = `apt-get install -y ${packages.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(`Missing: as root, run ${command}`);
  const lock = join(tmpdir(), "callcard-apt.lock");
  const script = `apt-get update -qq && apt-get -o DPkg::Lock::Timeout=300 install -y -qq ${packages.join(" ")}`;
  const { stderr } = spawnSync("flock", [lock, "sh", "-c", script], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  if (!isInstalled()) throw new Error(`"${command}" did not install it: ${stderr}`);
}
