import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Entity } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { kept } from "./standin/standin";
import { becomes, ctrlEnter, f4, fill, type } from "./typing";

const told = () => [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent);

/** Opens the form in which a found record is changed. */
async function openChange(entity: Entity = "business_cards", fields: Record<string, string> = {}) {
  const opened = openDesk("/find/cards");
  await field("search[family_name]");
  const [, record] = makeRecords(entity, 4);
  if (!record) throw new Error("no record");
  const listed = { ...record.fields, ...fields };
  await act(() => beginChange(kept.id, entity, { ...record, fields: listed }));
  return opened;
}

describe("what was typed is tidied as its field is left", () => {
  test("what became of it is shown, announced, and put back by its button", async () => {
    const { user, standin } = openDesk();
    const tel = await fill("tel", "０３００００１２３４");
    await becomes(tel, "03-0000-1234");
    await screen.findByText("Was: ０３００００１２３４");
    expect(told()).toContainEqual(
      expect.stringContaining("Phone: “０３００００１２３４” became “03-0000-1234”."),
    );
    expect(await faults()).toEqual([]);
    await user.click(
      screen.getByRole("button", { name: "Phone: Put back “０３００００１２３４”" }),
    );
    expect(tel.value).toBe("０３００００１２３４");
    expect(document.activeElement).toBe(tel);
    expect(screen.queryByText(/^Was:/)).toBeNull();

    fireEvent.blur(tel);
    type(tel, "0300005678");
    fireEvent.blur(tel);
    await waitFor(() => expect(standin.callsOf("leave_field").length).toBeGreaterThan(3));
    const asked = standin.callsOf("leave_field").slice(1);
    expect(asked.map(({ leaving }) => (leaving as { typed: string[] }).typed.length)).toEqual(
      asked.map(() => 0),
    );
    expect(tel.value).toBe("0300005678");
  });

  test("F4 puts back the last one wherever the caret is, and then the one before", async () => {
    openDesk();
    const tel = await fill("tel", "0300001234");
    await becomes(tel, "03-0000-1234");
    const day = await fill("trade_on", "R8.11.23");
    await becomes(day, "2026/11/23");
    const family = await field("family_name");
    family.focus();
    f4(family);
    expect([tel.value, day.value]).toEqual(["03-0000-1234", "R8.11.23"]);
    await screen.findByText("Year/month/day, please.");
    fireEvent.keyDown(family, { key: "F4", altKey: true });
    expect(tel.value).toBe("03-0000-1234");
    f4(family);
    expect(tel.value).toBe("0300001234");
    expect(document.activeElement).toBe(family);
    f4(family);
    expect([tel.value, day.value]).toEqual(["0300001234", "R8.11.23"]);
  });

  test("an extension goes into its field and comes back with its number", async () => {
    openDesk();
    const tel = await fill("tel", "0300001234 内線12");
    const extension = await field("extension");
    await becomes(extension, "12");
    expect(tel.value).toBe("03-0000-1234");
    f4();
    expect([tel.value, extension.value]).toEqual(["0300001234 内線12", ""]);
  });

  test("what was typed over what was tidied is nobody's to put back", async () => {
    openDesk();
    const tel = await fill("tel", "0300001234");
    await becomes(tel, "03-0000-1234");
    type(tel, "03-0000-12345");
    expect(screen.queryByText(/^Was:/)).toBeNull();
    f4();
    expect(tel.value).toBe("03-0000-12345");
  });

  test("a text that was replaced comes back no more, even where the same is typed as it became", async () => {
    openDesk();
    const tel = await fill("tel", "0300001234");
    await becomes(tel, "03-0000-1234");
    type(tel, "");
    await fill("tel", "03-0000-1234");
    expect(screen.queryByText(/^Was:/)).toBeNull();
    f4();
    expect(tel.value).toBe("03-0000-1234");
  });

  test("an extension that was typed anew stays as its number is put back", async () => {
    openDesk();
    const tel = await fill("tel", "0300001234 内線12");
    const extension = await field("extension");
    await becomes(extension, "12");
    type(extension, "");
    type(extension, "12");
    f4();
    expect([tel.value, extension.value]).toEqual(["0300001234 内線12", "12"]);
  });

  test("spaces around a text are taken off, which is said and put back by F4", async () => {
    const { standin } = openDesk();
    const family = await fill("family_name", "　髙橋　");
    await becomes(family, "髙橋");
    await screen.findByText("Spaces around it were taken off.");
    expect(told()).toContainEqual(
      expect.stringContaining("Last name: Spaces around it were taken off."),
    );
    expect(await faults()).toEqual([]);
    f4();
    expect(family.value).toBe("　髙橋　");
    // There they stay.
    const before = standin.callsOf("leave_field").length;
    fireEvent.blur(family);
    await waitFor(() => expect(standin.callsOf("leave_field").length).toBeGreaterThan(before));
    expect(family.value).toBe("　髙橋　");
  });

  test("an answer to an older text changes nothing", async () => {
    let answer: (left: unknown) => void = () => undefined;
    openDesk("/register/card", {
      answers: { leave_field: () => new Promise((resolve) => (answer = resolve)) },
    });
    const tel = await fill("tel", "0300001234");
    type(tel, "030000123");
    answer({
      values: { tel: "03-0000-1234" },
      problems: [],
      tidied: [[{ key: "tel", before: "0300001234", after: "03-0000-1234" }]],
      hints: [],
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(tel.value).toBe("030000123");
  });

  test("going through a field in which nothing was typed asks for nothing to be tidied", async () => {
    const { standin } = openDesk();
    fireEvent.blur(await field("tel"));
    await waitFor(() => expect(standin.callsOf("leave_field")).toHaveLength(1));
    expect(standin.callsOf("leave_field")[0]?.leaving).toMatchObject({ typed: [] });
  });
});

describe("hints", () => {
  test("are shown beside their field, announced, and keep nobody from saving", async () => {
    openDesk();
    const email = await fill("email", "taro@gmial.com");
    await screen.findByText("Did you mean gmail.com?");
    expect(email.getAttribute("aria-invalid")).not.toBe("true");
    expect(told()).toContainEqual(expect.stringContaining("E-mail: Did you mean gmail.com?"));
    expect(await faults()).toEqual([]);
    type(email, "taro@gmail.com");
    expect(screen.queryByText("Did you mean gmail.com?")).toBeNull();
  });

  test("go away when they are dismissed, and come for another text", async () => {
    const { user } = openDesk();
    const tel = await fill("tel", "03-1234");
    await screen.findByText("6 of 10 digits");
    await user.click(screen.getByRole("button", { name: "Phone: Dismiss this hint" }));
    expect(document.activeElement).toBe(tel);
    fireEvent.blur(tel);
    expect(screen.queryByText(/of 10 digits/)).toBeNull();
    await fill("tel", "03-12345");
    await screen.findByText("7 of 10 digits");
  });
});

describe("in a change", () => {
  test("what was only looked at stays as it was, however it is written", async () => {
    const { standin } = await openChange("business_cards", { tel: "0300001234" });
    const tel = await field("tel");
    type(tel, "0300001234x");
    type(tel, "0300001234");
    fireEvent.blur(tel);
    await waitFor(() => expect(standin.callsOf("leave_field")).toHaveLength(1));
    expect(standin.callsOf("leave_field")[0]?.leaving).toMatchObject({ typed: [] });
    expect(tel.value).toBe("0300001234");
    expect(document.querySelector('[data-changed="true"]')).toBeNull();
  });

  test("what is the same once it is tidied is no change", async () => {
    const { standin } = await openChange("business_cards", { tel: "03-0000-1234" });
    const tel = await field("tel");
    type(tel, "0300001234");
    ctrlEnter();
    await screen.findByText("Nothing was changed, so there is nothing to send.");
    expect(tel.value).toBe("03-0000-1234");
    expect(standin.callsOf("submit")).toEqual([]);
    expect(document.querySelector('[data-changed="true"]')).toBeNull();
  });

  test("what was typed is tidied, and put back by F4", async () => {
    await openChange("leads", { tel: "03-0000-9999" });
    const tel = await fill("tel", "0300001234");
    await becomes(tel, "03-0000-1234");
    await screen.findByText("Was: 0300001234");
    expect(await faults()).toEqual([]);
    f4();
    expect(tel.value).toBe("0300001234");
  });
});
