import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Builds the extension into a folder of its own below `.output`.
 * @param portals origins for a tenant build; empty for the build as shipped
 * @returns the folder to load
 */
export async function buildExtension(
  name: string,
  portals: readonly string[] = [],
  browser: "chrome" | "firefox" = "chrome",
): Promise<string> {
  const environment = {
    ...process.env,
    CALLCARD_PORTALS: portals.join(" "),
    // Chromium's prompt cannot be answered without a screen; Firefox grants it unasked there.
    CALLCARD_NOTIFICATIONS: portals.length > 0 && browser === "chrome" ? "granted" : "",
    CALLCARD_OUTPUT: `.output/${name}`,
  };
  const build = spawn(
    process.execPath,
    [`${root}node_modules/wxt/bin/wxt.mjs`, "build", "--browser", browser],
    {
      cwd: root,
      env: environment,
    },
  );
  let output = "";
  for (const stream of [build.stdout, build.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise<number | null>((resolve) => build.on("close", resolve));
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  return `${root}.output/${name}/${browser}-mv3`;
}
