import { expect, test } from "vitest";
import { today } from "../src/i18n/dates";

test("today is Japan's, wherever the computer is", () => {
  expect(today(new Date("2026-11-23T14:59:59Z"))).toBe("2026/11/23");
  expect(today(new Date("2026-11-23T15:00:00Z"))).toBe("2026/11/24");
});
