package eliq.app.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
    private static final String TITLE = "The jobs cannot be read";

    @Test
    void aClosedCatalogueSaysWhatToDoAndKeepsThePathForTheDetails(@TempDir Path folder)
            throws Exception {
        Catalog catalog = Catalog.open(folder);
        catalog.close();
        CatalogException e =
                Assertions.assertThrows(CatalogException.class, () -> catalog.jobs().counts());

        Failure failure = Failure.of(TITLE, e.getMessage());
        assertFalse(failure.sentence().contains(folder.toString()), failure.sentence());
        assertTrue(failure.sentence().contains("start the program again"), failure.sentence());
        assertTrue(failure.whole().contains(folder.toString()), failure.whole());
    }

    @Test
    void whatTheHeadingSaysIsNotSaidTwice() {
        String reason =
                "Catalogue C:\\eliq: mine\\catalogue.sqlite: the jobs cannot be read: the disk is full; make room and try again.";
        assertEquals(
                "The disk is full; make room and try again.", Failure.of(TITLE, reason).sentence());
        assertEquals(
                "The jobs cannot be read: the disk is full; make room and try again.",
                Failure.of("The workspace could not be opened", reason).sentence());
    }

    @Test
    void anyOtherReasonIsSaidAsItIs() {
        assertEquals("No such folder.", Failure.of(TITLE, "No such folder.").sentence());
    }
}
