// The three languages, each by its own name.

import { SegmentedControl } from "@mantine/core";
import { useIntl } from "react-intl";
import { languages } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { useStandingChanges } from "./standing";

export function LanguageSwitch() {
  const { say } = useWords();
  const { locale } = useIntl();
  const { speak } = useStandingChanges();
  return (
    <SegmentedControl
      name="language"
      aria-label={say("language.label")}
      data={[...languages]}
      value={locale}
      transitionDuration={0}
      onChange={(value) => {
        const chosen = languages.find((language) => language.value === value);
        // What can not be remembered still holds until the program closes.
        if (chosen) speak(chosen.value).catch(() => undefined);
      }}
    />
  );
}
