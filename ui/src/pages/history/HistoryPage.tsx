// What this computer registered: when, and under which number.

import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Confirm } from "../../app/Confirm";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { backend } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { upToDate } from "../../outbox/records";
import { useStore } from "../../store/store";
import { Pager } from "../../table/Pager";
import classes from "./HistoryPage.module.css";
import { RegisteredTable } from "./RegisteredTable";
import { pageSizes, recallingOf } from "./recalling";

export function HistoryPage() {
  const { say } = useWords();
  const connection = useConnection();
  const store = recallingOf(connection.id);
  const { text, query } = useStore(store, (recalling) => recalling);
  const answer = useQuery({
    queryKey: [connection.id, "history", query],
    queryFn: () => upToDate(() => backend.history(query)),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (text === query.text) return;
    const timer = setTimeout(() => store.set({ query: { ...query, text, number: 1 } }), pause);
    return () => clearTimeout(timer);
  }, [store, text, query]);
  const page = answer.data;
  return (
    <Stack gap="md" className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>{say("history.title")}</Title>
        <Wiping isEmpty={page?.total_count === 0 && query.text === ""} />
      </div>
      <TextInput
        type="search"
        name="history"
        className={classes.search}
        label={say("history.search")}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={text}
        onChange={(event) => store.set({ text: event.currentTarget.value })}
      />
      {answer.error && (
        <TroubleNote error={answer.error}>
          <Button onClick={() => answer.refetch()}>{say("action.try_again")}</Button>
        </TroubleNote>
      )}
      {page?.records.length === 0 && (
        <Text role="status">
          {query.text.trim() === ""
            ? say("history.empty")
            : say("history.none", { text: query.text.trim() })}
        </Text>
      )}
      {page && page.records.length > 0 && (
        <>
          <RegisteredTable records={page.records} />
          <Pager
            page={query.number}
            pages={Math.ceil(page.total_count / query.display_number)}
            total={page.total_count}
            shown={page.records.length}
            size={query.display_number}
            sizes={pageSizes}
            sizeLabel="history.page_size"
            onPage={(number) => store.set({ query: { ...query, number } })}
            onSize={(display_number) =>
              store.set({ query: { ...query, display_number, number: 1 } })
            }
          />
        </>
      )}
    </Stack>
  );
}

// A pause in typing, in milliseconds.
const pause = 250;

function Wiping({ isEmpty }: { isEmpty: boolean }) {
  const { say } = useWords();
  const { id } = useConnection();
  const client = useQueryClient();
  const [asked, ask] = useState(false);
  const wiping = useMutation({
    mutationFn: () => backend.wipeHistory(),
    onSettled: () => client.invalidateQueries({ queryKey: [id, "history"] }),
  });
  return (
    <Group>
      {wiping.error && <TroubleNote error={wiping.error} />}
      <Button
        variant="subtle"
        color="red"
        disabled={isEmpty}
        loading={wiping.isPending}
        onClick={() => ask(true)}
      >
        {say("history.wipe")}
      </Button>
      <Confirm
        opened={asked}
        title={say("history.wipe")}
        question={say("history.wipe_confirm")}
        action={say("history.wipe")}
        onConfirm={() => wiping.mutate()}
        onClose={() => ask(false)}
      />
    </Group>
  );
}
