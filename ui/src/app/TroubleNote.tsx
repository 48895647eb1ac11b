// What went wrong, in words, with what can be done about it.

import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { troubleOf } from "../backend";
import { useWords } from "../i18n/useWords";

type Props = {
  error: unknown;
  title?: string;
  /** What of one's work is safe. */
  safe?: string | undefined;
  /** What to do: buttons. */
  children?: ReactNode;
};

export function TroubleNote({ error, title, safe, children }: Props) {
  const words = useWords();
  return (
    <Alert
      color="red"
      variant="outline"
      className="trouble-note"
      icon={<IconAlertTriangle aria-hidden />}
      {...(title !== undefined && { title })}
    >
      <Stack gap="xs">
        <Text>{words.trouble(troubleOf(error))}</Text>
        {safe && <Text>{safe}</Text>}
        {children && <Group gap="xs">{children}</Group>}
      </Stack>
    </Alert>
  );
}
