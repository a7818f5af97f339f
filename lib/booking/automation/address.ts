import { isLoopback } from "../../settings/origin-pattern";

/** What a typed address means, or why it is none. */
export function parseAddress(
  typed: string,
): { url: URL } | { problem: "empty" | "not-an-address" | "not-https" } {
  const text = typed.trim();
  if (text === "") return { problem: "empty" };
  const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url || url.username || url.password || url.hostname.includes("*"))
    return { problem: "not-an-address" };
  if (url.protocol === "http:" && !isLoopback(url.hostname)) return { problem: "not-https" };
  url.hash = "";
  return { url };
}
