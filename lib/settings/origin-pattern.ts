/** Browsers that CallCard is built for; their match patterns differ in ports. */
export type Browser = "chrome" | "firefox" | (string & {});

/**
 * The match pattern that grants one portal origin.
 *
 * Chromium's match patterns take a port; Firefox's do not (a pattern without one matches every port of the host),
 * so the overlay checks the origin again before it does anything.
 * @param origin an origin such as `https://help.example.com:8443`
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function originPattern(origin: string, browser: Browser): string {
  const url = new URL(origin);
  return browser === "firefox" ? `${url.protocol}//${url.hostname}/*` : `${url.origin}/*`;
}

/** Hosts that never leave this machine: http is no risk there. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(?:\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * The origins of a tenant build, from the environment variable `CALLCARD_PORTALS`.
 * @param text addresses separated by white space or commas
 * @throws Error naming the address that is not an http(s) URL
 */
export function parsePortalOrigins(text: string): string[] {
  const origins = text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const url = URL.canParse(part) ? new URL(part) : null;
      if (!url || !/^https?:$/.test(url.protocol) || url.hostname.includes("*")) {
        throw new Error(`CALLCARD_PORTALS: "${part}" is not a web address such as https://help.example.com`);
      }
      return url.origin;
    });
  return [...new Set(origins)];
}
