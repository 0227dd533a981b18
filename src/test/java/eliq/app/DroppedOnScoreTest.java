package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.Navigation;
import eliq.app.frame.StatusViewModel;
import eliq.app.score.FileChoice;
import eliq.app.score.ScoreRow;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a user drops on the Score view in the first ten minutes, with the shipped scorer. Needs no display. */
@ExtendWith(ApplicationExtension.class)
class DroppedOnScoreTest {
    private static final Path ODD = Path.of("src/test/resources/eliq/image");

    private static final List<String> ODD_PICTURES =
            List.of("alpha.png", "cmyk.jpg", "grey.jpg", "palette.gif", "turned.png");

    @TempDir private static Path folder;
    private static Services services;

    private Stage stage;

    @BeforeAll
    static void openAWorkspace() throws Exception {
        services = Services.open(folder.resolve("home"));
    }

    @AfterAll
    static void close() {
        services.close();
    }

    @Start
    void start(Stage given) {
        stage = given;
        Desk desk = new Desk(services, new StatusViewModel(), new Navigation());
        Appearance appearance = new Appearance(new MemoryPreferences());
        appearance.start();
        MainWindow window =
                new MainWindow(
                        List.of(ScoreSection.view(desk, FileChoice.dialogs(() -> stage))),
                        desk.status(),
                        appearance);
        stage.setScene(window.scene(1280, 800));
        stage.show();
    }

    @Test
    void picturesOfComfyUiBringTheirPromptsAndAJpegWithoutOneGetsItTyped(FxRobot robot)
            throws Exception {
        Path comfy = Files.createDirectories(folder.resolve("comfy"));
        for (String thing : List.of("red fox", "blue boat", "green hill")) {
            Files.write(
                    comfy.resolve(thing.replace(' ', '-') + ".png"),
                    ImageEncoding.png(
                            waves(thing.length()), Map.of("prompt", graph("a " + thing))));
        }
        Path plain = folder.resolve("plain.jpg");
        Files.write(plain, ImageEncoding.jpeg(waves(3), 0.9f));

        drop(robot, List.of(comfy, plain));
        until("all four are scored", () -> scored(robot) == 4);

        assertEquals(
                List.of("a blue boat", "a green hill", "a red fox", ""),
                rows(robot).stream().map(row -> row.promptProperty().get()).toList());
        assertTrue(row(robot, "plain.jpg").judgement().orElseThrow().alignment().isEmpty());
        clickOnVisual(robot);
        assertEquals(sorted(robot).reversed(), visual(robot), "one click puts the best first");
        clickOnVisual(robot);
        assertEquals(sorted(robot), visual(robot), "the next one the worst");

        robot.clickOn("plain.jpg");
        robot.clickOn("#score-prompt").write("three waves");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.ENTER).release(KeyCode.SHORTCUT);
        until(
                "it has an alignment",
                () ->
                        row(robot, "plain.jpg")
                                .judgement()
                                .flatMap(judgement -> judgement.alignment())
                                .isPresent());
        robot.interact(() -> Snapshots.write(stage.getScene(), "score-dropped"));
    }

    @Test
    void oddPicturesAreScoredAndWhatIsNoneSaysSo(FxRobot robot) throws Exception {
        Path odd = Files.createDirectories(folder.resolve("odd"));
        for (String name : ODD_PICTURES) {
            Files.copy(ODD.resolve(name), odd.resolve(name));
        }
        Files.write(odd.resolve("small.png"), ImageEncoding.png(waves(5)));
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_USHORT_GRAY),
                "png",
                odd.resolve("sixteen-bit.png").toFile());
        Files.writeString(odd.resolve("text.png"), "this is a text");

        drop(robot, List.of(odd));
        int all = ODD_PICTURES.size() + 3;
        until(
                "all but one are scored",
                () -> scored(robot) == all - 1 && rows(robot).size() == all);

        ScoreRow text = row(robot, "text.png");
        assertTrue(
                text.stateProperty().get() instanceof ScoreRow.State.Failed(String reason)
                        && reason.contains("it holds text"),
                text.stateProperty().get().toString());
    }

    private static Pixels waves(int number) {
        byte[] rgb = new byte[3 * 64 * 64];
        for (int i = 0; i < rgb.length; i++) {
            double phase = (i / 3 % 64) * number / 9.0 + i / 192 / 7.0;
            rgb[i] = (byte) (128 + 90 * Math.sin(phase + i % 3));
        }
        return new Pixels(64, 64, rgb);
    }

    private static String graph(String prompt) {
        return """
               {"3":{"class_type":"KSampler","inputs":{"seed":1,"steps":20,"cfg":8.0,"sampler_name":"euler",
               "model":["4",0],"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
               "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
               "5":{"class_type":"EmptyLatentImage","inputs":{"width":64,"height":64,"batch_size":1}},
               "6":{"class_type":"CLIPTextEncode","inputs":{"text":"%s","clip":["4",1]}},
               "7":{"class_type":"CLIPTextEncode","inputs":{"text":"bad","clip":["4",1]}},
               "8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
               "9":{"class_type":"SaveImage","inputs":{"filename_prefix":"a","images":["8",0]}}}"""
                .formatted(prompt);
    }

    private void drop(FxRobot robot, List<Path> files) {
        robot.interact(
                () -> {
                    FileDrag drag = FileDrag.ofFiles(stage.getScene(), files);
                    Node view = robot.lookup("#score-view").query();
                    assertEquals(Optional.of(TransferMode.COPY), drag.over(view));
                    assertEquals(Optional.of(TransferMode.COPY), drag.drop());
                });
    }

    @SuppressWarnings("unchecked")
    private static List<ScoreRow> rows(FxRobot robot) {
        return robot.lookup("#score-table")
                .tryQueryAs(TableView.class)
                .map(table -> List.copyOf(((TableView<ScoreRow>) table).getItems()))
                .orElse(List.of());
    }

    private static ScoreRow row(FxRobot robot, String name) {
        return rows(robot).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The platform without a display calls every click one for a context menu, which no header sorts by. */
    private static void clickOnVisual(FxRobot robot) {
        // Cells have their column's id too.
        Node header =
                robot.lookup(".column-header")
                        .match(node -> "column-visual".equals(node.getId()))
                        .query();
        robot.interact(
                () -> {
                    Event.fireEvent(header, click(MouseEvent.MOUSE_PRESSED, header));
                    Event.fireEvent(header, click(MouseEvent.MOUSE_RELEASED, header));
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static MouseEvent click(EventType<MouseEvent> type, Node node) {
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        return new MouseEvent(
                type,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                down,
                false,
                false,
                false,
                false,
                true,
                new PickResult(node, 5, 5));
    }

    private static long scored(FxRobot robot) {
        return rows(robot).stream().filter(row -> row.judgement().isPresent()).count();
    }

    private static List<Double> visual(FxRobot robot) {
        return rows(robot).stream().map(row -> row.judgement().orElseThrow().visual()).toList();
    }

    private static List<Double> sorted(FxRobot robot) {
        return visual(robot).stream().sorted().toList();
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        try {
            WaitForAsyncUtils.waitFor(
                    180,
                    TimeUnit.SECONDS,
                    () -> {
                        Thread.sleep(40);
                        return WaitForAsyncUtils.asyncFx(condition).get();
                    });
        } catch (TimeoutException e) {
            throw new AssertionError("did not happen in time: " + what, e);
        }
    }
}
