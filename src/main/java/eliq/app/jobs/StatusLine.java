package eliq.app.jobs;

import eliq.app.frame.StatusViewModel;
import eliq.app.words.Amounts;
import eliq.job.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the status bar says of the jobs that run and wait. */
final class StatusLine {
    private StatusLine() {}

    /**
     * {@code 2 jobs: train critic 43 % - 12 min left}.
     *
     * @param going running and waiting, oldest first
     */
    static Optional<StatusViewModel.Jobs> of(List<JobRow> going) {
        if (going.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        text.append(going.size()).append(going.size() == 1 ? " job" : " jobs").append(": ");
        Optional<JobRow> running = going.stream().filter(JobRow::running).findFirst();
        if (running.isEmpty()) {
            return Optional.of(new StatusViewModel.Jobs(text + "waiting", OptionalDouble.empty()));
        }
        JobRow row = running.get();
        text.append(row.title());
        row.share().ifPresent(share -> text.append(' ').append((int) (100 * share)).append(" %"));
        row.progress()
                .flatMap(Progress::remaining)
                .filter(Duration::isPositive)
                .ifPresent(left -> text.append(" - ").append(Amounts.time(left)).append(" left"));
        return Optional.of(new StatusViewModel.Jobs(text.toString(), row.share()));
    }
}
