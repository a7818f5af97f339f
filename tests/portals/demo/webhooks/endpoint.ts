import type { Answer, LocalRequest } from "../../../scheduler/local-server";
import { json } from "../../../scheduler/local-server";
import type { createCalls } from "./calls";
import { verifyCalCom, verifyCalendly } from "./verify";

/** What the demo portal shares with the schedulers. */
export const webhookSecrets = { calCom: "demo-cal-com-secret", calendly: "demo-calendly-signing-key" };

/** `POST /webhooks/cal-com`, `POST /webhooks/calendly`: what is not signed as it should be is not looked at. */
export function takeWebhook(
  { method, url, headers, body }: LocalRequest,
  calls: ReturnType<typeof createCalls>,
  now = new Date(),
): Answer {
  const from = url.pathname.replace("/webhooks/", "");
  if (method !== "POST" || !["cal-com", "calendly"].includes(from)) return json({ error: "Not found" }, 404);
  const header = (name: string) => [headers[name]].flat()[0];
  const isTrue =
    from === "cal-com"
      ? verifyCalCom(webhookSecrets.calCom, header("x-cal-signature-256"), body)
      : verifyCalendly(webhookSecrets.calendly, header("calendly-webhook-signature"), body, now);
  if (!isTrue) return json({ error: "Not signed by the scheduler" }, 401);
  calls[from === "cal-com" ? "calCom" : "calendly"](JSON.parse(body));
  return { status: 204 };
}
