import { i18n } from "#i18n";

/** There is no call to be briefed about: none is coming up, or it was deleted. */
export function NoCall({ isGone, onBookings }: { isGone: boolean; onBookings(): void }) {
  return (
    <main>
      <h1>{i18n.t(isGone ? "brief.gone" : "brief.none")}</h1>
      <p>{i18n.t("brief.noneText")}</p>
      <div class="buttons">
        <button type="button" onClick={onBookings}>
          {i18n.t("popup.calls.all")}
        </button>
      </div>
    </main>
  );
}
