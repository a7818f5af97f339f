import { useEffect, useState } from "preact/hooks";
import { NoteForm } from "../../components/NoteForm";
import { sendToBackground } from "../../lib/messages";
import type { NoteAbout, NoteOffer } from "../../lib/note/offer";
import type { NoteResult, Visibility } from "../../lib/note/result";
import type { TicketStatus } from "../../lib/note/status";

/** Offers a note about a booked call, where the portal's setting says so: wiring, for the booking page and the popup. */
export function NoteSection({ about }: { about: NoteAbout }) {
  const [offer, setOffer] = useState<NoteOffer | null>(null);
  useEffect(() => {
    sendToBackground({ type: "findNote", about }).then(setOffer, () => setOffer(null));
  }, []);

  async function write(
    text: string,
    visibility: Visibility,
    status: TicketStatus | null,
  ): Promise<NoteResult> {
    const message = { type: "writeNote", about, text, visibility, status } as const;
    return sendToBackground(message).catch(() => ({ kind: "unknown" }) as const);
  }

  const statuses = () => sendToBackground({ type: "listStatuses", about }).catch(() => null);

  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  return (
    offer && (
      <NoteForm
        offer={offer}
        onWrite={write}
        onStatuses={statuses}
        onCopy={copy}
        onLater={() => setOffer(null)}
      />
    )
  );
}
