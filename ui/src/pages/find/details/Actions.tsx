// What can be done with a record.

import { Button, Group } from "@mantine/core";
import { IconCopy, IconExternalLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { TroubleNote } from "../../../app/TroubleNote";
import { backend, type Entity, type FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import { inOneLine } from "../../../table/copying";
import { fieldOf, useValues } from "../values";

type Props = { entity: Entity; record: FoundRecord; onCopy: (text: string) => void };

export function Actions({ entity, record, onCopy }: Props) {
  const { say, label } = useWords();
  const write = useValues(entity);
  const opening = useMutation({ mutationFn: (id: number) => backend.openCompany(id) });
  const { id, fields, items } = record;
  // A line for each field, its name and its text with a tab between them.
  const copyAll = () => {
    const known = Object.entries(fields)
      .filter(([key]) => key !== "items" || items.length === 0)
      .map(([key, text]) =>
        fieldOf(entity, key) ? [label(entity, key), write(key, text)] : [key, text],
      );
    const own = items.map((item) => [item.label, item.value]);
    onCopy([...known, ...own].map((parts) => parts.map(inOneLine).join("\t")).join("\n"));
  };
  return (
    <>
      <Group gap="xs">
        {entity === "clients" && id !== null && (
          <Button
            variant="default"
            leftSection={<IconExternalLink size={18} aria-hidden />}
            loading={opening.isPending}
            onClick={() => opening.mutate(id)}
          >
            {say("history.open")}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconCopy size={18} aria-hidden />}
          onClick={copyAll}
        >
          {say("details.copy_all")}
        </Button>
      </Group>
      {opening.error && <TroubleNote error={opening.error} />}
    </>
  );
}
