import { useState } from "preact/hooks";
import { i18n } from "#i18n";
import type { PortalsProps } from "../../components/options/Portals";
import { sendToBackground } from "../../lib/messages";
import { portals } from "../../lib/settings/items";
import type { PageDefinition } from "../../lib/ticket/page-definition";
import type { useNotice } from "./use-notice";

type PageProps = Pick<PortalsProps, "editedPage" | "onEditPage" | "onSavePage" | "onRemovePage" | "onTeach">;

/** The page definitions of the portals: taught, edited, removed. */
export function usePortalPages({
  clear,
  good,
  bad,
  undoable,
  refused,
}: ReturnType<typeof useNotice>): PageProps {
  const [editedPage, setEditedPage] = useState<PageProps["editedPage"]>(null);

  function change(portal: string, edit: (pages: PageDefinition[]) => PageDefinition[]): Promise<void> {
    return portals.update((all) =>
      all.map((one) => (one.id === portal ? { ...one, pages: edit(one.pages ?? []) } : one)),
    );
  }

  return {
    editedPage,
    onEditPage(page) {
      clear();
      setEditedPage(page);
    },
    async onSavePage({ id }, index, page) {
      await change(id, (pages) => pages.map((one, at) => (at === index ? page : one)));
      setEditedPage(null);
      good(i18n.t("options.pages.saved", [page.url]));
    },
    onRemovePage({ id, pages = [] }, index) {
      const page = pages[index];
      if (!page) return;
      const restore = () =>
        change(id, (now) => now.toSpliced(index, 0, page)).then(
          () => good(i18n.t("options.pages.restored", [page.url])),
          refused,
        );
      change(id, (now) => now.toSpliced(index, 1)).then(
        () => undoable(i18n.t("options.pages.removed", [page.url]), () => void restore()),
        refused,
      );
    },
    onTeach({ id, name }) {
      clear();
      sendToBackground({ type: "startTeaching", where: { portal: id } }).then(
        ({ started }) => !started && bad(i18n.t("options.portals.teachFailed", [name])),
        refused,
      );
    },
  };
}
