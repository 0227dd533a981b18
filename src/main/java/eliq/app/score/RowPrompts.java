package eliq.app.score;

import eliq.app.words.Amounts;
import eliq.image.ImageException;
import eliq.image.PromptTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/** The prompts of the rows, beside those that their files brought: one each, one for all, or from a table. */
public final class RowPrompts {
    private final ObservableList<ScoreRow> rows;
    private final Consumer<ScoreRow> judge;
    private final Executor worker;
    private final Executor ui;
    private final Consumer<String> say;

    /**
     * @param judge scores a row again
     * @param worker runs one thing after another, off the JavaFX thread
     * @param ui runs things on the JavaFX thread
     * @param say takes one sentence on what was done, on the JavaFX thread
     */
    RowPrompts(
            ObservableList<ScoreRow> rows,
            Consumer<ScoreRow> judge,
            Executor worker,
            Executor ui,
            Consumer<String> say) {
        this.rows = rows;
        this.judge = judge;
        this.worker = worker;
        this.ui = ui;
        this.say = say;
    }

    /** Gives a row another prompt, or none where {@code text} is blank, and scores it again. */
    public void use(ScoreRow row, String text) {
        String wanted = text.strip();
        if (wanted.equals(row.promptProperty().get())) {
            return;
        }
        row.prompt(wanted, wanted.isEmpty() ? "" : "typed here");
        judge.accept(row);
    }

    /**
     * Gives rows one prompt and scores them again.
     *
     * @param onlyWithout whether rows that have a prompt keep it
     */
    public void useForAll(String text, boolean onlyWithout) {
        List<ScoreRow> wanted =
                rows.stream()
                        .filter(row -> !onlyWithout || row.promptProperty().get().isEmpty())
                        .toList();
        wanted.forEach(row -> use(row, text));
        say.accept(
                wanted.isEmpty()
                        ? "Every image has a prompt already."
                        : "The prompt was given to " + Amounts.count(wanted.size(), "image") + ".");
    }

    /** Gives rows the prompts that a table has for them, and says how many it had none for. */
    public void useTable(Path table) {
        worker.execute(
                () -> {
                    try {
                        PromptTable prompts = PromptTable.read(table);
                        ui.execute(() -> use(prompts));
                    } catch (ImageException e) {
                        ui.execute(() -> say.accept(e.getMessage()));
                    }
                });
    }

    private void use(PromptTable prompts) {
        int found = 0;
        for (ScoreRow row : rows) {
            Optional<String> prompt = prompts.promptFor(row.path());
            if (prompt.isPresent()) {
                found++;
                use(row, prompt.get());
            }
        }
        say.accept(
                Amounts.format(
                        "%s found the prompts of %s; %,d have none there.",
                        prompts.name(), Amounts.count(found, "image"), rows.size() - found));
    }
}
