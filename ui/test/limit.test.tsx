import { emit } from "@tauri-apps/api/event";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { field, openDesk } from "./pages";

test("whoever waits for the limit is told until when, and told once", async () => {
  openDesk();
  await field("client_id");
  await emit("limit-waits", { seconds: 23 });
  const note = await screen.findByText(
    /The limit of calls is used up. It goes on at .+ Go on typing./,
  );
  expect(note.closest('[role="status"]')).not.toBeNull();
  // The seconds are for the eye alone: a screen reader would read out each of them.
  expect(screen.getByText(/^\d+ s$/).getAttribute("aria-hidden")).toBe("true");
});

test("the note goes when the time has come", async () => {
  openDesk();
  await field("client_id");
  await emit("limit-waits", { seconds: 0 });
  await screen.findByText(/The limit of calls is used up/);
  await expect.poll(() => screen.queryByText(/The limit of calls/), { timeout: 20_000 }).toBeNull();
});
