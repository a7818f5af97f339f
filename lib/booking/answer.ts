import type { BackgroundAnswers, BackgroundMessage } from "../messages";
import { findNote, listStatuses, redeemNote, writeNote } from "../note/answer-note";
import { markDriftSeen, noteDrift } from "../settings/drift";
import { dropDraft, findDraft, keepDraft, saveTaught, startTeaching } from "../settings/teaching";
import { answerLookup } from "../ticket/lookup/answer-lookup";
import { calendarOpened, chooseGuests, claim, linkTaken, native, progress } from "./booking-page";
import { countCard } from "./insights/answer-count";
import { draftTaken } from "./left";
import { addPortal, loadLabels, presetRecognised } from "./maintain-portals";
import { manageBooking, showBookings } from "./manage-booking";
import { linkOf, openBooking, openBookingWindow, tryLink } from "./open-booking";
import { isExtensionPage, portalOf, type Sender, withPortal } from "./sender";
import { closeSession } from "./sessions";
import { syncBookings } from "./sync/sync-bookings";
import { bookedByHand, tellCallTime } from "./told-by-hand";

/** Answers one message to the background. What the sender may not ask is answered as if there were nothing. */
export function answer(
  message: BackgroundMessage,
  sender: Sender,
): Promise<BackgroundAnswers[BackgroundMessage["type"]]> {
  switch (message.type) {
    case "openBooking":
      return openBooking(message, sender);
    case "openBookingWindow":
      return openBookingWindow(message, sender);
    case "tryLink":
      return tryLink(message, sender);
    case "claimSession":
      return claim(message, sender);
    case "chooseGuests":
      return chooseGuests(message, sender);
    case "calendarOpened":
      return calendarOpened(message, sender);
    case "linkTaken":
      return linkTaken(message, sender);
    case "draftTaken":
      return withPortal(sender, (portal) => draftTaken(message, portal));
    case "bookingState":
      return progress(message, sender);
    case "bookedByHand":
      return bookedByHand(message, sender, new Date());
    case "tellCallTime":
      return portalOf(sender).then((portal) => tellCallTime(message, portal, new Date()));
    case "linkOf":
      return linkOf(message, sender);
    case "manageBooking":
      return manageBooking(message, sender, isExtensionPage(sender));
    case "countCard":
      return withPortal(sender, (portal) => countCard(portal.id, message, new Date()));
    case "showBookings":
      return withPortal(sender, (portal) => showBookings(portal, message));
    case "closeBooking":
      return isExtensionPage(sender) || sender.tab
        ? closeSession(message.session).then(() => null)
        : Promise.resolve(null);
    case "listMeetingTypes":
    case "findSlots":
    case "bookSlot":
    case "makeLink":
      return native(message, sender);
    case "lookAtAccounts":
      return isExtensionPage(sender) ? syncBookings(new Date(), true) : Promise.resolve(null);
    case "presetRecognised":
      return presetRecognised(message, sender);
    case "lookUp":
      return answerLookup(message, sender);
    case "findNote":
      return findNote(message, sender);
    case "writeNote":
      return writeNote(message, sender);
    case "listStatuses":
      return listStatuses(message, sender);
    case "redeemNote":
      return redeemNote(message, sender);
    case "addPortal":
      return isExtensionPage(sender) ? addPortal(message.origin) : Promise.resolve(null);
    case "loadLabels":
      return loadLabels(sender);
    case "pageChanged":
      return withPortal(sender, (portal) => noteDrift(portal, message));
    case "pageWorks":
      return withPortal(sender, (portal) => markDriftSeen({ portal: portal.id, page: message.page }));
    case "startTeaching":
      return (isExtensionPage(sender) ? startTeaching(message.where) : Promise.resolve(false)).then(
        (started) => ({ started }),
      );
    case "findDraft":
      return findDraft(sender);
    case "keepDraft":
      return keepDraft(message.draft, sender).then(() => null);
    case "dropDraft":
      return dropDraft(sender).then(() => null);
    case "saveTaught":
      return saveTaught(message.page, sender).then((saved) => ({ saved }));
  }
}
