// Somebody closes the window while something is unsent: what becomes of it, and the choice.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { backend, type Counts, listenToClosing } from "../backend";
import { formsOf, storesOf } from "../form/forms";
import { keep } from "../form/keeping";
import { useWords } from "../i18n/useWords";
import { unsentIn } from "../outbox/records";
import { keepViews } from "../store/kept";
import { useStore } from "../store/store";
import { useConnection } from "./connection";
import { toldOf } from "./opened";

export function Closing() {
  const { say } = useWords();
  const { id } = useConnection();
  const isMemoryOnly = useStore(toldOf(id), (told) => told.isMemoryOnly);
  const [counts, setCounts] = useState<Counts | null>(null);
  useEffect(() => listenToClosing(setCounts), []);

  const close = async () => {
    for (const store of storesOf(formsOf(id))) await keep(store);
    await keepViews();
    await backend.closeWindow(true);
  };
  const keepOpen = () => {
    setCounts(null);
    backend.closeWindow(false).catch(() => undefined);
  };
  const unsent = counts ? unsentIn(counts) : 0;
  return (
    <Modal
      opened={counts !== null}
      onClose={keepOpen}
      title={say("closing.title")}
      closeButtonProps={{ "aria-label": say("closing.keep_open") }}
    >
      <Stack>
        <Text>{say(isMemoryOnly ? "closing.lost" : "closing.kept", { count: unsent })}</Text>
        {isMemoryOnly && counts !== null && counts.drafts > 0 && (
          <Text>{say("closing.drafts_lost", { count: counts.drafts })}</Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={keepOpen} data-autofocus>
            {say("closing.keep_open")}
          </Button>
          <Button {...(isMemoryOnly && { color: "red" })} onClick={close}>
            {say(isMemoryOnly ? "closing.lose" : "closing.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
