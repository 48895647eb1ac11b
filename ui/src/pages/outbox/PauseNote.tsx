// Why nothing is sent at the moment, that everything is safe, and the way to try at once.

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconClockPause } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { backend, type OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useReadAnew } from "../../outbox/records";

// Waiting in turn or for a company is no pause; and the limit ends by itself alone.
const noPause = ["in_turn", "company"];

export function PauseNote({ records }: { records: OutboxRecord[] }) {
  const { say, time } = useWords();
  const readAnew = useReadAnew();
  const trying = useMutation({ mutationFn: () => backend.tryNow(), onSettled: readAnew });
  const waiting = records.flatMap(({ stage }) => (stage.stage === "waiting" ? [stage] : []));
  const paused = waiting.find(({ why }) => !noPause.includes(why));
  return (
    <div role="status">
      {paused && (
        <Alert variant="outline" icon={<IconClockPause aria-hidden />}>
          <Stack gap="xs">
            <Text fw={600}>{say(`why.${paused.why}`)}</Text>
            <Text>{say("outbox.kept_here", { count: waiting.length })}</Text>
            {paused.until !== null && (
              <Text>{say("stage.until", { time: time(new Date(paused.until)) })}</Text>
            )}
            {paused.why !== "limit" && (
              <Group>
                <Button loading={trying.isPending} onClick={() => trying.mutate()}>
                  {say("outbox.try_now")}
                </Button>
              </Group>
            )}
          </Stack>
        </Alert>
      )}
    </div>
  );
}
