import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = `${import.meta.dirname}/../src`;
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith("bindings.ts"))
  .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, "utf8") }));

function filesWith(pattern: RegExp): string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
}

test("the pages keep nothing in the webview", () => {
  expect(filesWith(/localStorage|sessionStorage|indexedDB|document\.cookie|caches\./)).toEqual([]);
});

test("nothing reacts to a key going up, nor to a pressed character", () => {
  expect(filesWith(/onKeyUp|onKeyPress|["']keyup["']|["']keypress["']/)).toEqual([]);
});

test("only the keys' folder listens to the window's keys, and nothing goes around its guard", () => {
  const listening = filesWith(/addEventListener\(\s*["']key|onKeyDownCapture|\.onkeydown/);
  expect(listening.sort()).toEqual(["keys/guard.ts", "keys/useWindowKeys.ts"]);
  const main = sources.find(({ file }) => file === "main.tsx");
  expect(main?.text).toMatch(/\nguardKeys\(window\);\n[\s\S]*\.render\(/);
});

test("only the backend folder knows Tauri", () => {
  expect(filesWith(/@tauri-apps|__TAURI/)).toEqual([]);
});
