import { useEffect } from "preact/hooks";
import { i18n } from "#i18n";
import { OptionsPage } from "../../components/options/OptionsPage";
import { sectionTitle } from "../../components/options/sections";
import { AccountsSection } from "./AccountsSection";
import { AutomationSection } from "./AutomationSection";
import { BackupSection } from "./BackupSection";
import { BookingsSection } from "./BookingsSection";
import { InsightsSection } from "./InsightsSection";
import { MyLinkSection } from "./MyLinkSection";
import { PortalsSection } from "./PortalsSection";
import { PrivacySection } from "./PrivacySection";
import { RemindersSection } from "./RemindersSection";
import { type Route, useRoute } from "./route";
import { SharingSection } from "./SharingSection";
import { TechniciansSection } from "./TechniciansSection";
import { WelcomeSection } from "./WelcomeSection";

/** The options: one section at a time, by the address's hash. */
export function Options() {
  const route = useRoute();
  useEffect(() => {
    document.title = `${sectionTitle(route.section)} – ${i18n.t("options.title")}`;
  }, [route.section]);
  return (
    <OptionsPage section={route.section} visits={route.visits}>
      <SectionOf key={route.visits} {...route} />
    </OptionsPage>
  );
}

function SectionOf({ section, query }: Route) {
  switch (section) {
    case "welcome":
      return <WelcomeSection />;
    case "my-link":
      return <MyLinkSection />;
    case "technicians":
      return <TechniciansSection query={query} />;
    case "accounts":
      return <AccountsSection />;
    case "portals":
      return <PortalsSection query={query} />;
    case "bookings":
      return <BookingsSection query={query} />;
    case "automation":
      return <AutomationSection />;
    case "insights":
      return <InsightsSection />;
    case "reminders":
      return <RemindersSection />;
    case "sharing":
      return <SharingSection />;
    case "privacy":
      return <PrivacySection />;
    case "backup":
      return <BackupSection />;
  }
}
