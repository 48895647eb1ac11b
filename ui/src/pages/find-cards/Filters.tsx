// The filter panel. It searches on Enter or with its button, never by itself.

import { Button, Group, TextInput } from "@mantine/core";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useConnection } from "../../app/connection";
import type { Problem as FieldProblem } from "../../backend";
import { Problem } from "../../form/Field";
import { useWords } from "../../i18n/useWords";
import { isPlainEnter } from "../../keys/guard";
import { useStore } from "../../store/store";
import classes from "./Filters.module.css";
import { filterGroups, filterLabel, filtersOf, isDay, usualFilters } from "./filters";
import { type CardSearch, lookingOf, searchFor, typeTerm } from "./looking";

type Props = { problems: readonly FieldProblem[]; onSearch: () => void };

export function Filters({ problems, onSearch }: Props) {
  const { say } = useWords();
  const store = lookingOf(useConnection().id);
  const isUnfolded = useStore(store, (looking) => looking.isUnfolded);
  const isFilled = useStore(store, ({ typed }) => Object.values(typed).some((text) => text !== ""));
  const draw = (search: CardSearch) => (
    <Filter
      key={search.parameter}
      search={search}
      problem={problems.find(({ key }) => key === search.parameter)}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest WebKit we build for has no <search>
    <form
      role="search"
      aria-label={say("find.filters")}
      className={classes.panel}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent }) => {
        const isField = nativeEvent.target instanceof HTMLInputElement;
        if (isField && isPlainEnter(nativeEvent)) onSearch();
      }}
    >
      <div className={classes.fields}>{usualFilters.map(draw)}</div>
      {isUnfolded && (
        <div className={classes.more}>
          {filterGroups.map((group) => (
            <fieldset key={group.title} className={classes.group}>
              <legend>{say(group.title)}</legend>
              <div className={classes.fields}>{filtersOf(group).map(draw)}</div>
            </fieldset>
          ))}
        </div>
      )}
      <Group gap="xs">
        <Button leftSection={<IconSearch size={18} aria-hidden />} onClick={onSearch}>
          {say("find.search")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFilter size={18} aria-hidden />}
          aria-expanded={isUnfolded}
          onClick={() => store.set({ isUnfolded: !isUnfolded })}
        >
          {say(isUnfolded ? "find.fewer" : "find.more")}
        </Button>
        {isFilled && (
          <Button variant="subtle" onClick={() => searchFor(store, {})}>
            {say("find.clear")}
          </Button>
        )}
      </Group>
    </form>
  );
}

function Filter({ search, problem }: { search: CardSearch; problem: FieldProblem | undefined }) {
  const words = useWords();
  const store = lookingOf(useConnection().id);
  const value = useStore(store, ({ typed }) => typed[search.parameter] ?? "");
  return (
    <TextInput
      name={search.parameter}
      label={filterLabel(words, search)}
      value={value}
      placeholder={isDay(search) ? "2026/11/23" : undefined}
      inputMode={search.matching === "exact" ? "numeric" : "text"}
      error={problem && <Problem>{words.fault(problem.fault)}</Problem>}
      onChange={(event) => typeTerm(store, search.parameter, event.currentTarget.value)}
    />
  );
}
