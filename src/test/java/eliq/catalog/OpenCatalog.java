package eliq.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue in a folder of its own, that is sound when a test is over. */
abstract class OpenCatalog {
    @TempDir Path folder;
    Catalog catalog;

    @BeforeEach
    void open() throws CatalogException {
        catalog = Catalog.open(folder);
    }

    @AfterEach
    void close() throws CatalogException {
        assertEquals(List.of(), catalog.check());
        catalog.close();
    }
}
