import { useEffect, useRef, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import type { TicketState } from "../../components/brief/CallBrief";
import type { Booking } from "../../lib/booking/store/booking";
import { readBriefOf } from "./read-brief";

/** So long is waited for a ticket that was opened from here, in milliseconds. */
const PATIENCE = 30_000;
/** Tickets of single-page portals arrive some time after their page; nobody tells when. */
const AGAIN = 500;

/** The ticket of a call, from whichever tab shows it; read when the brief is opened, and when its tab has loaded. */
export function useTicket(booking: Booking) {
  const [found, setFound] = useState<{ ticket: TicketState; tab: number | null }>({
    ticket: { at: "looking" },
    tab: null,
  });
  const until = useRef(0);
  const waiting = useRef(0);

  async function look(): Promise<void> {
    const read = await readBriefOf(booking);
    if (read) {
      until.current = 0;
      setFound({ ticket: { at: "read", brief: read.brief }, tab: read.tab });
      return;
    }
    const isOpening = Date.now() < until.current;
    setFound((now) => {
      if (isOpening) return { ticket: { at: "opening" }, tab: null };
      // What was read stays when its tab is closed; no note can be written any more.
      if (now.ticket.at === "read") return { ...now, tab: null };
      return { ticket: { at: until.current > 0 ? "silent" : "closed" }, tab: null };
    });
    clearTimeout(waiting.current);
    if (isOpening) waiting.current = window.setTimeout(() => void look(), AGAIN);
  }

  async function open(): Promise<void> {
    if (booking.ticket.url === null) return;
    until.current = Date.now() + PATIENCE;
    setFound({ ticket: { at: "opening" }, tab: null });
    // Behind this page: the person stays with the brief.
    await browser.tabs.create({ url: booking.ticket.url, active: false });
    await look();
  }

  useEffect(() => {
    void look();
    const updated = (_tab: number, { status }: { status?: string }) => {
      if (status === "complete") void look();
    };
    const removed = () => void look();
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.onRemoved.addListener(removed);
    return () => {
      clearTimeout(waiting.current);
      browser.tabs.onUpdated.removeListener(updated);
      browser.tabs.onRemoved.removeListener(removed);
    };
  }, [booking.id]);

  return { ...found, openTicket: () => void open() };
}
