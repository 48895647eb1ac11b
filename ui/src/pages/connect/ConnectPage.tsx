// Connecting to HotProfile with a host and a key.

import { Anchor, Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconAlertTriangle, IconArrowLeft, IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { places } from "../../app/places";
import { TroubleNote } from "../../app/TroubleNote";
import { type Connection, TroubleError } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { isPlainEnter, isSave } from "../../keys/guard";
import { placeOf, type Typed, useConnecting } from "./connecting";

export function ConnectPage() {
  const { say } = useWords();
  const connecting = useConnecting();
  return (
    <main className="lone-page">
      <Stack gap="lg">
        <Group justify="space-between">
          <Anchor href={`#${places.welcome}`}>
            <Group gap={6}>
              <IconArrowLeft size={18} aria-hidden />
              {say("action.back")}
            </Group>
          </Anchor>
          <LanguageSwitch />
        </Group>
        <Title order={1}>{say("connect.title")}</Title>
        {connecting.connection ? (
          <Connected connection={connecting.connection} isAsSaid={connecting.isForSession} />
        ) : (
          <ConnectForm {...connecting} />
        )}
      </Stack>
    </main>
  );
}

function ConnectForm(props: ReturnType<typeof useConnecting>) {
  const { typed, foreignHost, trouble, isConnecting, type, readHost, connect } = props;
  const words = useWords();
  const { say } = words;
  const form = useRef<HTMLFormElement>(null);
  const place = trouble && placeOf(trouble);

  // The person is taken to what needs another look.
  useEffect(() => {
    if (!place || isConnecting) return;
    form.current?.querySelector<HTMLElement>(`[name="${place}"]`)?.focus();
  }, [place, isConnecting]);

  const field = (name: keyof Typed) => ({
    name,
    value: typed[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      type(name, event.currentTarget.value),
    error: trouble && place === name ? <span role="alert">{words.trouble(trouble)}</span> : null,
    readOnly: isConnecting,
  });

  return (
    <form
      ref={form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent }) => {
        const isField = nativeEvent.target instanceof HTMLInputElement;
        if (isField && (isPlainEnter(nativeEvent) || isSave(nativeEvent))) connect();
      }}
    >
      <Stack>
        <TextInput
          {...field("host")}
          label={say("connect.host")}
          description={say("connect.host_hint")}
          inputMode="url"
          autoCapitalize="off"
          autoFocus
          onBlur={readHost}
        />
        <TextInput
          {...field("api_key")}
          type="password"
          label={say("connect.key")}
          description={say("connect.key_hint")}
        />
        {/* Below the key: nothing moves under the caret when it comes. */}
        {foreignHost !== null && (
          <Stack gap="xs">
            <Group gap="xs" wrap="nowrap" align="start" role="status">
              <IconAlertTriangle aria-hidden className="sign" />
              <Text>{say("connect.host_again_hint", { host: foreignHost })}</Text>
            </Group>
            <TextInput
              {...field("host_again")}
              label={say("connect.host_again")}
              inputMode="url"
              autoCapitalize="off"
            />
          </Stack>
        )}
        {trouble && place === "form" && (
          <TroubleNote error={new TroubleError(trouble)} safe={say("connect.nothing_kept")}>
            <KeychainWays code={trouble.code} connect={connect} />
          </TroubleNote>
        )}
        <Group>
          <Button loading={isConnecting} onClick={() => connect()}>
            {say("connect.submit")}
          </Button>
          <Text role="status">{isConnecting && say("connect.trying")}</Text>
        </Group>
      </Stack>
    </form>
  );
}

function KeychainWays({ code, connect }: { code: string; connect: (session: boolean) => void }) {
  const { say } = useWords();
  // What is not kept on this computer needs neither its keychain nor its disk.
  if (!code.startsWith("keychain_") && code !== "not_written") return null;
  return (
    <Stack gap="xs">
      {code === "keychain_locked" && <Text>{say("welcome.unlock")}</Text>}
      <Group gap="xs">
        <Button onClick={() => connect(false)}>{say("action.try_again")}</Button>
        <Button variant="default" onClick={() => connect(true)}>
          {say("connect.session_only")}
        </Button>
      </Group>
      <Text>{say("connect.session_only_hint")}</Text>
    </Stack>
  );
}

/** `isAsSaid`: the person chose to use the connection for this session alone. */
function Connected({ connection, isAsSaid }: { connection: Connection; isAsSaid: boolean }) {
  const { say } = useWords();
  return (
    <Stack align="flex-start">
      <Group gap="xs" role="status">
        <IconCircleCheck aria-hidden />
        <Text size="md">{say("connect.connected", { host: connection.host })}</Text>
      </Group>
      {connection.kept === "session" && (
        <Text>{say(isAsSaid ? "connect.session_only_hint" : "connect.kept_for_session")}</Text>
      )}
      <Button component="a" href={`#${places.registerCard}`} autoFocus>
        {say("connect.start")}
      </Button>
    </Stack>
  );
}
