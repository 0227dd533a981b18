package eliq.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.app.frame.StatusViewModel;
import eliq.catalog.Aspect;
import eliq.catalog.Family;
import eliq.catalog.ImageFacets;
import eliq.catalog.ImageFilter;
import eliq.catalog.ImageLocation;
import eliq.catalog.ImageRecord;
import eliq.catalog.ImageRow;
import eliq.catalog.ImageSort;
import eliq.catalog.Origin;
import eliq.catalog.Score;
import eliq.image.ContentHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LibraryViewModelTest {

    private final FakeShelf shelf = new FakeShelf();
    private final StatusViewModel status = new StatusViewModel();
    private final LibraryViewModel model =
            new LibraryViewModel(shelf, Runnable::run, Runnable::run, Runnable::run, status);

    @Test
    void anEmptyCatalogueIsSaidToBeEmptyAndNotToLackMatches() {
        model.refresh();

        assertEquals(new LibraryState.EmptyCatalogue(), model.stateProperty().get());
    }

    @Test
    void aSearchWithoutAnyMatchNamesItsWords() {
        shelf.fill(3);
        model.searchProperty().set(" zebra ");

        assertEquals(new LibraryState.NoMatch("zebra", false), model.stateProperty().get());
    }

    @Test
    void aHundredThousandImagesAreListedWithoutReadingThem() {
        shelf.fill(100_000);
        model.refresh();

        assertEquals(new LibraryState.Showing(100_000), model.stateProperty().get());
        assertEquals(100_000, model.places().size());
        assertEquals(List.of(), shelf.pagesRead);
    }

    @Test
    void thePageInSightAndTheOneThatScrollingWillReachAreReadAndOnlyOnce() {
        shelf.fill(100_000);
        model.refresh();

        model.row(50_010);
        model.row(50_011);

        assertEquals(List.of(50_000L, 49_800L), shelf.pagesRead);
        assertEquals("image 50011", model.row(50_011).orElseThrow().image().name());
        assertEquals("image 50150", model.row(50_150).orElseThrow().image().name());
        assertEquals(List.of(50_000L, 49_800L, 50_200L), shelf.pagesRead);
        model.row(99_999);
        assertEquals("image 99999", model.row(99_999).orElseThrow().image().name());
        assertEquals(99_800L, shelf.pagesRead.getLast(), "beyond the last there is none");
    }

    @Test
    void theAnswerToAnOlderSearchIsDropped() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        LibraryViewModel slow =
                new LibraryViewModel(shelf, waiting::add, Runnable::run, Runnable::run, status);
        shelf.fill(5);
        slow.refresh();
        waiting.remove().run();
        Runnable first = waiting.remove();
        slow.searchProperty().set("zebra");
        waiting.remove().run();
        first.run();

        assertEquals(new LibraryState.NoMatch("zebra", false), slow.stateProperty().get());
    }

    @Test
    void theSelectionMovesWithinTheList() {
        shelf.fill(10);
        model.refresh();

        model.selection().move(1);
        assertEquals(Optional.of(0), model.selection().selectedProperty().get());
        model.selection().move(4);
        assertEquals(Optional.of(4), model.selection().selectedProperty().get());
        model.selection().move(400);
        assertEquals(Optional.of(9), model.selection().selectedProperty().get());
        model.selection().move(-400);
        assertEquals(Optional.of(0), model.selection().selectedProperty().get());
    }

    @Test
    void severalImagesAreChosenByShiftAndCommandAndTheirFilesHandedOver() {
        shelf.fill(500);
        model.refresh();

        model.selection().select(198);
        model.selection().extendTo(201);
        model.selection().toggle(200);
        model.selection().toggle(499);

        assertEquals(4, model.selection().count());
        List<Path> files = new ArrayList<>();
        model.withChosen(files::addAll);
        assertEquals(
                List.of("image 198", "image 199", "image 201", "image 499"),
                files.stream().map(Path::toString).toList());
        model.selection().chooseAll();
        assertEquals(500, model.selection().count());
        model.selection().select(3);
        assertEquals(1, model.selection().count());
    }

    @Test
    void aFilterThatLetsNothingThroughIsToldFromASearchThatFindsNothing() {
        shelf.fill(3);
        model.filterProperty().set(ImageFilter.all().withText("").withGenerator("painter"));
        model.searchProperty().set("zebra");

        assertEquals(new LibraryState.NoMatch("zebra", true), model.stateProperty().get());
    }

    @Test
    void aQuestionSurvivesBeingKeptAsTexts() {
        LibraryQuestion question =
                new LibraryQuestion(
                        ImageFilter.all()
                                .withText("red fox")
                                .withScorer("nano")
                                .withVisual(-1.5, Double.POSITIVE_INFINITY)
                                .withPart(
                                        new ImageFilter.Part(
                                                Optional.of("animals"),
                                                Optional.of(Aspect.AESTHETIC),
                                                Optional.of(Family.AI_SPECIFIC),
                                                Optional.of("painter"))),
                        new ImageSort(ImageSort.Key.TECHNICAL_HIGH, true));

        assertEquals(question, LibraryQuestion.of(question.texts()));
        assertEquals(
                LibraryQuestion.ALL,
                LibraryQuestion.of(Map.of("sort", "BEAUTY", "visual-from", "low")));
    }

    @Test
    void aScorerIsCalledByItsNameOrByTheBeginningOfWhatTheScoreNames() {
        String identity = "f458ff95be71".repeat(5) + "f458";
        assertEquals("f458ff95be71…", model.scorerNames().of(identity));
        model.scorerNames().are(Map.of(identity, "eliq-nano"));
        assertEquals("eliq-nano", model.scorerNames().of(identity));
    }

    @Test
    void aTileSaysWhyItHasNoAlignment() {
        TileMeasure measure = TileMeasure.of(new ImageSort(ImageSort.Key.ALIGNMENT, false));
        Score withoutPrompt =
                new Score(
                        ContentHash.of(new byte[] {1}),
                        Optional.empty(),
                        "nano",
                        1,
                        OptionalDouble.empty(),
                        0.5,
                        0.5,
                        OptionalDouble.empty(),
                        0.5,
                        0.5,
                        Instant.EPOCH);
        assertEquals("–", measure.text(Optional.of(withoutPrompt)));
        assertEquals(
                "Alignment score: none, as it was scored without a prompt",
                measure.meaning(Optional.of(withoutPrompt), model.unscored()));
        assertEquals("1.00", TileMeasure.of(ImageSort.NEWEST).text(Optional.of(withoutPrompt)));
    }

    @Test
    void anImageWithoutAScoreIsOnlySaidToBeUnscoredWhereNoScorerEverScored() {
        OfferedFacets facets = new OfferedFacets(shelf);
        assertEquals("not scored yet; S scores what is chosen", facets.unscored(ImageFilter.all()));
        ImageFilter offered =
                facets.offer(
                        new ImageFacets(List.of(), List.of(), List.of(), List.of("nano")),
                        ImageFilter.all());
        assertEquals(
                "not scored yet by this scorer; S scores what is chosen", facets.unscored(offered));
        assertEquals("no scorer is chosen in the filters", facets.unscored(ImageFilter.all()));
    }

    @Test
    void tilesTakeTheWholeWidthAndNeverLessThanOne() {
        TileSpread wide = TileSpread.over(900);
        assertEquals(4, wide.columns());
        assertTrue(4 * (ImageTile.WIDTH + 2 * wide.gap()) <= 900);
        assertTrue(4 * (ImageTile.WIDTH + 2 * wide.gap()) > 900 - 50);
        assertEquals(1, TileSpread.over(20).columns());
    }

    @Test
    void aCatalogueThatCannotBeReadShowsWhy() {
        shelf.broken = true;
        model.refresh();

        LibraryState.Failed failed =
                assertInstanceOf(LibraryState.Failed.class, model.stateProperty().get());
        assertEquals("the disk is gone", failed.reason());
    }

    @Test
    void whatWasImportedIsShownAndReported() {
        model.refresh();
        model.bringIn(List.of(Path.of("folder")));

        assertEquals("2 images imported", model.noticeProperty().get());
        assertEquals(new LibraryState.Showing(2), model.stateProperty().get());
        assertTrue(!status.busyProperty().get());
    }

    private static final class FakeShelf implements ImageShelf {
        private final List<ImageRow> rows = new ArrayList<>();
        private final List<Long> pagesRead = new ArrayList<>();
        private boolean broken;

        void fill(int count) {
            IntStream.range(0, count).mapToObj(FakeShelf::row).forEach(rows::add);
        }

        private static ImageRow row(int number) {
            String name = "image " + number;
            return new ImageRow(
                    new ImageRecord(
                            ContentHash.of(name.getBytes(StandardCharsets.UTF_8)),
                            new ImageLocation.Outside(Path.of(name)),
                            name,
                            8,
                            8,
                            "PNG",
                            100,
                            Origin.IMPORTED,
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            OptionalLong.empty(),
                            Optional.empty(),
                            Instant.EPOCH),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public long count(ImageFilter filter) throws ShelfException {
            if (broken) {
                throw new ShelfException("the disk is gone", new IllegalStateException());
            }
            return rows.stream().filter(row -> row.image().name().contains(filter.text())).count();
        }

        @Override
        public List<ImageRow> page(ImageFilter filter, ImageSort sort, long offset, int limit) {
            pagesRead.add(offset);
            return rows.subList((int) offset, (int) Math.min(rows.size(), offset + limit));
        }

        @Override
        public ImageFacets facets() {
            return ImageFacets.NONE;
        }

        @Override
        public List<Score> history(ImageRow row) {
            return List.of();
        }

        @Override
        public Path path(ImageRow row) {
            return Path.of(row.image().name());
        }

        @Override
        public String bringIn(List<Path> files, ImportProgress progress) {
            fill(2);
            progress.at(2, 2);
            return "2 images imported";
        }
    }
}
