package eliq.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import eliq.app.frame.Appearance;
import eliq.app.frame.MainWindow;
import eliq.app.frame.StatusViewModel;
import eliq.app.library.LibraryView;
import eliq.app.library.LibraryViewModel;
import eliq.app.picture.PictureLoader;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The Library's tiles: which are in sight, and where. */
@ExtendWith(ApplicationExtension.class)
class LibraryGridTest {
    private final PaintedShelf shelf = new PaintedShelf();
    private final Preferences preferences = Preferences.userRoot().node("eliq-library-grid-test");
    private final PictureLoader<ImageRow> tiles =
            new PictureLoader<>(PaintedShelf::picture, 400, Platform::runLater);
    private final PictureLoader<Path> files =
            new PictureLoader<>(PaintedShelf::picture, 400, Platform::runLater);
    private LibraryViewModel library;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Appearance appearance = new Appearance(preferences);
        appearance.start();
        StatusViewModel status = new StatusViewModel();
        library = new LibraryViewModel(shelf, Runnable::run, Runnable::run, Runnable::run, status);
        LibraryView view = new LibraryView(library, tiles, files, new NoDoors());
        stage.setScene(new MainWindow(List.of(view), status, appearance).scene(1240, 800));
        stage.show();
    }

    private static final class NoDoors implements LibraryView.Doors {
        @Override
        public void scoreImages() {}

        @Override
        public void tryDemo() {}

        @Override
        public void buildPairs() {}

        @Override
        public void score(List<Path> files) {}
    }

    @AfterEach
    void close() throws Exception {
        tiles.close();
        files.close();
        preferences.removeNode();
    }

    @Test
    void scrollingBuildsNoTileAndLeavesNoGap(FxRobot robot) {
        fill(robot, 100_000);
        Set<Node> before = robot.lookup(".tile").queryAll();
        assertTrue(before.size() < 40, () -> before.size() + " tiles");
        for (double offset : new double[] {1, 117, 214, 215, 3_000.5, 777_777, 2_400_000}) {
            scrollTo(robot, offset);

            assertEquals(before, robot.lookup(".tile").queryAll());
            assertPlacesInSightAreThere(robot);
        }
    }

    @Test
    void aTurnOfTheWheelMovesTheTilesAsFarAndStopsAtBothEnds(FxRobot robot) {
        fill(robot, 100);
        double before = tile(robot, 4).getBoundsInParent().getMinY();

        turnWheel(robot, -50);
        assertEquals(before - 50, tile(robot, 4).getBoundsInParent().getMinY());
        turnWheel(robot, 500);
        assertEquals(before, tile(robot, 4).getBoundsInParent().getMinY());
        turnWheel(robot, -1e9);
        Bounds last = tile(robot, 99).getBoundsInParent();
        assertTrue(
                last.getMaxY() <= grid(robot).getHeight(), () -> "the last is in sight: " + last);
        assertTrue(last.getMaxY() > grid(robot).getHeight() - 30, () -> "at the end: " + last);
    }

    @Test
    void keysBringTheWholeTileIntoSight(FxRobot robot) {
        fill(robot, 100_000);
        robot.clickOn("#library-grid");
        for (KeyCode key :
                List.of(
                        KeyCode.END,
                        KeyCode.UP,
                        KeyCode.PAGE_UP,
                        KeyCode.LEFT,
                        KeyCode.HOME,
                        KeyCode.PAGE_DOWN,
                        KeyCode.DOWN,
                        KeyCode.RIGHT)) {
            robot.type(key);
            waitForFxEvents();
            int place = library.selection().selectedProperty().get().orElseThrow();
            Bounds chosen = tile(robot, place).getBoundsInParent();
            assertTrue(
                    chosen.getMinY() >= 0 && chosen.getMaxY() <= grid(robot).getHeight(),
                    () -> key + " shows " + place + " at " + chosen);
        }
    }

    @Test
    void anotherWidthKeepsTheFirstImageInSight(FxRobot robot) {
        fill(robot, 10_000);
        scrollTo(robot, 100.2 * rowHeight());
        int first = placesInSight(robot).getFirst();
        robot.interact(() -> stage.setWidth(900));
        waitForFxEvents();

        assertTrue(
                placesInSight(robot).contains(first),
                () -> first + " is not among " + placesInSight(robot));
        assertPlacesInSightAreThere(robot);
    }

    @Test
    void imagesThatComeInDoNotMoveTheGridButAnotherOrderBeginsAtItsFirst(FxRobot robot) {
        fill(robot, 10_000);
        scrollTo(robot, 5_000);
        fill(robot, 10_100);
        assertEquals(5_000, bar(robot).getValue());
        robot.interact(() -> library.sortProperty().set(new ImageSort(ImageSort.Key.NAME, true)));
        waitForFxEvents();

        assertEquals(0, bar(robot).getValue());
        assertEquals(0, placesInSight(robot).getFirst());
    }

    @Test
    void fewerImagesLeaveNoTileOfTheOthersAndNothingToScroll(FxRobot robot) {
        fill(robot, 10_000);
        scrollTo(robot, 90_000);
        fill(robot, 3);

        assertEquals(List.of(0, 1, 2), placesInSight(robot));
        assertTrue(!bar(robot).isVisible(), "three tiles need no scroll bar");
    }

    @Test
    void theThumbOfTheScrollBarCanBeTakenHoldOfOverAHundredThousandImages(FxRobot robot) {
        fill(robot, 100_000);
        Bounds thumb = bar(robot).lookup(".thumb").getBoundsInParent();

        assertTrue(thumb.getHeight() >= 24, () -> "height of the thumb: " + thumb.getHeight());
        assertTrue(thumb.getMinY() >= 0, () -> "begins at " + thumb.getMinY());
    }

    @Test
    void aTileNeedsNoMoreThanItsPlace(FxRobot robot) {
        fill(robot, 10);
        Region tile = tile(robot, 0);

        assertTrue(
                tile.prefHeight(tile.getWidth()) <= tile.getHeight(),
                () -> tile.prefHeight(tile.getWidth()) + " in " + tile.getHeight());
    }

    @Test
    void aTileShowsWhatTheImagesAreOrderedByOrADashWithTheReason(FxRobot robot) {
        robot.interact(
                () -> {
                    shelf.fillScored(2);
                    library.refresh();
                });
        waitForFxEvents();
        assertEquals(List.of("−0.25", "–"), tileScores(robot));
        robot.interact(
                () ->
                        library.sortProperty()
                                .set(new ImageSort(ImageSort.Key.TECHNICAL_HIGH, false)));
        waitForFxEvents();
        assertEquals(List.of("T 0.68", "–"), tileScores(robot));
        assertEquals(
                List.of(
                        "Probability of high technical quality",
                        "Probability of high technical quality: not scored yet by this scorer; S scores what is chosen"),
                shownScores(robot).map(label -> label.getTooltip().getText()).toList());
    }

    private static List<String> tileScores(FxRobot robot) {
        return shownScores(robot).map(Label::getText).toList();
    }

    /** Tiles for more images than there are show nothing. */
    private static Stream<Label> shownScores(FxRobot robot) {
        return robot.lookup(".tile-score").queryAllAs(Label.class).stream()
                .filter(
                        label ->
                                Stream.<Node>iterate(label, n -> n != null, Node::getParent)
                                        .allMatch(Node::isVisible));
    }

    private void fill(FxRobot robot, int count) {
        robot.interact(
                () -> {
                    shelf.fill(count);
                    library.refresh();
                });
        waitForFxEvents();
    }

    private static Region grid(FxRobot robot) {
        return robot.lookup("#library-grid").queryAs(Region.class);
    }

    private static ScrollBar bar(FxRobot robot) {
        return robot.from(grid(robot)).lookup(".scroll-bar").queryAs(ScrollBar.class);
    }

    private static void scrollTo(FxRobot robot, double offset) {
        robot.interact(() -> bar(robot).setValue(offset));
        waitForFxEvents();
    }

    private static void turnWheel(FxRobot robot, double by) {
        robot.interact(() -> WheelTurn.over(grid(robot), by));
        waitForFxEvents();
    }

    private static Stream<Region> shownTiles(FxRobot robot) {
        return robot.lookup(".tile").queryAllAs(Region.class).stream().filter(Node::isVisible);
    }

    /** Its name ends with its place: "image 00002.png". */
    private static int place(Region tile) {
        return Integer.parseInt(tile.getAccessibleText().replaceAll("[^0-9]", ""));
    }

    private static Region tile(FxRobot robot, int place) {
        return shownTiles(robot).filter(tile -> place(tile) == place).findFirst().orElseThrow();
    }

    private static List<Integer> placesInSight(FxRobot robot) {
        return shownTiles(robot)
                .filter(
                        tile ->
                                tile.getBoundsInParent().getMaxY() > 0
                                        && tile.getBoundsInParent().getMinY()
                                                < grid(robot).getHeight())
                .sorted(
                        Comparator.<Region>comparingDouble(Region::getLayoutY)
                                .thenComparing(Region::getLayoutX))
                .map(LibraryGridTest::place)
                .toList();
    }

    private static double rowHeight() {
        return LibraryView.TILE + 46;
    }

    /** One after another, from the upper edge to the lower one. */
    private static void assertPlacesInSightAreThere(FxRobot robot) {
        List<Integer> places = placesInSight(robot);
        int first = places.getFirst();
        assertEquals(IntStream.range(first, first + places.size()).boxed().toList(), places);
        double top = tile(robot, first).getBoundsInParent().getMinY();
        double bottom = tile(robot, places.getLast()).getBoundsInParent().getMaxY();
        assertTrue(top <= 16, () -> "nothing above " + top);
        assertTrue(bottom >= grid(robot).getHeight() - 16, () -> "nothing below " + bottom);
    }
}
