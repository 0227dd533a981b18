package eliq.app.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Values are read whole and can be copied. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class FactGridTest {
    private static final String SEED = Long.toString(Long.MIN_VALUE);
    private static final String HASH = "eec41f04bd75e10e811c".repeat(3) + "0000";

    private final FactGrid grid = new FactGrid(66);

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new VBox(grid), 200, 400);
        scene.getStylesheets()
                .add(FactGrid.class.getResource("/eliq/app/workbench.css").toExternalForm());
        stage.setScene(scene);
        stage.show();
        grid.show(
                List.of(
                        new Fact("Format", "png"),
                        new Fact("Seed", SEED),
                        new Fact("SHA-256", HASH)));
    }

    private List<PlainText> values() {
        return grid.getChildren().stream()
                .filter(PlainText.class::isInstance)
                .map(PlainText.class::cast)
                .toList();
    }

    @Test
    void aPathStaysOnOneLineAndIsWholeOnHoverAndInTheClipboard(FxRobot robot) {
        String path = "/pictures/" + "folder/".repeat(20) + "image.png";
        robot.interact(() -> grid.show(List.of(new Fact("Where", path, Fact.Form.PATH))));
        WaitForAsyncUtils.waitForFxEvents();
        PathText value = (PathText) grid.lookup(".path-text");
        Label shown = (Label) value.getChildren().getFirst();
        assertTrue(value.getHeight() < 40 && value.getWidth() < 200, value::toString);
        assertEquals(path, shown.getTooltip().getText());

        robot.interact(() -> ((Button) value.getChildren().getLast()).fire());
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertEquals(path, copied[0]);

        robot.interact(() -> grid.show(List.of(new Fact("Where", "/other.png", Fact.Form.PATH))));
        assertSame(value, grid.lookup(".path-text"));
        assertEquals("/other.png", shown.getText());
    }

    @Test
    void aValueLongerThanItsLineIsWrappedAndNothingOfItIsCut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                List.of("png", SEED, HASH), values().stream().map(PlainText::getText).toList());
        assertTrue(values().get(1).getHeight() > 1.5 * values().get(0).getHeight(), "two lines");
        for (PlainText value : values()) {
            Text drawn = (Text) value.lookup(".text");
            assertEquals(value.getText(), drawn.getText());
            assertTrue(
                    drawn.getLayoutBounds().getHeight() <= value.getHeight(),
                    value.getText()
                            + " is "
                            + drawn.getLayoutBounds()
                            + " in "
                            + value.getHeight());
            assertTrue(drawn.getLayoutBounds().getWidth() <= value.getWidth());
            for (Node bar : value.lookupAll(".scroll-bar")) {
                assertTrue(!((ScrollBar) bar).isVisible(), "nothing to scroll");
            }
        }
    }

    @Test
    void aValueIsSelectedAndCopiedButNotChanged(FxRobot robot) {
        PlainText seed = values().get(1);
        robot.interact(seed::requestFocus);
        robot.interact(seed::selectAll);
        robot.write("1");

        assertEquals(SEED, seed.getSelectedText());
        assertEquals("Seed", seed.getAccessibleText());
    }

    @Test
    void factsOfTheSameNamesTakeThePlacesOfThoseBefore(FxRobot robot) {
        PlainText before = values().get(1);
        robot.interact(
                () ->
                        grid.show(
                                List.of(
                                        new Fact("Format", "jpeg"),
                                        new Fact("Seed", "7"),
                                        new Fact("SHA-256", HASH))));
        WaitForAsyncUtils.waitForFxEvents();

        assertSame(before, values().get(1));
        assertEquals(
                List.of("jpeg", "7", HASH), values().stream().map(PlainText::getText).toList());
        assertEquals(values().get(0).getHeight(), values().get(1).getHeight(), 0.5);
        robot.interact(() -> grid.show(List.of(new Fact("Format", "png"))));
        assertEquals(1, values().size());
    }
}
