// Which columns a table has, and in which order. What is ticked shows at once.

import { ActionIcon, Button, Checkbox, Group, Modal, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { Entity, FoundRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import type { Column } from "../../table/RecordTable";
import classes from "./ColumnsDialog.module.css";
import { columnsOf } from "./columns";
import { descriptions } from "./entities";
import { useFinding } from "./looking";

type Props = { entity: Entity; opened: boolean; onClose: () => void };

export function ColumnsDialog({ entity, opened, onClose }: Props) {
  const words = useWords();
  const { say } = words;
  const { looking } = useFinding(entity);
  const shown = useStore(looking, ({ columns }) => columns);
  const all = columnsOf(entity, words, (_, text) => text);
  const show = (columns: readonly string[]) => looking.set({ columns });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={say("columns.title")}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <div className={classes.panes}>
        <Choosing all={all} shown={shown} onShow={show} />
        <Ordering all={all} shown={shown} onShow={show} />
      </div>
      <Group justify="space-between" mt="md">
        <Button variant="subtle" onClick={() => show(descriptions[entity].columns)}>
          {say("columns.usual")}
        </Button>
        <Button onClick={onClose}>{say("action.close")}</Button>
      </Group>
    </Modal>
  );
}

type PaneProps = {
  all: readonly Column<FoundRecord>[];
  shown: readonly string[];
  onShow: (columns: readonly string[]) => void;
};

function Choosing({ all, shown, onShow }: PaneProps) {
  const { say } = useWords();
  const [part, search] = useState("");
  const wanted = part.trim().toLowerCase();
  return (
    <fieldset className={classes.pane}>
      <legend>{say("columns.shown")}</legend>
      <TextInput
        type="search"
        aria-label={say("columns.search")}
        placeholder={say("columns.search")}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={part}
        data-autofocus
        onChange={({ currentTarget }) => search(currentTarget.value)}
      />
      <div className={classes.list}>
        {all
          .filter(({ header }) => header.toLowerCase().includes(wanted))
          .map(({ id, header }) => {
            const isShown = shown.includes(id);
            return (
              <Checkbox
                key={id}
                className={classes.choice}
                label={header}
                checked={isShown}
                // A table has a column at least.
                disabled={isShown && shown.length === 1}
                onChange={() =>
                  onShow(isShown ? shown.filter((other) => other !== id) : [...shown, id])
                }
              />
            );
          })}
      </div>
    </fieldset>
  );
}

function Ordering({ all, shown, onShow }: PaneProps) {
  const { say } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<string | null>(null);
  const [told, tell] = useState("");

  // The button that was pressed went with its column, and the caret stays on it.
  useEffect(() => {
    if (moved.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${moved.current}"]`)?.focus();
    moved.current = null;
  });

  const headerOf = (id: string) => all.find((column) => column.id === id)?.header ?? id;
  const move = (id: string, step: -1 | 1) => {
    const from = shown.indexOf(id);
    const rest = shown.filter((other) => other !== id);
    moved.current = `${id} ${step}`;
    const place = { label: headerOf(id), place: from + step + 1, count: shown.length };
    tell(say("columns.place", place));
    onShow(rest.toSpliced(from + step, 0, id));
  };
  const arrow = (id: string, step: -1 | 1, isPossible: boolean) => {
    const label = say(step < 0 ? "columns.forward" : "columns.back", { label: headerOf(id) });
    const Icon = step < 0 ? IconArrowUp : IconArrowDown;
    return (
      <ActionIcon
        variant="default"
        size={34}
        aria-label={label}
        title={label}
        data-move={`${id} ${step}`}
        {...(!isPossible && { "aria-disabled": true, "data-disabled": true })}
        onClick={() => isPossible && move(id, step)}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    );
  };
  return (
    <fieldset className={classes.pane}>
      <legend>{say("columns.in_order")}</legend>
      <ol ref={list} className={classes.list}>
        {shown.map((id, at) => (
          <li key={id} className={classes.placed}>
            <span className={classes.name}>{headerOf(id)}</span>
            {arrow(id, -1, at > 0)}
            {arrow(id, 1, at < shown.length - 1)}
          </li>
        ))}
      </ol>
      <div className="visually-hidden" role="status">
        {told}
      </div>
    </fieldset>
  );
}
