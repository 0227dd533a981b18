package eliq.catalog;

import static eliq.catalog.CatalogSamples.WHEN;
import static eliq.catalog.CatalogSamples.hash;
import static eliq.catalog.CatalogSamples.image;
import static eliq.catalog.CatalogSamples.score;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageStoreTest extends OpenCatalog {
    private static final ImageSort BY_NAME = new ImageSort(ImageSort.Key.NAME, true);

    private ImageStore images;

    @BeforeEach
    void images() {
        images = catalog.images();
    }

    @Test
    void anImageComesBackAsItWasStored() throws CatalogException {
        Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of("a red cup", "test"));
        ImageRecord stored = image("stored.png").withPrompt(prompt.id());
        ImageRecord outside =
                new ImageRecord(
                        hash("outside"),
                        new ImageLocation.Outside(folder.resolve("sub/../mine.jpg")),
                        "mine.jpg",
                        1,
                        2,
                        "jpeg",
                        0,
                        Origin.IMPORTED,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.of("sdxl"),
                        OptionalLong.empty(),
                        Optional.empty(),
                        WHEN);

        assertEquals(2, images.addAll(List.of(stored, outside)));
        assertEquals(Optional.of(stored), images.find(hash("stored.png")));
        assertEquals(Optional.of(outside), images.find(hash("outside")));
        assertEquals(folder.resolve("mine.jpg"), catalog.path(outside));
        assertEquals(catalog.objects().path(stored.hash()), catalog.path(stored));
        assertEquals(List.of(stored), images.ofPrompt(prompt.id()));
        assertEquals(Optional.empty(), images.find(hash("nothing")));
    }

    @Test
    void theSameContentIsKeptOnce() throws CatalogException {
        assertTrue(images.add(image("a")));
        assertFalse(images.add(image("a")));
        assertEquals(1, images.count(ImageFilter.all()));
    }

    @Test
    void promptAndPlaceMayChange() throws CatalogException {
        images.add(image("a"));
        Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of("a green hill", "test"));
        images.setPrompt(hash("a"), OptionalLong.of(prompt.id()));
        images.relocate(hash("a"), new ImageLocation.Outside(folder.resolve("a.png")));

        ImageRecord changed = images.find(hash("a")).orElseThrow();
        assertEquals(OptionalLong.of(prompt.id()), changed.promptId());
        assertEquals(new ImageLocation.Outside(folder.resolve("a.png")), changed.location());
        assertEquals(List.of("a"), names(ImageFilter.all().withText("hill"), BY_NAME));

        images.setPrompt(hash("a"), OptionalLong.empty());
        assertEquals(List.of(), names(ImageFilter.all().withText("hill"), BY_NAME));
        assertThrows(
                CatalogException.class, () -> images.setPrompt(hash("no"), OptionalLong.empty()));
    }

    @Test
    void searchFindsEveryWordAnywhereInNameOrPromptInAnyScript() throws CatalogException {
        withPrompt("cat-01.png", "Ein Straßencafé am ABEND");
        withPrompt("dog-02.png", "東京の夜景, neon signs");
        withPrompt("100%.png", "a \"quoted\" word");

        assertEquals(List.of("cat-01.png"), found("straßencafé"));
        assertEquals(List.of("cat-01.png"), found("abend CAFÉ"));
        assertEquals(List.of("dog-02.png"), found("東京の"));
        assertEquals(List.of("dog-02.png"), found("東京"));
        assertEquals(List.of("dog-02.png"), found("og-0 neon"));
        assertEquals(List.of("100%.png"), found("\"quoted\""));
        assertEquals(List.of("100%.png"), found("0%"));
        assertEquals(List.of(), found("abend neon"));
        assertEquals(3, found("  ").size());
        assertEquals(List.of(), found("NOT"));
    }

    @Test
    void aRemovedImageIsNotFoundAndTakesItsScoresAlong() throws CatalogException {
        withPrompt("cat.png", "a cat");
        catalog.scores().saveAll(List.of(score("cat.png", "nano", 1, OptionalDouble.empty())));
        images.remove(hash("cat.png"));

        assertEquals(List.of(), found("cat"));
        assertEquals(List.of(), catalog.scores().ofScorer("nano"));
    }

    @Test
    void filtersNarrow() throws CatalogException {
        images.add(image("a"));
        images.add(
                new ImageRecord(
                        hash("b"),
                        new ImageLocation.Stored(),
                        "b",
                        1,
                        1,
                        "png",
                        1,
                        Origin.IMPORTED,
                        OptionalLong.empty(),
                        Optional.of("flux"),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        WHEN.plusSeconds(1)));

        assertEquals(List.of("b"), names(ImageFilter.all().withOrigin(Origin.IMPORTED), BY_NAME));
        assertEquals(List.of("b"), names(ImageFilter.all().withGenerator("flux"), BY_NAME));
        assertEquals(List.of("flux", "painter"), images.generators());
        assertEquals(List.of("b", "a"), names(ImageFilter.all(), ImageSort.NEWEST));
    }

    @Test
    void scoresSortWithUnscoredImagesLastAndRangesLeaveThemOut() throws CatalogException {
        images.addAll(List.of(image("low"), image("high"), image("none"), image("mid")));
        catalog.scores()
                .saveAll(
                        List.of(
                                score("low", "nano", -1, OptionalDouble.of(5)),
                                score("high", "nano", 3, OptionalDouble.empty()),
                                score("mid", "nano", 0.5, OptionalDouble.of(4)),
                                score("none", "other", 9, OptionalDouble.of(9))));
        ImageFilter nano = ImageFilter.all().withScorer("nano");
        ImageSort best = new ImageSort(ImageSort.Key.VISUAL, false);

        assertEquals(List.of("high", "mid", "low", "none"), names(nano, best));
        assertEquals(
                List.of("low", "mid", "high", "none"),
                names(nano, new ImageSort(ImageSort.Key.VISUAL, true)));
        assertEquals(
                List.of("low", "mid"),
                names(nano, new ImageSort(ImageSort.Key.ALIGNMENT, false)).subList(0, 2));
        assertEquals(List.of("high", "mid"), names(nano.withVisual(0, Double.MAX_VALUE), best));
        assertEquals(2, images.count(nano.withVisual(0, Double.MAX_VALUE)));
        assertEquals(List.of("mid"), names(nano.withVisual(0, 9).withAlignment(0, 9), best));

        ImageRow row = images.page(nano, best, 0, 1).getFirst();
        assertEquals(Optional.of(score("high", "nano", 3, OptionalDouble.empty())), row.score());
        assertEquals(Optional.empty(), images.page(nano, best, 3, 1).getFirst().score());
    }

    @Test
    void pagesFollowEachOther() throws CatalogException {
        for (int i = 0; i < 7; i++) {
            images.add(image("image-" + i));
        }
        assertEquals(
                List.of("image-3", "image-4"),
                images.page(ImageFilter.all(), BY_NAME, 3, 2).stream()
                        .map(row -> row.image().name())
                        .toList());
        assertEquals(List.of(), images.page(ImageFilter.all(), BY_NAME, 7, 2));
    }

    private void withPrompt(String name, String text) throws CatalogException {
        Prompt prompt = catalog.prompts().add(PromptStore.NewPrompt.of(text, "test"));
        images.add(image(name).withPrompt(prompt.id()));
    }

    private List<String> found(String words) throws CatalogException {
        return names(ImageFilter.all().withText(words), BY_NAME);
    }

    private List<String> names(ImageFilter filter, ImageSort sort) throws CatalogException {
        List<ImageRow> rows = images.page(filter, sort, 0, 100);
        assertEquals(rows.size(), images.count(filter));
        return rows.stream().map(row -> row.image().name()).toList();
    }
}
