package eliq.critic;

import eliq.job.JobException;
import eliq.job.LineTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a training wrote into its folder ({@code training.jsonl}), while it runs and whenever after; of a critic or of
 * anything else that a {@link TrainingLoop} trained. Lines that cannot be read are passed over. Not for several threads.
 */
public final class TrainingHistory {
    private final Path file;
    private final LineTail tail;
    private final SortedMap<Integer, TrainingEvent.Step> steps = new TreeMap<>();
    private final SortedMap<Integer, ValidationResult> validations = new TreeMap<>();
    private List<Mistake> mistakes = List.of();

    /**
     * @param folder of the training
     */
    public TrainingHistory(Path folder) {
        this.file = folder.resolve(TrainingLog.FILE);
        this.tail = new LineTail(file);
    }

    /**
     * Reads what is new.
     *
     * @return whether there was something
     * @throws IOException if the file is there and cannot be read
     */
    public boolean refresh() throws IOException {
        LineTail.News news = tail.more();
        if (news.anew()) {
            steps.clear();
            validations.clear();
            mistakes = List.of();
        }
        news.lines().forEach(this::add);
        return news.anew() || !news.lines().isEmpty();
    }

    private void add(String line) {
        try {
            switch (TrainingLog.event(line, file)) {
                case TrainingEvent.Step step -> steps.put(step.step(), step);
                case TrainingEvent.Validated(int step, ValidationResult result) ->
                        validations.put(step, result);
                case TrainingEvent.Mistaken(int _, List<Mistake> found) -> mistakes = found;
                case TrainingEvent.Checkpointed _ -> {}
            }
        } catch (JobException e) {
            // Cut short by a crash; the training itself drops what it wrote after its checkpoint.
        }
    }

    /** In order, each once. */
    public List<TrainingEvent.Step> steps() {
        return List.copyOf(steps.values());
    }

    /** By the step they were made after. */
    public SortedMap<Integer, ValidationResult> validations() {
        return new TreeMap<>(validations);
    }

    /** What the last validation found answered worst, the worst first. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
