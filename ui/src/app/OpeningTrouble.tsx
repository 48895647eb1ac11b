// Why a connection could not be opened, and the ways on: its database may need the person.

import { Button, Stack, Text, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { type Trouble, troubleOf } from "../backend";
import { Problem } from "../form/Field";
import { useWords } from "../i18n/useWords";
import { isPlainEnter } from "../keys/guard";
import { Confirm } from "./Confirm";
import { useStandingChanges } from "./standing";
import { TroubleNote } from "./TroubleNote";

type Props = {
  /** The connection; `practice` for practice. */
  id: string;
  error: unknown;
  title?: string;
  onRetry: () => void;
};

export function OpeningTrouble({ id, error, title, onRetry }: Props) {
  const { say } = useWords();
  const { code } = troubleOf(error);
  return (
    <TroubleNote error={error} {...(title !== undefined && { title })} safe={safety(code, say)}>
      {code === "database_key_gone" && <Recovering id={id} />}
      {(code === "database_key_gone" || code === "database_damaged") && <BeginningAnew id={id} />}
      {code !== "database_key_gone" && code !== "database_newer" && (
        <Button variant={code === "database_damaged" ? "default" : "filled"} onClick={onRetry}>
          {say("action.try_again")}
        </Button>
      )}
    </TroubleNote>
  );
}

function safety(code: Trouble["code"], say: ReturnType<typeof useWords>["say"]) {
  if (code === "keychain_locked") return say("welcome.unlock");
  if (code === "database_key_gone" || code === "database_damaged") return say("database.untouched");
  return undefined;
}

function Recovering({ id }: { id: string }) {
  const words = useWords();
  const { say } = words;
  const { recover } = useStandingChanges();
  const recovering = useMutation({ mutationFn: recover });
  const [code, type] = useState("");
  const submit = () =>
    code.trim() !== "" && !recovering.isPending && recovering.mutate({ id, code });
  return (
    <Stack gap="xs" align="flex-start" w="100%">
      <TextInput
        name="recovery_code"
        label={say("recovery.label")}
        description={say("recovery.hint")}
        value={code}
        w="min(100%, 28rem)"
        autoCapitalize="off"
        error={recovering.error && <Problem>{words.trouble(troubleOf(recovering.error))}</Problem>}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={({ nativeEvent }) => {
          if (isPlainEnter(nativeEvent)) submit();
        }}
      />
      <Button loading={recovering.isPending} onClick={submit}>
        {say("recovery.open")}
      </Button>
    </Stack>
  );
}

function BeginningAnew({ id }: { id: string }) {
  const words = useWords();
  const { say } = words;
  const { beginAnew } = useStandingChanges();
  const beginning = useMutation({ mutationFn: beginAnew });
  const [asked, ask] = useState(false);
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" loading={beginning.isPending} onClick={() => ask(true)}>
        {say("database.begin_anew")}
      </Button>
      {beginning.error && <Text role="alert">{words.trouble(troubleOf(beginning.error))}</Text>}
      <Confirm
        opened={asked}
        title={say("database.begin_anew")}
        question={say("database.begin_anew_confirm")}
        action={say("database.begin_anew")}
        onConfirm={() => beginning.mutate(id)}
        onClose={() => ask(false)}
      />
    </Stack>
  );
}
