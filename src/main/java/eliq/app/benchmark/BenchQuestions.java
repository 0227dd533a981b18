package eliq.app.benchmark;

import eliq.app.words.Amounts;
import eliq.app.words.Failure;
import eliq.benchmark.Evaluation;
import eliq.benchmark.LeakCheck;
import eliq.report.Document;
import eliq.report.ReportForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What parts of the view ask beside the evaluation that is shown: other runs, leaks, files to write. For the JavaFX thread. */
public final class BenchQuestions {
    private final Bench bench;
    private final Inquiry inquiry;

    /** Something that writes a file. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    BenchQuestions(Bench bench, Inquiry inquiry) {
        this.bench = bench;
        this.inquiry = inquiry;
    }

    /** Finished jobs of a kind. */
    void runs(PastRun.Kind kind, Consumer<List<PastRun>> then, Consumer<String> failed) {
        inquiry.ask(() -> bench.runs(kind), then, failed);
    }

    /** What such a job came to. */
    void sections(PastRun past, Consumer<List<Document.Section>> then, Consumer<String> failed) {
        inquiry.ask(() -> bench.sections(past), then, failed);
    }

    /** Whether the authors' splits of a set leak prompts; empty where it has none. */
    void leaks(String set, Consumer<Optional<LeakCheck>> then, Consumer<String> failed) {
        inquiry.ask(() -> bench.leaks(set), then, failed);
    }

    /** Whether two lists of images of a set leak prompts. */
    void leaks(
            String set,
            Path training,
            Path test,
            Consumer<LeakCheck> then,
            Consumer<String> failed) {
        inquiry.ask(() -> bench.leaks(set, training, test), then, failed);
    }

    /** Writes the report of an evaluation; {@code say} hears how it went. */
    void export(Evaluation shown, Set<ReportForm> forms, Path folder, Consumer<String> say) {
        inquiry.ask(
                () -> bench.export(shown, forms, folder),
                written ->
                        say.accept(
                                Amounts.count(written.size(), "form")
                                        + " of the report written to "
                                        + folder),
                reason -> say.accept(Failure.sentence(reason)));
    }

    /** Writes a file; {@code say} hears how it went. */
    void write(Path file, Writing writing, Consumer<String> say) {
        inquiry.ask(() -> written(file, writing), say, say);
    }

    private static String written(Path file, Writing writing) {
        try {
            writing.write();
            return "Written: " + file;
        } catch (IOException e) {
            return file + " could not be written (" + e.getMessage() + "). Choose another place.";
        }
    }
}
