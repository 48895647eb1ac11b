// What was typed into the field that one saves right out of: it was never left.

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Typed } from "../src/backend";
import { faults, field, openDesk } from "./pages";
import { becomes, ctrlEnter, f4, fill, type } from "./typing";

describe("saving right out of a field", () => {
  async function fillCard() {
    const company = await field("client_id");
    company.focus();
    type(company, "Blue");
    await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
    fireEvent.keyDown(company, { key: "Enter", code: "Enter" });
    type(await field("family_name"), "髙橋");
    type(await field("tel"), "0300001234");
  }

  test("tidies what was typed there, and says so while the next one is begun", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    const [form] = standin.callsOf("submit").map(({ form }) => form as Typed);
    expect(form?.values).toMatchObject({ family_name: "髙橋", tel: "03-0000-1234" });
    await becomes(await field("tel"), "");
    await screen.findByText("Phone: “0300001234” became “03-0000-1234”.");
  });

  test("tells of a slip there, and one key goes back to it as long as it is not sent", async () => {
    const { standin } = openDesk();
    await fillCard();
    fireEvent.blur(await field("tel"));
    await becomes(await field("tel"), "03-0000-1234");
    type(await field("email"), "taro@gmial.com");
    ctrlEnter();
    await screen.findByText("Noticed as “髙橋” was saved:");
    screen.getByText("E-mail: Did you mean gmail.com?");
    expect(standin.callsOf("submit")).toMatchObject([{ told: true }]);
    expect(await faults()).toEqual([]);
    f4();
    await waitFor(async () => expect((await field("email")).value).toBe("taro@gmial.com"));
    await waitFor(async () => expect(document.activeElement).toBe(await field("email")));
    await screen.findByText("Did you mean gmail.com?");
    type(await field("email"), "taro@gmail.com");
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
    expect(standin.callsOf("submit")[1]).toMatchObject({ told: false });
  });

  test("tells of no slip that was seen before", async () => {
    const { standin } = openDesk();
    await fillCard();
    await fill("email", "taro@gmial.com");
    await screen.findByText("Did you mean gmail.com?");
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    await screen.findByText("Phone: “0300001234” became “03-0000-1234”.");
    expect(screen.queryByText(/^Noticed as/)).toBeNull();
  });

  test("says nothing of spaces, which are never sent", async () => {
    const { standin } = openDesk();
    await fillCard();
    type(await field("first_name"), "一郎 ");
    ctrlEnter();
    await screen.findByText("Phone: “0300001234” became “03-0000-1234”.");
    expect(screen.queryByText(/Spaces around/)).toBeNull();
    const [form] = standin.callsOf("submit").map(({ form }) => form as Typed);
    expect(form?.values).toMatchObject({ first_name: "一郎" });
  });

  test("names the record that it was tidied in, and goes as the next one is typed once that is sent", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByText("Tidied as “髙橋” was saved:");
    expect(await faults()).toEqual([]);
    // Not sent yet: one key still brings it back.
    type(await field("family_name"), "田中");
    screen.getByText("Phone: “0300001234” became “03-0000-1234”.");
    const [record] = standin.outbox.records();
    await act(async () => standin.outbox.move(record?.id ?? 0, { stage: "sending" }));
    await waitFor(() => expect(screen.queryByText(/became/)).toBeNull());
    expect(screen.queryByText(/^Tidied as/)).toBeNull();
  });

  test("puts it back with the same key, as long as the record is not sent", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByRole("button", { name: "Put back “0300001234” (F4)" });
    f4();
    // The form is drawn anew.
    await waitFor(async () => expect((await field("tel")).value).toBe("0300001234"));
    expect((await field("family_name")).value).toBe("髙橋");
    // Neither tidied again as it is saved anew.
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
    const form = standin.callsOf("submit")[1]?.form as Typed;
    expect(form.values).toMatchObject({ tel: "0300001234" });
    await waitFor(() => expect(screen.queryByText(/became/)).toBeNull());
  });

  test("offers no way back once it is sent", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByRole("button", { name: /^Put back/ });
    const [record] = standin.outbox.records();
    await act(async () => standin.outbox.move(record?.id ?? 0, { stage: "sending" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Put back/ })).toBeNull());
    f4();
    expect(standin.callsOf("take_back")).toEqual([]);
    screen.getByText("Phone: “0300001234” became “03-0000-1234”.");
  });

  test("loses no record where it can not be tidied", async () => {
    const { standin } = openDesk("/register/card", {
      answers: {
        leave_field: () => {
          throw { code: "internal" };
        },
      },
    });
    await fillCard();
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    const [form] = standin.callsOf("submit").map(({ form }) => form as Typed);
    expect(form?.values).toMatchObject({ tel: "0300001234" });
  });
});
