import { useEffect, useState } from "preact/hooks";
import type { MyLinkProps, OwnLink } from "../../components/options/MyLink";
import { me } from "../../lib/settings/items";
import { saveTechnicians, technicianByEmail, watchTechnicians } from "../../lib/settings/technicians";
import { useAllowHost } from "./use-allow-host";
import { useHostRules, useStored } from "./use-stored";

/** The person's own link, ready for its form; `null` until it is read. */
export function useMyLink(
  onSaved: (own: OwnLink) => void,
  onRefused: (error: unknown) => void,
): MyLinkProps | null {
  const own = useStored(me);
  const hosts = useHostRules();
  const allowHost = useAllowHost(onRefused);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    if (!own) return;
    const look = async () => setLink((await technicianByEmail(own.email))?.link ?? "");
    void look();
    return watchTechnicians(() => void look());
  }, [own]);
  if (!own || !hosts || link === null) return null;
  return {
    start: { email: own.email, name: own.name, link },
    hosts,
    onAllowHost: allowHost,
    async onSave(saved) {
      await saveMyLink(saved);
      onSaved(saved);
    },
  };
}

/** Stores the own details, and the link as that of the technician with this address, whose aliases stay. */
async function saveMyLink({ email, name, link }: OwnLink): Promise<void> {
  const known = await technicianByEmail(email);
  await saveTechnicians([{ aliases: [], ...known, email, name: name || known?.name || "", link }]);
  await me.update((now) => ({ ...now, email, name }));
}
