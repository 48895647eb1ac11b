// Adds a filter by its name, from a list that is searched by typing.

import { Select } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Entity } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { descriptions } from "./entities";
import classes from "./Filters.module.css";
import { addableFrom } from "./filters";

type Props = {
  entity: Entity;
  added: readonly string[];
  onAdd: (parameters: readonly string[]) => void;
};

export function AddFilter({ entity, added, onAdd }: Props) {
  const words = useWords();
  const [typed, type] = useState("");
  const groups = descriptions[entity].groups.map((group) => ({
    group: words.say(group.title),
    filters: addableFrom(words, entity, group).filter(({ parameters }) =>
      parameters.some((parameter) => !added.includes(parameter)),
    ),
  }));
  const filters = groups.flatMap((group) => group.filters);
  return (
    <Select
      className={classes.add}
      classNames={{ groupLabel: classes.group }}
      aria-label={words.say("find.add_filter")}
      placeholder={words.say("find.add_filter")}
      leftSection={<IconFilterPlus size={18} aria-hidden />}
      data={groups.map(({ group, filters }) => ({
        group,
        items: filters.map(({ label, parameters }) => ({ label, value: parameters.join() })),
      }))}
      searchable
      searchValue={typed}
      onSearchChange={type}
      value={null}
      onChange={(value) => {
        const chosen = filters.find(({ parameters }) => parameters.join() === value);
        type("");
        if (chosen) onAdd(chosen.parameters);
      }}
      nothingFoundMessage={words.say("find.no_filter")}
      maxDropdownHeight={360}
      comboboxProps={{ width: 300, position: "bottom-start" }}
    />
  );
}
