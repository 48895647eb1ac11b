// The recovery code of the open connection's database once more, for whoever did not note it.

import { Button, Group, Modal, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { CodeToCopy } from "../../app/CodeToCopy";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { backend } from "../../backend";
import { useWords } from "../../i18n/useWords";

export function ShowRecoveryCode() {
  const { say } = useWords();
  const { kept } = useConnection();
  const asking = useMutation({ mutationFn: () => backend.recoveryCode() });
  const code = asking.data ?? null;
  // What lasts until the program closes needs no code, and practice has none.
  if (kept === "session") return null;
  return (
    <Stack gap="xs">
      <Title order={2}>{say("recovery.title")}</Title>
      <Text>{say("recovery.what_for")}</Text>
      {asking.error && <TroubleNote error={asking.error} />}
      <Group>
        <Button variant="default" loading={asking.isPending} onClick={() => asking.mutate()}>
          {say("recovery.show")}
        </Button>
        <Text role="status">{asking.isSuccess && code === null && say("recovery.none")}</Text>
      </Group>
      <Modal
        opened={code !== null}
        onClose={asking.reset}
        size="lg"
        title={say("recovery.title")}
        closeButtonProps={{ "aria-label": say("action.close") }}
      >
        <Stack>
          <Text>{say("recovery.again")}</Text>
          <CodeToCopy code={code ?? ""}>
            <Button onClick={asking.reset}>{say("recovery.kept")}</Button>
          </CodeToCopy>
        </Stack>
      </Modal>
    </Stack>
  );
}
