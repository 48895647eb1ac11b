// A stand-in of the program behind the pages, for tests and for looking at the pages in a browser.
// It answers each command with invented data; a test may put its own answer in place of any.

import { mockIPC } from "@tauri-apps/api/mocks";
import {
  type Company,
  type Connection,
  type ConnectRequest,
  contract,
  type Entity,
  type Found,
  type HostReading,
  type Left,
  type NamedChoice,
  type Noticed,
  type Opened,
  type OutboxRecord,
  type Problem,
  type Query,
  type Standing,
  type Tidied,
  type Trouble,
  type Typed,
} from "../../src/backend";
import { makeRecords } from "./cards";
import { beginChange } from "./changing";
import { companyAnswers } from "./companies";
import { type Known, makeKnown } from "./known";
import { makeOutbox, type Outbox } from "./outbox";
import { postalCodes, postalPlaces } from "./postal";
import { readSignature } from "./signatures";

export const practice: Connection = {
  id: "practice",
  kind: "practice",
  host: "127.0.0.1:49152",
  kept: "session",
  connected_at: null,
};
export const kept: Connection = {
  id: "a",
  kind: "hotprofile",
  host: "example.hot-profile.com",
  kept: "keychain",
  connected_at: "2026-11-23T04:05:06Z",
};

type Values = Record<string, string>;
type Operation = "create" | "update";
type Checked = Pick<Left, "values" | "problems">;
type Leaving = {
  entity: Entity;
  operation: Operation;
  values: Values;
  standing: Values;
  typed: string[];
};
type Answer = (args: never) => unknown;

/** How the program stands at first, and answers in place of the usual ones. */
export type Setting = {
  standing?: Partial<Standing>;
  cards?: number;
  /** The companies that the machine knows without asking. */
  knownCompanies?: Company[];
  records?: OutboxRecord[];
  /** The names that are known. */
  choices?: NamedChoice[];
  /** How the pages were left, by name. */
  views?: Record<string, string>;
  /** What opening a connection tells of its database. */
  opened?: Partial<Opened>;
  answers?: Record<string, Answer>;
};

export type Standin = {
  /** Every command that was called, with what it was given. */
  calls: { command: string; args: Record<string, unknown> }[];
  callsOf(command: string): Record<string, unknown>[];
  /** Answers this command so from now on. */
  answer(command: string, answer: Answer): void;
  outbox: Outbox;
  known: Known;
};

/** Thrown by an answer: what the program would tell instead. */
export function trouble(told: Trouble): never {
  throw told;
}

export function startStandin(setting: Setting = {}): Standin {
  const {
    standing,
    cards = 137,
    records = [],
    knownCompanies = [],
    choices,
    views,
    opened,
    answers = {},
  } = setting;
  let now: Standing = { language: "en", connections: [], open: null, last: null, ...standing };
  const own: Record<string, Answer> = { ...answers };
  const calls: Standin["calls"] = [];
  const outbox = makeOutbox(records, trouble);
  const known = makeKnown(choices, views);
  const open = (connection: Connection): Opened => {
    now = { ...now, open: connection };
    return { connection, recovery_code: null, set_aside: false, memory_only: false, ...opened };
  };
  const openById = ({ id }: { id: string }) => {
    const known = [practice, ...now.connections].find((connection) => connection.id === id);
    return known ? open(known) : trouble({ code: "unknown_connection" });
  };
  const usual: Record<string, Answer> = {
    standing: () => now,
    set_language: ({ language }: { language: Standing["language"] }) => {
      now = { ...now, language };
      return null;
    },
    read_host: ({ text }: { text: string }) => readHost(text),
    connect: ({ request }: { request: ConnectRequest }) => {
      const { host, to_confirm } = readHost(request.host);
      if (to_confirm && request.host_again.trim() !== host) {
        trouble({ code: "host_unconfirmed", host });
      }
      if (!request.api_key) trouble({ code: "key_missing" });
      const connection: Connection = {
        id: `c${now.connections.length}`,
        kind: "hotprofile",
        host,
        kept: request.session_only ? "session" : "keychain",
      };
      now = { ...now, connections: [...now.connections, connection] };
      return open(connection);
    },
    practise: () => open(practice),
    reset_practice: () => null,
    open_connection: openById,
    recover_database: openById,
    begin_database_anew: openById,
    recovery_code: () => "AB3DE-FGH4J-KLMN5-PQRS6-TUVW7-XYZ23-45678",
    remove_connection: ({ id }: { id: string }) => {
      const connections = now.connections.filter((connection) => connection.id !== id);
      now = { ...now, connections, open: now.open?.id === id ? null : now.open };
      return null;
    },
    leave_field: ({ leaving }: { leaving: Leaving }) => leave(leaving),
    ...outbox.answers,
    ...known.answers,
    submit: (args: { draft: number | null; form: Typed }) => {
      const { needs, entity, values, change } = args.form;
      const wrong = check(entity, change ? "update" : "create", values).problems.filter(
        ({ key }) => !(key === "client_id" && needs !== null),
      );
      if (wrong.length > 0) trouble({ code: "invalid", problems: wrong });
      return outbox.answers.submit(args);
    },
    known_duplicates: () => ({ duplicates: [], worth_asking: false, is_named: true }),
    look_for_duplicates: () => ({
      likely: { duplicates: [], worth_asking: false, is_named: true },
      told_all: true,
    }),
    begin_change: (asked: Parameters<typeof beginChange>[0]) => beginChange(asked, known.choices()),
    postal_places: ({ zip }: { zip: string }) => postalPlaces(zip),
    postal_codes: (asked: { pref: string; address: string }) => postalCodes(asked),
    ...companyAnswers(knownCompanies, outbox),
    read_signature: ({ entity, text }: { entity: Entity; text: string }) =>
      readSignature(entity, text),
    find: ({ entity, query }: { entity: Entity; query: Query }) => find(entity, query, cards),
    tidy_terms: ({ search }: { search: Values }) =>
      Object.fromEntries(
        Object.entries(search).map(([key, text]) => [key, text.replace(/^R8\./, "2026/")]),
      ),
    search_for: ({ entity, id, fields }: { entity: Entity; id: number; fields: Values }) => {
      const [family = ""] = (fields.name ?? "").split(" ");
      if (entity === "business_cards") return { "search[family_name]": family };
      if (entity === "leads") return { "search[ids]": String(id) };
      return { "search[from_id]": String(id), "search[to_id]": String(id) };
    },
    give_up: () => null,
  };

  mockIPC(
    async (command, args) => {
      calls.push({ command, args: (args ?? {}) as Record<string, unknown> });
      const answer = own[command] ?? usual[command];
      if (!answer) throw `no such command: ${command}`;
      return answer(args as never);
    },
    { shouldMockEvents: true },
  );
  return {
    calls,
    outbox,
    known,
    callsOf: (command) => calls.filter((call) => call.command === command).map(({ args }) => args),
    answer: (command, answer) => {
      own[command] = answer;
    },
  };
}

function readHost(text: string): HostReading {
  const host = text
    .normalize("NFKC")
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\/.*$/, "");
  if (host === "") trouble({ code: "host_missing" });
  if (/^[\d.]+$/.test(host)) trouble({ code: "host_is_ip_address" });
  const name = host.toLowerCase();
  return { host: name, to_confirm: !/(^|\.)hot-profile\.com$/.test(name) };
}

/** Of a record that is changed, an extension that is not known may be there. */
const extensions = { create: { extension: "" }, update: { extension: "?" } };

/** Tidies and notices a little: enough to see what the pages make of it. */
function leave({ entity, operation, values, standing, typed }: Leaving): Left {
  const tidied = typed
    .map((key) =>
      tidy(key, (standing[key] ?? "").trim(), { ...extensions[operation], ...standing }),
    )
    .filter(([first]) => first);
  const put = Object.fromEntries(tidied.flat().map(({ key, after }) => [key, after]));
  const checked = check(entity, operation, { ...values, ...put });
  const hints = Object.entries(checked.values).flatMap(([key, text]) => notice(key, text));
  return { ...checked, tidied, hints };
}

function tidy(key: string, before: string, standing: Values): Tidied[] {
  const became = (after: string) => (before === after ? [] : [{ key, before, after }]);
  const [, number = before, extension] = /^(.*?) ?内線(\d+)$/.exec(before) ?? [];
  switch (key) {
    case "tel": {
      const hyphened = number.normalize("NFKC").replace(/^(03)(\d{4})(\d{4})$/, "$1-$2-$3");
      const isFree = extension !== undefined && standing.extension === "";
      if (!isFree) return became(extension ? before : hyphened);
      return [...became(hyphened), { key: "extension", before: "", after: extension }];
    }
    case "extension":
      return became(before.normalize("NFKC"));
    case "trade_on":
      return became(before.replace(/^R8\.(\d+)\.(\d+)$/, "2026/$1/$2"));
    default:
      return [];
  }
}

function notice(key: string, text: string): Noticed[] {
  if (key === "email" && text.endsWith("@gmial.com")) {
    return [{ key, text, hint: { hint: "domain_like", domain: "gmail.com" } }];
  }
  const digits = text.replace(/\D/g, "").length;
  if (key === "tel" && digits < 10) {
    return [{ key, text, hint: { hint: "too_few_digits", digits, least: 10 } }];
  }
  return key === "trade_on" && text > "2026/11/23"
    ? [{ key, text, hint: { hint: "future_day" } }]
    : [];
}

function check(entity: Entity, operation: Operation, values: Values): Checked {
  const ready: Values = {};
  const problems: Problem[] = [];
  for (const { key, kind, [operation]: presence } of contract[entity].fields) {
    const text = (values[key] ?? "").trim();
    const digits = text.normalize("NFKC");
    if (text === "" && presence === "required") {
      problems.push({ key, fault: { fault: "required" } });
    } else if (text === "" && operation === "update" && key in values) ready[key] = "";
    if (text === "") continue;
    const isNumber = kind.type === "id" || kind.type === "digits";
    if (isNumber && !/^\d+$/.test(digits)) {
      problems.push({ key, fault: { fault: kind.type === "id" ? "not_an_id" : "not_digits" } });
    } else if (kind.type === "day" && !/^\d{4}\/\d{2}\/\d{2}$/.test(digits)) {
      problems.push({ key, fault: { fault: "not_a_day" } });
    } else ready[key] = isNumber || kind.type === "day" ? digits : text;
  }
  return { values: ready, problems };
}

function find(entity: Entity, query: Query, count: number): Found {
  const { search, number, display_number } = query;
  const ids = search["search[ids]"] ?? search["search[from_id]"];
  const all = makeRecords(entity, count).filter(({ id, fields }) => {
    if (ids !== undefined && String(id) !== ids) return false;
    const family = search["search[family_name]"] ?? search["search[name]"] ?? "";
    return (fields.name ?? "").includes(family);
  });
  const start = (number - 1) * display_number;
  return {
    records: all.slice(start, start + display_number),
    total_count: all.length,
    total_number: Math.ceil(all.length / display_number),
    current_number: number,
    unreadable: 0,
  };
}
