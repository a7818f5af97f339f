import { html } from "./html";
import { page, serve } from "./local-server";

/** Local booking pages of schedulers that are opened by their address: what they are told, and what they tell. */
export interface PlainPages {
  origin: string;
  /** Host and port: an entry of the allow-list. */
  host: string;
  /** The addresses that were asked for, with what was filled in; oldest first. */
  asked(): URL[];
  close(): Promise<void>;
}

/**
 * Starts them on 127.0.0.1. Everything below `/calendly` tells what Calendly's frame tells (facts: no time is among it); any
 * other page tells nothing, as Google's.
 */
export async function startPlainPages(): Promise<PlainPages> {
  const asked: URL[] = [];
  const server = await serve(({ url }) => {
    if (url.pathname === "/favicon.ico") return { status: 404 };
    asked.push(url);
    return page(url.pathname.startsWith("/calendly") ? calendlyPage : quietPage);
  });
  return { ...server, host: new URL(server.origin).host, asked: () => [...asked] };
}

const calendlyPage = html`<!doctype html><title>Calendly</title>
<h1>Local calendar that tells what Calendly tells</h1>
<button id="book">Schedule Event</button>
<script>
const tell = (event, payload) => parent.postMessage({ event: "calendly." + event, payload }, "*");
const uri = (path) => "https://api.calendly.com/scheduled_events/" + path;
document.getElementById("book").onclick = () =>
  tell("event_scheduled", { event: { uri: uri("E1") }, invitee: { uri: uri("E1/invitees/I1") } });
tell("event_type_viewed", {});
</script>`;

const quietPage = html`<!doctype html><title>Appointments</title><h1>Local calendar that tells nothing</h1>`;
