import { Pencil, Play, Trash2 } from "lucide-preact";
import { i18n } from "#i18n";
import { describeLink, type HostRules } from "../../lib/offer/describe-link";
import type { Technician } from "../../lib/offer/technician";
import { IconButton } from "./IconButton";

export interface TechnicianRowProps {
  technician: Technician;
  hosts: HostRules;
  /** The form of this row was just closed. */
  focus: boolean;
  onEdit(): void;
  onDelete(): void;
  onTry(): void;
}

/** One technician in the list: who, and what the link opens. */
export function TechnicianRow({ technician, hosts, focus, onEdit, onDelete, onTry }: TechnicianRowProps) {
  const { email, name, aliases, link } = technician;
  const title = name || email;
  const reading = describeLink(link, hosts);
  return (
    <>
      <div class="row-text">
        <p class="row-title">
          <bdi>{title}</bdi>
        </p>
        {name && (
          <p class="quiet">
            <bdi>{email}</bdi>
          </p>
        )}
        {aliases.length > 0 && (
          <p class="quiet">{i18n.t("options.technicians.also", [aliases.join(", ")])}</p>
        )}
        {link === "" ? (
          <p class="quiet">{i18n.t("options.technicians.noLink")}</p>
        ) : (
          <>
            <p class="quiet">
              <bdi>{link}</bdi>
            </p>
            {!reading.ok && <p class="problem">{reading.text}</p>}
          </>
        )}
      </div>
      <div class="actions">
        {reading.ok && (
          <IconButton
            icon={Play}
            text={i18n.t("options.technicians.tryIt")}
            name={i18n.t("options.technicians.tryNamed", [title])}
            onClick={onTry}
          />
        )}
        <IconButton
          icon={Pencil}
          text={i18n.t("options.technicians.edit")}
          name={i18n.t("options.technicians.editNamed", [title])}
          focus={focus}
          onClick={onEdit}
        />
        <IconButton
          icon={Trash2}
          text={i18n.t("options.technicians.delete")}
          name={i18n.t("options.technicians.deleteNamed", [title])}
          onClick={onDelete}
        />
      </div>
    </>
  );
}
