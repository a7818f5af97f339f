import { i18n } from "#i18n";

/** The sections of the options, in the order of the navigation; each is the hash that leads to it. */
export const sections = [
  "welcome",
  "my-link",
  "technicians",
  "accounts",
  "portals",
  "bookings",
  "reminders",
  "insights",
  "automation",
  "sharing",
  "privacy",
  "backup",
] as const;
export type Section = (typeof sections)[number];

/** What a section is called. */
export function sectionTitle(section: Section): string {
  switch (section) {
    case "welcome":
      return i18n.t("options.sections.welcome");
    case "my-link":
      return i18n.t("options.sections.myLink");
    case "technicians":
      return i18n.t("options.sections.technicians");
    case "accounts":
      return i18n.t("options.sections.accounts");
    case "portals":
      return i18n.t("options.sections.portals");
    case "bookings":
      return i18n.t("options.sections.bookings");
    case "automation":
      return i18n.t("options.sections.automation");
    case "insights":
      return i18n.t("options.sections.insights");
    case "reminders":
      return i18n.t("options.sections.reminders");
    case "sharing":
      return i18n.t("options.sections.sharing");
    case "privacy":
      return i18n.t("options.sections.privacy");
    case "backup":
      return i18n.t("options.sections.backup");
  }
}
