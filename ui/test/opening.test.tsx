// What a person is told and asked as a connection is opened, removed, or left with the window.

import { emit } from "@tauri-apps/api/event";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Trouble } from "../src/backend";
import { faults, field, openDesk, openPages } from "./pages";
import { kept, practice, trouble } from "./standin/standin";

const code = "7KQ4M-0RT2C-9XYZ1-7KQ4M-0RT2C-9XYZ1-AB3DE";

function openLast(told: Trouble) {
  return openPages("/", {
    standing: { connections: [kept], last: kept.id },
    answers: { open_connection: () => trouble(told) },
  });
}

describe("the recovery code", () => {
  test("is shown again in the settings to whoever asks for it", async () => {
    const { user } = openDesk("/settings");
    await user.click(await screen.findByRole("button", { name: "Show the recovery code" }));
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText("AB3DE-FGH4J-KLMN5-PQRS6-TUVW7-XYZ23-45678");
    expect(await faults()).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "I have kept it" }));
    await waitFor(() => expect(screen.queryByText(/^AB3DE/)).toBeNull());
  });

  test("says so where there is none, and where the keychain is locked", async () => {
    const { user, standin } = openDesk("/settings", {
      answers: { recovery_code: () => trouble({ code: "keychain_locked" }) },
    });
    const show = await screen.findByRole("button", { name: "Show the recovery code" });
    await user.click(show);
    await screen.findByText("The keychain of this computer is locked.");
    standin.answer("recovery_code", () => null);
    await user.click(show);
    await screen.findByText(/^There is no code/);
  });

  test("is not offered in practice, where nothing is precious", async () => {
    openDesk("/settings", { open: practice });
    await screen.findByRole("heading", { name: "Names" });
    expect(screen.queryByRole("button", { name: "Show the recovery code" })).toBeNull();
  });

  test("is shown once, before anything can be typed, until the person has kept it", async () => {
    const { user } = openPages("/", { opened: { recovery_code: code } });
    await user.click(await screen.findByRole("button", { name: "Practise with sample data" }));
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText(code);
    expect(await faults()).toEqual([]);
    expect(document.querySelector('[name="family_name"]')).toBeNull();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });
    dialog.getByText(code);
    await user.click(dialog.getByRole("button", { name: "I have kept it" }));
    await field("family_name");
    expect(screen.queryByText(code)).toBeNull();
  });

  test("can be copied", async () => {
    const { user } = openPages("/", { opened: { recovery_code: code } });
    await user.click(await screen.findByRole("button", { name: "Practise with sample data" }));
    await user.click(await screen.findByRole("button", { name: "Copy" }));
    await screen.findByText("Copied.");
    expect(await navigator.clipboard.readText()).toBe(code);
  });
});

test("where nothing is written to the disk that is told before typing", async () => {
  const { user } = openPages("/", { opened: { memory_only: true } });
  await user.click(await screen.findByRole("button", { name: "Practise with sample data" }));
  await screen.findByText(/Nothing is written to the disk here/);
  await field("family_name");
  expect(await faults()).toEqual([]);
});

test("a file that was set aside is told of, until the person has read it", async () => {
  const { user } = openPages("/", { opened: { set_aside: true } });
  await user.click(await screen.findByRole("button", { name: "Practise with sample data" }));
  const note = within(await screen.findByRole("region", { name: "Old data set aside" }));
  await user.click(note.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(screen.queryByText(/set aside on this computer/)).toBeNull());
});

describe("a database that does not open", () => {
  test("without its key opens with the recovery code", async () => {
    const { user, standin } = openLast({ code: "database_key_gone" });
    const typed = await field("recovery_code");
    expect(await faults()).toEqual([]);
    standin.answer("recover_database", () => trouble({ code: "recovery_code_mistyped", group: 2 }));
    fireEvent.change(typed, { target: { value: code } });
    fireEvent.keyDown(typed, { key: "Enter", code: "Enter" });
    await screen.findByText(/There is a slip in group 2/);
    standin.answer("recover_database", () => {
      standin.answer("standing", () => ({
        language: "en",
        connections: [kept],
        open: kept,
        last: null,
      }));
      return { connection: kept, recovery_code: null, set_aside: false, memory_only: false };
    });
    await user.click(screen.getByRole("button", { name: "Open with the code" }));
    await field("family_name");
    expect(standin.callsOf("recover_database").at(-1)).toEqual({ id: kept.id, code });
  });

  test.each<Trouble>([{ code: "database_key_gone" }, { code: "database_damaged" }])(
    "%o is begun anew only after hearing that the old file stays",
    async (told) => {
      const { user, standin } = openLast(told);
      await screen.findByText("The file was left as it is.");
      await user.click(screen.getByRole("button", { name: "Begin anew" }));
      const dialog = within(await screen.findByRole("dialog"));
      dialog.getByText(/is not deleted/);
      expect(standin.callsOf("begin_database_anew")).toEqual([]);
      await user.click(dialog.getByRole("button", { name: "Begin anew" }));
      await field("family_name");
      expect(standin.callsOf("begin_database_anew")).toEqual([{ id: kept.id }]);
    },
  );

  test("of a newer program asks for the newer program, and offers nothing that could harm it", async () => {
    openLast({ code: "database_newer" });
    await screen.findByText(/Please update the program; nothing was changed/);
    expect(screen.queryByRole("button", { name: "Begin anew" })).toBeNull();
  });

  test("in use can be tried again", async () => {
    const { user, standin } = openLast({ code: "database_in_use" });
    await screen.findByText(/Another program has this data open/);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(standin.callsOf("open_connection")).toHaveLength(2));
  });
});

test("a connection with unsent records goes only when the person says what becomes of them", async () => {
  const { user, standin } = openDesk("/settings", {
    answers: {
      remove_connection: ({ discardUnsent }: { discardUnsent: boolean }) =>
        discardUnsent ? null : trouble({ code: "unsent_records", records: 3 }),
    },
  });
  const remove = { name: "Remove example.hot-profile.com" };
  await user.click(await screen.findByRole("button", remove));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }),
  );
  await screen.findByText(/3 records for example\.hot-profile\.com are not in HotProfile yet/);
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Keep the connection" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.click(screen.getByRole("button", remove));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }),
  );
  await user.click(await screen.findByRole("button", { name: "Remove and lose 3 records" }));
  await waitFor(() =>
    expect(standin.callsOf("remove_connection").map(({ discardUnsent }) => discardUnsent)).toEqual([
      false,
      false,
      true,
    ]),
  );
});

test("without the keychain a connection goes when the person says so twice", async () => {
  const { user, standin } = openDesk("/settings", {
    answers: {
      remove_connection: ({ discardUnsent }: { discardUnsent: boolean }) =>
        discardUnsent ? null : trouble({ code: "keychain_missing" }),
    },
  });
  await user.click(await screen.findByRole("button", { name: "Remove example.hot-profile.com" }));
  await user.click(
    within(await screen.findByRole("dialog")).getByRole("button", { name: "Remove" }),
  );
  await screen.findByText(/its key can not be taken out of it/);
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Remove all the same" }));
  await waitFor(() =>
    expect(standin.callsOf("remove_connection").at(-1)).toEqual({
      id: "a",
      discardUnsent: true,
      leaveKey: true,
    }),
  );
});

describe("closing the window with something unsent", () => {
  const counts = {
    drafts: 2,
    waiting: 2,
    sending: 0,
    uncertain: 1,
    undecided: 0,
    conflict: 0,
    altered: 0,
    refused: 0,
  };

  test("says that it is kept, and closes or stays as the person wishes", async () => {
    const { user, standin } = openDesk("/settings");
    await screen.findByRole("heading", { name: "Connections" });
    await emit("closing-with-unsent", { counts, lost_elsewhere: 0 });
    await screen.findByText(
      "3 records are not in HotProfile yet. They are kept here and sent next time.",
    );
    expect(await faults()).toEqual([]);
    const dialog = within(screen.getByRole("dialog"));
    const [stay] = dialog.getAllByText("Keep open");
    await user.click(stay as HTMLElement);
    await waitFor(() => expect(standin.callsOf("close_window")).toEqual([{ close: false }]));
    await emit("closing-with-unsent", { counts, lost_elsewhere: 0 });
    await user.click(await screen.findByRole("button", { name: "Close" }));
    await waitFor(() => expect(standin.callsOf("close_window").at(-1)).toEqual({ close: true }));
  });

  test("says plainly what is lost where nothing is written to the disk", async () => {
    const { user } = openPages("/", { opened: { memory_only: true } });
    await user.click(await screen.findByRole("button", { name: "Practise with sample data" }));
    await field("family_name");
    await emit("closing-with-unsent", { counts, lost_elsewhere: 0 });
    await screen.findByText(/if you close now, they are lost/);
    await screen.findByText("2 drafts are lost too.");
    await screen.findByRole("button", { name: "Close and lose it" });
  });

  test("says what connections that are not open would lose", async () => {
    openDesk("/settings");
    await screen.findByRole("heading", { name: "Connections" });
    await emit("closing-with-unsent", {
      counts: { ...counts, waiting: 0, uncertain: 0 },
      lost_elsewhere: 2,
    });
    await screen.findByText(/2 records of other connections/);
    expect(screen.queryByText(/kept here/)).toBeNull();
    await screen.findByRole("button", { name: "Close and lose it" });
  });
});
