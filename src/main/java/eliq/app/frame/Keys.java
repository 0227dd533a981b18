package eliq.app.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Key combinations with the platform's own command key. */
public final class Keys {

    /** How the command key is called here. */
    public static final String COMMAND_NAME =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac")
                    ? "Cmd"
                    : "Ctrl";

    // Undo, clipboard and choosing all within a text.
    private static final Set<KeyCode> EDITING =
            Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X, KeyCode.Y, KeyCode.Z);

    private Keys() {}

    /** Command key and this one. */
    public static KeyCombination command(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** This key and no modifier. */
    public static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    /** The combination written like {@code Ctrl+Shift+O}; empty for what is no key of its own, such as {@code ?}. */
    public static Optional<KeyCombination> read(String written) {
        List<KeyCombination.Modifier> modifiers = new ArrayList<>();
        String[] parts = written.split("\\+");
        for (int i = 0; i < parts.length - 1; i++) {
            switch (parts[i]) {
                case "Shift" -> modifiers.add(KeyCombination.SHIFT_DOWN);
                case "Alt" -> modifiers.add(KeyCombination.ALT_DOWN);
                default -> {
                    if (!parts[i].equals(COMMAND_NAME)) {
                        return Optional.empty();
                    }
                    modifiers.add(KeyCombination.SHORTCUT_DOWN);
                }
            }
        }
        String last = parts[parts.length - 1];
        return Optional.ofNullable(KeyCode.getKeyCode(last.equals(".") ? "Period" : last))
                .map(
                        code ->
                                new KeyCodeCombination(
                                        code, modifiers.toArray(KeyCombination.Modifier[]::new)));
    }

    /** Whether a key belongs to whoever types in a text field. */
    static boolean isTyping(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl text
                && text.isEditable()
                && !event.getCode().isFunctionKey()
                && !event.isAltDown()
                && (!event.isShortcutDown() || EDITING.contains(event.getCode()));
    }
}
