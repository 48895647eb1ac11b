// The filter panel: the usual filters, and those that were added. It searches on Enter or with its
// button, never by itself.

import { Button, CloseButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Entity, Problem as FieldProblem } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { isPlainEnter } from "../../keys/guard";
import { useStore } from "../../store/store";
import { AddFilter } from "./AddFilter";
import { FilterInput } from "./FilterInput";
import classes from "./Filters.module.css";
import { filterLabel, type Search, searchBy, usualFilters } from "./filters";
import { addFilters, dropFilter, useFinding } from "./looking";

type Props = {
  entity: Entity;
  problems: readonly FieldProblem[];
  onSearch: () => void;
  /** What stands beside the buttons. */
  children: ReactNode;
};

export function Filters({ entity, problems, onSearch, children }: Props) {
  const words = useWords();
  const finding = useFinding(entity);
  const added = useStore(finding.looking, (looking) => looking.added);
  const form = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);

  // Whoever adds a filter goes on in it.
  useEffect(() => {
    if (wanted.current === null) return;
    const place = form.current?.querySelector(`[data-filter="${wanted.current}"]`);
    wanted.current = null;
    place?.querySelector<HTMLElement>("input, select")?.focus();
  });

  const draw = (search: Search) => (
    <FilterInput
      entity={entity}
      search={search}
      problem={problems.find(({ key }) => key === search.parameter)}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest WebKit we build for has no <search>
    <form
      ref={form}
      role="search"
      aria-label={words.say("find.filters")}
      className={classes.panel}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent }) => {
        const isFilter =
          nativeEvent.target instanceof HTMLInputElement &&
          nativeEvent.target.closest("[data-filter]");
        if (isFilter && !nativeEvent.defaultPrevented && isPlainEnter(nativeEvent)) onSearch();
      }}
    >
      <div className={classes.fields}>
        {usualFilters(entity).map((search) => (
          <div key={search.parameter} data-filter={search.parameter}>
            {draw(search)}
          </div>
        ))}
        {added.map((parameter) => {
          const search = searchBy(entity, parameter);
          if (!search) return null;
          return (
            <div key={parameter} data-filter={parameter} className={classes.added}>
              {draw(search)}
              <CloseButton
                size={34}
                title={words.say("find.take_away")}
                aria-label={words.say("find.take_away_named", {
                  label: filterLabel(words, entity, search),
                })}
                onClick={() => dropFilter(finding, parameter)}
              />
            </div>
          );
        })}
      </div>
      <div className={classes.actions}>
        <Button leftSection={<IconSearch size={18} aria-hidden />} onClick={onSearch}>
          {words.say("find.search")}
        </Button>
        <AddFilter
          entity={entity}
          added={added}
          onAdd={(parameters) => {
            wanted.current = parameters[0] ?? null;
            addFilters(finding, parameters);
          }}
        />
        <div className={classes.end}>{children}</div>
      </div>
    </form>
  );
}
