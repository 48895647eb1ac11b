import { emit } from "@tauri-apps/api/event";
import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Stage } from "../src/backend";
import { faults, field, openDesk } from "./pages";
import { cardAt, companyAt } from "./standin/outbox";
import { trouble } from "./standin/standin";

const until = "2026-11-23T05:10:00Z";
const notReachable: Stage = { stage: "waiting", why: "not_reachable", until };
const candidate = {
  id: 8123,
  fields: { name: "髙橋 一郎", client_name: "青空商事株式会社", tel: "03-0000-9999" },
};
const undecided: Stage = { stage: "undecided", candidates: [candidate] };
const refused: Stage = {
  stage: "refused",
  reason: {
    status: 422,
    text: "メールアドレスが正しくありません。",
    problems: [{ key: "email", fault: { fault: "too_long", max: 200, length: 201 } }],
  },
};
const noCounts = {
  drafts: 0,
  waiting: 0,
  sending: 0,
  uncertain: 0,
  undecided: 0,
  conflict: 0,
  altered: 0,
  refused: 0,
};
const stageOf = (standin: ReturnType<typeof openDesk>["standin"], id: number) =>
  standin.outbox.records().find((record) => record.id === id)?.stage;

describe("the outbox", () => {
  test("says of each record in words where it stands, without a fault for a screen reader", async () => {
    openDesk("/outbox", {
      records: [
        companyAt(1, notReachable),
        cardAt(2, { stage: "waiting", why: "company", until: null }),
        cardAt(3, { stage: "sending" }),
        cardAt(4, { stage: "uncertain", until }),
        cardAt(5, { stage: "undecided", candidates: [candidate, { id: null, fields: {} }] }),
        cardAt(6, refused),
        cardAt(7, { stage: "draft", aside: true }),
      ],
    });
    for (const words of [
      /HotProfile can not be reached\. It goes on at/,
      "Waits until its company is registered.",
      "Being sent…",
      /Its answer was lost\. At .+ it is looked up, before anything is sent again\./,
      "It may be in HotProfile already. Please decide.",
      "メールアドレスが正しくありません。",
      "E-mail: At most 200 characters; now 201.",
      "Put aside",
    ]) {
      expect(await screen.findByText(words)).toBeTruthy();
    }
    expect(await faults()).toEqual([]);
  });

  test("says so when there is nothing", async () => {
    openDesk("/outbox");
    await screen.findByText("Nothing is waiting here.");
    expect(await faults()).toEqual([]);
  });

  test("shows nothing old where a record moves on during the first reading", async () => {
    const { standin } = openDesk("/settings", { records: [cardAt(3, { stage: "sending" })] });
    await screen.findByRole("heading", { name: "Connections" });
    let answer = (_records: unknown) => {};
    const records = standin.outbox.records();
    standin.answer("outbox", () => new Promise((resolve) => (answer = resolve)));
    location.hash = "#/outbox";
    await waitFor(() => expect(standin.callsOf("outbox")).toHaveLength(1));
    standin.answer("outbox", () => []);
    await emit("outbox-changed", { ...noCounts });
    answer(records);
    await screen.findByText("Nothing is waiting here.");
  });

  test("shows a record moving on without being asked", async () => {
    const { standin } = openDesk("/outbox", {
      records: [cardAt(1, { stage: "waiting", why: "in_turn", until: null })],
    });
    await screen.findByText("Waits its turn.");
    act(() => {
      standin.outbox.move(1, { stage: "sending" });
    });
    await screen.findByText("Being sent…");
  });

  test("tells why nothing is sent, that all is kept, and tries at once when asked", async () => {
    const { user, standin } = openDesk("/outbox", { records: [companyAt(1, notReachable)] });
    await screen.findByText("1 record is kept here and will be sent as soon as that is possible.");
    await user.click(screen.getByRole("button", { name: "Try now" }));
    await waitFor(() => expect(standin.callsOf("try_now")).toHaveLength(1));
  });

  test("offers no trying against the limit", async () => {
    openDesk("/outbox", { records: [cardAt(1, { stage: "waiting", why: "limit", until })] });
    await screen.findByText("1 record is kept here and will be sent as soon as that is possible.");
    expect(screen.queryByRole("button", { name: "Try now" })).toBeNull();
  });

  test.each<[string, Stage]>([
    ["Withdraw", { stage: "waiting", why: "in_turn", until: null }],
    ["Back into the form", refused],
    ["Back into the form", undecided],
  ])("%s takes a record back into its form", async (name, stage) => {
    const { user, standin } = openDesk("/outbox", { records: [cardAt(1, stage)] });
    await user.click(await screen.findByRole("button", { name: `${name}: 髙橋 一郎` }));
    await waitFor(async () => expect((await field("family_name")).value).toBe("髙橋"));
    expect((await field("client_id")).value).toBe("青空商事株式会社");
    expect(stageOf(standin, 1)).toEqual({ stage: "draft", aside: false });
  });

  test("a company is taken back into the form of companies, and keeps its place", async () => {
    const { user, standin } = openDesk("/outbox", { records: [companyAt(1, refused)] });
    await user.click(await screen.findByRole("button", { name: /^Back into the form/ }));
    await screen.findByRole("heading", { name: "Register a company" });
    expect((await field("name")).value).toBe("みらい設計株式会社");
    await user.click(screen.getByRole("button", { name: /^Save and next company/ }));
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")[0]).toMatchObject({ draft: 1 });
  });

  test("a record that went on meanwhile stays where it is, and the person is told", async () => {
    const { user } = openDesk("/outbox", {
      records: [cardAt(1, { stage: "waiting", why: "in_turn", until: null })],
      answers: { take_back: () => trouble({ code: "record_went_on" }) },
    });
    await user.click(await screen.findByRole("button", { name: "Withdraw: 髙橋 一郎" }));
    await screen.findByText("It went on meanwhile, so this is no longer possible.");
    expect(await faults()).toEqual([]);
  });
});

describe("deciding", () => {
  test("shows both side by side with what differs marked in words", async () => {
    openDesk("/outbox", { records: [cardAt(1, undecided, { tel: "03-0000-1234" })] });
    const table = within(await screen.findByRole("table"));
    const row = within(table.getByRole("row", { name: /^Phone/ }));
    expect(row.getByText("03-0000-1234")).toBeTruthy();
    expect(row.getByText("03-0000-9999")).toBeTruthy();
    expect(row.getByText("differs")).toBeTruthy();
    expect(
      within(table.getByRole("row", { name: /^Full name/ })).queryByText("differs"),
    ).toBeNull();
  });

  test("that one is it", async () => {
    const { user, standin } = openDesk("/outbox", { records: [cardAt(1, undecided)] });
    await user.click(await screen.findByRole("button", { name: /^That one is it/ }));
    await screen.findByText("Nothing is waiting here.");
    expect(stageOf(standin, 1)).toMatchObject({ stage: "done", id: 8123 });
  });

  test("an id of another record is refused with its reason", async () => {
    const { user } = openDesk("/outbox", {
      records: [cardAt(1, undecided)],
      answers: { decide: () => trouble({ code: "id_taken", id: 8123 }) },
    });
    await user.click(await screen.findByRole("button", { name: /^That one is it/ }));
    await screen.findByText(/Number 8123 belongs to another record/);
  });

  test("sending again warns of a double before it sends", async () => {
    const { user, standin } = openDesk("/outbox", {
      records: [cardAt(1, { stage: "undecided", candidates: [] }, { open_status: "3" })],
    });
    await screen.findByText(/from here it can not be seen whether it arrived/);
    await user.click(screen.getByRole("button", { name: "Send again: 髙橋 一郎" }));
    const dialog = within(await screen.findByRole("dialog"));
    dialog.getByText(/it will be there twice/);
    expect(standin.callsOf("decide")).toEqual([]);
    await user.click(dialog.getByRole("button", { name: "Send again" }));
    await waitFor(() => expect(stageOf(standin, 1)).toMatchObject({ stage: "waiting" }));
  });
});

test("the count is in sight on every page, and read out with what it means", async () => {
  const { standin } = openDesk("/settings", { records: [cardAt(1, { stage: "sending" })] });
  await screen.findByRole("link", { name: /^Outbox ?1 not in HotProfile yet$/ });
  act(() => {
    standin.outbox.move(1, refused);
  });
  await screen.findByRole("link", {
    name: /^Outbox ?1 not in HotProfile yet, 1 waiting for you$/,
  });
});
