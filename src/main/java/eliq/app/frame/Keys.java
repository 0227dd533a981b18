package eliq.app.frame;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** Key combinations with the platform's own command key. */
public final class Keys {

    /** How the command key is called here. */
    public static final String COMMAND_NAME =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
                    ? "Cmd"
                    : "Ctrl";

    private Keys() {}

    /** Command key and this one. */
    public static KeyCombination command(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }
}
