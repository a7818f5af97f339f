import { getSecret, removeSecret, setSecret } from "../../settings/secrets";
import { parseAddress } from "./address";

const ADDRESS = "webhook:address";
const SECRET = "webhook:secret";

/** Where to, and what signs it; `null` when there is no address. */
export async function readTarget(): Promise<{ url: URL; secret: string } | null> {
  const [address, secret] = await Promise.all([getSecret(ADDRESS), getSecret(SECRET)]);
  const parsed = address === null ? null : parseAddress(address);
  return parsed && "url" in parsed && secret !== null ? { url: parsed.url, secret } : null;
}

export async function keepTarget({ url, secret }: { url: URL; secret: string }): Promise<void> {
  await setSecret(SECRET, secret);
  await setSecret(ADDRESS, url.href);
}

export async function forgetTarget(): Promise<void> {
  await Promise.all([removeSecret(ADDRESS), removeSecret(SECRET)]);
}
