package eliq.app.jobs;

import eliq.app.facts.Fact;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything there is to say of a job.
 *
 * @param times when it was worked on
 * @param parameters value of each by its name, such as {@code training.batchSize}
 * @param result likewise; none before it is done
 * @param log its last lines
 * @param folder where its files are
 */
public record JobDetails(
        JobRow row,
        JobTimes times,
        List<Fact> parameters,
        List<Fact> result,
        List<String> log,
        Path folder) {

    public JobDetails {
        parameters = List.copyOf(parameters);
        result = List.copyOf(result);
        log = List.copyOf(log);
    }

    /** All of it as text, for a report of a failure; the folder holds the technical details. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("Job ").append(row.id()).append(" (").append(row.job().kind()).append("): ");
        text.append(row.state()).append('\n');
        row.job().error().ifPresent(error -> text.append(error).append('\n'));
        text.append("attempts: ").append(row.job().attempts()).append('\n');
        text.append("asked for: ").append(row.job().created()).append('\n');
        times.begun().ifPresent(at -> text.append("begun: ").append(at).append('\n'));
        times.worked()
                .ifPresent(time -> text.append("worked: ").append(time.toSeconds()).append(" s\n"));
        text.append("folder: ").append(folder).append('\n');
        section(text, "parameters", parameters);
        section(text, "result", result);
        text.append("\nlast lines of the log\n");
        log.subList(Math.max(0, log.size() - 30), log.size())
                .forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private static void section(StringBuilder text, String name, List<Fact> entries) {
        if (!entries.isEmpty()) {
            text.append('\n').append(name).append('\n');
            entries.forEach(
                    entry ->
                            text.append("  ")
                                    .append(entry.name())
                                    .append(" = ")
                                    .append(entry.value())
                                    .append('\n'));
        }
    }
}
