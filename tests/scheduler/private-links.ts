import { randomBytes } from "node:crypto";

/** A link that ends after some bookings, or on a day. */
interface PrivateLink {
  hash: string;
  eventTypeId: number;
  /** `null`: as many as come until it expires. */
  maxUsageCount: number | null;
  usageCount: number;
  expiresAt: string | null;
}

/** The private links that were made by the API. A hash that nobody made is a link that never ends. */
export interface PrivateLinks {
  make(link: Pick<PrivateLink, "eventTypeId" | "maxUsageCount" | "expiresAt">): PrivateLink;
  hasEnded(hash: string | null): boolean;
  /** Counts a booking. */
  use(hash: string | null): void;
  reset(): void;
}

/** No links yet. */
export function createPrivateLinks(): PrivateLinks {
  const links = new Map<string | null, PrivateLink>();
  return {
    make(given) {
      const link = { ...given, hash: randomBytes(8).toString("hex"), usageCount: 0 };
      links.set(link.hash, link);
      return link;
    },
    hasEnded(hash) {
      const link = links.get(hash);
      if (!link) return false;
      const usedUp = link.maxUsageCount !== null && link.usageCount >= link.maxUsageCount;
      return usedUp || (link.expiresAt !== null && Date.parse(link.expiresAt) <= Date.now());
    },
    use(hash) {
      const link = links.get(hash);
      if (link) link.usageCount++;
    },
    reset: () => links.clear(),
  };
}
