// Opens the whole of the pages before a stand-in, as a person would find them.

import { render, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { App } from "../src/app/App";
import type { Connection } from "../src/backend";
import { forgetConnection } from "../src/store/store";
import { kept, practice, type Setting, type Standin, startStandin } from "./standin/standin";

type Opened = { user: ReturnType<typeof userEvent.setup>; standin: Standin };

export function openPages(place: string, setting: Setting = {}): Opened {
  for (const { id } of [kept, practice]) forgetConnection(id);
  location.hash = `#${place}`;
  const standin = startStandin(setting);
  render(<App />);
  return { user: userEvent.setup(), standin };
}

/** The pages with a connection open: the card's form, unless another place is named. */
export function openDesk(
  place = "/register/card",
  { open = kept as Connection, ...setting }: Setting & { open?: Connection } = {},
): Opened {
  const connections = open.kind === "practice" ? [] : [open];
  return openPages(place, { ...setting, standing: { open, connections, ...setting.standing } });
}

/** The field with this name, once it is there. */
export function field(name: string): Promise<HTMLInputElement> {
  return waitFor(() => {
    const found = document.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!found) throw new Error(`no field ${name}`);
    return found;
  });
}

/** What axe finds against the page. Colours are looked at in a browser: nothing is drawn here. */
export async function faults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
}
