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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
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
    private final Preferences preferences = new MemoryPreferences();
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
    void close() {
        tiles.close();
        files.close();
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
    void systemsThatCountLinesScrollAFewRowsOfText(FxRobot robot) {
        fill(robot, 1_000);
        double height = grid(robot).getHeight();
        robot.interact(() -> WheelTurn.byLines(grid(robot), -3));
        assertEquals(3 * height / 8, bar(robot).getValue(), 0.01);
    }

    @Test
    void keysBringTheWholeTileIntoSight(FxRobot robot) {
        fill(robot, 100_000);
        robot.interact(() -> grid(robot).requestFocus());
        int columns = 4;
        int screen = (int) (grid(robot).getHeight() / rowHeight()) * columns;
        Map<KeyCode, Integer> ways = new LinkedHashMap<>();
        ways.put(KeyCode.END, 99_999);
        ways.put(KeyCode.UP, 99_999 - columns);
        ways.put(KeyCode.PAGE_UP, 99_999 - columns - screen);
        ways.put(KeyCode.LEFT, 99_998 - columns - screen);
        ways.put(KeyCode.HOME, 0);
        ways.put(KeyCode.PAGE_DOWN, screen);
        ways.put(KeyCode.DOWN, screen + columns);
        ways.put(KeyCode.RIGHT, screen + columns + 1);
        ways.forEach(
                (key, place) -> {
                    robot.type(key);
                    waitForFxEvents();
                    assertEquals(Optional.of(place), library.selection().selectedProperty().get());
                    Bounds chosen = tile(robot, place).getBoundsInParent();
                    assertTrue(
                            chosen.getMinY() >= 0 && chosen.getMaxY() <= grid(robot).getHeight(),
                            () -> key + " shows " + place + " at " + chosen);
                });
    }

    @Test
    void anotherWidthAndBackLeavesTheFirstImageInSightWhereItWas(FxRobot robot) {
        fill(robot, 10_000);
        scrollTo(robot, 101.2 * rowHeight());
        int first = placesInSight(robot).getFirst();
        for (double width : new double[] {1_000, 1_240, 800, 1_240}) {
            robot.interact(() -> stage.setWidth(width));
            Patience.until(() -> grid(robot).getScene().getWidth() == width);

            assertTrue(
                    placesInSight(robot).contains(first),
                    () -> first + " is not among " + placesInSight(robot));
            assertPlacesInSightAreThere(robot);
        }
        assertEquals(first, placesInSight(robot).getFirst(), "at the first width again");
    }

    @Test
    void theFirstScoresLeaveTheGridWhereItIs(FxRobot robot) {
        fill(robot, 10_000);
        scrollTo(robot, 5_000);
        robot.interact(
                () ->
                        library.filterProperty()
                                .set(library.filterProperty().get().withScorer("another")));
        waitForFxEvents();

        assertEquals(5_000, bar(robot).getValue());
    }

    @Test
    void aScreenReaderIsToldHowManyImagesThereAreAndWhichIsSelected(FxRobot robot) {
        fill(robot, 100);
        robot.interact(() -> library.selection().select(2));
        robot.interact(
                () -> {
                    Region grid = grid(robot);
                    assertEquals(
                            100, grid.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT));
                    Node selected =
                            (Node) grid.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM);
                    assertEquals("image 00002.png", selected.getAccessibleText());
                    assertEquals(2, selected.queryAccessibleAttribute(AccessibleAttribute.INDEX));
                    assertEquals(
                            true, selected.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
                });
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

        assertTrue(thumb.getHeight() >= 32, () -> "height of the thumb: " + thumb.getHeight());
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
