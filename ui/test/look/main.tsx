// The pages before a stand-in: /?language=ja&open=practice#/find/cards shows one of them.

import { createRoot } from "react-dom/client";
import { App } from "../../src/app/App";
import type { Language } from "../../src/backend";
import { guardKeys } from "../../src/keys/guard";
import { kept, practice, startStandin, trouble } from "../standin/standin";
import { act } from "./acts";

const wish = new URLSearchParams(location.search);
const open = { practice, kept }[wish.get("open") ?? ""] ?? null;
startStandin({
  standing: {
    language: (wish.get("language") ?? "en") as Language,
    connections: wish.has("connections") ? [kept] : [],
    open,
    last: wish.get("last"),
  },
  cards: Number(wish.get("cards") ?? 137),
  answers: wish.has("trouble")
    ? { [wish.get("at") ?? "find"]: () => trouble(JSON.parse(wish.get("trouble") ?? "")) }
    : {},
});
guardKeys(window);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
const wanted = wish.get("act");
if (wanted) act(wanted);
