// Choosing by name what the service knows by number.

import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { IntlProvider } from "react-intl";
import { expect, test } from "vitest";
import { ConnectionContext } from "../src/app/connection";
import { theme } from "../src/app/theme";
import { ChoiceInput, type ChoiceInputProps } from "../src/choices/ChoiceInput";
import { messages } from "../src/i18n/messages";
import { faults } from "./pages";
import { kept, type Setting, startStandin } from "./standin/standin";

type Wanted = Partial<ChoiceInputProps> & { setting?: Setting };

function openInput({ setting = {}, value = "", ...props }: Wanted = {}) {
  const values: string[] = [];
  function Page() {
    const [now, set] = useState(value);
    return (
      <form onSubmit={(event) => event.preventDefault()}>
        <ChoiceInput
          of="organization"
          label="Department"
          name="department"
          {...props}
          value={now}
          onChange={(next) => {
            values.push(next);
            set(next);
          }}
        />
        <input aria-label="Next" />
      </form>
    );
  }
  startStandin(setting);
  render(
    <MantineProvider theme={theme}>
      <QueryClientProvider client={new QueryClient()}>
        <IntlProvider locale="en" messages={messages.en}>
          <ConnectionContext value={kept}>
            <Page />
          </ConnectionContext>
        </IntlProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
  const box = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Department" });
  return { user: userEvent.setup(), values, box, last: () => values.at(-1) };
}

const offered = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);

test("a name is chosen by typing part of it, with the keyboard alone", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "技術");
  await screen.findByRole("option", { name: "技術開発部" });
  expect(screen.getByRole("status").textContent).toBe("1 name. Enter takes “技術開発部”.");
  expect(await faults()).toEqual([]);
  await user.keyboard("{Enter}");
  expect(last()).toBe("24");
  expect(box().value).toBe("技術開発部");
  expect(box().getAttribute("aria-expanded")).toBe("false");
});

test("two of the same name are told apart by their numbers", async () => {
  const { user, box, last } = openInput();
  await user.click(box());
  await screen.findByRole("option", { name: "営業部 (22)" });
  expect(offered()).toEqual(["営業部 (21)", "営業部 (22)", "総務部", "技術開発部"]);
  await user.type(box(), "営業部");
  expect(last()).toBe("営業部");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(last()).toBe("22");
  expect(box().value).toBe("営業部 (22)");
});

test("a whole name that was typed is chosen without a key", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "総務部");
  await screen.findByRole("option", { name: "総務部" });
  await user.tab();
  expect(last()).toBe("23");
  expect(box().value).toBe("総務部");
});

test("a number can be typed where no name is known, in full width too", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "９０１");
  await screen.findByRole("option", { name: "Use number 901" });
  expect(last()).toBe("901");
  await user.tab();
  expect(box().value).toBe("Number 901");
});

test("the number of a known name becomes that name", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "23");
  await screen.findByRole("option", { name: "総務部" });
  await user.tab();
  expect(last()).toBe("23");
  expect(box().value).toBe("総務部");
});

test("what names nothing stays as it was typed, and is said", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "架空部");
  await screen.findByText("No such name. A number can be typed.");
  expect(screen.queryByRole("alert")).toBeNull();
  await user.tab();
  expect(last()).toBe("架空部");
  expect(screen.getByRole("alert").textContent).toBe(
    "Please choose from the list, or type the number.",
  );
  expect(box().getAttribute("aria-invalid")).toBe("true");
});

test("Enter takes nothing while nothing was typed, nor does saving", async () => {
  const { user, box, values } = openInput();
  await user.click(box());
  await screen.findByRole("option", { name: "総務部" });
  await user.keyboard("{Enter}");
  expect(values).toEqual([]);
  await user.type(box(), "技術");
  fireEvent.keyDown(box(), { key: "Enter", code: "Enter", ctrlKey: true });
  expect(values.at(-1)).toBe("技術");
});

test("the Enter of an input method chooses nothing", async () => {
  const { user, box, last } = openInput();
  await user.type(box(), "技術");
  await screen.findByRole("option", { name: "技術開発部" });
  fireEvent.keyDown(box(), { key: "Enter", code: "Enter", keyCode: 229 });
  fireEvent.keyDown(box(), { key: "Enter", code: "Enter", isComposing: true });
  expect(last()).toBe("技術");
});

test("Escape closes the list and nothing else", async () => {
  const { user, box } = openInput({ value: "23" });
  const heard: string[] = [];
  const hear = ({ key }: KeyboardEvent) => heard.push(key);
  window.addEventListener("keydown", hear);
  await user.click(box());
  await screen.findByRole("option", { name: "総務部" });
  await user.keyboard("{Escape}");
  expect(box().getAttribute("aria-expanded")).toBe("false");
  expect(heard).toEqual([]);
  await user.keyboard("{Escape}");
  expect(heard).toEqual(["Escape"]);
  window.removeEventListener("keydown", hear);
});

test("it is emptied by emptying the text", async () => {
  const { user, box, last } = openInput({ value: "24" });
  await screen.findByDisplayValue("技術開発部");
  await user.clear(box());
  await user.tab();
  expect(last()).toBe("");
  expect(box().value).toBe("");
});

test("several are chosen one after the other, and removed", async () => {
  const { user, box, last } = openInput({ multiple: true, value: "24" });
  await screen.findByText("技術開発部");
  await user.type(box(), "総務");
  await screen.findByRole("option", { name: "総務部" });
  expect(last()).toBe("24,総務");
  await user.keyboard("{Enter}");
  expect(last()).toBe("24,23");
  await user.type(box(), "7,");
  expect(last()).toBe("24,23,7");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Remove “総務部”" }));
  expect(last()).toBe("24,7");
  await user.click(box());
  await user.keyboard("{Backspace}");
  expect(last()).toBe("24");
  await user.tab();
});

test("where no name is known at all, that is said", async () => {
  const { user, box } = openInput({ setting: { choices: [] } });
  await user.click(box());
  await screen.findByText("No names are known yet. A number can be typed.");
});

test("markup in a name is text", async () => {
  const name = "<img src=x onerror=alert(1)>";
  const { user, box } = openInput({
    setting: { choices: [{ of: "organization", id: 5, name, entered: true }] },
  });
  await user.click(box());
  await screen.findByRole("option", { name });
  expect(document.querySelector("img")).toBeNull();
});
