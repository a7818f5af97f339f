import { Fragment } from "preact";
import { useId } from "preact/hooks";
import { i18n } from "#i18n";
import { writeDuration } from "../../lib/scheduler/slots/duration";
import { uiLocale } from "../../lib/ui-locale";
import { Progress } from "../options/Progress";
import { LoadProblem } from "./LoadProblem";
import type { Loadable } from "./loadable";

/** A kind of call that a technician offers. */
export interface MeetingType {
  id: string;
  name: string;
  minutes: number | null;
  description: string | null;
  /** Where it takes place, in words: "Video call", an address. */
  location: string | null;
}

export interface MeetingTypeListProps {
  /** The technician's name. */
  technician: string;
  types: Loadable<readonly MeetingType[]>;
  /** The chosen type's `id`. */
  chosen: string | null;
  /** A type was chosen; also by each arrow key on the way to another one. */
  onChoose(id: string): void;
  /** The person is done with choosing; only called while a type is chosen. */
  onContinue(id: string): void;
  onRetry(): void;
}

/** Chooses what kind of call it is to be. */
export function MeetingTypeList(props: MeetingTypeListProps) {
  const { technician, types, chosen } = props;
  if (types.state === "loading") return <Progress text={i18n.t("meetings.loading", [technician])} />;
  if (types.state === "failed") return <LoadProblem problem={types} onRetry={props.onRetry} />;
  if (types.value.length === 0) return <p class="no-days">{i18n.t("meetings.none", [technician])}</p>;
  const known = types.value.find(({ id }) => id === chosen);
  return (
    <form
      class="meeting-types"
      aria-label={i18n.t("meetings.heading")}
      onSubmit={(event) => {
        event.preventDefault();
        if (known) props.onContinue(known.id);
      }}
    >
      <fieldset>
        <legend>{i18n.t("meetings.heading")}</legend>
        {types.value.map((type) => (
          <MeetingTypeChoice
            key={type.id}
            type={type}
            chosen={type.id === chosen}
            onChoose={props.onChoose}
          />
        ))}
      </fieldset>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={!known}>
          {i18n.t("slots.continue")}
        </button>
      </div>
    </form>
  );
}

function MeetingTypeChoice(props: { type: MeetingType; chosen: boolean; onChoose(id: string): void }) {
  const { type, chosen, onChoose } = props;
  const id = useId();
  const facts = [type.minutes && writeDuration(type.minutes, uiLocale()), type.location].filter(Boolean);
  return (
    <label class="meeting-type">
      <input
        type="radio"
        name="meeting-type"
        value={type.id}
        checked={chosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-facts ${id}-text`}
        onChange={() => onChoose(type.id)}
      />
      <span class="meeting-text">
        <span id={`${id}-name`} class="meeting-name">
          <bdi>{type.name}</bdi>
        </span>
        <span id={`${id}-facts`} class="quiet">
          {facts.map((fact, at) => (
            <Fragment key={fact}>
              {at > 0 && " · "}
              <bdi>{fact}</bdi>
            </Fragment>
          ))}
        </span>
        {type.description && (
          <span id={`${id}-text`} class="quiet">
            <bdi>{type.description}</bdi>
          </span>
        )}
      </span>
    </label>
  );
}
