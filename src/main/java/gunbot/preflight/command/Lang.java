package gunbot.preflight.command;

import gunbot.preflight.text.Languages;
import gunbot.preflight.text.Texts;

/** The languages that the option {@code --lang} takes. */
enum Lang {
    en,
    es;

    /**
     * Our words for what a command prints.
     *
     * @param option the option's value, or null where it is not given: then the terminal's language counts
     */
    static Texts texts(Lang option, Languages languages) {
        return Texts.in(languages.ofTerminal(option == null ? null : option.name(), System.getenv()));
    }
}
