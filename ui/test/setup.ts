// What jsdom lacks and the pages need, and a clean start for every test.

import { cleanup, configure } from "@testing-library/react";
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
const height = { configurable: true, get: () => 600 };
const width = { configurable: true, get: () => 900 };
Object.defineProperties(HTMLElement.prototype, {
  offsetHeight: height,
  offsetWidth: width,
  clientHeight: height,
  clientWidth: width,
});

// A slow machine decides no test; and asking whether each element is visible makes jsdom slow.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });

guardKeys(window);

beforeEach(() => {
  location.hash = "#/";
});

afterEach(cleanup);
