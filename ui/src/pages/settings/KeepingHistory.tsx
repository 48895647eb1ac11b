// How long the history is kept. A shorter time forgets at once, so that is asked first.

import { NativeSelect, Stack, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "../../app/Confirm";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { backend } from "../../backend";
import { useWords } from "../../i18n/useWords";

const choices = [7, 30, 90, 180, 365, 730];

export function KeepingHistory() {
  const { say } = useWords();
  const { id } = useConnection();
  const client = useQueryClient();
  const { data: days } = useQuery({
    queryKey: ["history days"],
    queryFn: () => backend.historyDays(),
  });
  const [shorter, askShorter] = useState<number | null>(null);
  const keeping = useMutation({
    mutationFn: (days: number) => backend.setHistoryDays(days),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ["history days"] });
      await client.invalidateQueries({ queryKey: [id, "history"] });
    },
  });
  if (days === undefined) return null;
  const offered = [...new Set([...choices, days])].sort((one, other) => one - other);
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={2}>{say("history.title")}</Title>
      {keeping.error && <TroubleNote error={keeping.error} />}
      <NativeSelect
        name="history_days"
        label={say("history.keep")}
        description={say("history.keep_hint")}
        value={String(days)}
        data={offered.map((count) => ({
          value: String(count),
          label: say("history.days", { count }),
        }))}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value);
          if (chosen < days) askShorter(chosen);
          else keeping.mutate(chosen);
        }}
      />
      <Confirm
        opened={shorter !== null}
        title={say("history.keep")}
        question={say("history.shorter_confirm", { count: shorter ?? 0 })}
        action={say("history.forget")}
        onConfirm={() => shorter !== null && keeping.mutate(shorter)}
        onClose={() => askShorter(null)}
      />
    </Stack>
  );
}
