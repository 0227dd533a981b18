package eliq.critic;

import eliq.job.JobException;
import eliq.job.JobJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The events of a training, one JSON object a line, as they come: {@code training.jsonl}. */
final class TrainingLog implements AutoCloseable {
    static final String FILE = "training.jsonl";

    private final Path file;
    private final BufferedWriter writer;
    private final List<TrainingEvent> events;

    private TrainingLog(Path file, List<TrainingEvent> events, BufferedWriter writer) {
        this.file = file;
        this.events = events;
        this.writer = writer;
    }

    private record Line(TrainingEvent event) {}

    /** An event of a line of the log. */
    static TrainingEvent event(String line, Path file) throws JobException {
        return JobJson.read(line, Line.class, file.toString()).event();
    }

    private static String line(TrainingEvent event) {
        return JobJson.write(new Line(event));
    }

    /** Opens a log to go on from a state: what a process that died wrote after it is dropped. */
    static TrainingLog goOn(Path file, Checkpoints.LoopState state) throws CriticException {
        List<TrainingEvent> kept =
                Files.exists(file)
                        ? read(file).stream().filter(e -> precedes(e, state)).toList()
                        : List.of();
        try {
            Path aside = file.resolveSibling(file.getFileName() + ".tmp");
            try (BufferedWriter out = Files.newBufferedWriter(aside)) {
                for (TrainingEvent e : kept) {
                    out.write(line(e));
                    out.newLine();
                }
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            BufferedWriter writer = Files.newBufferedWriter(file, StandardOpenOption.APPEND);
            return new TrainingLog(file, new ArrayList<>(kept), writer);
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static boolean precedes(TrainingEvent event, Checkpoints.LoopState state) {
        return switch (event) {
            case TrainingEvent.Validated v -> v.step() <= state.validatedStep();
            case TrainingEvent.Mistaken m -> m.step() <= state.validatedStep();
            case TrainingEvent.Step s -> s.step() <= state.step();
            case TrainingEvent.Checkpointed c -> c.step() <= state.step();
        };
    }

    /** The events of a log file; a last line cut short by a crash is left out. */
    static List<TrainingEvent> read(Path file) throws CriticException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new CriticException("cannot read " + file + ": " + e.getMessage(), e);
        }
        List<TrainingEvent> events = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            try {
                events.add(event(lines.get(i), file));
            } catch (JobException e) {
                if (i == lines.size() - 1) {
                    break;
                }
                throw new CriticException(
                        file
                                + ", line "
                                + (i + 1)
                                + " is not a training event; move the file away to begin it anew",
                        e);
            }
        }
        return events;
    }

    void add(TrainingEvent event) throws CriticException {
        events.add(event);
        try {
            writer.write(line(event));
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    List<TrainingEvent.Step> steps() {
        return only(TrainingEvent.Step.class);
    }

    List<TrainingEvent.Validated> validations() {
        return only(TrainingEvent.Validated.class);
    }

    private <T> List<T> only(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public void close() throws CriticException {
        try {
            writer.close();
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static CriticException cannotWrite(Path file, IOException e) {
        return new CriticException(
                "cannot write the training log " + file + ": " + e.getMessage(), e);
    }
}
