package eliq.app.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of comparing, for whatever view compares. */
public final class CompareKeys {
    private static final double DIVIDER_STEP = 0.05;

    private CompareKeys() {}

    /** One line for each key. */
    public static List<String> lines() {
        return List.of(
                "Left, Right  picture",
                "Alt+Left, Alt+Right  picture to compare with",
                "S  side by side",
                ", .  fewer and more panes",
                "W  swipe",
                "B, hold Space  blink",
                "D  difference",
                "O  one at a time",
                "[ ]  move the line, change the gain",
                "Z  fit or fill",
                "1, 2  100 %, 200 %");
    }

    /** Listens to the keys of a view, except where somebody types. */
    public static void listen(Node view, CompareViewModel<?> model) {
        listen(view, model, () -> true);
    }

    /** As {@link #listen(Node, CompareViewModel)}, while pictures are compared at all. */
    public static void listen(Node view, CompareViewModel<?> model, BooleanSupplier comparing) {
        view.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (comparing.getAsBoolean()
                            && !keepsItsKeys(event)
                            && !event.isShortcutDown()
                            && pressed(event, model)) {
                        event.consume();
                    }
                });
        view.addEventFilter(
                KeyEvent.KEY_RELEASED,
                event -> {
                    if (event.getCode() == KeyCode.SPACE && model.blinkingProperty().get()) {
                        model.blinkingProperty().set(false);
                        event.consume();
                    }
                });
    }

    /** Whether somebody types, or a control that has the focus needs this key itself. */
    public static boolean keepsItsKeys(KeyEvent event) {
        return switch (event.getTarget()) {
            case TextInputControl _, Slider _ -> true;
            case ButtonBase _, ChoiceBox<?> _ -> event.getCode() == KeyCode.SPACE;
            default -> false;
        };
    }

    private static boolean pressed(KeyEvent event, CompareViewModel<?> model) {
        switch (event.getCode()) {
            case LEFT -> step(event, model, -1);
            case RIGHT -> step(event, model, 1);
            case SPACE -> {
                model.modeProperty().set(CompareMode.BLINK);
                model.blinkingProperty().set(true);
            }
            case COMMA -> model.panes(model.panesProperty().get() - 1);
            case PERIOD -> model.panes(model.panesProperty().get() + 1);
            case OPEN_BRACKET -> slide(model, -1);
            case CLOSE_BRACKET -> slide(model, 1);
            case Z -> model.fitOrFill();
            case DIGIT1, NUMPAD1 -> model.zoom(new Viewport.Zoom.Scale(1));
            case DIGIT2, NUMPAD2 -> model.zoom(new Viewport.Zoom.Scale(2));
            default -> {
                return mode(event, model);
            }
        }
        return true;
    }

    private static boolean mode(KeyEvent event, CompareViewModel<?> model) {
        if (event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        return Arrays.stream(CompareMode.values())
                .filter(mode -> mode.key().equals(event.getCode().getName()))
                .peek(model.modeProperty()::set)
                .findFirst()
                .isPresent();
    }

    private static void step(KeyEvent event, CompareViewModel<?> model, int by) {
        if (event.isAltDown()) {
            model.moveReference(by);
        } else {
            model.move(by);
        }
    }

    private static void slide(CompareViewModel<?> model, int by) {
        if (model.modeProperty().get() == CompareMode.DIFFERENCE) {
            double factor = by > 0 ? 2 : 0.5;
            model.gainProperty()
                    .set(
                            Math.clamp(
                                    model.gainProperty().get() * factor,
                                    1,
                                    CompareViewModel.LARGEST_GAIN));
        } else {
            model.dividerProperty()
                    .set(Math.clamp(model.dividerProperty().get() + by * DIVIDER_STEP, 0, 1));
        }
    }
}
