// Days and moments of the service, as each language writes them. They carry no zone: what the
// service says is shown, never shifted to the zone of this computer.

import type { IntlShape } from "react-intl";

const published = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?/;

/** A day or moment as the language writes it; the text itself where it is neither. */
export function writeDate(intl: IntlShape, text: string): string {
  const parts = published
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return text;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const moment = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const hasTime = /\d[ T]\d/.test(text);
  return intl.formatDate(moment, {
    timeZone: "UTC",
    dateStyle: "medium",
    ...(hasTime && { timeStyle: "short" }),
  });
}

const japan = 9 * 60 * 60 * 1000;

/** Today in Japan, whose days the service's are, in the service's form. */
export function today(now = new Date()): string {
  const there = new Date(now.getTime() + japan);
  return there.toISOString().slice(0, 10).replaceAll("-", "/");
}

/** A moment of this program, as the clock of this computer shows it. */
export function writeMoment(intl: IntlShape, moment: string): string {
  return intl.formatDate(new Date(moment), { dateStyle: "medium", timeStyle: "short" });
}
