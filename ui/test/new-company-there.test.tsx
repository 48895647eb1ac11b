// A new company that may be registered already, where it is registered on the spot.

import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Duplicate, Likely, Typed } from "../src/backend";
import { begin, press, type } from "./company-field";
import { faults, field, openDesk } from "./pages";
import { companyAt } from "./standin/outbox";

describe("a new company that may be registered already", () => {
  const there: Duplicate = {
    whose: { at: "service", id: 77 },
    fields: { name: "株式会社みらい設計", name_disp: "みらい設計" },
    reasons: ["same_company_name"],
    certain: true,
    search: {},
  };
  const none = { duplicates: [], worth_asking: false, is_named: true };
  const ofCompany =
    (likely: Partial<Likely>) =>
    ({ form }: { form: Typed }) =>
      form.entity === "clients" ? { ...none, ...likely } : none;

  test("is shown beside its form, and is chosen instead with what was typed for its people", async () => {
    const { user, standin } = openDesk(undefined, {
      answers: { known_duplicates: ofCompany({ duplicates: [there] }) },
    });
    await begin("みらい設計");
    await screen.findByText("1 likely duplicate");
    expect(await faults()).toEqual([]);
    press(await field("name"), "F6");
    expect(document.activeElement?.textContent).toBe("1 likely duplicate");
    await user.click(screen.getByRole("button", { name: "Use this company: 株式会社みらい設計" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect((await field("client_id")).value).toBe("株式会社みらい設計");
    type(await field("family_name"), "髙橋");
    press(document.body, "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")).toMatchObject([{ form: { values: { client_id: "77" } } }]);
  });

  test("leaves the window open for whoever goes back to its form with Escape", async () => {
    openDesk(undefined, { answers: { known_duplicates: ofCompany({ duplicates: [there] }) } });
    await begin("みらい設計");
    await screen.findByText("1 likely duplicate");
    await act(async () => undefined);
    const name = await field("name");
    press(name, "F6");
    press(document.activeElement as Element, "Escape");
    expect(document.activeElement).toBe(name);
    screen.getByRole("dialog");
    press(name, "Escape");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("and waits in the outbox is waited for, and as a draft is typed on", async () => {
    const ofOutbox: Duplicate = { ...there, whose: { at: "outbox", id: 41 } };
    const records = [companyAt(41, { stage: "draft", aside: true }, "みらい設計")];
    const { user, standin } = openDesk(undefined, {
      records,
      answers: { known_duplicates: ofCompany({ duplicates: [ofOutbox] }) },
    });
    await begin("みらい設計室");
    await user.click(await screen.findByRole("button", { name: /^Use this company/ }));
    await waitFor(async () => expect((await field("name")).value).toBe("みらい設計"));
    screen.getByRole("dialog");
    await act(async () =>
      standin.outbox.move(41, { stage: "waiting", why: "in_turn", until: null }),
    );
    await user.click(await screen.findByRole("button", { name: /^Use this company/ }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    type(await field("family_name"), "髙橋");
    press(document.body, "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")).toMatchObject([{ form: { needs: 41 } }]);
  });

  test("is looked for again under another name, and not under a longer one", async () => {
    const { standin } = openDesk(undefined, {
      answers: { known_duplicates: ofCompany({ worth_asking: true }) },
    });
    await begin("みらい");
    const asked = () =>
      standin.callsOf("look_for_duplicates").map(({ form }) => (form as Typed).values.name);
    const looked = () => standin.callsOf("known_duplicates").length;
    const rename = async (name: string) => {
      const before = looked();
      type(await field("name"), name);
      await waitFor(() => expect(looked()).toBeGreaterThan(before));
    };
    await waitFor(() => expect(asked()).toEqual(["みらい"]));
    await rename("みらい設計");
    await rename("未来設計");
    await waitFor(() => expect(asked()).toEqual(["みらい", "未来設計"]));
  });

  test("is not waited for longer than a moment", async () => {
    const { standin } = openDesk(undefined, {
      answers: {
        known_duplicates: ofCompany({ worth_asking: true }),
        look_for_duplicates: () => new Promise(() => undefined),
      },
    });
    await begin("みらい設計");
    press(await field("name"), "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1), { timeout: 10_000 });
  });

  test("is looked for in the service before it is registered, however fast that is asked for", async () => {
    const { standin } = openDesk(undefined, {
      answers: { known_duplicates: ofCompany({ worth_asking: true }) },
    });
    await begin("みらい設計");
    press(await field("name"), "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    const order = standin.calls.map(({ command }) => command);
    expect(standin.callsOf("look_for_duplicates")).toHaveLength(1);
    expect(order.indexOf("look_for_duplicates")).toBeLessThan(order.indexOf("submit"));
  });
});
