// How pages were left: kept with the connection's data, and standing so again.

import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { App } from "../src/app/App";
import { forgetConnection } from "../src/store/store";
import { openDesk, openPages } from "./pages";
import { kept, practice, trouble } from "./standin/standin";

const title = (name: string) => screen.findByRole("heading", { level: 1, name });
const go = (place: string) =>
  act(() => {
    location.hash = `#${place}`;
  });

test("the program opens on the page it was left on", async () => {
  const { standin } = openDesk("/settings");
  await title("Settings");
  go("/history");
  await title("History");
  await waitFor(() => expect(standin.known.views.place).toBe('{"place":"/history"}'));
  // The program ends and is opened again.
  cleanup();
  forgetConnection(kept.id);
  location.hash = "#/";
  render(<App />);
  await title("History");
});

test("what was left is kept at once as the window is left", async () => {
  const { standin } = openDesk("/settings");
  await title("Settings");
  fireEvent.blur(window);
  await waitFor(() => expect(standin.known.views.place).toBe('{"place":"/settings"}'));
});

test.each([
  ["no page of this version", { place: '{"place":"/no/such/page"}' }],
  ["of another form", { place: '["/settings"]' }],
  ["not to be read", { place: "{" }],
])("what was kept and is %s breaks nothing", async (_, views) => {
  openDesk("/", { views });
  await title("Register a business card");
});

test("the pages open though what was kept can not be read", async () => {
  openDesk("/", { answers: { views: () => trouble({ code: "outbox_closed" }) } });
  await title("Register a business card");
});

test("what belongs to one connection is never kept with another", async () => {
  const { standin, user } = openPages("/settings", {
    standing: { open: kept, connections: [kept] },
  });
  await title("Settings");
  let open = kept.id;
  const places: string[] = [];
  standin.answer("keep_view", ({ value }: { value: string }) => places.push(`${open} ${value}`));
  standin.answer("practise", () => {
    open = practice.id;
    // While it is being opened the person goes on.
    go("/history");
    standin.answer("standing", () => ({
      language: "en",
      connections: [kept],
      open: practice,
      last: null,
    }));
    return { connection: practice, recovery_code: null, set_aside: false, memory_only: false };
  });
  await user.click(await screen.findByRole("button", { name: "Start practice" }));
  await screen.findByText("Nothing reaches HotProfile.");
  go("/outbox");
  await title("Outbox");
  await waitFor(() => expect(places.at(-1)).toBe('practice {"place":"/outbox"}'));
  expect(places[0]).toBe('a {"place":"/settings"}');
});
