import type { NativeRequests } from "../../components/native/native-requests";
import { sendToBackground } from "../../lib/messages";
import { requestOrigin } from "../../lib/settings/permissions";
import { copyText } from "../overlay.content/copy-text";

/** The requests of the flow, as messages that belong to one session. */
export function nativeRequests(session: string): NativeRequests {
  const taken: NativeRequests["taken"] = (how, url) =>
    void sendToBackground({ type: "linkTaken", session, how, url }).catch(() => null);
  return {
    meetingTypes: () => sendToBackground({ type: "listMeetingTypes", session }),
    slots: (meetingType, from, to) =>
      sendToBackground({
        type: "findSlots",
        session,
        meetingType,
        from: from.toISOString(),
        to: to.toISOString(),
      }),
    book: (meetingType, start, attendee, timeZone) =>
      sendToBackground({ type: "bookSlot", session, meetingType, start, attendee, timeZone }),
    makeLink: (meetingType, start, attendee, timeZone) =>
      sendToBackground({ type: "makeLink", session, meetingType, start, attendee, timeZone }),
    allow: requestOrigin,
    taken,
    copy(text) {
      taken("copied", text);
      return copyText(text);
    },
  };
}
