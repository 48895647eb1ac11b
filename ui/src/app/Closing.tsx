// Somebody closes the window while something is unsent: what becomes of it, and the choice.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { backend, listenToClosing, type Closing as Wish } from "../backend";
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
  const [wish, setWish] = useState<Wish | null>(null);
  useEffect(() => listenToClosing(setWish), []);

  const close = async () => {
    for (const store of storesOf(formsOf(id))) await keep(store);
    await keepViews();
    await backend.closeWindow(true);
  };
  const keepOpen = () => {
    setWish(null);
    backend.closeWindow(false).catch(() => undefined);
  };
  const unsent = wish ? unsentIn(wish.counts) : 0;
  const drafts = wish?.counts.drafts ?? 0;
  const elsewhere = wish?.lost_elsewhere ?? 0;
  const isLosing = isMemoryOnly || elsewhere > 0;
  return (
    <Modal
      opened={wish !== null}
      onClose={keepOpen}
      title={say("closing.title")}
      closeButtonProps={{ "aria-label": say("closing.keep_open") }}
    >
      <Stack>
        {(unsent > 0 || elsewhere === 0) && (
          <Text>{say(isMemoryOnly ? "closing.lost" : "closing.kept", { count: unsent })}</Text>
        )}
        {isMemoryOnly && drafts > 0 && <Text>{say("closing.drafts_lost", { count: drafts })}</Text>}
        {elsewhere > 0 && <Text>{say("closing.lost_elsewhere", { count: elsewhere })}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={keepOpen} data-autofocus>
            {say("closing.keep_open")}
          </Button>
          <Button {...(isLosing && { color: "red" })} onClick={close}>
            {say(isLosing ? "closing.lose" : "closing.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
