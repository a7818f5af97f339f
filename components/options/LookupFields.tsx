import { useEffect, useState } from "preact/hooks";
import { i18n } from "#i18n";
import { foreignOrigins } from "../../lib/ticket/lookup/lookup";
import { Choice } from "./Choice";
import { TextField } from "./TextField";

export interface LookupFieldsProps {
  /** Origin of the portal itself, which needs no token. */
  origin: string;
  url: string;
  /** What was typed; a stored token is never shown. */
  token: string;
  problem: string | undefined;
  /** A new value moves the focus to the address. */
  focus: number;
  /** Whether a token is stored for a site. */
  hasToken(origin: string): Promise<boolean>;
  /** The answer has booked calls, too. */
  bookings: boolean;
  onBookings(has: boolean): void;
  onUrl(url: string): void;
  onToken(token: string): void;
  onRemoveToken(origin: string): Promise<void>;
}

/** Where a portal is asked for what its pages do not print, and the token for a service at another site. */
export function LookupFields(props: LookupFieldsProps) {
  const { origin, url, token, hasToken } = props;
  const [foreign = null] = foreignOrigins({ url: url.trim() }, origin);
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    setKept(false);
    if (foreign) void hasToken(foreign).then((kept) => isCurrent && setKept(kept));
    return () => {
      isCurrent = false;
    };
  }, [foreign]);

  return (
    <>
      <TextField
        label={i18n.t("options.portals.lookupUrl")}
        hint={i18n.t("options.portals.lookupHint", ["{id}", "/api/callcard/{id}"])}
        ltr
        value={url}
        onInput={props.onUrl}
        problem={props.problem}
        focus={props.focus}
      />
      {url.trim() !== "" && (
        <Choice
          text={i18n.t("options.portals.lookupBookings")}
          hint={i18n.t("options.portals.lookupBookingsHint")}
          checked={props.bookings}
          onChange={props.onBookings}
        />
      )}
      {foreign && (
        <>
          <TextField
            label={i18n.t("options.portals.token")}
            hint={i18n.t("options.portals.tokenHint")}
            type="password"
            autocomplete="new-password"
            ltr
            value={token}
            onInput={props.onToken}
          >
            {isKept && <p>{i18n.t("options.portals.tokenKept")}</p>}
          </TextField>
          {isKept && (
            <button
              type="button"
              class="link"
              onClick={() => void props.onRemoveToken(foreign).then(() => setKept(false))}
            >
              {i18n.t("options.portals.tokenRemove")}
            </button>
          )}
        </>
      )}
    </>
  );
}
