import { CircleCheck } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { Portal } from "../../lib/settings/portal";
import { AddPortal, type AddPortalProps } from "./AddPortal";
import { MyLink, type MyLinkProps } from "./MyLink";
import { sectionTitle } from "./sections";

export interface WelcomeProps extends AddPortalProps {
  portals: readonly Portal[];
  /** Origins that the browser allows; `null` while it is asked. */
  granted: ReadonlySet<string> | null;
  /** How many technicians there are, the person included. */
  technicians: number;
  myLink: MyLinkProps;
  onAllow(portal: Portal): void;
}

/** The first run: three steps on one page, each of which can be left out. */
export function Welcome({ portals, granted, technicians, myLink, onAdd, onAllow }: WelcomeProps) {
  const [changing, setChanging] = useState(false);
  const { email, link } = myLink.start;
  const hasPortal = granted !== null && portals.some(({ origin }) => granted.has(origin));
  const hasLink = email !== "" && link !== "";
  const onSave = async (own: MyLinkProps["start"]) => {
    await myLink.onSave(own);
    setChanging(false);
  };
  return (
    <>
      <p>{i18n.t("options.welcome.intro")}</p>
      <ol class="steps">
        <Step title={i18n.t("options.welcome.portal")} done={hasPortal}>
          <p>{i18n.t("options.welcome.portalText")}</p>
          {portals.map((portal) => (
            <PortalState key={portal.id} portal={portal} granted={granted} onAllow={() => onAllow(portal)} />
          ))}
          <AddPortal onAdd={onAdd} />
        </Step>
        <Step title={i18n.t("options.welcome.link")} done={hasLink}>
          <p>{i18n.t("options.welcome.linkText", [sectionTitle("technicians")])}</p>
          {hasLink && !changing ? (
            <>
              <p>{i18n.t("options.welcome.linkDone", [email, link])}</p>
              <div class="buttons">
                <button type="button" onClick={() => setChanging(true)}>
                  {i18n.t("options.welcome.change")}
                </button>
              </div>
            </>
          ) : (
            <MyLink {...myLink} onSave={onSave} />
          )}
        </Step>
        <Step title={i18n.t("options.welcome.finish")} done={null}>
          <p>{finishText(hasPortal, hasLink, technicians)}</p>
          <p class="quiet">{i18n.t("options.welcome.finishPopup")}</p>
        </Step>
      </ol>
    </>
  );
}

/** @param done `null` for the step that is not one of ours */
function Step({
  title,
  done,
  children,
}: {
  title: string;
  done: boolean | null;
  children: ComponentChildren;
}) {
  return (
    <li>
      <h2>{title}</h2>
      {done !== null && (
        <p class={done ? "good" : "quiet"}>
          {done && <CircleCheck size={20} aria-hidden="true" />}
          <span>{i18n.t(done ? "options.welcome.stepDone" : "options.welcome.stepOpen")}</span>
        </p>
      )}
      {children}
    </li>
  );
}

function PortalState({
  portal,
  granted,
  onAllow,
}: {
  portal: Portal;
  granted: WelcomeProps["granted"];
  onAllow(): void;
}) {
  if (!granted) return null;
  if (granted.has(portal.origin)) return <p>{i18n.t("options.welcome.portalDone", [portal.name])}</p>;
  return (
    <div class="buttons">
      <p class="warning">{i18n.t("options.welcome.portalNotAllowed", [portal.name])}</p>
      <button
        type="button"
        aria-label={i18n.t("options.portals.allowNamed", [portal.name])}
        onClick={onAllow}
      >
        {i18n.t("options.portals.allow")}
      </button>
    </div>
  );
}

function finishText(hasPortal: boolean, hasLink: boolean, technicians: number): string {
  if (hasPortal && hasLink) return i18n.t("options.welcome.finishReady");
  if (hasPortal && technicians > 0) {
    return i18n.t("options.welcome.finishTechnician", [sectionTitle("technicians")]);
  }
  return i18n.t("options.welcome.finishNotReady");
}
