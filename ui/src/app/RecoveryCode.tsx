// The recovery code of a new database: shown once, until the person says that it is kept.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { toldOf } from "./opened";
import classes from "./RecoveryCode.module.css";

export function RecoveryCode({ connectionId }: { connectionId: string }) {
  const { say } = useWords();
  const told = toldOf(connectionId);
  const code = useStore(told, ({ recoveryCode }) => recoveryCode);
  const shown = useRef<HTMLOutputElement>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);

  const copy = async () => {
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    const copied = await navigator.clipboard?.writeText(code ?? "").then(
      () => true,
      () => false,
    );
    setCopied(copied ?? false);
  };
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
        <output ref={shown} className={classes.code} aria-label={say("recovery.title")}>
          {code}
        </output>
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconCopy size={18} aria-hidden />}
              onClick={copy}
              data-autofocus
            >
              {say("recovery.copy")}
            </Button>
            <Text role="status">
              {isCopied !== null && say(isCopied ? "recovery.copied" : "recovery.not_copied")}
            </Text>
          </Group>
          <Button onClick={() => told.set({ recoveryCode: null })}>{say("recovery.kept")}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
