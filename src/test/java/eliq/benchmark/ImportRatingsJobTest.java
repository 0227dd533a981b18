package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.ImageFilter;
import eliq.catalog.Rating;
import eliq.image.ImageEncoding;
import eliq.image.Pixels;
import eliq.job.JobCancelledException;
import eliq.library.ImportImagesJob;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRatingsJobTest {
    @TempDir Path folder;
    private Catalog catalog;
    private ImportRatingsJob job;
    private RatedSetStore sets;

    @BeforeEach
    void threeImages() throws Exception {
        catalog = Catalog.open(folder.resolve("workspace"));
        job = new ImportRatingsJob(catalog, new ImportImagesJob(catalog));
        sets = new RatedSetStore(catalog.folder());
        Files.createDirectories(folder.resolve("images"));
        for (String name : List.of("a", "b", "c")) {
            byte[] rgb = new byte[3 * 16 * 16];
            Arrays.fill(rgb, (byte) (20 * name.charAt(0)));
            Files.write(
                    folder.resolve("images").resolve(name + ".png"),
                    ImageEncoding.png(new Pixels(16, 16, rgb)));
        }
    }

    @AfterEach
    void closeTheCatalogue() throws Exception {
        catalog.close();
    }

    private StoppableContext context(String name) throws Exception {
        return new StoppableContext(folder.resolve(name), 1, () -> false);
    }

    private ImportRatings parameters(String name, String table, boolean catalogue)
            throws Exception {
        return new ImportRatings(
                name,
                Files.writeString(folder.resolve("ratings.csv"), table),
                Optional.of(folder.resolve("images")),
                Optional.empty(),
                RatingColumns.none(),
                Optional.empty(),
                catalogue);
    }

    private List<Double> ratings(String set, String name) throws Exception {
        return catalog.ratings().ofDataset(set, name).stream().map(Rating::value).toList();
    }

    @Test
    void importingASetAgainReplacesAllThatWasKeptOfItAndSaysSo() throws Exception {
        ImportedRatings first =
                job.run(
                        parameters("s", "image,quality,alignment\na.png,1,5\nb.png,2,5\n", true),
                        context("first"));
        job.run(parameters("other", "image,quality\na.png,4\n", true), context("other"));
        assertEquals(List.of(), first.remarks());
        assertEquals(List.of(1.0, 2.0), ratings("s", "quality"));
        assertEquals(List.of(5.0, 5.0), ratings("s", "alignment"));

        // One image is no longer there, one is new, one is rated otherwise, and one rating has
        // gone.
        ImportedRatings again =
                job.run(
                        parameters("s", "image,quality\nb.png,3\nc.png,4\n", true),
                        context("again"));
        assertEquals(List.of(3.0, 4.0), ratings("s", "quality"));
        assertEquals(List.of(), ratings("s", "alignment"));
        StoredSet stored = sets.load("s");
        assertEquals(
                List.of("b.png", "c.png"),
                stored.set().images().stream().map(RatedImage::name).toList());
        assertEquals(Set.of("b.png", "c.png"), stored.files().keySet());
        assertEquals(1, stored.extra());
        assertEquals(Optional.empty(), stored.set().alignment());
        assertEquals(1, again.remarks().size(), again.remarks().toString());
        String remark = again.remarks().getFirst();
        assertTrue(
                remark.startsWith("This replaces the set 's' of 2 images, 2 with a file"), remark);
        assertTrue(remark.endsWith(", and its 4 ratings in the catalogue."), remark);
        // Another set's are not touched, and no image was taken away.
        assertEquals(List.of(4.0), ratings("other", "quality"));
        assertEquals(3, catalog.images().count(ImageFilter.all()));
    }

    @Test
    void withoutTheCatalogueTheEarlierRatingsGoToo() throws Exception {
        job.run(parameters("s", "image,quality\na.png,1\nb.png,2\n", true), context("first"));
        ImportedRatings again =
                job.run(parameters("s", "image,quality\na.png,5\n", false), context("again"));
        assertEquals(List.of(), ratings("s", "quality"));
        assertTrue(again.remarks().getFirst().contains("its 2 ratings"), again.toString());
    }

    @Test
    void aSetThatCanNoLongerBeReadIsReplacedToo() throws Exception {
        job.run(parameters("s", "image,quality\na.png,1\n", false), context("first"));
        Files.writeString(catalog.folder().resolve("ratings/s/set.json"), "{");
        ImportedRatings again =
                job.run(parameters("s", "image,quality\na.png,2\n", false), context("again"));
        assertEquals(
                List.of("This replaces the set 's', which could no longer be read."),
                again.remarks());
        assertEquals(2, sets.load("s").set().images().getFirst().rating("quality"));
    }

    @Test
    void aStoppedImportLeavesTheEarlierSetAndStillSaysWhatItReplaces() throws Exception {
        job.run(parameters("s", "image,quality\na.png,1\n", true), context("first"));
        ImportRatings more = parameters("s", "image,quality\na.png,2\nb.png,3\nc.png,4\n", true);
        int[] asked = {0};
        StoppableContext stopping =
                new StoppableContext(folder.resolve("again"), 1, () -> ++asked[0] > 3);
        assertThrows(JobCancelledException.class, () -> job.run(more, stopping));
        assertEquals(1, sets.load("s").set().images().size());
        ImportedRatings resumed = job.run(more, context("again"));
        assertTrue(
                resumed.remarks().getFirst().contains("'s' of 1 images"),
                resumed.remarks().toString());
        assertEquals(List.of(2.0, 3.0, 4.0), ratings("s", "quality"));
    }
}
