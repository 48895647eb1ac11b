// Finding records of one kind: filters, the table, one record's details.

import { Button, Loader, Text, Title } from "@mantine/core";
import { useState } from "react";
import { TroubleNote } from "../../app/TroubleNote";
import type { Entity } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useWindowKeys } from "../../keys/useWindowKeys";
import { useStore } from "../../store/store";
import { copyText } from "../../table/copying";
import { Pager } from "../../table/Pager";
import { ChangedLine } from "../change/ChangedLine";
import { AppliedTerms } from "./AppliedTerms";
import { RecordDetails } from "./details/RecordDetails";
import { Empty } from "./Empty";
import { Filters } from "./Filters";
import classes from "./FindPage.module.css";
import { FoundTable } from "./FoundTable";
import { pageSizes } from "./keeping";
import { search, turn, useFinding } from "./looking";
import { TableTools } from "./TableTools";
import { useFound } from "./useFound";

export function FindPage({ entity }: { entity: Entity }) {
  const { say } = useWords();
  const finding = useFinding(entity);
  const { row, column, isOpen } = useStore(finding.caret, (caret) => caret);
  const { query, found, isFetching, error, problems, again } = useFound(entity);
  const record = isOpen ? found?.records[row] : undefined;
  const [isCopied, setCopied] = useState<boolean | null>(null);

  const copy = async (text: string) => setCopied(await copyText(text));
  const close = () => {
    finding.caret.set({ isOpen: false });
    document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`)?.focus();
  };
  const searchAnew = async () => {
    const before = finding.looking.get().query;
    await search(finding);
    const isSame = JSON.stringify(before) === JSON.stringify(finding.looking.get().query);
    if (isSame) again();
  };

  useWindowKeys((event) => {
    const isElsewhere =
      event.target instanceof Element && event.target.closest('[role="dialog"],[role="search"]');
    if (event.key === "Escape" && isOpen && !isElsewhere) close();
  });

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{say(`find.${entity}.title`)}</Title>
        <div className={classes.busy} role="status">
          {isFetching && (
            <>
              <Loader size="xs" aria-hidden />
              <Text>{say("find.loading")}</Text>
            </>
          )}
          {!isFetching && isCopied !== null && (
            <Text>{say(isCopied ? "find.copied" : "find.not_copied")}</Text>
          )}
        </div>
      </div>
      <ChangedLine entity={entity} />
      <Filters entity={entity} problems={problems} onSearch={searchAnew}>
        <TableTools entity={entity} />
      </Filters>
      <AppliedTerms entity={entity} />
      <div className={classes.results} data-open={record !== undefined} aria-busy={isFetching}>
        {error && (
          <TroubleNote error={error} safe={say("find.failed_kept")}>
            {problems.length === 0 && <Button onClick={again}>{say("action.try_again")}</Button>}
          </TroubleNote>
        )}
        {found?.records.length === 0 && <Empty entity={entity} query={query} />}
        {found && found.records.length > 0 && (
          <FoundTable entity={entity} records={found.records} onCopy={copy} />
        )}
        {record && <RecordDetails entity={entity} record={record} onCopy={copy} onClose={close} />}
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
          sizes={pageSizes(entity)}
          sizeLabel="find.page_size"
          onPage={(number) => turn(finding, { number })}
          onSize={(display_number) => turn(finding, { display_number, number: 1 })}
        />
      )}
    </div>
  );
}
