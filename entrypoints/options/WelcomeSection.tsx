import { i18n } from "#i18n";
import { Notice } from "../../components/options/Notice";
import { Progress } from "../../components/options/Progress";
import { Welcome } from "../../components/options/Welcome";
import { savedText } from "./MyLinkSection";
import { useMyLink } from "./use-my-link";
import { useNotice } from "./use-notice";
import { usePortals } from "./use-portals";
import { useTechnicians } from "./use-stored";

/** The first run: wiring. */
export function WelcomeSection() {
  const notices = useNotice();
  const { list, granted, allow, add } = usePortals(notices);
  const technicians = useTechnicians();
  const myLink = useMyLink((own) => notices.good(savedText(own)), notices.refused);
  return (
    <>
      {list && technicians && myLink ? (
        <Welcome
          portals={list}
          granted={granted}
          technicians={technicians.length}
          myLink={myLink}
          onAdd={add}
          onAllow={allow}
        />
      ) : (
        <Progress text={i18n.t("options.loading")} />
      )}
      <Notice notice={notices.notice} />
    </>
  );
}
