import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Trouble } from "../src/backend";
import { faults, field, openDesk, openPages } from "./pages";
import { kept, practice, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });

async function fill(host = "example.hot-profile.com") {
  type(await field("host"), host);
  type(await field("api_key"), "not-a-real-key");
}

async function tell(told: Trouble) {
  const pages = openPages("/connect", { answers: { connect: () => trouble(told) } });
  await fill();
  await pages.user.click(screen.getByRole("button", { name: "Connect" }));
  return pages;
}

describe("the first page", () => {
  test("offers to connect and to practise, without a fault for a screen reader", async () => {
    const { user } = openPages("/");
    await screen.findByRole("button", { name: "Connect to HotProfile" });
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Practise with sample data" }));
    await screen.findByText("Nothing reaches HotProfile.");
  });

  test("speaks the language that is chosen, at once", async () => {
    const { user, standin } = openPages("/");
    await user.click(await screen.findByText("日本語"));
    await screen.findByRole("button", { name: "HotProfileに接続する" });
    expect(document.documentElement.lang).toBe("ja");
    expect(standin.callsOf("set_language")).toEqual([{ language: "ja" }]);
  });

  test("opens what was open last", async () => {
    const { standin } = openPages("/", { standing: { connections: [kept], last: kept.id } });
    await field("client_id");
    expect(standin.callsOf("open_connection")).toEqual([{ id: kept.id }]);
  });

  test("a locked keychain can be unlocked and tried again", async () => {
    const { user, standin } = openPages("/", {
      standing: { connections: [kept], last: kept.id },
      answers: { open_connection: () => trouble({ code: "keychain_locked" }) },
    });
    await screen.findByText("Unlock the keychain, then try again.");
    expect(await faults()).toEqual([]);
    standin.answer("open_connection", () => {
      standin.answer("standing", () => ({
        language: "en",
        connections: [kept],
        open: kept,
        last: null,
      }));
      return { connection: kept, recovery_code: null, set_aside: false, memory_only: false };
    });
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await field("client_id");
  });
});

describe("connecting", () => {
  test("shows which host the text became, as the field is left", async () => {
    openPages("/connect");
    const host = await field("host");
    expect(await faults()).toEqual([]);
    type(host, " https://EXAMPLE.hot-profile.com/clients/5");
    fireEvent.blur(host);
    await waitFor(() => expect(host.value).toBe("example.hot-profile.com"));
  });

  test("says beside the field why there is no host in it", async () => {
    openPages("/connect");
    const host = await field("host");
    type(host, "192.0.2.1");
    fireEvent.blur(host);
    await screen.findByText(/An address made of numbers/);
    expect(host.getAttribute("aria-invalid")).toBe("true");
  });

  test("a foreign host is typed a second time, and the person told that the key goes there", async () => {
    const { user, standin } = openPages("/connect");
    await fill("cards.aozora.example");
    fireEvent.blur(await field("host"));
    await screen.findByText(/The API key will be sent there/);
    await user.click(screen.getByRole("button", { name: "Connect" }));
    await screen.findByText("Please type cards.aozora.example a second time, just the same.");
    type(await field("host_again"), "cards.aozora.example");
    await user.click(screen.getByRole("button", { name: "Connect" }));
    await screen.findByText("Connected to cards.aozora.example.");
    expect(standin.callsOf("connect")).toHaveLength(2);
  });

  test("the key is typed unseen, kept from the browser's memory, and gone after success", async () => {
    const { user } = openPages("/connect");
    await fill();
    const key = await field("api_key");
    expect(key.type).toBe("password");
    expect(key.autocomplete).toBe("off");
    await user.click(screen.getByRole("button", { name: "Connect" }));
    await screen.findByText("Connected to example.hot-profile.com.");
    expect(document.documentElement.outerHTML).not.toContain("not-a-real-key");
    expect(key.isConnected).toBe(false);
  });

  test.each<[Trouble, string, RegExp]>([
    [{ code: "key_not_accepted" }, "api_key", /This key is not accepted/],
    [{ code: "key_missing" }, "api_key", /Please enter the API key/],
    [{ code: "proxy_refused" }, "host", /The proxy of your network refused/],
    [{ code: "not_reachable" }, "host", /no network, no such host, or nothing answers/],
    [{ code: "not_hot_profile" }, "host", /not HotProfile/],
    [{ code: "not_trusted" }, "host", /not trusted/],
  ])("%o is told beside its field", async (told, name, words) => {
    await tell(told);
    await screen.findByText(words);
    const wrong = await field(name);
    expect(wrong.getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(wrong);
    expect((await field("api_key")).value).toBe("not-a-real-key");
  });

  test("a locked keychain leaves the choice: try again, or this session only", async () => {
    const { user, standin } = await tell({ code: "keychain_locked" });
    await screen.findByText("Nothing was kept.");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Only until I close the program" }));
    await waitFor(() => expect(standin.callsOf("connect")).toHaveLength(2));
    expect(standin.callsOf("connect").map(({ request }) => request)).toMatchObject([
      { session_only: false },
      { session_only: true },
    ]);
  });

  test("where the disk takes nothing a connection can last for this session", async () => {
    const { user, standin } = await tell({ code: "not_written" });
    await screen.findByText("It could not be written to the disk of this computer.");
    await user.click(screen.getByRole("button", { name: "Only until I close the program" }));
    await waitFor(() => expect(standin.callsOf("connect")).toHaveLength(2));
  });

  test("whoever leaves the page while a connection is tried gives it up", async () => {
    const { user, standin } = openPages("/connect", {
      answers: { connect: () => new Promise(() => undefined) },
    });
    await fill();
    await user.click(screen.getByRole("button", { name: "Connect" }));
    await screen.findByText("Trying the connection…");
    expect(standin.callsOf("give_up")).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Back" }));
    const [tried] = standin.callsOf("connect");
    await waitFor(() => expect(standin.callsOf("give_up")).toEqual([{ ticket: tried?.ticket }]));
  });

  test("where there is no keychain the person is told how long it lasts", async () => {
    const { user } = openPages("/connect", {
      answers: {
        connect: () => ({
          connection: { ...kept, kept: "session" },
          recovery_code: null,
          set_aside: false,
          memory_only: true,
        }),
      },
    });
    await fill();
    await user.click(screen.getByRole("button", { name: "Connect" }));
    await screen.findByText(/This computer has no keychain/);
  });
});

describe("settings", () => {
  test("switches and removes connections, and says that the key goes too", async () => {
    const other = { ...kept, id: "b", host: "other.hot-profile.com" };
    const { user, standin } = openDesk("/settings", {
      standing: { connections: [kept, other] },
    });
    await screen.findByText("other.hot-profile.com");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Open other.hot-profile.com" }));
    await waitFor(() => expect(standin.callsOf("open_connection")).toEqual([{ id: "b" }]));
    await user.click(await screen.findByRole("button", { name: "Remove example.hot-profile.com" }));
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText(/will be removed, with its key/);
    await user.click(dialog.getByRole("button", { name: "Remove" }));
    await waitFor(() =>
      expect(standin.callsOf("remove_connection")).toEqual([
        { id: "a", discardUnsent: false, leaveKey: false },
      ]),
    );
  });

  test("two connections to one host are told apart by when they were made", async () => {
    const later = { ...kept, id: "b", connected_at: "2026-11-29T06:05:00Z" };
    openDesk("/settings", { standing: { connections: [kept, later] } });
    await screen.findByText(/^Connected Nov 29, 2026/);
    screen.getByText(/^Connected Nov 23, 2026/);
    screen.getByRole("button", { name: /^Remove example.hot-profile.com \(Nov 23, 2026/ });
    screen.getByRole("button", { name: /^Remove example.hot-profile.com \(Nov 29, 2026/ });
  });

  test("practice data is made anew only after a question", async () => {
    const { user, standin } = openDesk("/settings", { open: practice });
    await user.click(await screen.findByRole("button", { name: "Reset the practice data" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(standin.callsOf("reset_practice")).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Reset the practice data" }));
    await screen.findByText("The practice data is new.");
    expect(standin.callsOf("reset_practice")).toHaveLength(1);
  });

  test.each(["/register/card", "/find/cards", "/settings"])(
    "%s is marked as practice in words",
    async (place) => {
      openDesk(place, { open: practice });
      await screen.findByRole("heading", { level: 1 });
      expect(screen.getByRole("region", { name: "Practice" }).textContent).toBe(
        "PracticeNothing reaches HotProfile.",
      );
    },
  );
});
