package eliq.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.table.SharedData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPreviewTest {
    @TempDir Path folder;

    private ImportPreview preview(String table, RatingColumns columns) throws Exception {
        Path index = Files.writeString(folder.resolve("ratings.csv"), table);
        return ImportPreview.of(wanted(index, Optional.of(folder), columns));
    }

    private static ImportRatings wanted(Path index, Optional<Path> images, RatingColumns columns) {
        return new ImportRatings(
                "s", index, images, Optional.empty(), columns, Optional.empty(), true);
    }

    private static RatingColumns columns(Optional<String> visual, Optional<String> alignment) {
        return new RatingColumns(
                Optional.empty(),
                Optional.empty(),
                visual,
                alignment,
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void whatWouldBeTakenForWhatIsSaidWithScaleRatersAndMatches() throws Exception {
        Files.write(folder.resolve("a.png"), new byte[0]);
        ImportPreview preview =
                preview(
                        "image,prompt,quality,std_quality,raters\na.png,a cat,1.5,0.3,20\nb.png,a dog,4,0.2,24\n",
                        RatingColumns.none());
        assertEquals(Optional.empty(), preview.problem());
        assertEquals(Optional.of("quality"), preview.columns().visual());
        assertEquals(Optional.empty(), preview.columns().alignment());
        assertEquals(
                List.of(new ImportedRatings.RatingCount("quality", 2, 2, 1.5, 4)),
                preview.ratings());
        assertEquals(Optional.of(new ImportPreview.Raters(20, 24)), preview.raters());
        assertEquals(OptionalInt.of(1), preview.matched());
        assertEquals(List.of("b.png"), preview.match().orElseThrow().missing());
    }

    @Test
    void aColumnThatWasGuessedWronglyCanBeRuledOut() throws Exception {
        String table = "image,score,appeal\na.png,1,5\nb.png,2,4\n";
        assertEquals(Optional.of("score"), preview(table, RatingColumns.none()).columns().visual());
        ImportPreview none =
                preview(table, columns(Optional.of(RatingColumns.NOTHING), Optional.empty()));
        assertEquals(Optional.empty(), none.columns().visual());
        assertTrue(none.problem().orElseThrow().startsWith("No column is taken for a rating"));
        ImportPreview other = preview(table, columns(Optional.of("appeal"), Optional.empty()));
        assertEquals(5, other.set().orElseThrow().images().getFirst().rating("appeal"));
    }

    @Test
    void aTableThatCannotBeImportedYetStillShowsItsColumns() throws Exception {
        ImportPreview preview =
                preview("picture of it,mean\na.png,1\nb.png,2\n", RatingColumns.none());
        assertEquals(List.of("picture of it", "mean"), preview.header());
        assertTrue(preview.set().isEmpty());
        assertTrue(preview.problem().orElseThrow().contains("names of the images"));
    }

    @Test
    void aProblemOfTheTableNamesItsRow() throws Exception {
        ImportPreview preview = preview("image,quality\na.png,good\n", RatingColumns.none());
        assertTrue(preview.problem().orElseThrow().contains("row 2"), preview.toString());
    }

    @Test
    void thePreviewOfAGenuineSetIsWhatTheImportReads() throws Exception {
        Path data = SharedData.folder("rated-ai-images");
        ImportPreview preview =
                ImportPreview.of(
                        wanted(
                                data.resolve("ratings.csv"),
                                Optional.of(data.resolve("images")),
                                RatingColumns.none()));
        RatedSet set = RatedSetReader.guessing("s").read(data.resolve("ratings.csv"));
        assertEquals(set.images(), preview.set().orElseThrow().images());
        assertEquals(OptionalInt.of(44), preview.matched());
        assertFalse(preview.ratings().isEmpty());
    }
}
