// Names for the numbers of choices: for whoever looks after the installation, so that nobody else
// has to type a number.

import { Button, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { TroubleNote } from "../../../app/TroubleNote";
import { backend } from "../../../backend";
import { useChoices, useReadChoicesAnew } from "../../../choices/choices";
import { type NamedKind, namedKinds } from "../../../choices/kinds";
import { useWords } from "../../../i18n/useWords";
import classes from "./Names.module.css";
import { NamesTable } from "./NamesTable";
import { NewName } from "./NewName";

export function Names() {
  const { say } = useWords();
  const choices = useChoices();
  const [kind, setKind] = useState<NamedKind>("organization");
  return (
    <Stack gap="sm">
      <Title order={2}>{say("names.title")}</Title>
      <Text>{say("names.what_for")}</Text>
      <File />
      <NativeSelect
        name="names_kind"
        className={classes.kind}
        label={say("names.kind")}
        value={kind}
        data={namedKinds.map((value) => ({
          value,
          label: say("names.kind_count", {
            kind: say(`names.kind.${value}`),
            count: choices.named(value).length,
          }),
        }))}
        onChange={(event) => setKind(event.currentTarget.value as NamedKind)}
      />
      <NamesTable key={kind} kind={kind} />
      <NewName key={`new ${kind}`} kind={kind} />
    </Stack>
  );
}

/** All names as one file, for colleagues and from them. */
function File() {
  const { say } = useWords();
  const readAnew = useReadChoicesAnew();
  const importing = useMutation({
    mutationFn: () => backend.importChoices(),
    onSettled: readAnew,
  });
  const exporting = useMutation({ mutationFn: () => backend.exportChoices() });
  const error = importing.error ?? exporting.error;
  const isBusy = importing.isPending || exporting.isPending;
  const told = importing.data
    ? say("names.imported", { ...importing.data })
    : exporting.data && say("names.exported");
  return (
    <>
      {error && <TroubleNote error={error} safe={say("names.unchanged")} />}
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconUpload size={18} aria-hidden />}
          disabled={isBusy}
          onClick={() => {
            exporting.reset();
            importing.mutate();
          }}
        >
          {say("names.import")}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          disabled={isBusy}
          onClick={() => {
            importing.reset();
            exporting.mutate();
          }}
        >
          {say("names.export")}
        </Button>
        <Text role="status">{told}</Text>
      </Group>
    </>
  );
}
