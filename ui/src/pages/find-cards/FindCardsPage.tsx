// Finding business cards: filters, the table, one card's details.

import { Button, Loader, Text, Title } from "@mantine/core";
import { useEffect } from "react";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { Pager } from "../../table/Pager";
import { AppliedTerms } from "./AppliedTerms";
import { CardDetails } from "./CardDetails";
import { CardTable } from "./CardTable";
import { Empty } from "./Empty";
import { Filters } from "./Filters";
import classes from "./FindCardsPage.module.css";
import { lookingOf, pageSizes, search, turn } from "./looking";
import { useFound } from "./useFound";

export function FindCardsPage() {
  const { say } = useWords();
  const store = lookingOf(useConnection().id);
  const row = useStore(store, (looking) => looking.row);
  const isOpen = useStore(store, (looking) => looking.isOpen);
  const { query, found, isFetching, error, problems, again } = useFound();
  const card = isOpen ? found?.records[row] : undefined;

  const close = () => {
    store.set({ isOpen: false });
    document.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  };
  const searchAnew = () => {
    const before = store.get().query;
    search(store);
    const isSame = JSON.stringify(before) === JSON.stringify(store.get().query);
    if (isSame) again();
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
      if (event.key === "Escape" && isOpen && !isInDialog) close();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{say("find.title")}</Title>
        <div className={classes.busy} role="status">
          {isFetching && (
            <>
              <Loader size="xs" aria-hidden />
              <Text>{say("find.loading")}</Text>
            </>
          )}
        </div>
      </div>
      <Filters problems={problems} onSearch={searchAnew} />
      <AppliedTerms />
      <div className={classes.results} data-open={card !== undefined} aria-busy={isFetching}>
        {error && (
          <TroubleNote error={error} safe={say("find.failed_kept")}>
            {problems.length === 0 && <Button onClick={again}>{say("action.try_again")}</Button>}
          </TroubleNote>
        )}
        {found?.records.length === 0 && <Empty query={query} />}
        {found && found.records.length > 0 && <CardTable cards={found.records} />}
        {card && <CardDetails card={card} onClose={close} />}
      </div>
      {found && found.unreadable > 0 && (
        <Text role="status">{say("find.unreadable", { count: found.unreadable })}</Text>
      )}
      {found && (
        <Pager
          page={found.current_number}
          pages={found.total_number}
          total={found.total_count}
          shown={found.records.length}
          size={query.display_number}
          sizes={pageSizes}
          sizeLabel="find.page_size"
          onPage={(number) => turn(store, { number })}
          onSize={(display_number) => turn(store, { display_number, number: 1 })}
        />
      )}
    </div>
  );
}
