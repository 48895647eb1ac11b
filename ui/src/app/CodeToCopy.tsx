// A recovery code, to be written down or copied.

import { Button, Group, Text } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useWords } from "../i18n/useWords";
import { copyText } from "../table/copying";
import classes from "./RecoveryCode.module.css";

/** `children`: what is done with it in the end. */
export function CodeToCopy({ code, children }: { code: string; children: ReactNode }) {
  const { say } = useWords();
  const shown = useRef<HTMLOutputElement>(null);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    if (shown.current) window.getSelection()?.selectAllChildren(shown.current);
    setCopied(await copyText(code));
  };
  return (
    <>
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
        {children}
      </Group>
    </>
  );
}
