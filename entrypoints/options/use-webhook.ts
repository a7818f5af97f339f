import { useEffect, useRef, useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { AutomationProps } from "../../components/options/Automation";
import { deliver } from "../../lib/booking/automation/deliver";
import { testPayload } from "../../lib/booking/automation/payload";
import { problemText } from "../../lib/booking/automation/problem-text";
import { send } from "../../lib/booking/automation/send";
import { newSecret } from "../../lib/booking/automation/signature";
import { forgetTarget, keepTarget, readTarget } from "../../lib/booking/automation/target";
import { bookings } from "../../lib/booking/store/bookings";
import { clearOutbox, readOutbox, restoreOutbox, watchOutbox } from "../../lib/booking/store/outbox";
import { isNeeded } from "../../lib/settings/needed-origins";
import { isGranted, releaseOrigin, requestOrigin, watchPermissions } from "../../lib/settings/permissions";
import { webhook, webhookState } from "../../lib/settings/webhook";
import { copyText } from "../overlay.content/copy-text";
import type { useNotice } from "./use-notice";

type Loaded = Pick<
  AutomationProps,
  "address" | "on" | "attendee" | "gone" | "granted" | "deliveries" | "host" | "until" | "lost"
>;

/** The webhook, up to date, and what can be done about it; `loaded` is `null` until it is read. */
export function useWebhook({ good, bad, undoable, refused }: Omit<ReturnType<typeof useNotice>, "notice">) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [testing, setTesting] = useState(false);
  const [delivering, setDelivering] = useState(false);
  const turn = useRef(0);

  async function look(): Promise<void> {
    const mine = ++turn.current;
    const now = await load();
    if (mine === turn.current) setLoaded(now);
  }

  useEffect(() => {
    const changed = () => void look().catch(refused);
    changed();
    const stops = [webhook, webhookState].map((item) => item.watch(changed));
    stops.push(watchPermissions(changed), bookings.watch(changed), watchOutbox(changed));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  async function save(url: URL): Promise<void> {
    const asked = requestOrigin(url.origin).catch(() => false); // in the click
    const before = await readTarget();
    const { origin: former } = await webhook.read();
    const kept = before?.secret ?? newSecret();
    await keepTarget({ url, secret: kept });
    await webhook.update((now) => ({ ...now, on: true, gone: false, origin: url.origin }));
    await webhookState.update((now) => ({ ...now, failures: 0, until: null }));
    if (former !== null && former !== url.origin && !(await isNeeded(former))) await releaseOrigin(former);
    if (!before) setSecret(kept);
    await look();
    if (await asked) {
      good(i18n.t("automation.saved", [url.host]));
      void again(false);
    } else bad(i18n.t("automation.notAllowed", [url.host]));
  }

  async function test(): Promise<void> {
    const target = await readTarget();
    if (!target) return;
    setTesting(true);
    const now = new Date();
    const id = `msg_test${crypto.randomUUID().replaceAll("-", "")}`;
    const sent = await send({ ...target, id, body: JSON.stringify(testPayload(now)), ticket: null }, now);
    setTesting(false);
    if (sent.ok) good(i18n.t("automation.testGood", [target.url.host, String(sent.status)]));
    else bad(problemText(sent.problem, target.url.host));
  }

  async function renew(): Promise<void> {
    const target = await readTarget();
    if (!target) return;
    const made = newSecret();
    await keepTarget({ ...target, secret: made });
    setSecret(made);
    undoable(i18n.t("automation.renewed"), () => {
      keepTarget(target).then(() => {
        setSecret(null);
        good(i18n.t("automation.secretBack"));
      }, refused);
    });
  }

  async function remove(): Promise<void> {
    const [target, settings, queue] = await Promise.all([readTarget(), webhook.read(), readOutbox()]);
    if (!target) return;
    await webhook.write({ on: false, origin: null, attendee: false, gone: false });
    await webhookState.write({ failures: 0, until: null, lost: 0 });
    await forgetTarget();
    await clearOutbox();
    if (!(await isNeeded(target.url.origin))) await releaseOrigin(target.url.origin);
    setSecret(null);
    await look();
    undoable(i18n.t("automation.removed"), () => {
      const asked = requestOrigin(target.url.origin).catch(() => false); // in the click
      const restore = async () => {
        await keepTarget(target);
        await restoreOutbox(queue);
        await webhook.write(settings);
        await asked;
        await look();
        good(i18n.t("automation.restored", [target.url.host]));
      };
      restore().catch(refused);
    });
  }

  async function change(part: Partial<{ on: boolean; gone: boolean; attendee: boolean }>): Promise<void> {
    if (part.on) await webhookState.update((now) => ({ ...now, failures: 0, until: null }));
    await webhook.update((now) => ({ ...now, ...part }));
    good(i18n.t("options.saved"));
    if (part.on) await again(false);
  }

  async function again(force = true): Promise<void> {
    setDelivering(true);
    await deliver({ force }).catch(refused);
    setDelivering(false);
    await look();
  }

  async function copy(text: string): Promise<void> {
    if (await copyText(text)) good(i18n.t("automation.copied"));
    else bad(i18n.t("native.copyFailed"));
  }

  return {
    loaded,
    secret,
    testing,
    delivering,
    onSave: save,
    onTest: () => void test().catch(refused),
    onRenew: () => void renew().catch(refused),
    onRemove: () => void remove().catch(refused),
    onCopy: (text: string) => void copy(text),
    onSwitch: (on: boolean) => void change({ on, gone: false }).catch(refused),
    onAttendee: (attendee: boolean) => void change({ attendee }).catch(refused),
    onAgain: () => void again(),
    onForgetLost: () => void webhookState.update((now) => ({ ...now, lost: 0 })).catch(refused),
    onAllow: () => {
      const origin = loaded?.address ? new URL(loaded.address).origin : null;
      if (!origin) return;
      void requestOrigin(origin).then((allowed) => {
        if (allowed) void again();
      }, refused);
    },
  };
}

async function load(): Promise<Loaded> {
  const [target, { on, attendee, gone }, { until, lost }, queue] = await Promise.all([
    readTarget(),
    webhook.read(),
    webhookState.read(),
    readOutbox(),
  ]);
  return {
    address: target?.url.href ?? null,
    host: target?.url.host ?? "",
    granted: target !== null && (await isGranted(target.url.origin)),
    on,
    attendee,
    gone,
    until,
    lost,
    deliveries: queue.reverse(),
  };
}
