package eliq.job;

import eliq.catalog.Catalog;
import eliq.catalog.CatalogException;
import eliq.catalog.JobRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A runner of counting jobs over a catalogue of its own, on the test's thread. */
abstract class CountingRunner {
    static final String SOFTWARE = "eliq test";

    @TempDir Path folder;
    Catalog catalog;
    CountingJob.Step step = n -> {};
    final CountingJob job = new CountingJob(n -> step.at(n));
    JobRunner runner;

    @BeforeEach
    void open() throws CatalogException {
        catalog = Catalog.open(folder);
        runner = new JobRunner(catalog, List.of(job), SOFTWARE, Runnable::run);
    }

    @AfterEach
    void close() throws CatalogException {
        runner.close();
        catalog.close();
    }

    JobRecord find(long id) throws CatalogException {
        return catalog.jobs().find(id).orElseThrow();
    }
}
