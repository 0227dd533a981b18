package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Action;
import eliq.app.frame.Appearance;
import eliq.app.frame.Keys;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.frame.View;
import eliq.library.ImportImages;
import eliq.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.prefs.Preferences;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Whatever can be done can be done by a key, and the key sheet says so. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class ActionKeysTest {
    private static final List<KeyCombination> WINDOW =
            List.of(
                    Keys.command(KeyCode.T),
                    Keys.command(KeyCode.K),
                    Keys.command(KeyCode.DIGIT1),
                    Keys.command(KeyCode.DIGIT2),
                    Keys.command(KeyCode.DIGIT3),
                    Keys.command(KeyCode.DIGIT4),
                    Keys.command(KeyCode.DIGIT5),
                    Keys.command(KeyCode.DIGIT6),
                    Keys.command(KeyCode.DIGIT7),
                    Keys.command(KeyCode.DIGIT8),
                    Keys.plain(KeyCode.F7),
                    Keys.plain(KeyCode.F8),
                    Keys.plain(KeyCode.F9),
                    Keys.read("Alt+Left").orElseThrow(),
                    Keys.read("Alt+Right").orElseThrow(),
                    Keys.read(Keys.COMMAND_NAME + "+Shift+T").orElseThrow());

    @TempDir Path home;

    private final Preferences preferences = Preferences.userRoot().node("eliq-action-keys-test");
    private final StatusViewModel status = new StatusViewModel();
    private Stage stage;
    private Services services;
    private List<View> views;

    @Start
    void start(Stage given) throws Exception {
        stage = given;
        services = Services.open(home);
        // Where there is nothing, there is nothing to search.
        Workbench workbench = services.workbench();
        Path pictures = StripedPictures.write(home.resolve("pictures"), 0, 1);
        workbench.jobs().run(workbench.importImages(), ImportImages.of(List.of(pictures)));
        views = Desktop.views(new Desk(services, status, new Navigation()));
        preferences.put("appearance", "LIGHT");
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        stage.setScene(new MainWindow(views, status, appearance).scene(1280, 800));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(stage::hide);
        services.close();
        preferences.removeNode();
    }

    @Test
    void everyActionHasAKeyThatNothingElseInItsViewHas() {
        for (View view : views) {
            Map<KeyCombination, String> taken = new HashMap<>();
            WINDOW.forEach(key -> taken.put(key, "the window"));
            for (Action action : view.actions()) {
                KeyCombination key =
                        Keys.read(action.keys())
                                .orElseThrow(
                                        () ->
                                                new AssertionError(
                                                        view.title() + ": " + action.title()));
                String other = taken.put(key, action.title());
                assertTrue(
                        other == null,
                        view.title()
                                + ": "
                                + action.keys()
                                + " does "
                                + action.title()
                                + " and "
                                + other);
            }
        }
    }

    @Test
    void theKeySheetOfAViewNamesTheKeyOfEveryAction() {
        for (View view : views) {
            List<String> named = new ArrayList<>();
            for (String line : view.keys()) {
                named.addAll(Arrays.asList(line.split(" {2,}", 2)[0].split(", ")));
            }
            for (Action action : view.actions()) {
                assertTrue(
                        named.contains(action.keys()),
                        view.title()
                                + ": "
                                + action.keys()
                                + " of "
                                + action.title()
                                + " in "
                                + named);
            }
            assertEquals(
                    named.size(), named.stream().distinct().count(), view.title() + ": " + named);
        }
    }

    @Test
    void aKeyThatTheViewDoesNotTakeItselfRunsItsAction(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT8).release(KeyCode.DIGIT8, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.F);
        WaitForAsyncUtils.waitForFxEvents();

        assertTrue(robot.lookup("#jobs-failed").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void whatIsTypedIntoATextFieldRunsNoAction(FxRobot robot) {
        Patience.until(() -> !robot.lookup("#library-search").query().isDisabled());
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.press(KeyCode.SHIFT).type(KeyCode.F).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();

        assertEquals("F", robot.lookup("#library-search").queryAs(TextField.class).getText());
    }
}
