// The recovery code of a new database: shown by itself once, until the person says that it is kept.

import { Button, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { CodeToCopy } from "./CodeToCopy";
import { toldOf } from "./opened";

export function RecoveryCode({ connectionId }: { connectionId: string }) {
  const { say } = useWords();
  const told = toldOf(connectionId);
  const code = useStore(told, ({ recoveryCode }) => recoveryCode);
  return (
    <Modal
      opened={code !== null}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="lg"
      title={say("recovery.title")}
    >
      <Stack>
        <Text>{say("recovery.what_for")}</Text>
        <Text>{say("recovery.once")}</Text>
        <CodeToCopy code={code ?? ""}>
          <Button onClick={() => told.set({ recoveryCode: null })}>{say("recovery.kept")}</Button>
        </CodeToCopy>
      </Stack>
    </Modal>
  );
}
