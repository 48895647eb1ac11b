// Changes in the outbox: what a colleague changed meanwhile, and what else changed.

import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { places } from "../src/app/places";
import type { Alteration, Difference, Stage, Trouble } from "../src/backend";
import { formsOf } from "../src/form/forms";
import { needsCompany, versionsIn } from "../src/pages/outbox/versions";
import { faults, field, openDesk } from "./pages";
import { changeAt } from "./standin/outbox";
import { kept, trouble } from "./standin/standin";

const difference = (
  key: string,
  opened: string,
  ours: string | null,
  theirs: string,
): Difference => ({ key, opened, ours, theirs });
const onlyOurs = difference("note", "展示会で挨拶。", "面談済み。", "展示会で挨拶。");
const onlyTheirs = difference("email", "", null, "takahashi@aozora.example");
const both = difference("tel", "03-0000-1234", "03-0000-5678", "03-0000-9999");

function openConflict(differences: Difference[]) {
  const stage: Stage = { stage: "conflict", differences };
  const values = differences.flatMap(({ key, ours }) => (ours === null ? [] : [[key, ours]]));
  const opened = openDesk("/outbox", {
    records: [changeAt(1, stage, { client_id: "11", ...Object.fromEntries(values) })],
  });
  return { ...opened, decisions: () => opened.standin.callsOf("decide") };
}
const send = () => screen.findByRole("button", { name: /^(Send what I chose|Leave it as)/ });
const radio = (name: string) => screen.getByRole<HTMLInputElement>("radio", { name });

describe("a change whose record was changed meanwhile", () => {
  test("shows the versions side by side, and asks where both changed a field", async () => {
    const { user, decisions } = openConflict([onlyOurs, onlyTheirs, both]);
    await screen.findByText("Change of 髙橋 一郎");
    await screen.findByText("It was changed in HotProfile meanwhile. Please choose.");
    screen.getByText("Please choose: Phone.");
    expect((await send()).hasAttribute("disabled")).toBe(true);
    expect(radio("Memo, Yours: 面談済み。").checked).toBe(true);
    expect(radio("Phone, Yours: 03-0000-5678").checked).toBe(false);
    expect(radio("Phone, In HotProfile now: 03-0000-9999").checked).toBe(false);
    // What only the colleague changed stays: there is nothing to choose.
    expect(screen.queryByRole("radio", { name: /^E-mail/ })).toBeNull();
    screen.getByText("takahashi@aozora.example");
    expect(await faults()).toEqual([]);

    await user.click(radio("Phone, In HotProfile now: 03-0000-9999"));
    screen.getByText(/^1 field of yours is sent/);
    await user.click(await send());
    await waitFor(() =>
      expect(decisions()).toEqual([
        { id: 1, decision: { decision: "resolve", values: { note: "面談済み。" } } },
      ]),
    );
  });

  test("counts up what is to be chosen as the language does", async () => {
    const stage: Stage = {
      stage: "conflict",
      differences: [both, difference("fax", "", "03-0000-1111", "03-0000-2222")],
    };
    openDesk("/outbox", { records: [changeAt(1, stage, {})], standing: { language: "ja" } });
    await screen.findByText("選んでください：電話番号、FAX");
  });

  test("is chosen with the keyboard alone", async () => {
    const { user, decisions } = openConflict([both]);
    await send();
    radio("Phone, Yours: 03-0000-5678").focus();
    await user.keyboard(" ");
    await user.tab();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(decisions()).toHaveLength(1));
    expect(decisions()[0]).toMatchObject({ decision: { values: { tel: "03-0000-5678" } } });
  });

  test("sends nothing where the person leaves everything as it is in HotProfile", async () => {
    const { user, decisions } = openConflict([both]);
    await send();
    await user.click(radio("Phone, In HotProfile now: 03-0000-9999"));
    await user.click(screen.getByRole("button", { name: "Leave it as in HotProfile: 髙橋 一郎" }));
    await waitFor(() =>
      expect(decisions()).toEqual([{ id: 1, decision: { decision: "resolve", values: {} } }]),
    );
  });

  test("asks anew where it changes yet again", async () => {
    const { user, standin } = openConflict([both]);
    await send();
    await user.click(radio("Phone, Yours: 03-0000-5678"));
    const again = { ...both, theirs: "03-0000-7777" };
    standin.outbox.move(1, { stage: "conflict", differences: [again] });
    await waitFor(() =>
      expect(radio("Phone, In HotProfile now: 03-0000-7777").checked).toBe(false),
    );
    expect(radio("Phone, Yours: 03-0000-5678").checked).toBe(false);
  });

  test("shows names where numbers are sent, and what the service does not show", async () => {
    openConflict([
      difference("organization_name", "営業部", null, "技術開発部"),
      difference("organization_id", "", "23", ""),
      difference("extension", "", "1234", ""),
    ]);
    await send();
    // A department is sent by number and shown by name: two versions of one thing.
    await screen.findByRole("radio", { name: "Department, Yours: 総務部" });
    expect(radio("Department, Yours: 総務部").checked).toBe(false);
    radio("Department, In HotProfile now: 技術開発部");
    expect(radio("Extension, Yours: 1234").checked).toBe(true);
    radio("Extension, In HotProfile now: not shown by HotProfile");
  });

  test("a field that is listed and holds nothing is empty, not hidden", async () => {
    openConflict([onlyTheirs, difference("mobile_tel", "", "090-0000-1234", "")]);
    await send();
    radio("Mobile phone, Yours: 090-0000-1234");
    radio("Mobile phone, In HotProfile now: empty");
    expect(screen.queryByText("not shown by HotProfile")).toBeNull();
  });

  test("an emptied field is shown as empty, and sent as that", async () => {
    const { user, decisions } = openConflict([difference("tel", "03-0000-1234", "", "")]);
    await send();
    radio("Phone, Yours: empty").click();
    await user.click(await send());
    await waitFor(() => expect(decisions()).toHaveLength(1));
    expect(decisions()[0]).toMatchObject({ decision: { values: { tel: "" } } });
  });

  test("a card that was moved to another company goes back into the form", async () => {
    openConflict([onlyOurs, difference("client_name", "青空商事株式会社", null, "株式会社海")]);
    await screen.findByText(/^This card was moved to another company/);
    expect((await send()).hasAttribute("disabled")).toBe(true);
    screen.getByRole("button", { name: "Back into the form: 髙橋 一郎" });
  });

  test("says which field keeps it from being sent", async () => {
    const { user, standin } = openConflict([onlyOurs]);
    const problems = [{ key: "note", fault: { fault: "too_long", max: 3000, length: 3001 } }];
    standin.answer("decide", () => trouble({ code: "invalid", problems } as Trouble));
    await user.click(await send());
    await screen.findByText("Memo: At most 3000 characters; now 3001.");
  });

  test("takes back what can not be settled here", async () => {
    const { user, decisions } = openConflict([both]);
    await user.click(await screen.findByRole("button", { name: "Back into the form: 髙橋 一郎" }));
    await waitFor(() =>
      expect(decisions()).toEqual([{ id: 1, decision: { decision: "take_back" } }]),
    );
  });

  test("whose record is gone is sent all the same only after a question", async () => {
    const { user, decisions } = openConflict([]);
    await screen.findByText("It can not be found in HotProfile any more. Please decide.");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Send all the same: 髙橋 一郎" }));
    expect(decisions()).toEqual([]);
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Send all the same" }));
    await waitFor(() =>
      expect(decisions()).toEqual([{ id: 1, decision: { decision: "send_again" } }]),
    );
  });
});

describe("the versions", () => {
  const company = difference("client_name", "青空商事株式会社", null, "株式会社海");

  test("a company that the person chose is sent with the card", () => {
    const versions = versionsIn("business_cards", [company, difference("client_id", "", "12", "")]);
    expect(versions).toMatchObject([
      { key: "client_id", opened: "青空商事株式会社", theirs: "株式会社海" },
    ]);
    expect(needsCompany("business_cards", versions, { client_id: "ours" })).toBe(false);
    expect(needsCompany("business_cards", versions, { client_id: "theirs" })).toBe(true);
  });

  test("leads are answered with their company's number", () => {
    expect(needsCompany("leads", versionsIn("leads", [company]), {})).toBe(false);
  });
});

describe("a change with which something else changed", () => {
  const alterations: Alteration[] = [
    { key: "note", before: "展示会で挨拶。", after: "" },
    { key: "status", before: "1", after: "2" },
  ];
  const altered: Stage = { stage: "altered", id: 9001, alterations };

  test("says exactly what, with the old value at hand", async () => {
    const { user } = openDesk("/outbox", { records: [changeAt(1, altered, {})] });
    const note = within(await screen.findByRole("row", { name: /^Memo/ }));
    note.getByText("empty");
    const status = within(screen.getByRole("row", { name: /^Status/ }));
    status.getByText("Active");
    status.getByText("Inactive");
    expect(await faults()).toEqual([]);
    await user.click(note.getByRole("button", { name: "Copy the old value: Memo" }));
    expect(await navigator.clipboard.readText()).toBe("展示会で挨拶。");
    await note.findByText("Copied.");
  });

  test("is put back in a form that holds the old values, and sends nothing by itself", async () => {
    const { user, standin } = openDesk("/outbox", {
      records: [changeAt(1, altered, {})],
      answers: {
        find: () => ({
          records: [{ id: 9001, fields: { name: "髙橋 一郎", status: "2" }, items: [] }],
          total_count: 1,
          total_number: 1,
          current_number: 1,
          unreadable: 0,
        }),
      },
    });
    await user.click(
      await screen.findByRole("button", { name: "Put the old values back: 髙橋 一郎" }),
    );
    expect((await field("note")).value).toBe("展示会で挨拶。");
    const active = await screen.findByRole<HTMLInputElement>("radio", { name: "Active" });
    expect(active.checked).toBe(true);
    expect(location.hash).toBe(`#${places.change("business_cards", 9001)}`);
    expect(standin.callsOf("submit")).toEqual([]);
  });

  test("words that the service shows for a number are put back as that number", async () => {
    const stage: Stage = {
      stage: "altered",
      id: 9001,
      alterations: [{ key: "ipo_kbn", before: "非上場", after: "" }],
    };
    const change = changeAt(1, stage, {});
    const { user } = openDesk("/outbox", {
      records: [{ ...change, form: { ...change.form, entity: "clients" } }],
      choices: [{ of: "ipo", id: 2, name: "非上場", entered: true }],
      answers: {
        find: () => ({
          records: [{ id: 9001, fields: { name: "株式会社海" }, items: [] }],
          total_count: 1,
          total_number: 1,
          current_number: 1,
          unreadable: 0,
        }),
      },
    });
    await user.click(await screen.findByRole("button", { name: /^Put the old values back/ }));
    expect((await field("ipo_kbn")).value).toBe("非上場");
    await waitFor(() =>
      expect(formsOf(kept.id).change.get().values).toMatchObject({ ipo_kbn: "2" }),
    );
  });

  test("whoever leaves while the record is read is not taken into the form later", async () => {
    const answers: ((found: unknown) => void)[] = [];
    const { user, standin } = openDesk("/outbox", {
      records: [changeAt(1, altered, {})],
      answers: { find: () => new Promise((answer) => answers.push(answer)) },
    });
    await user.click(await screen.findByRole("button", { name: /^Put the old values back/ }));
    await waitFor(() => expect(answers).toHaveLength(1));
    location.hash = `#${places.history}`;
    await screen.findByRole("heading", { name: "History" });
    await waitFor(() => expect(standin.callsOf("give_up")).toHaveLength(1));
    const records = [{ id: 9001, fields: { name: "髙橋 一郎" }, items: [] }];
    await act(async () => answers[0]?.({ records, total_count: 1 }));
    expect(location.hash).toBe(`#${places.history}`);
    expect(formsOf(kept.id).change.get().change).toBeNull();
  });

  test("a record that can not be read again is left to the person", async () => {
    const { user } = openDesk("/outbox", { records: [changeAt(1, altered, {})], cards: 3 });
    await user.click(
      await screen.findByRole("button", { name: "Put the old values back: 髙橋 一郎" }),
    );
    await screen.findByText(/^Nothing was changed. You can copy the old values here/);
  });

  test("leaves the outbox once the person has seen it", async () => {
    const { user, standin } = openDesk("/outbox", { records: [changeAt(1, altered, {})] });
    await user.click(await screen.findByRole("button", { name: "That is all right: 髙橋 一郎" }));
    await screen.findByText("Nothing is waiting here.");
    expect(standin.callsOf("decide")).toEqual([{ id: 1, decision: { decision: "seen" } }]);
  });
});
