// Asks before something is thrown away.

import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useWords } from "../i18n/useWords";

type Props = {
  opened: boolean;
  title: string;
  question: string;
  action: string;
  /** What leaves everything as it is, where it has words of its own. */
  cancel?: string;
  onConfirm: () => void;
  onClose: () => void;
};

export function Confirm({ opened, title, question, action, cancel, onConfirm, onClose }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <Stack>
        <Text>{question}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {cancel ?? say("action.cancel")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
