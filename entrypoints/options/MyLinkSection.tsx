import { i18n } from "#i18n";
import { MyLink, type OwnLink } from "../../components/options/MyLink";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { useMyLink } from "./use-my-link";
import { useNotice } from "./use-notice";

/** "My booking link": wiring. */
export function MyLinkSection() {
  const { notice, good, refused } = useNotice();
  const myLink = useMyLink((own) => good(savedText(own)), refused);
  return (
    <>
      <p>{i18n.t("options.myLink.intro")}</p>
      {myLink ? <MyLink {...myLink} /> : <Progress text={i18n.t("options.loading")} />}
      <Notice notice={notice} />
    </>
  );
}

/** What saving the own link means for tickets. */
export function savedText({ email, link }: OwnLink): string {
  return i18n.t(link ? "options.myLink.saved" : "options.myLink.removed", [email]);
}
