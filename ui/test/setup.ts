// What jsdom lacks and the pages need, and a clean start for every test.

import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach } from "vitest";
import { guardKeys } from "../src/keys/guard";

window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
Element.prototype.scrollIntoView = () => undefined;

// jsdom lays nothing out; the table draws the rows that fit into its box.
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: { configurable: true, get: () => 600 },
  offsetWidth: { configurable: true, get: () => 900 },
});

guardKeys(window);

beforeEach(() => {
  location.hash = "#/";
});

afterEach(cleanup);
