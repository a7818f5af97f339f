import { RotateCw } from "lucide-preact";
import { i18n } from "#i18n";
import { Progress } from "./Progress";

export interface LookNowProps {
  /** The schedulers that are asked, by name. */
  schedulers: readonly string[];
  isLooking: boolean;
  onLook(): void;
}

/** Asks the accounts at once, instead of at the next turn; nothing where no account is kept in step. */
export function LookNow({ schedulers, isLooking, onLook }: LookNowProps) {
  if (schedulers.length === 0) return null;
  const names = [...new Set(schedulers)].join(", ");
  return (
    <div class="look-now">
      <p class="quiet">{i18n.t("sync.intro", [names])}</p>
      {isLooking ? (
        <Progress text={i18n.t("sync.looking", [names])} />
      ) : (
        <div class="buttons">
          <button type="button" onClick={onLook}>
            <RotateCw size={16} aria-hidden="true" />
            {i18n.t("sync.lookNow")}
          </button>
        </div>
      )}
    </div>
  );
}
