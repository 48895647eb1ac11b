// The outbox of the stand-in: records that stand where a test puts them, and nothing that sends.

import { emit } from "@tauri-apps/api/event";
import type {
  Counts,
  Decision,
  Entity,
  HistoryQuery,
  OutboxRecord,
  Stage,
  Trouble,
  Typed,
} from "../../src/backend";

export type Outbox = ReturnType<typeof makeOutbox>;

const waiting: Stage = { stage: "waiting", why: "in_turn", until: null };
const saved_at = "2026-11-23T04:05:06Z";

/** A card of the outbox that stands there. */
export function cardAt(
  id: number,
  stage: Stage,
  values: Record<string, string> = {},
  client_name = "青空商事株式会社",
): OutboxRecord {
  const typed = { client_id: "11", family_name: "髙橋", first_name: "一郎", status: "1" };
  return {
    id,
    form: {
      entity: "business_cards",
      values: { ...typed, open_status: "1", ...values },
      client_name,
      needs: null,
      change: null,
    },
    stage,
    saved_at,
  };
}

/** A change of a registered card that stands there: what is changed, and what was listed. */
export function changeAt(
  id: number,
  stage: Stage,
  values: Record<string, string>,
  listed: Record<string, string> = {},
): OutboxRecord {
  const change = { id: 9001, name: "髙橋 一郎", listed };
  const card = cardAt(id, stage);
  return { ...card, form: { ...card.form, values: { id: "9001", ...values }, change } };
}

/** A company of the outbox that stands there. */
export function companyAt(id: number, stage: Stage, name = "みらい設計株式会社"): OutboxRecord {
  const values = { name, name_disp: name };
  return {
    id,
    form: { entity: "clients", values, client_name: null, needs: null, change: null },
    stage,
    saved_at,
  };
}

export function makeOutbox(initial: OutboxRecord[], tell: (trouble: Trouble) => never) {
  const records = new Map(initial.map((record) => [record.id, record]));
  let last = Math.max(0, ...records.keys());
  let days = 90;

  const unfinished = () => [...records.values()].filter(({ stage }) => stage.stage !== "done");
  const counts = (): Counts => {
    const all = unfinished().map(({ stage }) => stage.stage);
    const at = (stage: Stage["stage"]) => all.filter((one) => one === stage).length;
    return {
      drafts: at("draft"),
      waiting: at("waiting"),
      sending: at("sending"),
      uncertain: at("uncertain"),
      undecided: at("undecided"),
      conflict: at("conflict"),
      altered: at("altered"),
      refused: at("refused"),
    };
  };
  const changed = () => emit("outbox-changed", counts());
  const known = (id: number) => records.get(id) ?? tell({ code: "record_gone" });
  const put = (record: OutboxRecord) => {
    records.set(record.id, record);
    changed();
    return record;
  };
  const from = (id: number, stages: Stage["stage"][], stage: Stage) => {
    const record = known(id);
    if (!stages.includes(record.stage.stage)) tell({ code: "record_went_on" });
    return put({ ...record, stage });
  };
  const keep = (draft: number | null, form: Typed, stage: Stage) => {
    if (draft !== null && known(draft).stage.stage !== "draft") tell({ code: "record_went_on" });
    if (draft === null) last += 1;
    return put({ id: draft ?? last, form, stage, saved_at });
  };
  const draft: Stage = { stage: "draft", aside: false };

  return {
    /** The record stands here from now on, and the pages are told. */
    move: (id: number, stage: Stage) => put({ ...known(id), stage }),
    records: () => [...records.values()],
    answers: {
      save_draft: (args: { draft: number | null; form: Typed }) =>
        keep(args.draft, args.form, draft).id,
      submit: (args: { draft: number | null; form: Typed }) => keep(args.draft, args.form, waiting),
      put_aside: ({ id }: { id: number }) => from(id, ["draft"], { stage: "draft", aside: true }),
      take_up: ({ id }: { id: number }) => from(id, ["draft"], draft),
      throw_away: ({ id }: { id: number }) => {
        known(id);
        records.delete(id);
        changed();
        return null;
      },
      take_back: ({ id }: { id: number }) => from(id, ["waiting", "refused"], draft),
      decide: ({ id, decision }: { id: number; decision: Decision }) => {
        const done: Stage = { stage: "done", id: 9001, at: saved_at };
        switch (decision.decision) {
          case "that_one":
            return from(id, ["undecided"], { ...done, id: decision.id });
          case "send_again":
            return from(id, ["undecided", "conflict"], waiting);
          case "take_back":
            return from(id, ["undecided", "conflict"], draft);
          case "resolve":
            return from(id, ["conflict"], waiting);
          case "seen":
            return from(id, ["altered"], done);
        }
      },
      outbox: unfinished,
      outbox_record: ({ id }: { id: number }) => known(id),
      last_saved: ({ entity }: { entity: Entity }) =>
        [...records.values()].findLast(
          ({ form, stage }) =>
            form.entity === entity && form.change === null && stage.stage !== "draft",
        ) ?? null,
      counts,
      try_now: () => null,
      history: ({ query: { text, number, display_number } }: { query: HistoryQuery }) => {
        const all = [...records.values()].filter(
          ({ stage, form }) => stage.stage === "done" && JSON.stringify(form).includes(text.trim()),
        );
        const start = (number - 1) * display_number;
        return { records: all.slice(start, start + display_number), total_count: all.length };
      },
      wipe_history: () => {
        for (const { id, stage } of records.values())
          if (stage.stage === "done") records.delete(id);
        changed();
        return null;
      },
      history_days: () => days,
      set_history_days: (args: { days: number }) => {
        days = args.days;
        return null;
      },
      open_company: () => null,
      close_window: () => null,
    },
  };
}
