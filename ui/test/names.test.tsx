// The names of choices in the settings, for whoever looks after the installation.

import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { NamedChoice } from "../src/backend";
import { faults, field, openDesk } from "./pages";
import { trouble } from "./standin/standin";

const open = async (setting: Parameters<typeof openDesk>[1] = {}) => {
  const opened = openDesk("/settings", setting);
  await screen.findByRole("heading", { name: "Names" });
  await screen.findByRole("option", { name: "Departments (4)" });
  return opened;
};
const rows = () =>
  within(screen.getByRole("region", { name: "Departments" }))
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getByRole("rowheader").textContent);

test("the names of each kind are shown with their numbers, without a fault for a screen reader", async () => {
  const { user } = await open();
  expect(rows()).toEqual(["営業部", "営業部", "総務部", "技術開発部"]);
  await user.selectOptions(await field("names_kind"), "Stock listings (0)");
  await screen.findByText("No name of this kind is known yet.");
  expect(await faults()).toEqual([]);
});

test("a name is added with the keyboard alone, and the next can be typed at once", async () => {
  const { user, standin } = await open();
  await user.type(await field("names_id"), "25{Enter}");
  expect(document.activeElement).toBe(await field("names_name"));
  await user.type(await field("names_name"), "架空推進部{Enter}");
  await screen.findByText("“架空推進部” is kept as number 25.");
  expect(standin.callsOf("name_choice")).toEqual([
    { of: "organization", id: 25, name: "架空推進部" },
  ]);
  await waitFor(() => expect(rows()).toContain("架空推進部"));
  expect(document.activeElement).toBe(await field("names_id"));
  expect((await field("names_id")).value).toBe("");
});

test("what is no number is said beside its field, and nothing is lost", async () => {
  const { user, standin } = await open();
  await user.type(await field("names_id"), "営業");
  await user.type(await field("names_name"), "営業三課{Enter}");
  expect((await screen.findByRole("alert")).textContent).toBe("Enter a number.");
  expect((await field("names_name")).value).toBe("営業三課");
  expect(standin.callsOf("name_choice")).toEqual([]);
});

test("full-width digits are a number", async () => {
  const { user, standin } = await open();
  await user.type(await field("names_id"), "２５");
  await user.type(await field("names_name"), "架空推進部{Enter}");
  await waitFor(() => expect(standin.callsOf("name_choice")).toHaveLength(1));
  expect(standin.callsOf("name_choice")[0]).toMatchObject({ id: 25 });
});

test("a name is corrected in its row", async () => {
  const { user, standin } = await open();
  await user.click(screen.getByRole("button", { name: "Correct: 総務部" }));
  const box = screen.getByRole("textbox", { name: "Name of number 23" });
  expect(document.activeElement).toBe(box);
  expect(await faults()).toEqual([]);
  await user.clear(box);
  await user.type(box, "総務人事部{Enter}");
  await waitFor(() => expect(rows()).toContain("総務人事部"));
  expect(standin.callsOf("name_choice")).toEqual([
    { of: "organization", id: 23, name: "総務人事部" },
  ]);
  const button = screen.getByRole("button", { name: "Correct: 総務人事部" });
  await waitFor(() => expect(document.activeElement).toBe(button));
});

test("Escape leaves a name as it was", async () => {
  const { user, standin } = await open();
  await user.click(screen.getByRole("button", { name: "Correct: 総務部" }));
  await user.keyboard("架空{Escape}");
  await screen.findByRole("button", { name: "Correct: 総務部" });
  expect(standin.callsOf("name_choice")).toEqual([]);
  // Nor does it lose what was typed.
  await user.click(screen.getByRole("button", { name: "Correct: 総務部" }));
  expect(screen.getByDisplayValue("架空")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await user.click(screen.getByRole("button", { name: "Correct: 総務部" }));
  expect(screen.getByDisplayValue("総務部")).toBeTruthy();
});

test("a name is forgotten only after a question", async () => {
  const { user, standin } = await open();
  await user.click(screen.getByRole("button", { name: "Forget: 総務部" }));
  await screen.findByText(/“総務部” will no longer be offered here/);
  expect(standin.callsOf("forget_choice")).toEqual([]);
  const dialog = screen.getByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: "Forget" }));
  await waitFor(() => expect(rows()).not.toContain("総務部"));
});

test("a number that was used and has no name stands first, to be named", async () => {
  const used: NamedChoice = { of: "organization", id: 90, name: "", entered: false };
  const named: NamedChoice = { of: "organization", id: 21, name: "営業部", entered: true };
  openDesk("/settings", { choices: [named, used] });
  await screen.findByRole("button", { name: "Name it: Number 90" });
  expect(rows()).toEqual(["no name yet", "営業部"]);
});

test("of many names some are looked for", async () => {
  const many = Array.from({ length: 300 }, (_, at): NamedChoice => {
    return { of: "organization", id: at + 1, name: `第${at + 1}営業部`, entered: false };
  });
  const { user } = openDesk("/settings", { choices: many });
  await screen.findByText("100 more. Type part of the name.");
  await user.type(await field("names_search"), "第299");
  await waitFor(() => expect(rows()).toEqual(["第299営業部"]));
});

describe("all names as one file", () => {
  test("what came of an import is said, and the names are there", async () => {
    const { user, standin } = await open();
    standin.answer("import_choices", () => {
      standin.known.answers.name_choice({ of: "organization", id: 40, name: "海外部" });
      return { added: 1, corrected: 0, known: 4 };
    });
    await user.click(screen.getByRole("button", { name: "Import a file" }));
    await screen.findByText("1 added, 0 corrected, 4 known already.");
    await waitFor(() => expect(rows()).toContain("海外部"));
  });

  test("nothing is said where the person chose no file", async () => {
    const { user, standin } = await open();
    standin.answer("import_choices", () => null);
    await user.click(screen.getByRole("button", { name: "Import a file" }));
    await waitFor(() => expect(standin.callsOf("import_choices")).toHaveLength(1));
    expect(screen.queryByText(/known already/)).toBeNull();
  });

  test("a file that can not be taken over changes nothing, and that is said", async () => {
    const { user } = await open({
      answers: { import_choices: () => trouble({ code: "disk_full" }) },
    });
    await user.click(screen.getByRole("button", { name: "Import a file" }));
    await screen.findByText("The names here stayed as they were.");
  });

  test("an export is confirmed", async () => {
    const { user } = await open();
    await user.click(screen.getByRole("button", { name: "Export as a file" }));
    await screen.findByText("The file is written.");
  });
});
