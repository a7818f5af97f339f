import type { Prefill } from "./prefill";
import type { Scheduler } from "./scheduler";

const HOST = /^[\w-]+\.zohobookings\.(?:com|eu|in|jp|ca|sa|com\.au|com\.cn)$/;

/**
 * Zoho Bookings: what is filled in stands behind the route in the hash, by the labels of the form's fields (English ones;
 * other languages are not known).
 */
export const zoho: Scheduler = {
  id: "zoho",
  name: "Zoho Bookings",
  hosts: ["com", "eu", "in", "jp", "ca", "sa", "com.au", "com.cn"].map((end) => `*.zohobookings.${end}`),
  recognise: ({ hostname, pathname, hash }) =>
    HOST.test(hostname) && /^\/(?:portal-embed)?$/.test(pathname) && (hash === "" || /^#\/[\w-]*/.test(hash))
      ? "page"
      : null,
  canonical(link) {
    const url = new URL(link);
    url.pathname = "/";
    return url;
  },
  open(link, prefill) {
    const url = plainLink(link, prefill);
    url.pathname = "/portal-embed";
    return { how: "frame", origin: url.origin, url: url.href, quiet: true };
  },
  plainLink,
  trusts: (origin, opened) => origin === opened,
  understand: () => null,
  tells: "nothing",
};

function plainLink(link: URL, { name, email, phone }: Prefill): URL {
  const url = zoho.canonical(link);
  const [route = "", own = ""] = url.hash.slice(1).split("?");
  const query = new Map([...new URLSearchParams(own)]);
  for (const [label, value] of [
    ["Name", name],
    ["Email", email],
    ["Contact Number", phone],
  ] as const) {
    if (value !== null) query.set(label, value);
  }
  const text = [...query]
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join("&");
  if (text) url.hash = `${route || "/"}?${text}`;
  return url;
}
